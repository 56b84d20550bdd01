using Plans.Ingest.Archives.Tar;
using Plans.Ingest.Sandbox;

namespace Plans.Ingest.Archives;

/// <summary>Takes compressed tars apart and unpacks single compressed files, which their own programs unpack in child processes.</summary>
internal sealed class CompressedUnpacker(ArchiveKind kind) : IUnpacker
{
    /// <summary>Time to look a single file through, which is far more than one within the limits needs.</summary>
    private static readonly TimeSpan TestTime = TimeSpan.FromMinutes(2);

    public void Unpack(ArchiveFile file, ArchiveWalk walk) => Run("-dc", walk.Limits.Time, output => Unpack(output, file, walk), file, walk);

    /// <exception cref="UnreadableFileException">The program finds the file damaged.</exception>
    private void Run(string option, TimeSpan time, Action<Stream> read, ArchiveFile file, ArchiveWalk walk)
    {
        const int GarbageBehind = 2;
        var (program, package) = kind switch
        {
            ArchiveKind.Gzip => ("gzip", "gzip"),
            ArchiveKind.Bzip2 => ("bzip2", "bzip2"),
            _ => ("xz", "xz-utils"),
        };
        using var packed = File.OpenRead(file.Path);
        var command = new ChildCommand(program, package, [option])
        {
            Time = time,
            MemoryBytes = walk.Limits.ChildMemoryBytes,
            OutputBytes = long.MaxValue,
            InputStream = packed,
        };
        var result = ChildProcess.Run(command, read, walk.Cancellation);
        if (result.ExitCode != 0 && !(kind == ArchiveKind.Gzip && result.ExitCode == GarbageBehind))
        {
            throw ArchiveTroubles.Damaged(file.Name, $"it cannot be unpacked to its end ({result.Error.ReplaceLineEndings(" ").Trim()}).");
        }
    }

    private void Unpack(Stream unpacked, ArchiveFile file, ArchiveWalk walk)
    {
        var beginning = new byte[TarHeader.Block];
        var length = unpacked.ReadAtLeast(beginning, beginning.Length, throwOnEndOfStream: false);
        var whole = new PrefixedStream(beginning.AsMemory(0, length), unpacked);
        var packedBytes = new FileInfo(file.Path).Length;
        if (length == beginning.Length && TarHeader.Parse(beginning) is not null)
        {
            TarUnpacker.Unpack(whole, file.Name, packedBytes, walk);
        }
        else
        {
            // A tar says itself where it is cut off; whether a single file is whole must be known before it is handed over.
            Run("-t", TestTime, _ => { }, file, walk);
            walk.File(Path.GetFileNameWithoutExtension(file.Name), new MemberFacts(packedBytes), whole);
        }
    }
}
