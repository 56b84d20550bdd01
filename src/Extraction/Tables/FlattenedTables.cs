using System.Globalization;
using System.Text.RegularExpressions;
using Plans.Extraction.Language;
using Plans.Ingest;

namespace Plans.Extraction.Tables;

/// <summary>
/// Tables that a copy from a web page left as one paragraph for each cell: "TT", the other headings, then "1" and its cells, "2" and its cells. The
/// numbers of the rows tell how many columns there are; they are put together again where the headings are those of indicators or of assignments.
/// </summary>
internal static partial class FlattenedTables
{
    private const int FewestColumns = 3;
    private const int MostColumns = 10;
    private const int LongestHeading = 60;

    [GeneratedRegex(@"^(?:stt|tt|số tt|số thứ tự)\.?$", RegexOptions.None, RegexLimit.Milliseconds)]
    private static partial Regex FirstHeading();

    [GeneratedRegex(@"^\d{1,2}(?:\.\d{1,2})*\.?$", RegexOptions.None, RegexLimit.Milliseconds)]
    private static partial Regex RowNumber();

    public static Document Restore(Document document)
    {
        var starts = Enumerable.Range(0, document.Blocks.Count).Where(i => document.Blocks[i] is Paragraph { Range.Length: <= LongestHeading } p && FirstHeading().IsMatch(Words(document, p))).ToList();
        if (starts.Count == 0)
        {
            return document;
        }

        var blocks = new List<Block>();
        var next = 0;
        foreach (var start in starts.Where(s => s >= next))
        {
            if (At(document, start) is { } found && IsOfUse(document, found.Table))
            {
                blocks.AddRange(document.Blocks.Skip(next).Take(start - next));
                blocks.Add(found.Table);
                blocks.AddRange(document.Blocks.Skip(start).Take(found.End - start).Where(b => b.Role != BlockRole.Body));
                next = found.End;
            }
        }

        blocks.AddRange(document.Blocks.Skip(next));
        return document with { Blocks = blocks };
    }

    private static bool IsOfUse(Document document, Table table) => TableShape.Of(TableGrid.Of(table, document.Text)) is { IsIndicators: true } or { IsAssignments: true };

    private static string Words(Document document, Block block) => Canon.Form(block.Range.Of(document.Text)).Trim();

    /// <summary>The table whose first heading is a block, and the block after its last cell; null where the blocks make none.</summary>
    private static (Table Table, int End)? At(Document document, int start)
    {
        var cells = Cells(document, start);
        var words = cells.Select(c => Words(document, c.Block)).ToList();
        var first = words.IndexOf("1");
        var second = words.IndexOf("2");
        var columns = first > 0 && first <= MostColumns ? first : second > 0 && second % 2 == 1 ? (second + 1) / 2 : 0;
        if (columns is < FewestColumns or > MostColumns || words.Take(columns).Any(w => w.Length > LongestHeading || w.EndsWith('.')))
        {
            return null;
        }

        var rows = new List<TableRow> { Row(cells.Take(columns).ToList(), 0, columns) };
        var at = columns;
        for (var number = 1; at < cells.Count; number++)
        {
            var isNumbered = RowNumber().IsMatch(words[at]);
            if (!isNumbered && number > 1)
            {
                break;
            }

            var own = isNumbered ? columns : columns - 1;
            var following = words.IndexOf((number + 1).ToString(CultureInfo.InvariantCulture), at + 1);
            var length = at + own < cells.Count && RowNumber().IsMatch(words[at + own]) ? own : following > at && following - at < own * 2 ? following - at : Math.Min(own, cells.Count - at);
            rows.Add(Row(cells.Skip(at).Take(length).ToList(), isNumbered ? 0 : 1, columns));
            at += length;
        }

        var range = new TextRange(cells[0].Block.Range.Start, cells[at - 1].Block.Range.End);
        return rows.Count < 3 ? null : (new Table(range, cells[0].Block.Page) { Rows = rows, HeaderRows = 1 }, cells[at - 1].Index + 1);
    }

    /// <summary>The paragraphs from a place on that may be cells; a number of a row that was taken for a page's is none.</summary>
    private static List<(Block Block, int Index)> Cells(Document document, int start)
    {
        var cells = new List<(Block, int)>();
        for (var i = start; i < document.Blocks.Count && document.Blocks[i] is Paragraph && !EndsBody(document, document.Blocks[i]); i++)
        {
            if (document.Blocks[i].Role == BlockRole.Body)
            {
                cells.Add((document.Blocks[i], i));
            }
        }

        return cells;
    }

    /// <summary>The recipients and the signature come after every table.</summary>
    private static bool EndsBody(Document document, Block block) => Words(document, block) is var words
        && (words.StartsWith("nơi nhận", StringComparison.Ordinal) || words.StartsWith("tm. ủy ban", StringComparison.Ordinal) || words.StartsWith("kt. ", StringComparison.Ordinal));

    /// <summary>Cells from left to right; more than there are columns are further paragraphs of the words' cell.</summary>
    private static TableRow Row(List<(Block Block, int Index)> blocks, int firstColumn, int columns)
    {
        var surplus = Math.Max(0, blocks.Count - (columns - firstColumn));
        var cells = new List<TableCell>();
        for (var (i, column) = (0, firstColumn); i < blocks.Count; i++, column++)
        {
            var last = column == 1 ? Math.Min(i + surplus, blocks.Count - 1) : i;
            cells.Add(new TableCell(new TextRange(blocks[i].Block.Range.Start, blocks[last].Block.Range.End), column) { Paragraphs = [.. blocks[i..(last + 1)].Select(b => b.Block.Range)] });
            i = last;
        }

        return new TableRow(new TextRange(blocks[0].Block.Range.Start, blocks[^1].Block.Range.End), blocks[0].Block.Page, cells);
    }
}
