using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using Plans.Ingest.Building;
using Plans.Ingest.Encodings;
using Plans.Ingest.Formats.Docx;
using S = DocumentFormat.OpenXml.Spreadsheet;

namespace Plans.Ingest.Formats.Xlsx;

/// <summary>What a cell shows: its words in Unicode, its number in its format.</summary>
internal sealed class CellTexts
{
    private readonly LegacyText _legacy;
    private readonly IReadOnlyList<S.RstType> _shared;
    private readonly IReadOnlyList<CellLook> _looks;
    private readonly bool _from1904;

    public CellTexts(WorkbookPart workbook, LegacyText legacy)
    {
        _legacy = legacy;
        _shared = workbook.SharedStringTablePart?.SharedStringTable?.Elements<S.SharedStringItem>().ToList() ?? [];
        _looks = CellLook.Of(workbook.WorkbookStylesPart?.Stylesheet);
        _from1904 = workbook.Workbook.WorkbookProperties?.Date1904 is { HasValue: true, Value: true };
    }

    /// <summary>The cell without its place.</summary>
    public SheetCell Of(S.Cell cell)
    {
        var look = (Values.Of(cell.StyleIndex) ?? 0) is var index && index < _looks.Count ? _looks[(int)index] : CellLook.Plain;
        var text = new InlineText(_legacy);
        foreach (var (words, font, bold) in Runs(cell, look))
        {
            text.Append(words, bold, italic: false, size: null, page: 1, font);
        }

        var lines = InlineText.Lines(CleanText.Of(text.Decoded()), number: null).Where(line => line.Length > 0).ToList();
        return new SheetCell(0, 0, lines, look.HasBorder, text.Bold, text.Capitals);
    }

    private IEnumerable<(string Words, string? Font, bool Bold)> Runs(S.Cell cell, CellLook look)
    {
        var value = cell.CellValue?.Text ?? "";
        switch (Values.Of(cell.DataType))
        {
            case S.CellValues.SharedString when int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index < _shared.Count:
                return Rich(_shared[index], look);
            case S.CellValues.InlineString when cell.InlineString is { } inline:
                return Rich(inline, look);
            case S.CellValues.SharedString or S.CellValues.InlineString:
                return [];
            case S.CellValues.Boolean:
                return [(value == "1" ? "TRUE" : "FALSE", null, look.IsBold)];
            case S.CellValues.String or S.CellValues.Error or S.CellValues.Date:
                return [(value, look.Font, look.IsBold)];
            default:
                return double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number)
                    ? [(look.Format.Show(number, _from1904), null, look.IsBold)] : [(value, look.Font, look.IsBold)];
        }
    }

    /// <summary>A string of one look, or of runs with looks of their own; without phonetic hints.</summary>
    private static IEnumerable<(string Words, string? Font, bool Bold)> Rich(OpenXmlElement text, CellLook look)
    {
        foreach (var child in text.ChildElements)
        {
            switch (child)
            {
                case S.Text plain:
                    yield return (plain.Text, look.Font, look.IsBold);
                    break;
                case S.Run run:
                    var properties = run.RunProperties;
                    yield return (run.Text?.Text ?? "", properties?.GetFirstChild<S.RunFont>()?.Val?.Value ?? look.Font,
                        properties is null ? look.IsBold : CellLook.IsOn(properties.GetFirstChild<S.Bold>()));
                    break;
            }
        }
    }
}
