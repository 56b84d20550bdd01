using Plans.Ingest;
using Plans.Ingest.Formats.Pdf;
using Plans.Store;
using Plans.Store.Reading;

namespace Plans.Web.Pages;

/// <summary>Reads boxes of pages anew, few at a time: recognising an image keeps a processor busy for seconds.</summary>
public sealed class BoxReadings(PlanStore store) : IDisposable
{
    private const int AtOnce = 1;
    private readonly SemaphoreSlim places = new(AtOnce);
    private readonly BoxReader reader = new();

    /// <returns>Null where the plan is no PDF, or has no such page.</returns>
    /// <exception cref="UnreadableFileException">The page cannot be read.</exception>
    /// <exception cref="StoreException">The original is missing.</exception>
    public async Task<BoxTable?> Read(StoredPlan stored, int number, PageBox box, CancellationToken cancellationToken)
    {
        if (DrawnPage.Of(stored, number) is not { } page)
        {
            return null;
        }

        var isImage = stored.PageLedger.First(each => each.Number == number).Source != PageSource.Text;
        await places.WaitAsync(cancellationToken);
        try
        {
            return await Task.Run(
                () => reader.Read(store.Originals.PathOf(stored.Summary.Sha256), number, box.On(page.Width, page.Height), isImage, cancellationToken), cancellationToken);
        }
        finally
        {
            places.Release();
        }
    }

    public void Dispose() => places.Dispose();
}
