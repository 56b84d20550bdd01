using System.Diagnostics;
using System.Formats.Tar;
using System.IO.Compression;

namespace Plans.Corpus.Rendering.Packing;

/// <summary>A file inside an archive.</summary>
/// <param name="Name">With its folders, parted by "/".</param>
public sealed record PackedFile(string Name, byte[] Bytes);

/// <summary>Packs files; zip and tar.gz are the same bytes each time.</summary>
public static class Packs
{
    private static readonly DateTimeOffset Always = new(2000, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Each kind of archive by its ending.</summary>
    public static IReadOnlyDictionary<string, Func<IReadOnlyList<PackedFile>, byte[]>> Kinds { get; } = new Dictionary<string, Func<IReadOnlyList<PackedFile>, byte[]>>
    {
        ["zip"] = Zip,
        ["tar.gz"] = TarGz,
        ["7z"] = SevenZip,
    };

    private static byte[] Zip(IReadOnlyList<PackedFile> files)
    {
        using var archive = new MemoryStream();
        using (var zip = new ZipArchive(archive, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var file in files)
            {
                var entry = zip.CreateEntry(file.Name);
                entry.LastWriteTime = Always;
                using var stream = entry.Open();
                stream.Write(file.Bytes);
            }
        }

        return archive.ToArray();
    }

    private static byte[] TarGz(IReadOnlyList<PackedFile> files)
    {
        using var archive = new MemoryStream();
        using (var gzip = new GZipStream(archive, CompressionLevel.Optimal, leaveOpen: true))
        using (var tar = new TarWriter(gzip, TarEntryFormat.Ustar))
        {
            foreach (var file in files)
            {
                tar.WriteEntry(new UstarTarEntry(TarEntryType.RegularFile, file.Name) { ModificationTime = Always, DataStream = new MemoryStream(file.Bytes) });
            }
        }

        return archive.ToArray();
    }

    /// <exception cref="InvalidOperationException">bsdtar (Debian: libarchive-tools) failed.</exception>
    private static byte[] SevenZip(IReadOnlyList<PackedFile> files)
    {
        var folder = Directory.CreateTempSubdirectory("plans-corpus-pack-").FullName;
        try
        {
            var content = Path.Combine(folder, "content");
            foreach (var file in files)
            {
                var path = Path.Combine(content, file.Name);
                Directory.CreateDirectory(Path.GetDirectoryName(path)!);
                File.WriteAllBytes(path, file.Bytes);
                File.SetLastWriteTimeUtc(path, Always.UtcDateTime);
            }

            var archive = Path.Combine(folder, "pack.7z");
            using var bsdtar = Process.Start("bsdtar", ["--format", "7zip", "-cf", archive, "-C", content, .. files.Select(file => file.Name)]);
            bsdtar.WaitForExit();
            return bsdtar.ExitCode == 0 ? File.ReadAllBytes(archive) : throw new InvalidOperationException("bsdtar could not write the archive.");
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
