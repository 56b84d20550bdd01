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

    /// <summary>The characters by BOM, by the charset that the page names, or as UTF-8; null where none of these fits.</summary>
    public static string? Decode(ReadOnlySpan<byte> bytes)
    {
        if (TextDecoding.TryDecode(bytes) is { } unicode)
        {
            return unicode;
        }

        var head = Encoding.Latin1.GetString(bytes[..Math.Min(bytes.Length, Head)]);
        return Charset().Match(head) is { Success: true } match && Named(match.Groups["name"].Value) is { } encoding ? encoding.GetString(bytes) : null;
    }

    private static Encoding? Named(string name)
    {
        // Browsers read Latin-1 as Windows-1252; neither holds Vietnamese, but the page may be in plain letters and entities.
        name = name.ToLowerInvariant() is "iso-8859-1" or "latin1" or "ascii" or "us-ascii" ? "windows-1252" : name;
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

    [GeneratedRegex(@"^(?:<\?xml[^<>]*\?>\s*)?(?:<!--|\s)*<(?:!doctype\s+html|html|head|body|meta|title)\b", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Beginning();

    [GeneratedRegex(@"<(?:p|div|table|h[1-6]|ul|ol|center|section|article)[\s>]", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex BlockTag();

    [GeneratedRegex(@"charset\s*=\s*[""']?(?<name>[\w.:\-]{2,40})", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Charset();
}
