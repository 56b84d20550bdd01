using System.Globalization;
using System.Text.Json;
using Plans.Ingest.Building;
using Plans.Ingest.Layout.Pages;
using Plans.Ingest.Ocr;
using Plans.Ingest.Sandbox;

namespace Plans.Ingest.Formats.Pdf;

/// <summary>
/// Reads PDF, born digital or scanned, by foreign programs in child processes: Poppler for words, qpdf for drawn lines, Tesseract for
/// images of pages. What is a table, a column, a paragraph is decided here, from where words and lines stand.
/// </summary>
public sealed class PdfReader(ReadLimits limits, OcrSettings ocr) : IFormatReader
{
    private const string MediaType = "application/pdf";

    /// <summary>Where readers look for the header (ISO 32000-1, annex H.3, note 13).</summary>
    private const int HeaderWithin = 1024;

    private readonly PdfTools _tools = new(limits);

    public double Score(FileContent file)
    {
        var start = file.Bytes.Span[..Math.Min(file.Bytes.Length, HeaderWithin)].IndexOf("%PDF-"u8);
        return start switch
        {
            < 0 => 0,
            0 => 1,
            // Some garbage before it is common; a text that merely mentions it has no objects.
            _ => file.Bytes.Span.IndexOf(" obj"u8) > start ? 0.9 : 0,
        };
    }

    public Document Read(FileContent file, CancellationToken cancellationToken)
    {
        var builder = new DocumentBuilder();
        return Build(file, builder, Readings(file, builder, cancellationToken));
    }

