using System.Text.RegularExpressions;
using Plans.Extraction.Language;
using Plans.Ingest;

namespace Plans.Extraction.Tables;

/// <summary>
/// Tables that a text keeps as lines: above, headings with as many years as there are values ("TT Đơn vị 2023 2025 2030"); below, a line for each row
/// ("3 Huyện Bắc Sơn 11 14 19"). They are put together again so that each value stands under its year.
/// </summary>
internal static partial class LinedTables
{
    private const int FewestRows = 3;
    private const int FewestValues = 2;
    private const int MostHeaderLines = 3;
    private const int LongestLine = 200;

    [GeneratedRegex(@"^(?:(?<n>\d{1,3}(?:\.\d{1,2})*\.?)\s)?(?<label>\p{L}.*?)(?<values>(?:\s(?:[<>≥≤]\s?)?\d[\d.,]*%?){2,8})$", RegexOptions.None, RegexLimit.Milliseconds)]
    private static partial Regex Row();

    [GeneratedRegex(@"\s(?<v>(?:[<>≥≤]\s?)?\d[\d.,]*%?)", RegexOptions.None, RegexLimit.Milliseconds)]
    private static partial Regex Value();

    [GeneratedRegex(@"(?<!\d)(?:19|20)\d{2}(?!\d)", RegexOptions.None, RegexLimit.Milliseconds)]
    private static partial Regex Year();

    [GeneratedRegex(@"^(?:(?<tt>stt|tt|số tt)\s)?(?<what>đơn vị(?! tính)|huyện|xã|địa phương|chỉ tiêu|nội dung|tên|vùng|khu vực|danh mục)", RegexOptions.None, RegexLimit.Milliseconds)]
    private static partial Regex Heading();

    public static Document Restore(Document document)
    {
        var starts = Enumerable.Range(0, document.Blocks.Count).Where(i => document.Blocks[i] is Paragraph { Range.Length: < LongestLine } p && Heading().IsMatch(Canon.Form(p.Range.Of(document.Text)))).ToList();
        if (starts.Count == 0)
        {
            return document;
        }

        var blocks = new List<Block>();
        var next = 0;
        foreach (var start in starts.Where(s => s >= next))
        {
            if (At(document, start) is { } found)
            {
                blocks.AddRange(document.Blocks.Skip(next).Take(start - next));
                blocks.Add(found.Table);
                next = found.End;
            }
        }

        blocks.AddRange(document.Blocks.Skip(next));
        return next == 0 ? document : document with { Blocks = blocks };
    }

    /// <summary>The table whose headings begin at a block, and the block after its last row; null where the lines make none.</summary>
    private static (Table Table, int End)? At(Document document, int start)
    {
        var first = start + 1;
        while (first < document.Blocks.Count && first - start < MostHeaderLines && RowAt(document, first) is null)
        {
            first++;
        }

        var end = first;
        var rows = new List<Match>();
        while (end < document.Blocks.Count && RowAt(document, end) is { } row)
        {
            rows.Add(row);
            end++;
        }

        var years = Enumerable.Range(start, first - start).SelectMany(i => document.Blocks[i] is Paragraph p ? Years(document, p.Range) : []).ToList();
        if (rows.Count < FewestRows || years.Count < FewestValues || rows.Any(r => Value().Count(r.Groups["values"].Value) != years.Count))
        {
            return null;
        }

        var head = document.Blocks[start];
        var heading = Heading().Match(Canon.Form(head.Range.Of(document.Text)));
        TableCell[] labels = [.. new[] { heading.Groups["tt"], heading.Groups["what"] }.Select((g, column) => (Group: g, Column: column)).Where(g => g.Group.Success)
            .Select(g => new TableCell(new TextRange(head.Range.Start + g.Group.Index, head.Range.Start + g.Group.Index + g.Group.Length), g.Column))];
        var offset = labels.Length == 2 ? 0 : 1;
        var table = new List<TableRow>
        {
            new(new TextRange(head.Range.Start, document.Blocks[first - 1].Range.End), head.Page, [.. labels.Select(c => c with { Column = c.Column - offset }), .. years.Select((y, i) => new TableCell(y, i + 2 - offset))]),
        };
        table.AddRange(rows.Select((row, i) => Cells(row, document.Blocks[first + i], offset)));
        return (new Table(new TextRange(head.Range.Start, document.Blocks[end - 1].Range.End), head.Page) { Rows = table, HeaderRows = 1 }, end);
    }

    private static IEnumerable<TextRange> Years(Document document, TextRange range) =>
        Year().Matches(range.Of(document.Text)).Select(m => new TextRange(range.Start + m.Index, range.Start + m.Index + m.Length));

    /// <summary>The parts of a line that is a row; null of any other, and of headings that name nothing but years.</summary>
    private static Match? RowAt(Document document, int at) =>
        document.Blocks[at] is Paragraph { Role: BlockRole.Body, Range.Length: < LongestLine } line && Row().Match(line.Range.Of(document.Text).TrimEnd()) is { Success: true } row
            && !Value().Matches(row.Groups["values"].Value).All(m => Year().IsMatch(m.Value)) ? row : null;

    /// <param name="offset">1 where the headings name no column of numbers.</param>
    private static TableRow Cells(Match row, Block line, int offset)
    {
        TextRange At(int index, int length) => new(line.Range.Start + index, line.Range.Start + index + length);
        var cells = new List<TableCell>();
        if (offset == 0 && row.Groups["n"] is { Success: true } number)
        {
            cells.Add(new TableCell(At(number.Index, number.Length), 0));
        }

        cells.Add(new TableCell(At(row.Groups["label"].Index, row.Groups["label"].Length), 1 - offset));
        cells.AddRange(Value().Matches(row.Groups["values"].Value).Select((m, i) => new TableCell(At(row.Groups["values"].Index + m.Groups["v"].Index, m.Groups["v"].Length), i + 2 - offset)));
        return new TableRow(line.Range, line.Page, cells);
    }
}
