using System.Formats.Tar;
using System.IO.Compression;
using System.Text.Json;
using Plans.Extraction;

namespace Plans.Store.Upkeep;

/// <summary>What a backup says of itself, in its first entry.</summary>
/// <param name="Format">Goes up when older programs cannot read it any more.</param>
/// <param name="Rows">All tables together.</param>
public sealed record BackupManifest(int Format, DateTimeOffset MadeAt, string From, long Rows, int Originals, long Bytes);

/// <summary>
/// A whole store in one file, of either engine: a packed tar of a manifest, the tables as an embedded database, and the originals. It is
/// made of one moment, while others work: what is queued or running at that moment is so again after restoring, and is done then.
/// </summary>
public static class StoreBackup
{
    private const int Format = 1;
    private const string ManifestName = "manifest.json";

    /// <summary>Writes the backup; the file is there whole or not at all. Needs room for the store twice beside it meanwhile.</summary>
    /// <exception cref="StoreException">An original is damaged, or the disk is full.</exception>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public static BackupManifest Write(PlanStore store, string file, Action<string>? progress = null)
    {
        file = Path.GetFullPath(file);
        using var beside = new FolderBeside(file);
        MoveReport report;
        using (var copy = PlanStore.Open(new StoreOptions { DataFolder = beside.Path, Clock = store.Options.Clock }))
        {
            report = StoreMove.Move(store, copy, progress);

            // Files that came in while the originals were copied are in the tables, which were read later.
            foreach (var sha256 in copy.Hashes().Where(sha256 => !copy.Originals.Exists(sha256)))
            {
                using var late = store.Originals.OpenRead(sha256);
                report = report with { Originals = report.Originals + 1, Bytes = report.Bytes + copy.Originals.Keep(late).Size };
            }
        }

        var manifest = new BackupManifest(
            Format, store.Options.Clock.GetUtcNow(), store.Database.Name, report.Tables.Sum(table => table.Rows), report.Originals, report.Bytes);
        File.WriteAllText(Path.Combine(beside.Path, ManifestName), JsonSerializer.Serialize(manifest, PlanJson.Options));
        progress?.Invoke("packing");
        var draft = Path.Combine(beside.Path, "backup.tar.gz.new");
        using (var target = new FileStream(draft, FileMode.CreateNew))
        {
            using (var packed = new GZipStream(target, CompressionLevel.Fastest, leaveOpen: true))
            using (var tar = new TarWriter(packed, TarEntryFormat.Pax))
            {
                foreach (var path in Directory.EnumerateFiles(beside.Path, "*", SearchOption.AllDirectories).Where(path => path != draft).OrderBy(Rank).ThenBy(path => path, StringComparer.Ordinal))
                {
                    tar.WriteEntry(path, Path.GetRelativePath(beside.Path, path));
                }
            }

            target.Flush(flushToDisk: true);
        }

        File.Move(draft, file, overwrite: true);
        return manifest;

        static int Rank(string path) => Path.GetFileName(path) switch
        {
            ManifestName => 0,
            "plans.db" => 1,
            _ => 2,
        };
    }

    /// <summary>Brings a backup into an empty store of either engine, and checks counts and hashes.</summary>
    /// <param name="beside">A folder in which the backup is unpacked for the while.</param>
    /// <exception cref="StoreException">The file is no backup or damaged, or the store holds something.</exception>
    public static BackupManifest Restore(string file, PlanStore store, string beside, Action<string>? progress = null)
    {
        using var unpacked = new FolderBeside(Path.Combine(Path.GetFullPath(beside), "restore"));
        progress?.Invoke("unpacking");
        var manifest = Unpack(file, unpacked.Path);
        using var copy = PlanStore.Open(new StoreOptions { DataFolder = unpacked.Path, Clock = store.Options.Clock });
        var report = StoreMove.Move(copy, store, progress);
        return report.Tables.Sum(table => table.Rows) == manifest.Rows && report.Originals == manifest.Originals
            ? manifest
            : throw Damaged(file, "it does not hold as much as it says");
    }

    private static BackupManifest Unpack(string file, string folder)
    {
        try
        {
            using var source = new FileStream(file, FileMode.Open, FileAccess.Read);
            using var packed = new GZipStream(source, CompressionMode.Decompress);
            TarFile.ExtractToDirectory(packed, folder, overwriteFiles: false);
            var manifest = JsonSerializer.Deserialize<BackupManifest>(File.ReadAllText(Path.Combine(folder, ManifestName)), PlanJson.Options)!;
            return manifest.Format <= Format
                ? manifest
                : throw new StoreException(StoreProblem.NewerVersion, $"The backup {file} was made by a newer program. Install that.");
        }
        catch (Exception e) when (e is InvalidDataException or EndOfStreamException or JsonException or FileNotFoundException or FormatException)
        {
            throw File.Exists(file) ? Damaged(file, e.Message) : new StoreException(StoreProblem.Other, $"There is no file {file}.", e);
        }
    }

    private static StoreException Damaged(string file, string why) =>
        new(StoreProblem.Damaged, $"The file {file} is no backup, or damaged: {why}. Nothing was restored from it; take another one.");

    /// <summary>A folder for what is being made, gone in the end.</summary>
    private sealed class FolderBeside : IDisposable
    {
        public FolderBeside(string file) => Path = Directory.CreateDirectory($"{file}.{Guid.NewGuid():n}.tmp").FullName;

        public string Path { get; }

        public void Dispose() => Directory.Delete(Path, recursive: true);
    }
}
