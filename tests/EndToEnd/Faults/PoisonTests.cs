using System.Text;
using Plans.Ingest;
using Plans.Store;
using Plans.Store.Ledger;

namespace Plans.EndToEnd.Faults;

/// <summary>A file over which the program dies or hangs, every time. A program of ours that stands for Poppler does it to its reader.</summary>
public sealed class PoisonTests : IDisposable
{
    private const int Others = 10;

    private readonly TemporaryFolder _folder = new();

    [Fact]
    public async Task A_file_that_kills_its_reader_every_time_fails_after_its_tries_and_the_others_are_loaded()
    {
        WriteFiles("kill -9 $PPID");
        var settings = Settings(("PLANS_MAXIMUM_STARTS", "2"));
        var deaths = 0;
        while (true)
        {
            using var load = PlansProcess.StartWith(settings, _folder["data"], "load", _folder["plans"]);
            var end = await load.EndAsync(TimeSpan.FromMinutes(3));
            if (end.ExitCode == 1)
            {
                Assert.Contains("doc.pdf [interrupted]", end.Error);
                break;
            }

            Assert.True(++deaths <= 2, $"It was started more often than it may be: {end.Error}");
        }

        Assert.Equal(2, deaths);
        await EndedAsync(LedgerReasons.Interrupted, FileState.Failed);
    }

    [Fact]
    public async Task A_file_over_which_its_reader_hangs_ends_when_its_time_is_over_and_the_load_with_it()
    {
        // The others first, without the limit: on a machine that has much else to do, they may take as long.
        WriteFiles("sleep 1000");
        using (var others = PlansProcess.Start(_folder["data"], ["load", .. Directory.GetFiles(_folder["plans"], "*.txt")]))
        {
            (await others.EndAsync(TimeSpan.FromMinutes(3))).Expect(0);
        }

        using var load = PlansProcess.StartWith(Settings(("PLANS_FILE_SECONDS", "3")), _folder["data"], "load", _folder["plans"]);

        (await load.EndAsync(TimeSpan.FromMinutes(3))).Expect(1);

        await EndedAsync(FailureReasons.LimitExceeded, FileState.Refused);
    }

    private void WriteFiles(string deed)
    {
        _folder.Write("plans/doc.pdf", Encoding.ASCII.GetBytes("%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Count 1/Kids[3 0 R]>>endobj\n3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"));
        for (var number = 1; number <= Others; number++)
        {
            _folder.Write($"plans/{number}.txt", PlanTexts.Training(number));
        }

        var program = _folder.Write("programs/pdftotext", $"#!/bin/sh\n{deed}\n");
        File.SetUnixFileMode(program, UnixFileMode.UserRead | UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute);
    }

    private Dictionary<string, string> Settings((string Name, string Value) setting) => new()
    {
        ["PATH"] = $"{_folder["programs"]}:{Environment.GetEnvironmentVariable("PATH")}",
        [setting.Name] = setting.Value,
    };

    private async Task EndedAsync(string reason, FileState state)
    {
        using var store = PlanStore.Open(_folder["data"]);
        var poison = store.Ledger.Files(FileFilter.All).Single(file => file.Name == "doc.pdf");
        Assert.Equal((state, reason), (poison.State, poison.Failure!.Reason));
        Assert.Equal(Others, store.Ledger.CountsByState()[FileState.Done]);
        await Loads.AuditAsync(_folder["data"]);
    }

    public void Dispose() => _folder.Dispose();
}
