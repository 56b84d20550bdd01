using Plans.Ingest;
using Plans.Ingest.Formats.Office;
using Plans.Ingest.Formats.Pdf;
using Plans.Store;
using Plans.Store.Reading;

namespace Plans.Web.Pages;

/// <summary>
/// Images of the pages of PDF originals, and of office documents as LibreOffice sets them; drawn when first asked for and kept in the data
/// folder, the latest used of them. What is only text (HTML, TXT) has no pages to be seen.
/// </summary>
public sealed class PageImages(PlanStore store) : IDisposable
{
    public const string MediaType = "image/jpeg";

    /// <summary>Some 300 MB.</summary>
    public const int MostKept = 2000;

    private const int DrawnAtOnce = 2;
    private readonly string folder = Path.Combine(store.Options.DataFolder, "page-images");
    private readonly SemaphoreSlim places = new(DrawnAtOnce);
    private readonly PageDrawer drawer = new();
    private readonly OfficePages office = new();

    public static bool HasImages(string mediaType) => IsPdf(mediaType) || OfficePages.CanDraw(mediaType);

    /// <summary>Whether the pages are those of the original itself, on which every fact has its place.</summary>
    public static bool IsPdf(string mediaType) => mediaType == "application/pdf";

    /// <summary>How many pages there are to be seen.</summary>
    /// <exception cref="UnreadableFileException">The document cannot be set.</exception>
    /// <exception cref="StoreException">The original is missing.</exception>
    public async Task<int> CountOf(PlanSummary plan, CancellationToken cancellationToken) =>
        IsPdf(plan.MediaType) ? plan.Pages : OfficePages.Count(await PdfOf(plan, cancellationToken));

    /// <summary>The image's file.</summary>
    /// <param name="page">From 1.</param>
    /// <exception cref="UnreadableFileException">The page cannot be drawn.</exception>
    /// <exception cref="StoreException">The original is missing.</exception>
    public async Task<string> PathOf(PlanSummary plan, int page, CancellationToken cancellationToken)
    {
        var path = Path.Combine(folder, FormattableString.Invariant($"{plan.Sha256}-{page}.jpg"));
        if (Touched(path))
        {
            return path;
        }

        var pdf = IsPdf(plan.MediaType) ? store.Originals.PathOf(plan.Sha256) : await PdfOf(plan, cancellationToken);
        return await Kept(path, () => drawer.Draw(pdf, page, cancellationToken), cancellationToken);
    }

    private Task<string> PdfOf(PlanSummary plan, CancellationToken cancellationToken)
    {
        var path = Path.Combine(folder, $"{plan.Sha256}.pdf");
        return Touched(path) ? Task.FromResult(path) : Kept(path, () => office.ToPdf(store.Originals.PathOf(plan.Sha256), plan.MediaType, cancellationToken), cancellationToken);
    }

    private async Task<string> Kept(string path, Func<byte[]> make, CancellationToken cancellationToken)
    {
        await places.WaitAsync(cancellationToken);
        try
        {
            if (!Touched(path))
            {
                Keep(path, await Task.Run(make, cancellationToken));
            }

            return path;
        }
        finally
        {
            places.Release();
        }
    }

    public void Dispose() => places.Dispose();

    private bool Touched(string path)
    {
        if (!File.Exists(path))
        {
            return false;
        }

        try
        {
            File.SetLastWriteTimeUtc(path, store.Options.Clock.GetUtcNow().UtcDateTime);
            return true;
        }
        catch (IOException)
        {
            // Swept away in between; it is drawn anew.
            return false;
        }
    }

    private void Keep(string path, byte[] image)
    {
        Directory.CreateDirectory(folder);
        var half = path + ".new";
        File.WriteAllBytes(half, image);
        File.Move(half, path, overwrite: true);
        Sweep();
    }

    /// <summary>Throws the tenth away that was not asked for longest.</summary>
    private void Sweep()
    {
        var kept = new DirectoryInfo(folder).GetFiles().Where(file => file.Extension is ".jpg" or ".pdf").ToList();
        if (kept.Count > MostKept)
        {
            foreach (var old in kept.OrderBy(file => file.LastWriteTimeUtc).Take(MostKept / 10))
            {
                old.Delete();
            }
        }
    }
}
