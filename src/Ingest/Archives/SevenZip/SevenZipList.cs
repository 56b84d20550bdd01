using System.Globalization;
using System.Text;
using Plans.Ingest.Sandbox;

namespace Plans.Ingest.Archives.SevenZip;

/// <summary>A file in a 7z archive, as its directory says.</summary>
internal sealed record SevenZipEntry(string Name, long? Bytes, uint? Checksum, bool IsEncrypted);

/// <summary>
/// The directory of a 7z archive, which is packed itself, as the program 7z prints it. Without that program the archive is read as well,
/// but nobody checks the checksums then.
/// </summary>
internal static class SevenZipList
{
    private const int Most = 512 << 20;

    /// <returns>Null where the program is not installed.</returns>
    /// <exception cref="UnreadableFileException">The directory is encrypted or damaged.</exception>
    public static List<SevenZipEntry>? Read(ArchiveFile file, ArchiveWalk walk)
    {
        if (ProgramPath.Find("7z") is null)
        {
            return null;
        }

        // A password is given, a wrong one, so that the program does not ask for one.
        var command = new ChildCommand("7z", "p7zip-full", ["l", "-slt", "-ba", "-sccUTF-8", "-pno", "-t7z", "--", file.Path])
        {
            MemoryBytes = walk.Limits.ChildMemoryBytes,
            OutputBytes = Most,
            Environment = new Dictionary<string, string> { ["LC_ALL"] = "C.UTF-8" },
        };
        var entries = new List<SevenZipEntry>();
        var result = ChildProcess.Run(command, output => Parse(output, entries, walk.Limits.Members), walk.Cancellation);
        return result.ExitCode switch
        {
            0 or 1 => entries,
            _ when result.Error.Contains("encrypted", StringComparison.OrdinalIgnoreCase) || result.Error.Contains("password", StringComparison.OrdinalIgnoreCase) => throw ArchiveTroubles.Encrypted(file.Name),
            _ => throw ArchiveTroubles.Damaged(file.Name, "the list of its files cannot be read."),
        };
    }

    /// <summary>Blocks of lines <c>Key = value</c>, divided by empty lines.</summary>
    private static void Parse(Stream output, List<SevenZipEntry> entries, int most)
    {
        using var reader = new StreamReader(output, Encoding.UTF8);
        var block = new Dictionary<string, string>(StringComparer.Ordinal);
        while (entries.Count <= most && reader.ReadLine() is { } line)
        {
            if (line.IndexOf(" = ", StringComparison.Ordinal) is > 0 and var at)
            {
                block[line[..at]] = line[(at + 3)..];
            }
            else if (line.Length == 0)
            {
                Add(block, entries);
                block.Clear();
            }
        }

        Add(block, entries);
    }

    private static void Add(Dictionary<string, string> block, List<SevenZipEntry> entries)
    {
        var attributes = block.GetValueOrDefault("Attributes", "");
        if (block.TryGetValue("Path", out var path) && block.GetValueOrDefault("Folder") != "+" && !attributes.StartsWith('D'))
        {
            entries.Add(new SevenZipEntry(
                path,
                long.TryParse(block.GetValueOrDefault("Size"), NumberStyles.None, CultureInfo.InvariantCulture, out var bytes) ? bytes : null,
                uint.TryParse(block.GetValueOrDefault("CRC"), NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var checksum) ? checksum : null,
                block.GetValueOrDefault("Encrypted") == "+"));
        }
    }
}
