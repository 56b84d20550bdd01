using System.Globalization;
using System.Text.RegularExpressions;
using Plans.Ingest;

namespace Plans.Worker.Layout;

/// <summary>Says in a few words what a block is and how it looks.</summary>
internal static partial class BlockLabel
{
    public static string Of(Block block, string text) => block switch
    {
        Table table => OfTable(table),
        Paragraph paragraph => string.Join(", ", [Kind(paragraph, text), .. Looks(paragraph.Style)]),
        _ => "",
    };

    public static string OfRole(BlockRole role) => role switch
    {
        BlockRole.PageNumber => "page number",
        BlockRole.RunningHeader => "running header or footer",
        BlockRole.Footnote => "footnote",
        BlockRole.Stamp => "signature stamp",
        BlockRole.Contents => "table of contents",
        _ => "text",
    };

    private static string Kind(Paragraph paragraph, string text)
    {
        if (paragraph.Style.HeadingLevel is { } level)
        {
            return $"heading {level}";
        }

        if (paragraph.Style.ListNumber is { } number)
        {
            return $"list item, automatic number {number}";
        }

        return TypedNumber().Match(paragraph.Range.Of(text)) is { Success: true } typed ? $"list item {typed.Value.Trim()}" : "paragraph";
    }

    private static IEnumerable<string> Looks(ParagraphStyle style)
    {
        if (style.Alignment != Alignment.Unknown)
        {
            yield return style.Alignment == Alignment.Centre ? "centred" : style.Alignment.ToString().ToLowerInvariant();
        }

        if (style.Bold)
        {
            yield return "bold";
        }

        if (style.Italic)
        {
            yield return "italic";
        }

        if (style.Capitals)
        {
            yield return "in capitals";
        }

        if (style.FontSize is { } size)
        {
            yield return $"{Points(size)} letters";
        }

        if (style.Indent is { } indent and not 0)
        {
            yield return $"indent {Points(indent)}";
        }
    }

    private static string OfTable(Table table)
    {
        var columns = table.Rows.SelectMany(row => row.Cells).Select(cell => cell.Column + cell.ColumnSpan).DefaultIfEmpty(0).Max();
        var last = table.Rows.Count == 0 ? table.Page : table.Rows.Max(row => row.Page);
        var parts = new List<string?>
        {
            $"table of {Count(table.Rows.Count, "row")} and {Count(columns, "column")}",
            table.Ruled ? null : "no lines drawn",
            table.HeaderRows is { } headings ? $"{Count(headings, "row")} of headings" : null,
            last > table.Page ? $"pages {table.Page} to {last}" : null,
        };
        return string.Join(", ", parts.OfType<string>());
    }

    private static string Count(int count, string noun) => $"{count} {noun}{(count == 1 ? "" : "s")}";

    private static string Points(double points) => points.ToString("0.#", CultureInfo.InvariantCulture) + " pt";

    /// <summary>A number, letter or bullet that was typed: "II.", "1.2.", "3)", "a)", "-".</summary>
    [GeneratedRegex(@"^(?:[IVXLC]{1,6}[.)]|\d{1,3}(?:\.\d{1,3}){0,4}[.)]|\d{1,3}(?:\.\d{1,3}){1,4}|\p{L}[.)]|[-–+*•●▪])\s", RegexOptions.NonBacktracking)]
    private static partial Regex TypedNumber();
}
