using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;

namespace Plans.Corpus.Tests.Mutations;

/// <summary>What disks, networks and careless programs do to files; the same seed does the same.</summary>
internal static partial class Damage
{
    private const int MostChanges = 3;
    private const int LongestBlock = 400;

    /// <summary>Bits flipped, bytes and blocks written over; in half of the files also blocks cut out or doubled, or the end cut off.</summary>
    public static byte[] Of(byte[] file, Random random)
    {
        var bytes = file.ToList();
        var inPlace = random.Next(2) == 0;
        for (var change = random.Next(1, MostChanges + 1); change > 0 && bytes.Count > 1; change--)
        {
            var at = random.Next(bytes.Count);
            var length = Math.Min(random.Next(1, LongestBlock), bytes.Count - at);
            switch (random.Next(inPlace ? 4 : 7))
            {
                case 0 or 1:
                    bytes[at] ^= (byte)(1 << random.Next(8));
                    break;
                case 2:
                    bytes[at] = (byte)random.Next(256);
                    break;
                case 3:
                    bytes.RemoveRange(at, length);
                    bytes.InsertRange(at, random.Next(2) == 0 ? new byte[length] : bytes.GetRange(0, Math.Min(length, bytes.Count)));
                    break;
                case 4:
                    bytes.InsertRange(random.Next(bytes.Count), bytes.GetRange(at, length));
                    break;
                case 5:
                    bytes.RemoveRange(at, length);
                    break;
                default:
                    bytes.RemoveRange(at, bytes.Count - at);
                    break;
            }
        }

        return [.. bytes];
    }

    /// <summary>One part of a zipped format is damaged and zipped again: the zip is sound, what it holds is not.</summary>
    public static byte[] InsideZip(byte[] file, Random random) => InsideZip(file, random, content => Of(content, random));

    /// <summary>Numbers in one part of a zipped format are other numbers: all is well-formed, and nothing fits.</summary>
    public static byte[] OtherNumbers(byte[] file, Random random) => InsideZip(file, random, content =>
    {
        string[] others = ["0", "1", "2", "7", "-1", "99", "40000", "2147483648", "99999999999999999999", ""];
        return Encoding.UTF8.GetBytes(Number().Replace(Encoding.UTF8.GetString(content), number => random.Next(12) == 0 ? others[random.Next(others.Length)] : number.Value));
    });

    private static byte[] InsideZip(byte[] file, Random random, Func<byte[], byte[]> change)
    {
        using var source = new ZipArchive(new MemoryStream(file));
        var parts = source.Entries.Where(entry => entry.Length > 0).ToList();
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

                using var entry = target.CreateEntry(part.FullName, part.FullName == "mimetype" ? CompressionLevel.NoCompression : CompressionLevel.Fastest).Open();
                entry.Write(part == hit ? change(content.ToArray()) : content.ToArray());
            }
        }

        return damaged.ToArray();
    }

    /// <summary>A number between quotation marks or tags.</summary>
    [GeneratedRegex("(?<=[\">])[0-9]+(?=[\"<])")]
    private static partial Regex Number();
}
