using System.IO.Compression;
using System.Xml;
using DocumentFormat.OpenXml.Packaging;
using Plans.Ingest.Building;
using Plans.Ingest.Encodings;
using Plans.Ingest.Formats.Docx;
using S = DocumentFormat.OpenXml.Spreadsheet;

namespace Plans.Ingest.Formats.Xlsx;

/// <summary>Reads Excel workbooks: each visible sheet is a page, its bordered cells a table, what stands above and below are paragraphs.</summary>
public sealed class XlsxReader(ReadLimits limits) : IFormatReader
{
    private const string MediaType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    public double Score(FileContent file)
    {
        if (!DocxPackageCheck.IsZip(file.Bytes.Span))
        {
            return 0;
        }

        try
        {
            using var zip = new ZipArchive(new ReadOnlyMemoryStream(file.Bytes), ZipArchiveMode.Read);
            return zip.GetEntry("xl/workbook.xml") is not null ? 0.95 : 0;
        }
        catch (InvalidDataException)
        {
            return Path.GetExtension(file.Name).Equals(".xlsx", StringComparison.OrdinalIgnoreCase) ? 0.92 : 0;
        }
    }

    public Document Read(FileContent file, CancellationToken cancellationToken)
    {
        try
        {
            DocxPackageCheck.Check(file, limits, cancellationToken);
            using var stream = new ReadOnlyMemoryStream(file.Bytes);
            using var package = SpreadsheetDocument.Open(stream, isEditable: false);
            return Read(package, file, cancellationToken);
        }
        catch (Exception e) when (e is InvalidDataException or XmlException or OpenXmlPackageException or FileFormatException or FormatException
            or IOException or ArgumentException or InvalidOperationException or NotSupportedException)
        {
            throw new UnreadableFileException(FailureReasons.Damaged, $"{file.Name} is a damaged workbook: {e.Message}",
                "Get the file again from where it came, or let Excel repair it.", e);
        }
    }

    private Document Read(SpreadsheetDocument package, FileContent file, CancellationToken cancellationToken)
    {
        var workbook = package.WorkbookPart ?? throw new InvalidDataException("it has no workbook part.");
        var legacy = new LegacyText();
        var cells = new CellTexts(workbook, legacy);
        var builder = new DocumentBuilder();
        var pages = new List<PageRecord>();
        var sheets = workbook.Workbook.Sheets?.Elements<S.Sheet>().ToList() ?? [];
        var visible = sheets.Where(sheet => Values.Of(sheet.State) is null or S.SheetStateValues.Visible).ToList();
        if (visible.Count < sheets.Count)
        {
            builder.Warn("hidden-sheets-skipped", $"{sheets.Count - visible.Count} hidden sheets were left out; unhide them in Excel to include them.");
        }

        foreach (var sheet in visible)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var grid = sheet.Id?.Value is { } id && workbook.TryGetPartById(id, out var part) && part is WorksheetPart worksheet
                ? SheetReader.Read(worksheet, cells, limits, cancellationToken) : SheetGrid.Empty;
            var page = pages.Count + 1;
            var blocks = SheetBlocks.Of(grid, page).ToList();
            var name = CleanText.OneLine(legacy.Repair(sheet.Name?.Value ?? ""));
            if (blocks.Count > 0 && visible.Count > 1 && !SheetBlocks.IsGenericName(name))
            {
                builder.AddParagraph(name, page);
            }

            builder.Add(blocks);
            pages.Add(new PageRecord(page, blocks.Count > 0 ? PageSource.Text : PageSource.Blank));
        }

        return builder.IsEmpty
            ? throw new UnreadableFileException(FailureReasons.Empty, $"{file.Name} holds no text in its visible sheets.", "If its content is a picture, load it as PDF.")
            : builder.Build(MediaType, pages);
    }
}
