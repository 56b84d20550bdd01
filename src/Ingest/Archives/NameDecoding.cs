using System.Text;
using Plans.Ingest.Encodings;

namespace Plans.Ingest.Archives;

/// <summary>
/// Names whose archive does not say in which encoding they are. All names of an archive were written by one program, so they are decided
/// together: UTF-8 where they are that, else what makes the most Vietnamese syllables of them, else code page 437, which the format prescribes.
/// </summary>
internal sealed class NameDecoding
{
    private const double LeastShare = 0.6;

    /// <summary>On names, Windows came first; the others wrote theirs with the fonts of their time.</summary>
    private static readonly LegacyEncoding[] Candidates =
        [LegacyEncoding.Windows1258, LegacyEncoding.Tcvn3, LegacyEncoding.Vni, LegacyEncoding.Viscii, LegacyEncoding.Vps];

    private static readonly UTF8Encoding StrictUtf8 = new(false, throwOnInvalidBytes: true);
    private static readonly Encoding Dos = CodePagesEncodingProvider.Instance.GetEncoding(437)!;
    private readonly LegacyEncoding? _legacy;

    private NameDecoding(LegacyEncoding? legacy) => _legacy = legacy;

    /// <param name="names">All names of the archive of which the encoding is not known, or a good many of them.</param>
    public static NameDecoding For(IEnumerable<byte[]> names)
    {
        var foreign = names.Where(name => !IsUtf8(name)).Take(1000).Select(name => LegacyEncoding.Characters(name)).ToList();
        if (foreign.Count == 0)
        {
            return new(null);
        }

        var sample = string.Join('\n', foreign);
        var (best, measure) = Candidates.Select(candidate => (candidate, Measure(candidate.Decode(sample)))).MaxBy(one => one.Item2.MarkedLegal);
        var dos = Measure(string.Join('\n', names.Where(name => !IsUtf8(name)).Take(1000).Select(Dos.GetString)));
        return new(measure.MarkedShare >= LeastShare && measure.MarkedLegal > dos.MarkedLegal ? best : null);
    }

    /// <summary>The name in NFC.</summary>
    public string Decode(byte[] name)
    {
        if (IsUtf8(name))
        {
            return StrictUtf8.GetString(name).Normalize();
        }

        return (_legacy is null ? Dos.GetString(name) : _legacy.Decode(LegacyEncoding.Characters(name))).Normalize();
    }

    private static bool IsUtf8(byte[] name)
    {
        try
        {
            StrictUtf8.GetCharCount(name);
            return true;
        }
        catch (DecoderFallbackException)
        {
            return false;
        }
    }

    /// <summary>Endings, folders and the signs that stand for blanks in names are no part of its words.</summary>
    private static SyllableMeasure Measure(string names)
    {
        var words = string.Concat(names.Normalize().Select(character => char.IsLetter(character) || char.GetUnicodeCategory(character) == System.Globalization.UnicodeCategory.NonSpacingMark || character == '\n' ? character : ' '));
        return VietnameseSyllables.Measure(words);
    }
}
