using System.Text;
using Plans.Ingest.Encodings;

namespace Plans.Corpus.Rendering.Legacy;

/// <summary>Words as a program stores them, in one font.</summary>
public sealed record TypedRun(string Text, string Font);

/// <summary>How Vietnamese is typed: in Unicode, or in the fonts of before.</summary>
public sealed class Typing
{
    public const string UnicodeFont = "Times New Roman";

    public static readonly Typing Unicode = new(null, UnicodeFont, null);
    public static readonly Typing Tcvn3 = new("tcvn3", ".VnTime", ".VnTimeH");
    public static readonly Typing Vni = new("vni", "VNI-Times", null);

    private readonly LegacyEncoding? _encoding;
    private readonly Dictionary<string, byte[]> _codes = new(StringComparer.Ordinal);
    private readonly string? _capitalsFont;

    private Typing(string? encoding, string font, string? capitalsFont)
    {
        (Font, _capitalsFont) = (font, capitalsFont);
        _encoding = LegacyEncoding.All.SingleOrDefault(one => one.Name == encoding);
        foreach (var (bytes, letter) in _encoding?.Entries ?? [])
        {
            _codes.TryAdd(letter, bytes);
        }
    }

    public string Font { get; }

    /// <summary>The runs of one line. Capitals that the encoding lacks are small letters in the capitals-only font; other signs stay in Unicode.</summary>
    public IReadOnlyList<TypedRun> Runs(string line)
    {
        if (_encoding is null)
        {
            return [new(line, Font)];
        }

        var inCapitals = _capitalsFont is not null && line.Any(char.IsLetter) && !line.Any(char.IsLower);
        var runs = new List<TypedRun>();
        foreach (var letter in line)
        {
            var next = Typed(letter, inCapitals, runs.Count > 0 ? runs[^1].Font : Font);
            if (runs.Count > 0 && runs[^1].Font == next.Font)
            {
                runs[^1] = next with { Text = runs[^1].Text + next.Text };
            }
            else
            {
                runs.Add(next);
            }
        }

        return runs;
    }

    /// <summary>
    /// A text file, without fonts: letters that the encoding lacks as capitals are small (as keyboard programs of the time converted), other signs
    /// that it lacks are the nearest of ASCII.
    /// </summary>
    public byte[] File(string text) => _encoding is null
        ? Encoding.UTF8.GetBytes(text)
        : [.. text.SelectMany(letter => Bytes(letter.ToString()) ?? Bytes(char.ToLowerInvariant(letter).ToString()) ?? Encoding.ASCII.GetBytes(Plain(letter)))];

    private TypedRun Typed(char letter, bool inCapitals, string current)
    {
        var isLetter = char.IsLetter(letter);
        if (inCapitals && isLetter && Bytes(char.ToLowerInvariant(letter).ToString()) is { } small)
        {
            return new(LegacyEncoding.Characters(small), _capitalsFont!);
        }

        if (Bytes(letter.ToString()) is { } bytes)
        {
            return new(LegacyEncoding.Characters(bytes), isLetter || current == UnicodeFont ? (inCapitals ? _capitalsFont! : Font) : current);
        }

        return isLetter && _capitalsFont is not null && Bytes(char.ToLowerInvariant(letter).ToString()) is { } lower
            ? new(LegacyEncoding.Characters(lower), _capitalsFont)
            : new(letter.ToString(), UnicodeFont);
    }

    private byte[]? Bytes(string letter) => _codes.TryGetValue(letter, out var bytes) ? bytes : char.IsAscii(letter[0]) ? [(byte)letter[0]] : null;

    private static string Plain(char sign) => sign switch
    {
        '–' or '—' or '−' => "-",
        '“' or '”' => "\"",
        '‘' or '’' => "'",
        '≥' => ">=",
        '≤' => "<=",
        '…' => "...",
        '²' => "2",
        '³' => "3",
        '\u00A0' => " ",
        _ => "?",
    };
}
