using System.Globalization;
using System.Text.Json;
using Plans.Ingest.Layout.Pages;
using Plans.Ingest.Ocr;
using Plans.Ingest.Sandbox;

namespace Plans.Ingest.Formats.Pdf;

/// <summary>Reads one box of a page of a PDF file anew as a table, where the reading of the whole page missed or mangled it.</summary>
public sealed class BoxReader(ReadLimits? limits = null, OcrSettings? ocr = null)
{
    private const double PointsPerInch = 72;

    private readonly ReadLimits _limits = limits ?? ReadLimits.Default;
    private readonly PdfTools _tools = new(limits ?? ReadLimits.Default);
    private readonly PageRecogniser _recogniser = new(new Tesseract(limits ?? ReadLimits.Default, ocr ?? OcrSettings.Default));

    /// <param name="path">Of a PDF file.</param>
    /// <param name="page">From 1.</param>
    /// <param name="box">In points from the page's top left.</param>
    /// <param name="isImage">Whether the page is an image, so that its words have to be recognised.</param>
    /// <returns>No rows where nothing stands in the box.</returns>
    /// <exception cref="UnreadableFileException">There is no such page, a program is missing, or reading took too long.</exception>
    public BoxTable Read(string path, int page, Box box, bool isImage, CancellationToken cancellationToken = default)
    {
        var content = isImage ? Recognised(path, page, box, cancellationToken) : Printed(path, page, box, cancellationToken);
        return BoxCells.Of(content);
    }

    /// <summary>The words of the text layer and the lines that are drawn, in the box alone.</summary>
    private PageContent Printed(string path, int page, Box box, CancellationToken cancellationToken)
    {
        IReadOnlyList<TextLayerPage> read = [];
        ChildProcess.Run(_tools.Words(path, page), output => read = BoxLayout.Read(output, _limits), cancellationToken);
        if (read is not [var only])
        {
            throw new UnreadableFileException(FailureReasons.Damaged, $"Page {page} cannot be opened.", "Look at the original file.");
        }

        return new PageContent(page, only.Width, only.Height, [.. only.Words.Where(word => IsIn(word.Box, box))], [.. Drawn(path, page).Select(line => Clipped(line, box)).OfType<Ruling>()]);
    }

    /// <summary>The box alone is drawn and recognised: a tenth of what a page costs, and nothing around it misleads.</summary>
    private PageContent Recognised(string path, int page, Box box, CancellationToken cancellationToken)
    {
        PageImage? image = null;
        ChildProcess.Run(
            _tools.Part(path, page, PageRecogniser.DotsPerInch, Pixels(box.X0), Pixels(box.Y0), Pixels(box.X1 - box.X0), Pixels(box.Y1 - box.Y0)),
            output => image = PageImage.Read(output, _limits), cancellationToken);
        var found = image is null ? null : _recogniser.Recognise(image, cancellationToken);
        return new PageContent(page, box.X1 - box.X0, box.Y1 - box.Y0, found?.Words ?? [], found?.Rulings ?? []) { IsRecognised = true };
    }

    private static IReadOnlyList<Ruling> Drawn(string path, int page)
    {
        try
        {
            using var objects = PdfFile.Open(File.ReadAllBytes(path));
            var pages = PdfPages.Of(objects);
            return page <= pages.Count ? PdfDrawings.Read(objects, [pages[page - 1]])[0].Rulings : [];
        }
        catch (Exception e) when (e is PdfSyntaxException or JsonException or OverflowException)
        {
            // Where its lines are cannot be told; the gaps between the words tell the cells.
            return [];
        }
    }

    private static bool IsIn(Box word, Box box)
    {
        var (x, y) = ((word.X0 + word.X1) / 2, (word.Y0 + word.Y1) / 2);
        return x >= box.X0 && x <= box.X1 && y >= box.Y0 && y <= box.Y1;
    }

    private static Ruling? Clipped(Ruling line, Box box)
    {
        var (least, most, from, to) = line.IsHorizontal ? (box.Y0, box.Y1, box.X0, box.X1) : (box.X0, box.X1, box.Y0, box.Y1);
        return line.At < least - Rulings.Tolerance || line.At > most + Rulings.Tolerance || line.To <= from || line.From >= to
            ? null
            : line with { From = Math.Max(line.From, from), To = Math.Min(line.To, to) };
    }

    private static string Pixels(double points) => Math.Max(1, (int)(points / PointsPerInch * PageRecogniser.DotsPerInch)).ToString(CultureInfo.InvariantCulture);
}
