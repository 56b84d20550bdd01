using System.Text.Json;
using Plans.Ingest.Layout.Pages;
using Plans.Ingest.Sandbox;

namespace Plans.Ingest.Formats.Pdf;

/// <param name="HasInk">Whether the page paints anything.</param>
/// <param name="ImageShare">How much of the page its largest picture covers, from 0 to 1.</param>
/// <param name="IsDamaged">Part of what paints the page cannot be decoded or is cut off.</param>
/// <param name="Scan">The picture that is all of the page, if it can be had without drawing the page.</param>
internal sealed record PageDrawing(IReadOnlyList<Ruling> Rulings, bool HasInk, double ImageShare = 0, bool IsDamaged = false, PagePicture? Scan = null);

/// <summary>Reads the straight lines drawn on pages, some hundred pages at a time so that memory stays bounded.</summary>
internal static class PdfDrawings
{
    private const int PagesAtOnce = 200;
    private const int DeepestForms = 12;
    private const int MostStreams = 4_000;

    /// <exception cref="PdfSyntaxException">A stream cannot be decoded here.</exception>
    public static IReadOnlyList<PageDrawing> Read(PdfFile objects, IReadOnlyList<PdfPage> pages) => pages.Select(page => Draw(objects, objects, page, null)).ToList();

    public static IReadOnlyList<PageDrawing> Read(QpdfObjects objects, IReadOnlyList<PdfPage> pages, string path, PdfTools tools, CancellationToken cancellationToken) =>
        pages.Chunk(PagesAtOnce).SelectMany(chunk => ReadChunk(objects, chunk, path, tools, cancellationToken)).ToList();

    private static List<PageDrawing> ReadChunk(QpdfObjects objects, PdfPage[] pages, string path, PdfTools tools, CancellationToken cancellationToken)
    {
        var streams = new HashSet<PdfReference>(pages.SelectMany(page => page.Contents));
        foreach (var page in pages)
        {
            AddForms(objects, page.Resources, streams, 0);
        }

        if (streams.Count == 0)
        {
            return pages.Select(_ => new PageDrawing([], false)).ToList();
        }

        var wanted = streams.Take(MostStreams).ToHashSet();
        PdfObjects? contents = null;
        try
        {
            ChildProcess.Run(tools.Streams(path, wanted), output => contents = QpdfObjects.Read(output), cancellationToken);
            return pages.Select(page => Draw(objects, contents!, page, wanted)).ToList();
        }
        finally
        {
            contents?.Dispose();
        }
    }

    private static void AddForms(PdfObjects objects, JsonElement? resources, HashSet<PdfReference> streams, int depth)
    {
        if (depth >= DeepestForms || objects.Entry(resources, "/XObject") is not { ValueKind: JsonValueKind.Object } forms)
        {
            return;
        }

        foreach (var entry in forms.EnumerateObject())
        {
            if (entry.Value.ValueKind == JsonValueKind.String && PdfReference.Of(entry.Value.GetString()) is { } reference
                && objects.Resolve(entry.Value) is { } form && objects.IsForm(form) && streams.Add(reference))
            {
                AddForms(objects, objects.Entry(form, "/Resources"), streams, depth + 1);
            }
        }
    }

    private static PageDrawing Draw(PdfObjects objects, PdfObjects contents, PdfPage page, HashSet<PdfReference>? wanted)
    {
        var painter = new PathPainter(page.Frame);
        // The streams of one page are one program, cut anywhere between two tokens (ISO 32000-1, 7.8.2).
        var isDamaged = page.Contents.Any(stream => wanted?.Contains(stream) == true && !contents.IsDecoded(stream));
        var program = page.Contents.Where(contents.IsDecoded).Select(contents.Data).OfType<byte[]>().SelectMany(data => data.Append((byte)'\n')).ToArray();
        var interpreter = new ContentInterpreter(objects, contents.Data, painter);
        interpreter.Run(program, page.Resources, Matrix.Identity);
        var scan = painter.WholePage is { } picture ? PagePicture.Of(objects, picture, page.Frame) : null;
        return new PageDrawing(painter.Rulings, painter.HasInk, painter.ImageShare, isDamaged || interpreter.IsCutOff, scan);
    }
}
