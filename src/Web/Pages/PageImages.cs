using Plans.Ingest;
using Plans.Ingest.Formats.Pdf;
using Plans.Store;

namespace Plans.Web.Pages;

/// <summary>Images of the pages of PDF originals, drawn when first asked for and kept in the data folder, the latest used of them.</summary>
public sealed class PageImages(PlanStore store) : IDisposable
{
    public const string MediaType = "image/jpeg";

    /// <summary>Some 300 MB.</summary>
    public const int MostKept = 2000;

    private const int DrawnAtOnce = 2;
    private readonly string folder = Path.Combine(store.Options.DataFolder, "page-images");
    private readonly SemaphoreSlim places = new(DrawnAtOnce);
    private readonly PageDrawer drawer = new();

    public static bool HasImages(string mediaType) => mediaType == "application/pdf";

    /// <summary>The image's file.</summary>
    /// <param name="page">From 1.</param>
    /// <exception cref="UnreadableFileException">The page cannot be drawn.</exception>
    /// <exception cref="StoreException">The original is missing.</exception>
    public async Task<string> PathOf(string sha256, int page, CancellationToken cancellationToken)
    {
        var path = Path.Combine(folder, FormattableString.Invariant($"{sha256}-{page}.jpg"));
        if (Touched(path))
        {
            return path;
        }

        await places.WaitAsync(cancellationToken);
        try
        {
            if (!Touched(path))
            {
                Keep(path, await Task.Run(() => drawer.Draw(store.Originals.PathOf(sha256), page, cancellationToken), cancellationToken));
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
        var kept = new DirectoryInfo(folder).GetFiles("*.jpg");
        if (kept.Length > MostKept)
        {
            foreach (var old in kept.OrderBy(file => file.LastWriteTimeUtc).Take(MostKept / 10))
            {
                old.Delete();
            }
        }
    }
}
