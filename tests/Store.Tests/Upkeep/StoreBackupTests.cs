using System.Text;
using Plans.Extraction;
using Plans.Store.Ledger;
using Plans.Store.Upkeep;

namespace Plans.Store.Tests.Upkeep;

public sealed class StoreBackupTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("plans-backup-").FullName;

    private string Backup => Path.Combine(folder, "plans.tar.gz");

    [Theory]
    [InlineData(Engine.Sqlite, Engine.Postgres)]
    [InlineData(Engine.Postgres, Engine.Sqlite)]
    [InlineData(Engine.Sqlite, Engine.Sqlite)]
    [InlineData(Engine.Postgres, Engine.Postgres)]
    public void What_was_backed_up_is_restored(Engine source, Engine target)
    {
        using var from = new TestStore(source);
        using var to = new TestStore(target);
        Fill(from.Store, 1, 5);

        var made = StoreBackup.Write(from.Store, Backup);
        var restored = StoreBackup.Restore(Backup, to.Store, folder);

        Assert.Equal(made, restored);
        Assert.Equal(from.Store.Ledger.Files(FileFilter.All), to.Store.Ledger.Files(FileFilter.All));
        Assert.Equal(from.Store.Plans.List().Select(plan => from.Store.Plans.Json(plan.Id)), to.Store.Plans.List().Select(plan => to.Store.Plans.Json(plan.Id)));
        Assert.Empty(to.Store.Audit().Holes);
        Assert.Equal([Backup], Directory.GetFileSystemEntries(folder));
    }

    [Theory]
    [InlineData(Engine.Sqlite)]
    [InlineData(Engine.Postgres)]
    public async Task A_backup_is_of_one_moment_while_others_load(Engine engine)
    {
        using var from = new TestStore(engine);
        using var to = new TestStore(Engine.Sqlite);
        Fill(from.Store, 1, 20);
        using var stop = new CancellationTokenSource();
        var loading = Task.Run(() =>
        {
            for (var number = 100; !stop.IsCancellationRequested; number++)
            {
                Fill(from.Store, number, 1);
            }
        });

        StoreBackup.Write(from.Store, Backup);
        await stop.CancelAsync();
        await loading;
        StoreBackup.Restore(Backup, to.Store, folder);

        Assert.InRange(to.Store.Counts().Plans, 20, from.Store.Counts().Plans);
        Assert.Empty(to.Store.Check());
        Assert.DoesNotContain(to.Store.Audit().Holes, hole => hole.Kind is not ("not-ended" or "scan-cut-off"));
    }

    [Theory]
    [InlineData("no backup at all")]
    [InlineData("")]
    public void What_is_no_backup_is_refused(string content)
    {
        using var to = new TestStore(Engine.Sqlite);
        File.WriteAllText(Backup, content);
        var error = Assert.Throws<StoreException>(() => StoreBackup.Restore(Backup, to.Store, folder));
        Assert.Contains("no backup", error.Message);
    }

    [Fact]
    public void A_backup_that_was_cut_off_is_refused_and_nothing_comes_of_it()
    {
        using var from = new TestStore(Engine.Sqlite);
        using var to = new TestStore(Engine.Sqlite);
        Fill(from.Store, 1, 5);
        StoreBackup.Write(from.Store, Backup);
        File.WriteAllBytes(Backup, File.ReadAllBytes(Backup)[..^2000]);

        Assert.Throws<StoreException>(() => StoreBackup.Restore(Backup, to.Store, folder));
        Assert.Equal(0, to.Store.Counts().Plans);
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private static void Fill(PlanStore store, int first, int count)
    {
        for (var number = first; number < first + count; number++)
        {
            var plan = PlanBuilder.Of("Huế", $"{number}/KH-UBND", $"Nước sạch lần {number}").Section("I", "Mục tiêu", $"Cấp nước cho {number} hộ");
            using var bytes = new MemoryStream(Encoding.UTF8.GetBytes(plan.Document.Text));
            store.Originals.Keep(bytes);
            var load = store.Ledger.StartLoad([$"/{number}.txt"]);
            var file = store.Ledger.Register(load, TestStore.Found($"/{number}.txt", plan.Document.Text), PlanExtractor.Version);
            store.Ledger.EndScan(load);
            store.Save(store.Ledger.Start(file.FileId, "worker")!, plan.Document, plan.Plan);
        }
    }
}
