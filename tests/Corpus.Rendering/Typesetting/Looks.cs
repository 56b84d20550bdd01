using System.Text.RegularExpressions;
using Plans.Ingest;

namespace Plans.Corpus.Rendering.Typesetting;

/// <summary>Tells from a line's words how a typist sets it.</summary>
internal static partial class Looks
{
    private const int LongestHeading = 110;

    public static Look Of(string line, ParagraphStyle style) =>
        Appendix().IsMatch(line) ? Look.Appendix
        : IsRule(line) ? Look.Rule
        : line.StartsWith("Căn cứ ", StringComparison.Ordinal) ? Look.Basis
        : style.HeadingLevel is not null || (style.Bold && line.Length <= LongestHeading) || IsHeading(line) ? Look.Heading
        : Look.Body;

    /// <summary>A line of the letterhead or the signature.</summary>
    public static Look OfColumn(string line) =>
        IsRule(line) ? Look.Rule
        : Letterhead.IsStateName(line) || Letterhead.IsMotto(line) ? Look.Motto
        : Number().IsMatch(line) ? Look.Number
        : Letterhead.IsPlaceAndDate(line) ? Look.Date
        : Signature.IsRecipients(line) ? Look.Recipients
        : line.StartsWith('-') ? Look.Recipient
        : Look.Agency;

    public static bool IsCapitals(string line) => line.Any(char.IsLetter) && !line.Any(char.IsLower);

    public static bool IsRule(string line) => line.Length >= 3 && line.All(c => c is '-' or '_' or '*' or '–' or ' ');

    private static bool IsHeading(string line) =>
        line.Length <= LongestHeading && line[^1] is not (';' or '.' or ',') && (IsCapitals(line) || Numbered().IsMatch(line));

    [GeneratedRegex(@"^(?:PHẦN|Phần|CHƯƠNG|Chương|Mục|[IVX]+\.|[1-9][0-9]?(?:\.[0-9]+)*[.)]?)\s", RegexOptions.NonBacktracking)]
    private static partial Regex Numbered();

    [GeneratedRegex(@"^(?:PHỤ LỤC|Phụ lục)(?:\s+(?:số\s+)?[0-9IVX]+)?$", RegexOptions.NonBacktracking)]
    private static partial Regex Appendix();

    [GeneratedRegex(@"^Số\s*:", RegexOptions.NonBacktracking)]
    private static partial Regex Number();
}
