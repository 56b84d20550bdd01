using System.IO.Compression;
using System.Text;
using System.Text.Json;
using Plans.Ingest;
using Plans.Store;
using Plans.Store.Ledger;

namespace Plans.EndToEnd;

/// <summary>Archives as users have them: nested, with a mail, partly damaged.</summary>
public sealed class ArchiveTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private string Data => _folder["data"];

    [Fact]
    public async Task An_archive_with_archives_a_mail_and_a_damaged_member_is_loaded_member_by_member()
    {
        var inner = Zip(("sơn la.docx", PlanTexts.Docx(PlanTexts.Training(2, "Sơn La"))), ("__MACOSX/._a", "x"u8.ToArray()));
        var mail = $"From: a@example.vn\nTo: b@example.vn\nSubject: KH\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: text/plain\n\n"
            + $"Gui kem ke hoach.\n--b\nContent-Disposition: attachment; filename=dinh-kem.txt\nContent-Transfer-Encoding: base64\n\n{Base64(PlanTexts.Training(3, "Lai Châu"))}\n--b--\n";
        var archive = Zip(
            ("năm 2024/hòa bình.txt", Bytes(PlanTexts.Training(1))),
            ("trong.zip", inner),
            ("thư.eml", Bytes(mail)),
            ("hong.txt", Bytes(PlanTexts.Training(4))),
            ("../../ngoai.txt", Bytes(PlanTexts.Training(5))),
            ("anh.png", [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13]));
        archive[archive.AsSpan().IndexOf("hong.txt"u8) + 12] ^= 0x55;
        var path = _folder.Write("tai-ve/ke-hoach.zip", archive);

        var load = (await PlansProcess.RunAsync(Data, "load", _folder["tai-ve"], "--json")).Expect(1);

        using var json = JsonDocument.Parse(load.Lines[^1]);
        var failures = json.RootElement.GetProperty("failures").EnumerateArray().ToDictionary(
            failure => failure.GetProperty("path").GetString()!, failure => failure.GetProperty("reason").GetString());
        Assert.Equal(
            new Dictionary<string, string?> { [$"{path}!/anh.png"] = FailureReasons.UnsupportedFormat, [$"{path}!/hong.txt"] = FailureReasons.Damaged },
            failures);
        Assert.Equal(["dinh-kem.txt", "hòa bình.txt", "ngoai.txt", "sơn la.docx"], await PlanFilesAsync());
        Assert.Empty(Directory.GetFiles(_folder.Path, "ngoai.txt", SearchOption.AllDirectories));

        using var store = PlanStore.Open(Data);
        var ledger = store.Ledger.Files(FileFilter.All).ToDictionary(file => file.Path);
        Assert.Equal("6 members: 5 taken out, 1 unreadable, 0 left out.", ledger[path].Note);
        Assert.Equal((FileState.Done, "application/zip", 6), (ledger[path].State, ledger[path].MediaType, ledger[path].Members));
        Assert.Equal(2, ledger[$"{path}!/trong.zip!/sơn la.docx"].Depth);
        Assert.Equal(FileState.Done, ledger[$"{path}!/thư.eml!/thư.txt"].State);
        Assert.Equal(FileState.Skipped, ledger[$"{path}!/trong.zip!/__MACOSX/._a"].State);
        Assert.Contains("leads out of the archive", ledger[$"{path}!/ngoai.txt"].Note);

        var again = (await PlansProcess.RunAsync(Data, "load", _folder["tai-ve"])).Expect(1);
        Assert.Contains("11 files found: 0 done, 0 partial, 8 skipped (held already), 2 failed, 1 left out", again.Output);
        Assert.Contains("hong.txt", (await PlansProcess.RunAsync(Data, "failures")).Output);
    }

    [Fact]
    public async Task Killed_in_the_midst_of_an_archive_every_member_is_loaded_once()
    {
        const int Members = 150;
        _folder.Write("a.zip", Zip(Enumerable.Range(1, Members).Select(number => ($"{number:000}.txt", Bytes(PlanTexts.Training(number)))).ToArray()));
        using var store = PlanStore.Open(Data);
        var cutOff = 0;
        foreach (var wait in (int[])[1, 40, 90])
        {
            using var load = PlansProcess.Start(Data, "load", _folder["a.zip"]);
            while (!load.HasEnded && store.Ledger.CountsByState().Values.Sum() < wait)
            {
                await Task.Delay(5);
            }

            load.Kill();
            cutOff += store.Ledger.Files(FileFilter.All) is [{ State: FileState.Running, Members: < Members }, ..] ? 1 : 0;
        }

        Assert.True(cutOff > 0, "No kill hit the archive in work: the test shows nothing; take more members.");
        (await PlansProcess.RunAsync(Data, "load", _folder["a.zip"])).Expect(0);

        Assert.Equal(Enumerable.Range(1, Members).Select(number => $"{number:000}.txt"), await PlanFilesAsync());
        Assert.Equal(Members + 1, store.Ledger.CountsByState()[FileState.Done]);
        Assert.Equal(Members + 1, store.Ledger.CountsByState().Values.Sum());
    }

    [Fact]
    public async Task Where_one_document_is_wanted_an_archive_is_refused_with_what_to_do()
    {
        var path = _folder.Write("a.docx", Zip(("a.txt", Bytes("x"))));

        foreach (var command in (string[][])[["text", path], ["extract", path, "--out", _folder["out"]]])
        {
            var run = (await PlansProcess.RunAsync(Data, command)).Expect(1);
            Assert.Contains("[is-archive]", run.Error);
            Assert.Contains("plans load a.docx", run.Error);
        }
    }

    [Fact]
    public async Task An_archive_larger_than_a_document_may_be_is_read_piece_by_piece()
    {
        var noise = new byte[1 << 20];
        new Random(5).NextBytes(noise);
        using (var file = File.Create(_folder["lon.zip"]))
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create))
        {
            for (var number = 0; number < 2; number++)
            {
                using var part = zip.CreateEntry($"{number}.bin", CompressionLevel.NoCompression).Open();
                for (var megabyte = 0; megabyte < 260; megabyte++)
                {
                    noise[number] ^= (byte)megabyte;
                    part.Write(noise);
                }
            }

            using var plan = zip.CreateEntry("plan.txt").Open();
            plan.Write(Bytes(PlanTexts.Training(1)));
        }

        var load = (await PlansProcess.RunAsync(Data, "load", _folder["lon.zip"])).Expect(1);

        Assert.Contains("4 files found: 2 done, 0 partial, 0 skipped (held already), 2 failed.", load.Output);
        Assert.Equal(["plan.txt"], await PlanFilesAsync());
    }

    private async Task<IEnumerable<string?>> PlanFilesAsync()
    {
        var search = (await PlansProcess.RunAsync(Data, "search", "giáo dục nghề nghiệp", "--kind", "plan", "--limit", "1000", "--json")).Expect(0);
        using var json = JsonDocument.Parse(search.Output);
        return [.. json.RootElement.GetProperty("hits").EnumerateArray().Select(hit => hit.GetProperty("file").GetString()).Order(StringComparer.Ordinal)];
    }

    private static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);

    private static string Base64(string text) => Convert.ToBase64String(Bytes(text), Base64FormattingOptions.InsertLineBreaks);

    private static byte[] Zip(params (string Name, byte[] Bytes)[] files)
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, bytes) in files)
            {
                using var content = zip.CreateEntry(name).Open();
                content.Write(bytes);
            }
        }

        return stream.ToArray();
    }

    public void Dispose() => _folder.Dispose();
}
