using System.Globalization;
using System.Text.RegularExpressions;
using Plans.Ingest.Layout.Pages;

namespace Plans.Ingest.Ocr;

/// <summary>
/// Sets right the Arabic number of a heading or list item that was read as another figure ("9." for "5."): where the one before it in the same
/// margin and the one after it are two apart, it stands between them.
/// </summary>
internal static partial class ListNumerals
{
    /// <summary>How far the beginnings of items may be apart that are in one margin, in points.</summary>
    private const double SameMargin = 9;

    private sealed record Item(int Page, PageWord Word, int Number, string End);

    /// <param name="pages">The words of each page; those inside tables are left as they are.</param>
    public static IReadOnlyList<IReadOnlyList<PageWord>> Repaired(IReadOnlyList<(IReadOnlyList<PageWord> Words, IReadOnlyList<Grid> Tables)> pages)
    {
        var items = pages.SelectMany((page, i) => Items(i, page.Words, page.Tables)).ToList();
        var changes = new Dictionary<(int Page, PageWord Word), PageWord>();
        for (var i = 1; i + 1 < items.Count; i++)
        {
            var (before, item, after) = (items[i - 1], items[i], items[i + 1]);
            var expected = before.Number + 1;
            if (after.Number == expected + 1 && item.Number != expected && item.Number.ToString(CultureInfo.InvariantCulture).Length == expected.ToString(CultureInfo.InvariantCulture).Length
                && before.End == item.End && item.End == after.End && AreInOneMargin(before, item) && AreInOneMargin(item, after))
            {
                items[i] = item with { Number = expected };
                changes[(item.Page, item.Word)] = item.Word with { Text = string.Create(CultureInfo.InvariantCulture, $"{expected}{item.End}") };
            }
        }

        return [.. pages.Select((page, i) => changes.Count == 0 ? page.Words : page.Words.Select(word => changes.GetValueOrDefault((i, word), word)).ToList())];
    }

    private static IEnumerable<Item> Items(int page, IReadOnlyList<PageWord> words, IReadOnlyList<Grid> tables) =>
        words.GroupBy(word => word.Line).Select(line => line.OrderBy(word => word.Box.X0).Take(2).ToList())
            .Where(start => start.Count == 2 && char.IsUpper(start[1].Text[0]) && !tables.Any(table => table.Contains(start[0].Box.X0, (start[0].Box.Y0 + start[0].Box.Y1) / 2)))
            .Select(start => (Word: start[0], Match: Number().Match(start[0].Text))).Where(start => start.Match.Success).OrderBy(start => start.Word.Box.Y0)
            .Select(start => new Item(page, start.Word, int.Parse(start.Match.Groups["number"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture), start.Match.Groups["end"].Value));

    private static bool AreInOneMargin(Item one, Item other) => Math.Abs(one.Word.Box.X0 - other.Word.Box.X0) <= SameMargin;

    [GeneratedRegex(@"^(?<number>[1-9][0-9]?)(?<end>[.)])$", RegexOptions.NonBacktracking)]
    private static partial Regex Number();
}
