using System.IO.Compression;
using Plans.Ingest.Archives.Tar;
using Plans.Ingest.Sandbox;

namespace Plans.Ingest.Archives;

/// <summary>Takes compressed tars apart and unpacks single compressed files. gzip is read here, the rest by its program in a child process.</summary>
internal sealed class CompressedUnpacker(ArchiveKind kind) : IUnpacker
{
    public void Unpack(ArchiveFile file, ArchiveWalk walk)
    {
        if (kind == ArchiveKind.Gzip)
        {
            using var packed = File.OpenRead(file.Path);
            using var unpacked = new GZipStream(packed, CompressionMode.Decompress);
            Unpack(unpacked, file, walk);
            return;
        }

        var (program, package) = kind == ArchiveKind.Xz ? ("xz", "xz-utils") : ("bzip2", "bzip2");
        var command = new ChildCommand(program, package, ["-dc", file.Path])
        {
            Time = walk.Limits.Time,
            MemoryBytes = walk.Limits.ChildMemoryBytes,
            OutputBytes = long.MaxValue,
        };
        var result = ChildProcess.Run(command, output => Unpack(output, file, walk), walk.Cancellation);
        if (result.ExitCode != 0)
        {
            throw ArchiveTroubles.Damaged(file.Name, $"{program} stopped ({result.Error.Trim()}).");
        }
    }

    private static void Unpack(Stream unpacked, ArchiveFile file, ArchiveWalk walk)
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
            walk.File(Path.GetFileNameWithoutExtension(file.Name), new MemberFacts(packedBytes), whole);
        }
    }
}
