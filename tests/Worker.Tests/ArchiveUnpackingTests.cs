using System.IO.Compression;
using System.Text;
using Microsoft.Extensions.Logging.Abstractions;
using Plans.Extraction;
using Plans.Ingest;
using Plans.Ingest.Archives;
using Plans.Store.Ledger;
using Plans.Worker.Jobs;

namespace Plans.Worker.Tests;

/// <summary>The life of an archive, with a real store.</summary>
public sealed class ArchiveUnpackingTests : IDisposable
{
    private readonly StoreFolder _folder = new();

    [Fact]
    public async Task Every_member_becomes_a_queued_file_with_its_bytes_kept()
    {
        var archive = await RunAsync("a.zip", Zip(("b/c.txt", "Một"), ("rong.txt", ""), ("__MACOSX/x", "x")));

        Assert.Equal((FileState.Done, "application/zip", 3), (archive.State, archive.MediaType, archive.Members));
        var member = File("/a.zip!/b/c.txt");
        Assert.Equal(FileState.Queued, member.State);
        Assert.Equal("Một", Encoding.UTF8.GetString(_folder.Store.Originals.Read(member.Sha256!)));
        Assert.Equal(FailureReasons.Empty, File("/a.zip!/rong.txt").Failure?.Reason);
        Assert.Equal((FileState.Skipped, OmissionReasons.SystemFile), (File("/a.zip!/__MACOSX/x").State, File("/a.zip!/__MACOSX/x").Failure?.Reason));
    }

    [Fact]
    public async Task An_archive_that_breaks_off_is_partial_and_says_how_many_members_came_before()
    {
        var zip = Zip(("a.txt", "Một"), ("b.txt", "Hai"));
        var archive = await RunAsync("a.zip", zip[..(zip.AsSpan().IndexOf("PK\x01\x02"u8) - 1)]);

        Assert.Equal((FileState.Partial, FailureReasons.Damaged), (archive.State, archive.Failure?.Reason));
        Assert.Contains("2 members", archive.Failure?.Message);
        Assert.Equal(FileState.Queued, File("/a.zip!/a.txt").State);
    }

    [Fact]
    public async Task An_archive_goes_on_where_it_stopped()
    {
        var id = Register("a.zip", Zip(("a.txt", "Một"), ("b.txt", "Hai"), ("c.txt", "Ba")));
        var died = _folder.Store.Ledger.Start(id, "dead")!;
        _folder.Store.Ledger.RegisterFailedMember(died, new FoundMember(1, "/a.zip!/a.txt", null, 0), new("damaged", "Hỏng.", "Gửi lại."));
        _folder.Store.Ledger.Release("dead");

        var archive = await RunAsync(id);

        Assert.Equal((FileState.Done, 3), (archive.State, archive.Members));
        Assert.Equal(FileState.Failed, File("/a.zip!/a.txt").State);
        Assert.Equal(FileState.Queued, File("/a.zip!/b.txt").State);
    }

    [Fact]
    public async Task Archives_in_archives_are_unpacked_down_to_the_limit()
    {
        var nested = Zip(("plan.txt", "Một"));
        for (var depth = 0; depth < 3; depth++)
        {
            nested = Zip(($"{depth}.zip", nested));
        }

        var limits = new ArchiveLimits { Depth = 3 };
        await RunAsync("a.zip", nested, limits);
        await RunAsync(File("/a.zip!/2.zip").Id, limits);
        await RunAsync(File("/a.zip!/2.zip!/1.zip").Id, limits);
        var last = await RunAsync(File("/a.zip!/2.zip!/1.zip!/0.zip").Id, limits);

        Assert.Equal(FailureReasons.LimitExceeded, last.Failure?.Reason);
        Assert.Contains(nameof(ArchiveLimits.Depth), last.Failure?.Message);
    }

    [Fact]
    public async Task A_bomb_of_archives_is_stopped_by_what_all_of_them_unpack_to()
    {
        var inner = Enumerable.Range(0, 4).Select(number => ($"{number}.zip", Zip(("x.txt", new string((char)('a' + number), 900))))).ToArray();
        var limits = new ArchiveLimits { ExpandedBytes = 3000 };
        await RunAsync("bom.zip", Zip(inner), limits);
        var ends = new List<FileRecord>();
        foreach (var (name, _) in inner)
        {
            ends.Add(await RunAsync(File($"/bom.zip!/{name}").Id, limits));
        }

        Assert.Contains(ends, end => end.State == FileState.Done);
        Assert.Contains(ends, end => end.Failure?.Reason == FailureReasons.LimitExceeded && end.Failure.Message.Contains(nameof(ArchiveLimits.ExpandedBytes), StringComparison.Ordinal));
        Assert.True(_folder.Store.Ledger.Files(FileFilter.All).Sum(file => file.ExpandedBytes ?? 0) <= 3000);
    }

    private Task<FileRecord> RunAsync(string name, byte[] archive, ArchiveLimits? limits = null) => RunAsync(Register(name, archive), limits);

    private async Task<FileRecord> RunAsync(long file, ArchiveLimits? limits = null)
    {
        var settings = new JobSettings { ArchiveLimits = limits ?? ArchiveLimits.Default };
        var pipeline = new FilePipeline(_folder.Store, settings, "worker", NullLogger.Instance);

        // The first run finds that it is an archive, which is unpacked in a lane of its own.
        await pipeline.RunAsync(file, CancellationToken.None);
        await pipeline.RunAsync(file, CancellationToken.None);
        return _folder.File(file);
    }

    private long Register(string name, byte[] archive)
    {
        using var bytes = new MemoryStream(archive);
        var kept = _folder.Store.Originals.Keep(bytes);
        return _folder.Store.Ledger.Register(_folder.Store.Ledger.StartLoad([name]), new FoundFile($"/{name}", kept.Sha256, kept.Size), PlanExtractor.Version).FileId;
    }

    private FileRecord File(string path) => Assert.Single(_folder.Store.Ledger.Files(FileFilter.All), file => file.Path == path);

    private static byte[] Zip(params (string Name, string Text)[] files) => Zip(files.Select(file => (file.Name, Encoding.UTF8.GetBytes(file.Text))).ToArray());

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
