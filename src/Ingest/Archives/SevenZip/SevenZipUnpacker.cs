using System.Buffers.Binary;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Plans.Ingest.Archives.Tar;
using Plans.Ingest.Sandbox;

namespace Plans.Ingest.Archives.SevenZip;

/// <summary>Takes 7z archives apart: the data come out of bsdtar in a child process and are checked against the archive's directory.</summary>
internal sealed partial class SevenZipUnpacker : IUnpacker
{
    private const int StartLength = 32;

    public void Unpack(ArchiveFile file, ArchiveWalk walk)
    {
        CheckLength(file);
        var listed = SevenZipList.Read(file, walk);
        if (listed is { Count: > 0 } && listed.All(entry => entry.IsEncrypted))
        {
            throw ArchiveTroubles.Encrypted(file.Name);
        }

        var awaited = (listed ?? []).Where(entry => !entry.IsEncrypted).GroupBy(entry => entry.Name, StringComparer.Ordinal)
            .ToDictionary(same => same.Key, same => new Queue<SevenZipEntry>(same), StringComparer.Ordinal);
        var result = Unpack(file, awaited, walk);
        foreach (var entry in (listed ?? []).Where(entry => entry.IsEncrypted))
        {
            walk.RefuseEncrypted(entry.Name);
        }

        var missing = awaited.Values.SelectMany(same => same).ToList();
        foreach (var entry in missing)
        {
            walk.RefuseDamaged(entry.Name, "it cannot be unpacked, or lies behind a file that cannot.");
        }

        if (result.ExitCode != 0 && listed is null)
        {
            throw result.Error.Contains("ncrypt", StringComparison.Ordinal)
                ? ArchiveTroubles.Encrypted(file.Name)
                : ArchiveTroubles.Damaged(file.Name, "it cannot be unpacked to its end. There may have been more files in it.");
        }
    }

    private static ChildResult Unpack(ArchiveFile file, Dictionary<string, Queue<SevenZipEntry>> awaited, ArchiveWalk walk)
    {
        var packedBytes = new FileInfo(file.Path).Length;
        var command = new ChildCommand("bsdtar", "libarchive-tools", ["-c", "-f", "-", "-b", "1", "--format=pax", $"@{file.Path}"])
        {
            Time = walk.Limits.Time,
            MemoryBytes = walk.Limits.ChildMemoryBytes,
            OutputBytes = long.MaxValue,
            Environment = new Dictionary<string, string> { ["LC_ALL"] = "C.UTF-8" },
        };
        return ChildProcess.Run(
            command,
            output =>
            {
                var tar = new TarStream(output, walk.Expand);
                while (tar.Next() is { } unpacked)
                {
                    HandOver(unpacked, awaited, packedBytes, walk);
                }
            },
            walk.Cancellation);
    }

    private static void HandOver(TarEntry unpacked, Dictionary<string, Queue<SevenZipEntry>> awaited, long packedBytes, ArchiveWalk walk)
    {
        if (unpacked.IsFolder)
        {
            return;
        }

        var name = Encoding.UTF8.GetString(unpacked.Name);
        var entry = awaited.TryGetValue(name, out var same) && same.TryDequeue(out var first) ? first : null;
        if (unpacked.IsLink)
        {
            walk.Omit(name, OmissionReasons.Link, "A link, which is not followed.");
        }
        else if (unpacked.IsFile)
        {
            walk.File(name, new MemberFacts(packedBytes, entry?.Bytes ?? unpacked.Bytes, entry?.Checksum), unpacked.Content);
        }
        else
        {
            walk.Omit(name, OmissionReasons.NoFile, "A device or pipe, no file.");
        }
    }

    /// <summary>The directory stands at the end; the first bytes say where.</summary>
    private static void CheckLength(ArchiveFile file)
    {
        using var bytes = File.OpenRead(file.Path);
        var start = new byte[StartLength];
        var length = bytes.ReadAtLeast(start, StartLength, throwOnEndOfStream: false);
        var (at, size) = (BinaryPrimitives.ReadUInt64LittleEndian(start.AsSpan(12)), BinaryPrimitives.ReadUInt64LittleEndian(start.AsSpan(20)));
        if (length == StartLength && at <= (ulong)bytes.Length && size <= (ulong)bytes.Length && StartLength + at + size <= (ulong)bytes.Length)
        {
            return;
        }

        throw PartNumber().Match(file.Name) is { Success: true } part
            ? ArchiveTroubles.Divided(file.Name, $"the next part {part.Groups[1].Value}.{(int.Parse(part.Groups[2].ValueSpan, CultureInfo.InvariantCulture) + 1).ToString("D3", CultureInfo.InvariantCulture)} and all others")
            : ArchiveTroubles.Damaged(file.Name, "it is cut off, and the list of its files stood at its end.");
    }

    [GeneratedRegex(@"^(.*)\.(\d{3})$", RegexOptions.NonBacktracking)]
    private static partial Regex PartNumber();
}
