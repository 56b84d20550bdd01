using Plans.Ingest;
using Plans.Store.Ledger;
using Plans.Worker.Loads;

namespace Plans.Worker.Tests;

public sealed class LoaderTests : IDisposable
{
    private readonly StoreFolder _store = new();
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public void A_folder_that_could_not_be_entered_has_failed_no_more_once_it_can()
    {
        _folder.Write("mở/a.txt", "KẾ HOẠCH");
        _folder.Write("đóng/b.txt", "KẾ HOẠCH khác");
        var first = _store.Store.Ledger.StartLoad([_folder.Path]);
        foreach (var closed in new[] { _folder["đóng"], _folder["mất"] })
        {
            _store.Store.Ledger.RegisterFailed(first, closed, new(FailureReasons.AccessDenied, "closed", "open it"));
        }

        var second = _store.Store.Ledger.StartLoad([_folder.Path]);
        new Loader(_store.Store).Enter(second, [_folder.Path], reprocess: false, () => { }, CancellationToken.None);

        Assert.Equal([_folder["mất"]], _store.Store.Ledger.Files(new FileFilter { State = FileState.Failed }).Select(file => file.Path));
        var opened = _store.Store.Ledger.Files(FileFilter.All).Single(file => file.Path == _folder["đóng"]);
        Assert.Equal((FileState.Skipped, LedgerReasons.Superseded), (opened.State, opened.Failure!.Reason));
    }

    public void Dispose()
    {
        _store.Dispose();
        _folder.Dispose();
    }
}
