using Plans.Ingest.Formats.Xlsx;
using static Plans.Ingest.Tests.XlsxBuilder;

namespace Plans.Ingest.Tests;

public class XlsxTests
{
    [Fact]
    public void Sheets_become_captioned_tables_on_pages_of_their_own()
    {
        var document = Reading.Bytes(Annex(), "bieu.xlsx");

        Assert.Equal(["Bieu 01", "biểu chỉ tiêu", "Người lập biểu"], document.Paragraphs());
        var tables = document.Blocks.OfType<Table>().ToList();
        Assert.Equal([["TT", "Chỉ tiêu", "Năm"], ["2003", "2004"], ["1", "Số hộ nghèo", "12.345,7", "13%"], ["2", "Nước sạch", "0,5", "15/07/2004"]], document.Cells(tables[0]));
        Assert.Equal([["a", "b", "c"], ["d", "e", "f"]], document.Cells(tables[1]));
        Assert.Equal((2, 2, true, false), (tables[0].Rows[0].Cells[0].RowSpan, tables[0].Rows[0].Cells[2].ColumnSpan, tables[0].Ruled, tables[1].Ruled));
        Assert.Equal([1, 2], tables.Select(table => table.Page));
        Assert.Equal([PageSource.Text, PageSource.Text], document.Pages.Select(page => page.Source));
        Assert.Equal("hidden-sheets-skipped", Assert.Single(document.Warnings).Code);
        Soundness.Check(document);
    }

    [Theory]
    [InlineData("General", 1500, "1500")]
    [InlineData("General", 0.125, "0,125")]
    [InlineData("General", 33.746687249999, "33,74668725")]
    [InlineData("General", -7, "-7")]
    [InlineData("General", 0.1 + 0.2, "0,3")]
    [InlineData("General", 145518547000, "145518547000")]
    [InlineData("0", 12.5, "13")]
    [InlineData("0", -0.2, "0")]
    [InlineData("0.00", 8, "8,00")]
    [InlineData("#,##0", 1234567, "1.234.567")]
    [InlineData("#,##0.0##", 1234.5, "1.234,5")]
    [InlineData("#,##0.00;(#,##0.00)", -1234.5, "(1.234,50)")]
    [InlineData("_(* #,##0.00_);_(* \\(#,##0.00\\);_(* \\-??_);_(@_)", 1234.5, "1.234,50")]
    [InlineData("_(* #,##0.00_);_(* \\(#,##0.00\\);_(* \\-??_);_(@_)", -2, "(2,00)")]
    [InlineData("_(* #,##0.00_);_(* \\(#,##0.00\\);_(* \\-??_);_(@_)", 0, "-")]
    [InlineData("0.0%", 0.1256, "12,6%")]
    [InlineData("#,##0\\ \"đồng\"", 2500, "2.500 đồng")]
    [InlineData("[$-42A]dd/mm/yyyy", 45853, "15/07/2025")]
    [InlineData("mm/yyyy", 45853, "07/2025")]
    [InlineData("dd/mm/yyyy hh:mm", 45853.5, "15/07/2025 12:00")]
    [InlineData("h:mm", 0.75, "18:00")]
    [InlineData("#,##0,", 1234567, "1.235")]
    [InlineData("00000", 42, "00042")]
    [InlineData(";;;", 5, "")]
    [InlineData("\"Q\"0", 3, "Q3")]
    public void A_number_is_shown_in_its_format(string code, double value, string shown) => Assert.Equal(shown, NumberFormat.Of(code).Show(value));

    [Fact]
    public void A_damaged_workbook_is_told()
    {
        var whole = Annex();

        Assert.Equal(FailureReasons.Damaged, Reading.Refused(whole[..(whole.Length / 2)], "bieu.xlsx").Reason);
        Assert.Equal(FailureReasons.Empty, Reading.Refused(Workbook(("Sheet1", null, "<sheetData/>")), "bieu.xlsx").Reason);
    }

    [Fact]
    public void A_merged_cell_over_all_the_sheet_costs_nothing()
    {
        var document = Reading.Bytes(Workbook(("Sheet1", null,
            $"""<sheetData><row r="1">{Text("A1", "Tên", 1)}</row><row r="2">{Text("A2", "a", 1)}{Text("B2", "b", 1)}</row><row r="3">{Text("A3", "c", 1)}{Text("B3", "d", 1)}</row></sheetData><mergeCells><mergeCell ref="A1:XFD1"/></mergeCells>""")), "bieu.xlsx");

        Assert.Equal([["a", "b"], ["c", "d"]], document.Cells(document.OnlyTable()));
    }

    [Fact]
    public void Too_many_cells_are_refused()
    {
        var rows = string.Concat(Enumerable.Range(1, 200).Select(row => $"""<row r="{row}">{Text($"A{row}", "a", 1)}{Text($"B{row}", "b", 1)}</row>"""));

        Assert.Equal(FailureReasons.LimitExceeded, Reading.Refused(Workbook(("Sheet1", null, $"<sheetData>{rows}</sheetData>")), "bieu.xlsx", new ReadLimits { TableCells = 100 }).Reason);
    }
}
