using Plans.Store;

namespace Plans.Worker.Jobs;

/// <summary>
/// Recognised pages that this machine keeps for a while, so that a long scan whose reading is cut off goes on where it was. What was read
/// to its end is in the store.
/// </summary>
internal static class OcrPages
{
    private static readonly TimeSpan Kept = TimeSpan.FromDays(7);

    public static string Folder(StoreOptions store) => Path.Combine(store.DataFolder, "ocr");

    public static void Sweep(StoreOptions store)
    {
        var folder = new DirectoryInfo(Folder(store));
        var before = (store.Clock.GetUtcNow() - Kept).UtcDateTime;
        if (folder.Exists)
        {
            foreach (var page in folder.EnumerateFiles("*", SearchOption.AllDirectories).Where(page => page.LastWriteTimeUtc < before))
            {
                page.Delete();
            }
        }
    }
}
