using System.Text.RegularExpressions;
using Plans.Ingest.Archives.Tar;
using Plans.Ingest.Sandbox;

namespace Plans.Ingest.Archives.Rar;

/// <summary>
/// Takes rar archives apart: their headers are read here, which tell what is encrypted, divided or damaged and what each file must be; the
/// data are unpacked by bsdtar in a child process, which by itself would pass wrong data on without a word.
/// </summary>
internal sealed partial class RarUnpacker(ArchiveKind kind) : IUnpacker
{
    /// <summary>How often the unpacking begins anew behind a damaged file.</summary>
    private const int MostRestarts = 1000;

    public void Unpack(ArchiveFile file, ArchiveWalk walk)
    {
        using var bytes = File.OpenRead(file.Path);
        var directory = kind == ArchiveKind.Rar5 ? Rar5Headers.Read(bytes, walk.Limits.Members) : Rar4Headers.Read(bytes, walk.Limits.Members);
        if (directory.HeadersEncrypted || (directory.Entries.Count > 0 && directory.Entries.All(entry => entry.IsEncrypted)))
        {
            throw ArchiveTroubles.Encrypted(file.Name);
        }

        var whole = new List<RarEntry>();
        foreach (var entry in directory.Entries)
        {
            if (IsWhole(entry, file, bytes.Length, walk))
            {
                whole.Add(entry);
            }
        }

        UnpackAll(bytes, directory, whole, walk);
        if (directory.Damage is { } damage)
        {
            throw ArchiveTroubles.Damaged(file.Name, $"{damage} There may have been more files in it.");
        }
    }

    /// <summary>Whether an entry can be unpacked; one that cannot is handed over with the reason.</summary>
    private static bool IsWhole(RarEntry entry, ArchiveFile file, long length, ArchiveWalk walk)
    {
        if (entry.IsLink)
        {
            walk.Omit(entry.Name, OmissionReasons.Link, "A link, which is not followed.");
        }
        else if (entry.IsEncrypted)
        {
            walk.RefuseEncrypted(entry.Name);
        }
        else if (entry.BeganBefore)
        {
            walk.RefuseDivided(entry.Name, PartBeside(file.Name, -1));
        }
        else if (entry.GoesOn)
        {
            walk.RefuseDivided(entry.Name, PartBeside(file.Name, 1));
        }
        else if (entry.Block.Start + entry.Block.Length > length)
        {
            walk.RefuseDamaged(entry.Name, "the archive is cut off in it.");
        }
        else
        {
            return true;
        }

        return false;
    }

    private static void UnpackAll(FileStream bytes, RarDirectory directory, IReadOnlyList<RarEntry> entries, ArchiveWalk walk)
    {
        var next = 0;
        for (var starts = 0; next < entries.Count; starts++)
        {
            next = UnpackFrom(bytes, directory, entries, next, walk);
            if (next == entries.Count)
            {
                return;
            }

            if (directory.IsSolid || starts == MostRestarts)
            {
                foreach (var entry in entries.Skip(next))
                {
                    walk.RefuseDamaged(entry.Name, "it can only be unpacked together with a damaged file before it.");
                }

                return;
            }
        }
    }

    /// <returns>The first entry that was not handed over.</returns>
    private static int UnpackFrom(FileStream bytes, RarDirectory directory, IReadOnlyList<RarEntry> entries, int from, ArchiveWalk walk)
    {
        var next = from;
        var command = new ChildCommand("bsdtar", "libarchive-tools", ["-c", "-f", "-", "-b", "1", "--format=pax", "@-"])
        {
            Time = walk.Limits.Time,
            MemoryBytes = walk.Limits.ChildMemoryBytes,
            OutputBytes = long.MaxValue,
            Environment = new Dictionary<string, string> { ["LC_ALL"] = "C.UTF-8" },
            InputStream = new RangesStream(bytes, [directory.Head, .. entries.Skip(from).Select(entry => entry.Block)], directory.Tail),
        };
        ChildProcess.Run(
            command,
            output =>
            {
                var tar = new TarStream(output, walk.Expand);
                while (next < entries.Count && tar.Next() is { } unpacked)
                {
                    var entry = entries[next++];
                    walk.File(entry.Name, new MemberFacts(entry.PackedBytes, entry.Bytes ?? unpacked.Bytes, entry.Checksum), unpacked.Content);
                }
            },
            walk.Cancellation);
        if (next == from)
        {
            walk.RefuseDamaged(entries[next++].Name, "it cannot be unpacked.");
        }

        return next;
    }

    /// <summary>The name of the part before or after this one, in the two ways of numbering that there are.</summary>
    private static string PartBeside(string name, int step)
    {
        if (NewNumber().Match(name) is { Success: true } numbered)
        {
            var digits = numbered.Groups[1];
            var number = (int.Parse(digits.ValueSpan, System.Globalization.CultureInfo.InvariantCulture) + step).ToString($"D{digits.Length}", System.Globalization.CultureInfo.InvariantCulture);
            return $"the part {name[..digits.Index]}{number}{name[(digits.Index + digits.Length)..]}";
        }

        return step > 0 ? $"the next part, such as {Path.ChangeExtension(name, ".r00")}" : "the part before it";
    }

    [GeneratedRegex(@"\.part(\d{1,5})\.rar$", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex NewNumber();
}
