using System.Text;
using Plans.Ingest.Archives;

namespace Plans.Ingest.Tests.Archives;

/// <summary>Archives with bits flipped, pieces cut out or doubled, from a seed: each ends with a reason, and what has a checksum never gives wrong text.</summary>
public class MutatedArchiveTests
{
    private static readonly string[] Texts = ["Kế hoạch phát triển kinh tế - xã hội năm 2024", "Tỷ lệ hộ nghèo còn 2,5%", string.Concat(Enumerable.Range(0, 300).Select(number => $"{number * 7919 % 5003} "))];

    private static readonly (string Name, string Text)[] Named = [("a.txt", Texts[0]), ("thư mục/b.txt", Texts[1]), ("c.txt", Texts[2])];

    private static readonly Dictionary<string, Func<byte[]>> Sources = new()
    {
        ["zip"] = () => Zips.Of(Named),
        ["tar"] = () => Tars.Of(Named.Select(file => (file.Name, Encoding.UTF8.GetBytes(file.Text))).ToArray()),
        ["rar4"] = () => Rars.Rar4(Named.Select(file => new RarFile(file.Name, file.Text)).ToArray()),
        ["rar5"] = () => Rars.Rar5(null, Named.Select(file => new RarFile(file.Name, file.Text)).ToArray()),
        ["7z"] = () => Unpacking.Packed(Named.ToDictionary(file => Path.GetFileName(file.Name), file => Encoding.UTF8.GetBytes(file.Text)), "7z", "a", "-bd", "a.7z", "a.txt", "b.txt", "c.txt")["a.7z"],
        ["mail"] = () => Encoding.UTF8.GetBytes("From: a\nTo: b\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b\n\n"
            + string.Concat(Named.Select(file => $"--b\nContent-Disposition: attachment; filename*=utf-8''{Uri.EscapeDataString(file.Name)}\nContent-Transfer-Encoding: base64\n\n{Convert.ToBase64String(Encoding.UTF8.GetBytes(file.Text))}\n")) + "--b--\n"),
    };

    [Theory]
    [InlineData("zip", 500, true)]
    [InlineData("tar", 500, false)]
    [InlineData("mail", 500, false)]
    [InlineData("rar4", 60, true)]
    [InlineData("rar5", 60, true)]
    [InlineData("7z", 60, true)]
    public void Each_ends_with_a_reason_and_no_checked_text_is_wrong(string kind, int files, bool isChecked)
    {
        var source = Sources[kind]();
        var right = Named.Select(file => file.Text).ToHashSet();
        var path = Path.GetTempFileName();
        for (var seed = 0; seed < files; seed++)
        {
            File.WriteAllBytes(path, Mutated(source, new Random(seed)));
            if (Unpacking.Kind(path, "a") is not { } found)
            {
                continue;
            }

            var given = new List<string>();
            var end = Record.Exception(() => new ArchiveReader().Read(new ArchiveFile(path, "a"), found, member => Take(member, given)));
            Assert.True(end is null or UnreadableFileException, $"{kind}, seed {seed}: {end}");
            Assert.True(!isChecked || given.All(right.Contains), $"{kind}, seed {seed}: {string.Join(" | ", given)}");
        }

        File.Delete(path);
    }

    private static void Take(ArchiveMember member, List<string> given)
    {
        if (member.Content is null)
        {
            return;
        }

        try
        {
            using var held = new MemoryStream();
            member.Content.CopyTo(held);
            given.Add(Encoding.UTF8.GetString(held.ToArray()));
        }
        catch (UnreadableFileException)
        {
            // The failure of one member.
        }
    }

    private static byte[] Mutated(byte[] source, Random random)
    {
        var bytes = source.ToList();
        for (var change = random.Next(1, 5); change > 0 && bytes.Count > 40; change--)
        {
            var at = random.Next(bytes.Count);
            switch (random.Next(4))
            {
                case 0 or 1:
                    bytes[at] ^= (byte)(1 << random.Next(8));
                    break;
                case 2:
                    bytes.InsertRange(at, bytes.Skip(random.Next(bytes.Count)).Take(40).ToList());
                    break;
                default:
                    bytes.RemoveRange(at, random.Next(5) == 0 ? bytes.Count - at : Math.Min(20, bytes.Count - at));
                    break;
            }
        }

        return [.. bytes];
    }
}
