using Plans.Ingest;
using Plans.Worker.CommandLine;
using Plans.Worker.Layout;

namespace Plans.Worker.Tests;

/// <summary><c>plans text --layout</c>: a document in, the very screen out.</summary>
public sealed class TextLayoutTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public async Task A_page_of_the_web_is_shown_block_by_block()
    {
        var path = _folder.Write("ke-hoach.html", """
            <html><head><meta charset="utf-8"></head><body>
            <h1>KẾ HOẠCH</h1>
            <p>Căn cứ Nghị quyết số 76/NQ-CP ngày 15 tháng 7 năm 2021 của Chính phủ.</p>
            <p>- Tăng cường tuyên truyền, phổ biến.</p>
            <table border="1">
            <tr><th rowspan="2">TT</th><th rowspan="2">Chỉ tiêu</th><th colspan="2">Mục tiêu</th></tr>
            <tr><th>2024</th><th>2025</th></tr>
            <tr><td>1</td><td>Tỷ lệ hộ nghèo theo chuẩn đa chiều</td><td>7,5%</td><td>6%</td></tr>
            <tr><td>2</td><td colspan="3">Không giao chỉ tiêu</td></tr>
            </table></body></html>
            """);

        var run = await CommandLineRun.Of("text", path, "--layout", "--width", "50");

        Assert.Equal(ExitCode.AllWell, run.ExitCode);
        Assert.Equal(
            """
            ke-hoach.html: text/html, 1 page

            ── page 1: HTML ──────────────────────────────────
            [heading 1, bold]
                KẾ HOẠCH
            [paragraph]
                Căn cứ Nghị quyết số 76/NQ-CP ngày 15 tháng 7
                năm 2021 của Chính phủ.
            [list item -]
                - Tăng cường tuyên truyền, phổ biến.
            [table of 4 rows and 4 columns, 2 rows of headings]
                ┌─────┬────────────────────────┬─────────────┐
                │ TT  │ Chỉ tiêu               │ Mục tiêu    │
                │     │                        ├──────┬──────┤
                │     │                        │ 2024 │ 2025 │
                ├─────┼────────────────────────┼──────┼──────┤
                │ 1   │ Tỷ lệ hộ nghèo theo    │ 7,5% │ 6%   │
                │     │ chuẩn đa chiều         │      │      │
                ├─────┼────────────────────────┴──────┴──────┤
                │ 2   │ Không giao chỉ tiêu                  │
                └─────┴──────────────────────────────────────┘

            ── page ledger: 1 = 1 text ───────────────────────
               1  HTML

            """.ReplaceLineEndings("\n"),
            run.Output.ReplaceLineEndings("\n"));
    }

    [Theory]
    [InlineData("Chỉ tiêu", 8)]
    [InlineData("Ủy ban nhân dân", 15)]
    [InlineData("e\u0302\u0301", 1)]
    [InlineData("計画", 4)]
    [InlineData("a\u00ADb\u200Bc", 3)]
    public void Letters_take_the_columns_that_a_terminal_gives_them(string text, int columns) => Assert.Equal(columns, DisplayText.Width(text));

    [Theory]
    [InlineData("Sở Nội vụ chủ trì", 9, new[] { "Sở Nội vụ", "chủ trì" })]
    [InlineData("ttcbth@quangngai.gov.vn", 10, new[] { "ttcbth@qua", "ngngai.gov", ".vn" })]
    [InlineData("", 5, new string[0])]
    public void Lines_are_broken_between_words_and_inside_only_where_a_word_is_too_wide(string text, int width, string[] lines) =>
        Assert.Equal(lines, DisplayText.Wrapped(text, width));

    [Fact]
    public void Cells_that_claim_more_than_the_table_has_are_drawn_as_they_lie()
    {
        const string Text = "A\tB\nC\n";
        var table = new Table(new TextRange(0, 5), 1)
        {
            Rows =
            [
                new TableRow(new TextRange(0, 3), 1, [Cell(0, 1, 0, rowSpan: 9), Cell(2, 3, 1, columnSpan: 1000)]),
                new TableRow(new TextRange(4, 5), 1, [Cell(4, 5, 1)]),
            ],
        };

        Assert.Equal(
            [
                "┌─────┬───────────┐",
                "│ A   │ B         │",
                "│     ├─────┬─────┘",
                "│     │ C   │",
                "└─────┴─────┘",
            ],
            TableDrawing.Lines(table, Text, 40));

        TableCell Cell(int start, int end, int column, int columnSpan = 1, int rowSpan = 1) =>
            new(new TextRange(start, end), column) { ColumnSpan = columnSpan, RowSpan = rowSpan, Paragraphs = [new TextRange(start, end)] };
    }

    [Fact]
    public void What_is_out_of_the_flow_and_pages_that_failed_are_said()
    {
        const string Text = "2\nKý bởi: UBND\nNội dung\n";
        var document = new Document
        {
            MediaType = "application/pdf",
            Text = Text,
            Blocks =
            [
                new Paragraph(new TextRange(0, 1), 1) { Role = BlockRole.PageNumber },
                new Paragraph(new TextRange(2, 14), 1) { Role = BlockRole.Stamp },
                new Paragraph(new TextRange(15, 23), 1) { Style = new ParagraphStyle { Bold = true, FontSize = 13.5, Indent = 28.35, Alignment = Alignment.Centre } },
            ],
            Pages = [new PageRecord(1, PageSource.Ocr), new PageRecord(2, PageSource.Blank), new PageRecord(3, PageSource.Failed, Reason: "it took too long")],
            Words = [new Word(new TextRange(15, 18), 1, default, 0.9), new Word(new TextRange(19, 23), 1, default, 0.8)],
        };
        using var output = new StringWriter();

        DocumentLayout.Write("quet.pdf", document, output, 60);

        Assert.Equal(
            """
            quet.pdf: application/pdf, 3 pages

            ── page 1: OCR, mean confidence 0.85 ───────────────────────
            [out of the flow: page number]
                2
            [out of the flow: signature stamp]
                Ký bởi: UBND
            [paragraph, centred, bold, 13.5 pt letters, indent 28.4 pt]
                Nội dung

            ── page ledger: 3 = 1 OCR + 1 blank + 1 failed ─────────────
               1  OCR, mean confidence 0.85 (2 words)
               2  blank
               3  failed: it took too long
            Out of the flow: page number 1; signature stamp 1
            Read in part: what stands on the failed pages is missing above.

            """.ReplaceLineEndings("\n"),
            output.ToString().ReplaceLineEndings("\n"));
    }

    [Fact]
    public async Task Too_narrow_a_screen_is_refused()
    {
        var run = await CommandLineRun.Of("text", "a.pdf", "--layout", "--width", "10");

        Assert.Equal(ExitCode.WrongUse, run.ExitCode);
        Assert.Contains("--width must be at least 40.", run.Error);
    }

    public void Dispose() => _folder.Dispose();
}