    /// <summary>All pages, each read in one way. What the tools said of the file is gone when this returns: long files fill the memory else.</summary>
    private PageReading[] Readings(FileContent file, DocumentBuilder builder, CancellationToken cancellationToken)
    {
        using var handed = new HandedFile(file.Bytes.Span);
        var (pages, drawings) = Painted(file) ?? PaintedByQpdf(file, handed.Path, builder, cancellationToken);
        var text = TypedFonts.Decoded(TextPages(file, handed.Path, cancellationToken), handed.Path, _tools, cancellationToken);
        var scanned = new ScannedPages(handed.Path, _tools, limits, ocr);
        var readings = new PageReading[text.Count];
        Parallel.For(0, text.Count, new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount, CancellationToken = cancellationToken },
            i => readings[i] = Read(text[i], Content(i, text[i], pages.ElementAtOrDefault(i), drawings.ElementAtOrDefault(i)), pages.ElementAtOrDefault(i), drawings.ElementAtOrDefault(i), scanned, cancellationToken));
        scanned.ReadLostCells(readings, cancellationToken);
        RepairNumbers(readings);
        return readings;
    }

    /// <summary>Sets right the numbers of recognised lines, each page's by themselves and headings by those of the whole document.</summary>
    private static void RepairNumbers(PageReading[] readings)
    {
        var pages = Enumerable.Range(0, readings.Length).Where(i => readings[i].Content.IsRecognised).ToList();
        var tables = pages.ConvertAll(i => Grid.All(readings[i].Content.Rulings));
        IReadOnlyList<IReadOnlyList<PageWord>> own = [.. pages.Zip(tables, (i, grids) => RowNumbers.Repaired(SignerNames.Repaired(MisreadMarks.Repaired(LineStarts.Repaired(readings[i].Content.Words))), grids))];
        var repaired = SectionReferences.Repaired(HeadingNumerals.Repaired([.. ListNumerals.Repaired([.. own.Zip(tables)]).Zip(tables)]));
        foreach (var (i, words) in pages.Zip(repaired))
        {
            readings[i] = readings[i] with { Content = readings[i].Content with { Words = words } };
        }
    }

    /// <summary>Each page's words, which are let go as soon as they have become lines.</summary>
    private static IEnumerable<(PageContent Content, IReadOnlyList<PageWord> Stamps)> Released(PageReading[] readings)
    {
        for (var i = 0; i < readings.Length; i++)
        {
            var reading = readings[i];
            readings[i] = reading with { Content = reading.Content with { Words = [] } };
            yield return (reading.Content, reading.Stamps);
        }
    }

    private static PageContent Content(int index, TextLayerPage text, PdfPage? page, PageDrawing? drawing) =>
        new(index + 1, page?.Frame.Width ?? text.Width, page?.Frame.Height ?? text.Height, text.Words, drawing?.Rulings ?? []);

    private static PageReading Read(TextLayerPage text, PageContent content, PdfPage? page, PageDrawing? drawing, ScannedPages scanned, CancellationToken cancellationToken)
    {
        var reading = ReadUndamaged(text, content, page, drawing, scanned, cancellationToken);
        return drawing is { IsDamaged: true } && reading.Record.Source != PageSource.Failed
            ? reading with { Record = reading.Record with { Source = PageSource.Failed, Reason = "part of its content is damaged; only what stands before is in the text." } }
            : reading;
    }

    private static PageReading ReadUndamaged(TextLayerPage text, PageContent content, PdfPage? page, PageDrawing? drawing, ScannedPages scanned, CancellationToken cancellationToken)
    {
        var stamps = StampFinder.Words(content);
        var words = content.Words.Where(word => !stamps.Contains(word)).ToList();
        if (TextLayer.IsMissing(words, page?.HasImages ?? true) || (stamps.Count == 0 ? text.IsGarbage : TextLayer.IsGarbage(words)))
        {
            var isEmpty = words.Count == 0 && page is { HasImages: false } && drawing is { HasInk: false };
            return isEmpty ? new PageReading(content, Record(content, PageSource.Blank)) : scanned.Read(content, page?.IsGrey ?? false, drawing?.Scan, stamps.ToList(), cancellationToken);
        }

        // A heading may be printed over the picture of a page: the picture is read if it holds more than that.
        return TextLayer.IsThin(words, drawing?.ImageShare ?? 0) && scanned.Read(content, page?.IsGrey ?? false, null, stamps.ToList(), cancellationToken) is { Record.Source: PageSource.Ocr } recognised
            && recognised.Content.Words.Count > 2 * words.Count
            ? recognised : new PageReading(content, Record(content, PageSource.Text));
    }

    private static PageRecord Record(PageContent page, PageSource source) => new(page.Number, source, page.Width, page.Height);

    private static Document Build(FileContent file, DocumentBuilder builder, PageReading[] readings)
    {
        builder.Add(PageFlow.Blocks(Released(readings),
            page => builder.Warn("words-uneven", "Where columns or tables overlap, words of the page may be missing or stand twice; compare it with the original.", page)));
        foreach (var page in readings.Select(reading => reading.Record))
        {
            if (page.Source == PageSource.Ocr)
            {
                builder.Warn("ocr-used", "The page is an image; its text was recognised and may have errors.", page.Number);
            }
            else if (page.Source == PageSource.Failed)
            {
                builder.Warn("page-failed", $"The page could not be read: {page.Reason}", page.Number);
            }
        }

        var document = builder.Build(MediaType, readings.Select(reading => reading.Record).ToList());
        if (builder.IsEmpty)
        {
            throw readings.FirstOrDefault(reading => reading.Record.Source == PageSource.Failed) is { Record.Reason: var reason }
                ? new UnreadableFileException(FailureReasons.ToolFailed, $"{file.Name}: no page could be read: {reason}", "Install what is missing, or scan the document again, and load it anew.")
                : new UnreadableFileException(FailureReasons.Empty, $"{file.Name} holds no text; its pages are blank.", "Look at the file in a viewer; if it shows text, please report it.");
        }

        if (Array.TrueForAll(readings, reading => reading.Record.Source != PageSource.Ocr))
        {
            return document;
        }

        return document with { Words = document.Words.Select(word => word with { Box = readings[word.Page - 1].Back(word.Box) }).ToList() };
    }

    /// <summary>What the pages are and what is drawn on them; null if the file is not as the standard has it.</summary>
    private (IReadOnlyList<PdfPage> Pages, IReadOnlyList<PageDrawing> Drawings)? Painted(FileContent file)
    {
        try
        {
            using var objects = PdfFile.Open(file.Bytes);
            var pages = Counted(file, PdfPages.Of(objects));
            return (pages, PdfDrawings.Read(objects, pages));
        }
        catch (Exception e) when (e is PdfSyntaxException or JsonException or OverflowException)
        {
            return null;
        }
    }

    private (IReadOnlyList<PdfPage> Pages, IReadOnlyList<PageDrawing> Drawings) PaintedByQpdf(FileContent file, string path, DocumentBuilder builder, CancellationToken cancellationToken)
    {
        using var objects = Objects(file, path, cancellationToken);
        if (objects is null)
        {
            return ([], []);
        }

        var pages = Counted(file, PdfPages.Of(objects));
        return (pages, Drawings(objects, pages, path, builder, cancellationToken));
    }

    private IReadOnlyList<PdfPage> Counted(FileContent file, IReadOnlyList<PdfPage> pages) => pages.Count <= limits.Pages ? pages
        : throw new UnreadableFileException(FailureReasons.LimitExceeded,
            string.Create(CultureInfo.InvariantCulture, $"{file.Name} has {pages.Count} pages, more than the limit of {limits.Pages}."), "Split it, or raise the limit Pages.");

    /// <summary>Null if qpdf finds no way into the file; Poppler may.</summary>
    private QpdfObjects? Objects(FileContent file, string path, CancellationToken cancellationToken)
    {
        QpdfObjects? objects = null;
        var isJson = true;
        var result = ChildProcess.Run(_tools.Objects(path), output =>
        {
            try
            {
                objects = QpdfObjects.Read(output);
            }
            catch (JsonException)
            {
                isJson = false;
            }
        }, cancellationToken);
        if (result.Error.Contains("invalid password", StringComparison.OrdinalIgnoreCase) || result.Error.Contains("unsupported encryption", StringComparison.OrdinalIgnoreCase))
        {
            objects?.Dispose();
            throw Encrypted(file);
        }

        if (!isJson)
        {
            return null;
        }

        return objects is { Pages.Count: 0 }
            ? throw new UnreadableFileException(FailureReasons.Damaged, $"{file.Name} is a PDF without pages.", "Get the file again from where it came.")
            : objects;
    }

    private IReadOnlyList<TextLayerPage> TextPages(FileContent file, string path, CancellationToken cancellationToken)
    {
        IReadOnlyList<TextLayerPage> text = [];
        var result = ChildProcess.Run(_tools.Words(path), output => text = BoxLayout.Read(output, limits), cancellationToken);
        if (result.Error.Contains("Incorrect password", StringComparison.OrdinalIgnoreCase))
        {
            throw Encrypted(file);
        }

        return text.Count > 0 ? text : throw new UnreadableFileException(FailureReasons.Damaged,
            $"{file.Name} is a damaged PDF: none of its pages can be opened.", "Get the file again from where it came; it may have been cut off on the way.");
    }

    private IReadOnlyList<PageDrawing> Drawings(QpdfObjects objects, IReadOnlyList<PdfPage> pages, string path, DocumentBuilder builder, CancellationToken cancellationToken)
    {
        try
        {
            return PdfDrawings.Read(objects, pages, path, _tools, cancellationToken);
        }
        catch (JsonException)
        {
            builder.Warn("drawn-lines-unreadable", "The lines drawn on the pages could not be read; tables may have been missed.");
            return [];
        }
    }

    private static UnreadableFileException Encrypted(FileContent file) =>
        new(FailureReasons.Encrypted, $"{file.Name} is protected with a password.", "Save it without the password and load that.");
}
