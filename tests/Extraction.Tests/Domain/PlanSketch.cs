using System.Text;
using Plans.Ingest;

namespace Plans.Extraction.Tests.Domain;

/// <summary>
/// A document made in a test. Lines are paragraphs; a table's row is one string with " | " between its cells, in which "^" continues the cell
/// above and "&lt;" the cell to the left (merged cells).
/// </summary>
internal sealed class PlanSketch
{
    private readonly StringBuilder _text = new();
    private readonly List<Block> _blocks = [];
    private int _page = 1;

    /// <summary>A plan's head and preamble, before the first section: of the given issuer, day and title.</summary>
    public static PlanSketch Plan(string title = "Phát triển kinh tế - xã hội", string date = "ngày 15 tháng 3 năm 2024") => new PlanSketch().Lines(
        $"""
        ỦY BAN NHÂN DÂN
        TỈNH HÀ GIANG
        Số: 12/KH-UBND
        CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
        Độc lập - Tự do - Hạnh phúc
        Hà Giang, {date}
        KẾ HOẠCH
        {title}
        Căn cứ Luật Tổ chức chính quyền địa phương ngày 19 tháng 6 năm 2015;
        Ủy ban nhân dân tỉnh Hà Giang ban hành Kế hoạch với các nội dung sau:
        """);

    public PlanSketch Lines(string lines)
    {
        foreach (var line in lines.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            _blocks.Add(new Paragraph(Write(line), _page));
            _text.Append('\n');
        }

        return this;
    }

    public PlanSketch NextPage()
    {
        _page++;
        return this;
    }

    public PlanSketch Table(params string[] rows) => Table(headerRows: null, rows);

    public PlanSketch Table(int? headerRows, params string[] rows)
    {
        var cells = rows.Select(row => row.Split(" | ").Select(cell => cell.Trim()).ToArray()).ToArray();
        var start = _text.Length;
        var made = cells.Select((_, row) => Row(cells, row)).ToList();
        _blocks.Add(new Table(new TextRange(start, _text.Length - 1), _page) { Rows = made, Ruled = true, HeaderRows = headerRows });
        return this;
    }

    public Document Build() => new()
    {
        MediaType = "text/plain",
        Text = _text.ToString(),
        Blocks = _blocks,
        Pages = [.. Enumerable.Range(1, _page).Select(n => new PageRecord(n, PageSource.Text))],
    };

    public Plan Read()
    {
        var document = Build();
        var plan = PlanExtractor.Extract(document);
        Spans.Check(document, plan);
        return plan;
    }

    private TableRow Row(string[][] cells, int row)
    {
        var start = _text.Length;
        var made = new List<TableCell>();
        for (var column = 0; column < cells[row].Length; column++)
        {
            if (cells[row][column] is "^" or "<")
            {
                continue;
            }

            if (made.Count > 0)
            {
                _text.Append('\t');
            }

            var across = cells[row].Skip(column + 1).TakeWhile(cell => cell == "<").Count();
            var down = cells.Skip(row + 1).TakeWhile(below => column < below.Length && below[column] == "^").Count();
            var range = Write(cells[row][column]);
            made.Add(new TableCell(range, column) { ColumnSpan = 1 + across, RowSpan = 1 + down, Paragraphs = [range] });
        }

        var end = _text.Length;
        _text.Append('\n');
        return new TableRow(new TextRange(start, end), _page, made);
    }

    private TextRange Write(string text)
    {
        var start = _text.Length;
        _text.Append(text);
        return new TextRange(start, _text.Length);
    }
}
