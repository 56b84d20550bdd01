using System.IO.Compression;

namespace Plans.Corpus.Tests.Mutations;

/// <summary>What disks, networks and careless programs do to files; the same seed does the same.</summary>
internal static class Damage
{
    private const int MostChanges = 8;
    private const int LongestBlock = 400;

    /// <summary>Bits flipped, blocks cut out, doubled, zeroed or written over, or the end cut off.</summary>
    public static byte[] Of(byte[] file, Random random)
    {
        var bytes = file.ToList();
        for (var change = random.Next(1, MostChanges); change > 0 && bytes.Count > 1; change--)
        {
            var at = random.Next(bytes.Count);
            var length = Math.Min(random.Next(1, LongestBlock), bytes.Count - at);
            switch (random.Next(8))
            {
                case 0 or 1 or 2:
                    bytes[at] ^= (byte)(1 << random.Next(8));
                    break;
                case 3:
                    bytes.RemoveRange(at, length);
                    break;
                case 4:
                    bytes.InsertRange(random.Next(bytes.Count), bytes.GetRange(at, length));
                    break;
                case 5:
                    bytes.RemoveRange(at, length);
                    bytes.InsertRange(at, new byte[length]);
                    break;
                case 6:
                    bytes[at] = (byte)random.Next(256);
                    break;
                default:
                    // Half of the files keep their ends: what follows a cut is never seen.
                    bytes.RemoveRange(at, random.Next(2) == 0 ? bytes.Count - at : length);
                    break;
            }
        }

        return [.. bytes];
    }

    /// <summary>One part of a zipped format is damaged and zipped again: the zip is sound, what it holds is not.</summary>
    public static byte[] InsideZip(byte[] file, Random random)
    {
        using var source = new ZipArchive(new MemoryStream(file));
        var parts = source.Entries.Where(entry => entry.Length > 0).OrderBy(entry => entry.FullName, StringComparer.Ordinal).ToList();
        // Mostly the part with the text, which is the longest.
        var hit = random.Next(3) == 0 ? parts[random.Next(parts.Count)] : parts.MaxBy(entry => entry.Length)!;
        using var damaged = new MemoryStream();
        using (var target = new ZipArchive(damaged, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var part in parts)
            {
                using var content = new MemoryStream();
                using (var stream = part.Open())
                {
                    stream.CopyTo(content);
                }

                using var entry = target.CreateEntry(part.FullName, CompressionLevel.Fastest).Open();
                entry.Write(part == hit ? Of(content.ToArray(), random) : content.ToArray());
            }
        }

        return damaged.ToArray();
    }
}
