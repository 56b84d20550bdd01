using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Plans.Ingest.Tests;

/// <summary>Writes small workbooks.</summary>
internal static class XlsxBuilder
{
    /// <summary>Styles of <see cref="Workbook"/> by number: plain; bordered; bordered "#,##0.0"; bordered .VnTime; .VnTimeH; bordered "0%"; bordered date.</summary>
    private const string Styles = """
        <styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">
          <numFmts count="1"><numFmt numFmtId="164" formatCode="#,##0.0"/></numFmts>
          <fonts count="3"><font><name val="Arial"/></font><font><name val=".VnTime"/></font><font><b/><name val=".VnTimeH"/></font></fonts>
          <fills count="1"><fill/></fills>
          <borders count="2"><border/><border><left style="thin"/><right style="thin"/><top style="thin"/><bottom style="thin"/></border></borders>
          <cellXfs count="7"><xf/><xf borderId="1"/><xf numFmtId="164" borderId="1"/><xf fontId="1" borderId="1"/><xf fontId="2"/><xf numFmtId="9" borderId="1"/><xf numFmtId="14" borderId="1"/></cellXfs>
        </styleSheet>
        """;

    /// <summary>A title in a capitals-only font, a bordered table with merged headings, a signature; a second sheet; a hidden one.</summary>
    public static byte[] Annex() => Workbook(
        ("Bieu 01", null, $"""
            <sheetData>
              <row r="1">{Text("A1", LegacyBytesOf.Shown("biểu chỉ tiêu", "tcvn3"), 4)}</row>
              <row r="3">{Text("A3", "TT", 1)}{Text("B3", "Chỉ tiêu", 1)}{Text("C3", "Năm", 1)}<c r="D3" s="1"/></row>
              <row r="4"><c r="A4" s="1"/><c r="B4" s="1"/>{Text("C4", "2003", 1)}{Text("D4", "2004", 1)}</row>
              <row r="5">{Number("A5", 1, 1)}{Text("B5", LegacyBytesOf.Shown("Số hộ nghèo", "tcvn3"), 3)}{Number("C5", 12345.67, 2)}{Number("D5", 0.125, 5)}</row>
              <row r="6">{Number("A6", 2, 1)}{Text("B6", LegacyBytesOf.Shown("Nước sạch", "tcvn3"), 3)}{Number("C6", 0.5, 1)}{Number("D6", 38183, 6)}</row>
              <row r="8">{Text("C8", "Người lập biểu", 0)}</row>
            </sheetData>
            <mergeCells count="3"><mergeCell ref="A3:A4"/><mergeCell ref="B3:B4"/><mergeCell ref="C3:D3"/></mergeCells>
            """),
        ("Sheet2", null, $"""<sheetData><row r="2">{Text("B2", "a", 0)}{Text("C2", "b", 0)}{Text("D2", "c", 0)}</row><row r="4">{Text("B4", "d", 0)}{Text("C4", "e", 0)}{Text("D4", "f", 0)}</row></sheetData>"""),
        ("Nhap", SheetStateValues.Hidden, $"""<sheetData><row r="1">{Text("A1", "nháp", 0)}</row></sheetData>"""));

    public static byte[] Workbook(params (string Name, SheetStateValues? State, string Content)[] sheets)
    {
        using var file = new MemoryStream();
        using (var package = SpreadsheetDocument.Create(file, SpreadsheetDocumentType.Workbook))
        {
            var workbook = package.AddWorkbookPart();
            workbook.Workbook = new Workbook(new Sheets());
            workbook.AddNewPart<WorkbookStylesPart>().Stylesheet = new Stylesheet(Styles);
            foreach (var (name, state, content) in sheets)
            {
                var part = workbook.AddNewPart<WorksheetPart>();
                part.Worksheet = new Worksheet($"""<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">{content}</worksheet>""");
                workbook.Workbook.Sheets!.Append(new Sheet { Name = name, SheetId = (uint)workbook.Workbook.Sheets.Count() + 1, Id = workbook.GetIdOfPart(part), State = state });
            }
        }

        return file.ToArray();
    }

    public static string Text(string at, string words, int style) => $"""<c r="{at}" s="{style}" t="inlineStr"><is><t xml:space="preserve">{words}</t></is></c>""";

    public static string Number(string at, double value, int style) => FormattableString.Invariant($"""<c r="{at}" s="{style}"><v>{value}</v></c>""");
}
