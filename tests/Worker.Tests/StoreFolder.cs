using System.Text;
using Plans.Extraction;
using Plans.Store;
using Plans.Store.Ledger;

namespace Plans.Worker.Tests;

/// <summary>A store in a folder that is gone after the test, with a clock that goes only when told.</summary>
public sealed class StoreFolder : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public StoreFolder(TimeProvider? clock = null) =>
        Store = PlanStore.Open(new StoreOptions { DataFolder = _folder["data"], Clock = clock ?? TimeProvider.System });

    public PlanStore Store { get; }

    /// <summary>Enters a text into the ledger as a load would.</summary>
    /// <returns>The file's number.</returns>
    public long Register(string name, string text, int priority = 0)
    {
        using var bytes = new MemoryStream(Encoding.UTF8.GetBytes(text));
        var kept = Store.Originals.Keep(bytes);
        var load = Store.Ledger.StartLoad([name], priority: priority);
        return Store.Ledger.Register(load, new FoundFile($"/{name}", kept.Sha256, kept.Size), PlanExtractor.Version).FileId;
    }

    public FileRecord File(long id) => Store.Ledger.Find(id)!;

    /// <summary>Waits for a file to come into a state; half a minute is more than any test needs.</summary>
    public async Task<FileRecord> UntilAsync(long id, FileState state)
    {
        for (var tries = 0; tries < 300 && File(id).State != state; tries++)
        {
            await Task.Delay(100);
        }

        Assert.Equal(state, File(id).State);
        return File(id);
    }

    public void Dispose()
    {
        Store.Dispose();
        _folder.Dispose();
    }
}
