using System.Diagnostics;

namespace Plans.EndToEnd.Faults;

/// <summary>A disk that is full in the middle of a load: a small one in memory, which only root may make.</summary>
public sealed class FullDiskTests : IDisposable
{
    private const int Files = 40;
    private const int DiskMegabytes = 24;

    private readonly TemporaryFolder _folder = new();

    [RootFact]
    public async Task A_load_waits_for_room_and_then_goes_on_without_having_lost_anything()
    {
        Loads.WriteLongPlans(_folder, "plans", Files, chapters: 100);
        using var disk = new SmallDisk(_folder["disk"], DiskMegabytes);
        var data = Path.Combine(disk.Path, "data");
        (await PlansProcess.RunAsync(data, "load", Path.Combine(_folder["plans"], "0001.txt"))).Expect(0);
        var ballast = Path.Combine(disk.Path, "ballast");
        disk.FillUp(ballast, butBytes: 600_000);

        using var load = PlansProcess.Start(data, "load", _folder["plans"]);
        await Loads.UntilAsync(() => disk.Free < 100_000 || load.HasEnded, "The disk was not filled");
        await Task.Delay(TimeSpan.FromSeconds(3));
        File.Delete(ballast);
        await load.EndAsync(TimeSpan.FromMinutes(3));

        await PlansProcess.RunAsync(data, "retry");
        (await PlansProcess.RunAsync(data, "load", _folder["plans"])).Expect(0);
        var audit = await Loads.AuditAsync(data);
        Assert.Equal(Files, audit.GetProperty("plans").GetInt32());
    }

    public void Dispose() => _folder.Dispose();

    /// <summary>A file system in memory, of a size.</summary>
    private sealed class SmallDisk : IDisposable
    {
        public SmallDisk(string path, int megabytes)
        {
            Path = Directory.CreateDirectory(path).FullName;
            Run("mount", "-t", "tmpfs", "-o", $"size={megabytes}m", "none", Path);
        }

        public string Path { get; }

        public long Free => new DriveInfo(Path).AvailableFreeSpace;

        public void FillUp(string file, long butBytes)
        {
            using var ballast = File.Create(file);
            var block = new byte[64 * 1024];
            while (Free > butBytes)
            {
                ballast.Write(block);
                ballast.Flush();
            }
        }

        public void Dispose() => Run("umount", "-l", Path);

        private static void Run(params string[] line)
        {
            using var process = Process.Start(line[0], line[1..]);
            process.WaitForExit();
            Assert.Equal(0, process.ExitCode);
        }
    }
}

/// <summary>Needs what only root may do; skipped, and said to be, for others and where root may not either.</summary>
public sealed class RootFactAttribute : FactAttribute
{
    public RootFactAttribute()
    {
        if (Environment.UserName != "root" || !MayMount())
        {
            Skip = "Only root may make a small disk in memory.";
        }
    }

    private static bool MayMount()
    {
        var place = Directory.CreateTempSubdirectory("plans-mount-").FullName;
        try
        {
            var mount = new ProcessStartInfo("sh", ["-c", $"mount -t tmpfs -o size=1m none '{place}' && umount '{place}'"]) { RedirectStandardError = true };
            using var process = Process.Start(mount)!;
            process.WaitForExit();
            return process.ExitCode == 0;
        }
        finally
        {
            Directory.Delete(place);
        }
    }
}
