using System.Globalization;
using Plans.Ingest.Encodings;

namespace Plans.Ingest.Layout.Pages;

/// <summary>
/// Counts that no word of a page is lost or stands in two places when the page is taken apart. Signs are counted, since pieces of words are
/// joined; marks that stand alone until they meet their letter are not.
/// </summary>
internal static class Conservation
{
    public static int SignsOf(IEnumerable<PageWord> words) => words.Sum(word => Signs(CleanText.OneLine(word.Text)));

    public static int SignsOf(PageParts page) => page.Stamps.Sum(line => Signs(line.Text)) + page.Elements.Sum(SignsOf);

    private static int SignsOf(PageElement element) => element switch
    {
        LineElement line => Signs(line.Line.Text),
        SideBySideElement columns => columns.Columns.Lines.Sum(line => Signs(line.Text)),
        GridElement grid => grid.Rows.Sum(row => row.Cells.Sum(cell => cell.Paragraphs.Sum(Signs))),
        _ => 0,
    };

    private static int Signs(string text)
    {
        var count = 0;
        foreach (var c in text)
        {
            count += char.IsWhiteSpace(c) || CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.NonSpacingMark ? 0 : 1;
        }

        return count;
    }
}
