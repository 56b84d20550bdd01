using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace Plans.Ingest.Encodings;

/// <summary>
/// An encoding of Vietnamese from before Unicode, by its table in Encodings/Data. Programs that do not know it take its codes for those of
/// code page 1252 (or 1258): such text is what it decodes.
/// </summary>
internal sealed class LegacyEncoding
{
    /// <summary>TCVN 5712 VN3, the encoding of the ABC fonts.</summary>
    public static readonly LegacyEncoding Tcvn3 = new("tcvn3");
    public static readonly LegacyEncoding Vni = new("vni");
    public static readonly LegacyEncoding Viscii = new("viscii");
    public static readonly LegacyEncoding Vps = new("vps");
    public static readonly LegacyEncoding Windows1258 = new("windows-1258");

    /// <summary>The likelier ones first.</summary>
    public static readonly IReadOnlyList<LegacyEncoding> All = [Tcvn3, Vni, Windows1258, Viscii, Vps];

    private static readonly string Windows1252 = CodePagesEncodingProvider.Instance.GetEncoding(1252)!.GetString([.. Enumerable.Range(0, 256).Select(code => (byte)code)]);
    private static readonly FrozenDictionary<char, byte> Codes = CodesOfCharacters();

    private readonly FrozenDictionary<int, string> _single;
    private readonly FrozenDictionary<int, string> _pairs;

    private LegacyEncoding(string name)
    {
        Name = name;
        Entries = DataFile.Lines($"{name}.tsv").Select(Entry).ToList();
        _single = Entries.Where(entry => entry.Codes is [_]).ToFrozenDictionary(entry => (int)entry.Codes[0], entry => entry.Letter);
        _pairs = Entries.Where(entry => entry.Codes is [_, _]).ToFrozenDictionary(entry => Pair(entry.Codes[0], entry.Codes[1]), entry => entry.Letter);
    }

    public string Name { get; }

    /// <summary>The table: which codes make which letter. Where several codes make a letter, the first entry is the usual one.</summary>
    public IReadOnlyList<(byte[] Codes, string Letter)> Entries { get; }

    /// <summary>The bytes of a file as the characters that <see cref="Decode"/> takes.</summary>
    public static string Characters(ReadOnlySpan<byte> bytes) => string.Create(bytes.Length, bytes, (characters, from) =>
    {
        for (var i = 0; i < from.Length; i++)
        {
            characters[i] = Windows1252[from[i]];
        }
    });

    /// <summary>The text in Unicode, not yet NFC. What is not in the table stays.</summary>
    public string Decode(string text)
    {
        var decoded = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (!Codes.TryGetValue(text[i], out var code))
            {
                decoded.Append(text[i]);
            }
            else if (_pairs.Count > 0 && i + 1 < text.Length && Codes.TryGetValue(text[i + 1], out var next) && _pairs.TryGetValue(Pair(code, next), out var two))
            {
                decoded.Append(two);
                i++;
            }
            else if (_single.TryGetValue(code, out var letter))
            {
                decoded.Append(letter);
            }
            else
            {
                decoded.Append(text[i]);
            }
        }

        return decoded.ToString();
    }

    private static int Pair(byte first, byte second) => (first << 8) | second;

    private static (byte[] Codes, string Letter) Entry(string line)
    {
        var fields = line.Split('\t');
        var letter = fields[1] is ['U', '+', .. var code] ? ((char)ushort.Parse(code, NumberStyles.HexNumber, CultureInfo.InvariantCulture)).ToString() : fields[1];
        return (fields[0].Split(' ').Select(one => byte.Parse(one, NumberStyles.HexNumber, CultureInfo.InvariantCulture)).ToArray(), letter);
    }

    /// <summary>Code page 1252, the C1 controls where it has holes, and the characters of 1258 that it lacks: their codes do not clash.</summary>
    private static FrozenDictionary<char, byte> CodesOfCharacters()
    {
        var codes = new Dictionary<char, byte>();
        foreach (var page in (int[])[1252, 1258])
        {
            var characters = CodePagesEncodingProvider.Instance.GetEncoding(page)!.GetString([.. Enumerable.Range(0, 256).Select(code => (byte)code)]);
            for (var code = 0; code < 256; code++)
            {
                codes.TryAdd(characters[code], (byte)code);
            }
        }

        for (var code = 0x80; code < 0xA0; code++)
        {
            codes.TryAdd((char)code, (byte)code);
        }

        codes.Remove('\uFFFD');
        return codes.ToFrozenDictionary();
    }
}
