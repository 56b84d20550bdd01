using System.Text;
using System.Text.RegularExpressions;
using Plans.Ingest.Encodings;

namespace Plans.Ingest.Formats.Html;

/// <summary>Tells HTML from other texts, and decodes it.</summary>
internal static partial class HtmlSource
{
    private const int Head = 4096;

    /// <summary>How sure the bytes are HTML, 0 to 1.</summary>
    public static double Score(ReadOnlySpan<byte> bytes)
    {
        // Latin-1 never fails and keeps ASCII; without its NULs, UTF-16 looks the same.
        var head = Encoding.Latin1.GetString(bytes[..Math.Min(bytes.Length, Head)]).Replace("\0", "").TrimStart('ÿ', 'þ', 'ï', '»', '¿', ' ', '\r', '\n', '\t');
        if (!head.StartsWith('<'))
        {
            return 0;
        }

        return Beginning().IsMatch(head) ? 0.9 : BlockTag().Count(head) >= 2 ? 0.6 : 0;
    }

    /// <summary>
    /// The characters by BOM, as UTF-8, by the charset that the page names, or in a legacy encoding; null where none of these fits.
    /// Where the page names a Western charset, legacy codes stay as they are: its fonts or its syllables decode them.
    /// </summary>
    public static string? Decode(ReadOnlySpan<byte> bytes)
    {
        if (TextDecoding.TryUnicode(bytes) is { } unicode)
        {
            return unicode;
        }

        var head = Encoding.Latin1.GetString(bytes[..Math.Min(bytes.Length, Head)]);
        var name = Charset().Match(head).Groups["name"].Value.ToLowerInvariant();
        return name switch
        {
            "viscii" or "csviscii" => LegacyEncoding.Viscii.Decode(LegacyEncoding.Characters(bytes)),
            "tcvn" or "tcvn3" or "tcvn-5712" or "x-viet-tcvn5712" => LegacyEncoding.Tcvn3.Decode(LegacyEncoding.Characters(bytes)),
            "vps" or "x-viet-vps" => LegacyEncoding.Vps.Decode(LegacyEncoding.Characters(bytes)),
            "vni" or "x-viet-vni" => LegacyEncoding.Vni.Decode(LegacyEncoding.Characters(bytes)),
            // The first is what pages in home-made fonts say; the others hold no Vietnamese, so that only fonts can have made it.
            "x-user-defined" or "iso-8859-1" or "latin1" or "ascii" or "us-ascii" or "windows-1252" => LegacyEncoding.Characters(bytes),
            _ => Named(name)?.GetString(bytes) ?? LegacyBytes.TryDecode(bytes) ?? (LegacyFont().IsMatch(head) ? LegacyEncoding.Characters(bytes) : null),
        };
    }

    private static Encoding? Named(string name)
    {
        try
        {
            var encoding = CodePagesEncodingProvider.Instance.GetEncoding(name);
            return encoding is null or { IsSingleByte: false } ? null : encoding;
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    [GeneratedRegex(@"(?:face|font-family)\s*[=:]\s*[""']?(?:\.vn|vni|vps)", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex LegacyFont();

    [GeneratedRegex(@"^(?:<\?xml[^<>]*\?>\s*)?(?:<!--|\s)*<(?:!doctype\s+html|html|head|body|meta|title)\b", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Beginning();

    [GeneratedRegex(@"<(?:p|div|table|h[1-6]|ul|ol|center|section|article)[\s>]", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex BlockTag();

    [GeneratedRegex(@"charset\s*=\s*[""']?(?<name>[\w.:\-]{2,40})", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Charset();
}
