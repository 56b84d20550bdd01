using System.IO.Compression;
using System.Text;
using Plans.Store;
using Plans.Store.Ledger;

namespace Plans.EndToEnd.Faults;

/// <summary>Folders and archives that are overlapping, changing, or large.</summary>
public sealed class ScanTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private string Data => _folder["data"];

    [Fact]
    public async Task Two_loads_of_overlapping_folders_at_once_load_every_file_once()
    {
        const int Files = 40;
        for (var number = 1; number <= Files; number++)
        {
            _folder.Write($"{(number % 2 == 0 ? "all" : "all/part")}/{number}.txt", PlanTexts.Training(number));
        }

        using var all = PlansProcess.Start(Data, "load", _folder["all"]);
        using var part = PlansProcess.Start(Data, "load", _folder["all/part"]);
        (await all.EndAsync(TimeSpan.FromMinutes(3))).Expect(0);
        (await part.EndAsync(TimeSpan.FromMinutes(3))).Expect(0);

        using var store = PlanStore.Open(Data);
        Assert.Equal((Files, Files), (store.Counts().Plans, store.Ledger.CountsByState()[FileState.Done]));
        Assert.All(store.Ledger.Files(FileFilter.All, int.MaxValue), file => Assert.Equal(1, file.Attempts));
        await Loads.AuditAsync(Data);
    }

    [Fact]
    public async Task A_folder_that_changes_while_it_is_scanned_is_loaded_as_it_is_found_and_wholly_the_next_time()
    {
        const int Files = 150;
        for (var number = 1; number <= Files; number++)
        {
            _folder.Write($"plans/{number % 7}/{number}.txt", PlanTexts.Training(number));
        }

        using (var load = PlansProcess.Start(Data, "load", _folder["plans"]))
        {
            var random = new Random(7);
            for (var turn = 0; !load.HasEnded && turn < 400; turn++)
            {
                Change(random, turn);
                await Task.Delay(5);
            }

            Assert.InRange((await load.EndAsync(TimeSpan.FromMinutes(3))).ExitCode, 0, 1);
        }

        await Loads.AuditAsync(Data);
        await PlansProcess.RunAsync(Data, "load", _folder["plans"]);
        using var store = PlanStore.Open(Data);
        var done = store.Ledger.Files(new FileFilter { States = [FileState.Done, FileState.Skipped] }, int.MaxValue).Select(file => file.Path).ToHashSet();
        Assert.DoesNotContain(Directory.GetFiles(_folder["plans"], "*.txt", SearchOption.AllDirectories), path => !done.Contains(path));
        await Loads.AuditAsync(Data);
    }

    [Fact]
    public async Task Very_many_tiny_files_are_loaded()
    {
        var files = LongForm.Or(150, 100_000);
        for (var number = 1; number <= files; number++)
        {
            _folder.Write($"tiny/{number / 1000}/{number}.txt", Tiny(number));
        }

        await LoadedAsync(_folder["tiny"], files, found: files);
    }

    [Fact]
    public async Task An_archive_of_very_many_members_is_loaded()
    {
        var members = LongForm.Or(150, 20_000);
        using (var zip = ZipFile.Open(_folder["large.zip"], ZipArchiveMode.Create))
        {
            for (var number = 1; number <= members; number++)
            {
                using var member = zip.CreateEntry($"{number / 100}/{number}.txt", CompressionLevel.Fastest).Open();
                member.Write(Encoding.UTF8.GetBytes(Tiny(number)));
            }
        }

        await LoadedAsync(_folder["large.zip"], members, found: members + 1);
    }

    private void Change(Random random, int turn)
    {
        var path = _folder[$"plans/{random.Next(7)}/{random.Next(1, 150)}.txt"];
        switch (random.Next(3))
        {
            case 0:
                File.Delete(path);
                break;
            case 1:
                File.WriteAllText(path, PlanTexts.Training(1000 + turn));
                break;
            default:
                _folder.Write($"plans/new-{turn % 5}/{turn}.txt", PlanTexts.Training(5000 + turn));
                break;
        }
    }

    private async Task LoadedAsync(string path, int plans, int found)
    {
        using var load = PlansProcess.Start(Data, "load", path);
        var end = (await load.EndAsync(TimeSpan.FromMinutes(LongForm.Or(4, 120)))).Expect(0);
        Assert.Contains($"{found} files found: {found} done", end.Output);
        using var store = PlanStore.Open(Data);
        Assert.Equal(plans, store.Counts().Plans);
        await Loads.AuditAsync(Data);
    }

    private static string Tiny(int number) => $"KẾ HOẠCH\nTrồng rừng\n\nI. MỤC TIÊU\n\nTrồng mới {number} ha rừng.\n";

    public void Dispose() => _folder.Dispose();
}
