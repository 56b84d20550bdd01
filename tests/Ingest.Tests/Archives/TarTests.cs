using System.Formats.Tar;
using System.IO.Compression;
using System.Text;

namespace Plans.Ingest.Tests.Archives;

public class TarTests
{
    private static readonly Dictionary<string, byte[]> Files = new() { ["kế hoạch.txt"] = "Một"u8.ToArray(), ["b.txt"] = "Hai"u8.ToArray() };

    [Theory]
    [InlineData("a.tar", "-cf")]
    [InlineData("a.tar.gz", "-czf")]
    [InlineData("a.tgz", "-czf")]
    [InlineData("a.tar.bz2", "-cjf")]
    [InlineData("a.tar.xz", "-cJf")]
    public void Tars_are_read_however_they_are_compressed(string name, string option)
    {
        var packed = Unpacking.Packed(Files, "bsdtar", option, name, "kế hoạch.txt", "b.txt");

        Assert.Equal(["kế hoạch.txt: Một", "b.txt: Hai"], Unpacking.Of(packed[name], name).Members);
    }

    [Theory]
    [InlineData("ustar")]
    [InlineData("pax")]
    [InlineData("gnutar")]
    [InlineData("v7")]
    public void Every_kind_of_tar_is_read_with_long_names(string format)
    {
        var name = (format is "v7" or "ustar" ? new string('a', 90) : new string('a', 200)) + ".txt";
        var packed = Unpacking.Packed(new Dictionary<string, byte[]> { [name] = "x"u8.ToArray() }, "bsdtar", "-cf", "a.tar", $"--format={format}", name);

        Assert.Equal([$"{name}: x"], Unpacking.Of(packed["a.tar"], "a.tar").Members);
    }

    [Fact]
    public void A_single_compressed_file_is_its_one_member()
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Optimal, leaveOpen: true))
        {
            gzip.Write("Kế hoạch"u8);
        }

        Assert.Equal(["ke-hoach.txt: Kế hoạch"], Unpacking.Of(packed.ToArray(), "ke-hoach.txt.gz").Members);
    }

    [Theory]
    [InlineData("gzip", ".gz")]
    [InlineData("bzip2", ".bz2")]
    [InlineData("xz", ".xz")]
    public void A_single_compressed_file_that_is_cut_off_is_no_file(string program, string ending)
    {
        var noise = new byte[2_000_000];
        new Random(1).NextBytes(noise);
        var packed = Unpacking.Packed(new Dictionary<string, byte[]> { ["a.bin"] = noise }, program, "-k", "a.bin")[$"a.bin{ending}"];

        var unpacked = Unpacking.Of(packed[..^500], $"a.bin{ending}");

        Assert.DoesNotContain(unpacked.Members, line => line.Contains(": ", StringComparison.Ordinal));
        Assert.Contains(FailureReasons.Damaged, (string[])[unpacked.End?.Reason ?? "", .. unpacked.Records.Select(_ => unpacked.Members[0][^7..])]);
    }

    [Fact]
    public void Links_and_devices_are_left_out_and_names_cannot_lead_out()
    {
        var tar = Tars.Of(
            TarEntryFormat.Pax,
            new PaxTarEntry(TarEntryType.SymbolicLink, "mềm") { LinkName = "/etc/passwd" },
            new PaxTarEntry(TarEntryType.HardLink, "cứng") { LinkName = "../../x" },
            new PaxTarEntry(TarEntryType.CharacterDevice, "thiết bị"),
            new PaxTarEntry(TarEntryType.Fifo, "ống"),
            new PaxTarEntry(TarEntryType.RegularFile, "../../../tmp/a.txt") { DataStream = new MemoryStream("A"u8.ToArray()) });

        Assert.Equal(["mềm ~ link", "cứng ~ link", "thiết bị ~ no-file", "ống ~ no-file", "tmp/a.txt: A"], Unpacking.Of(tar, "a.tar").Members);
    }

    [Fact]
    public void A_damaged_header_costs_its_member_only_and_the_damage_is_said()
    {
        var tar = Tars.Of(("a.txt", "A"u8.ToArray()), ("b.txt", "B"u8.ToArray()), ("c.txt", "C"u8.ToArray()));
        var header = tar.AsSpan().LastIndexOf("b.txt\0"u8);
        tar[header] ^= 0xFF;
        var unpacked = Unpacking.Of(tar, "a.tar");

        Assert.Contains("a.txt: A", unpacked.Members);
        Assert.Contains("c.txt: C", unpacked.Members);
        Assert.Equal(FailureReasons.Damaged, unpacked.End?.Reason);
    }

    [Fact]
    public void A_tar_cut_off_gives_what_came_before_and_says_so()
    {
        var tar = Tars.Of(("a.txt", "A"u8.ToArray()), ("b.txt", Encoding.ASCII.GetBytes(new string('b', 5000))));
        var unpacked = Unpacking.Of(tar[..^5000], "a.tar");

        Assert.Equal(["a.txt: A", "b.txt ! damaged"], unpacked.Members);
        Assert.Equal(FailureReasons.Damaged, unpacked.End?.Reason);
    }

    [Theory]
    [InlineData("a.tar.gz", "-czf")]
    [InlineData("a.tar.bz2", "-cjf")]
    [InlineData("a.tar.xz", "-cJf")]
    public void Damage_in_the_compression_is_said(string name, string option)
    {
        var noise = new byte[300_000];
        new Random(1).NextBytes(noise);
        var packed = Unpacking.Packed(new Dictionary<string, byte[]> { ["a"] = noise }, "bsdtar", option, name, "a")[name];

        var unpacked = Unpacking.Of(packed[..(packed.Length / 2)], name);

        Assert.Equal(FailureReasons.Damaged, unpacked.End?.Reason);
        Assert.DoesNotContain(unpacked.Members, line => line.Contains(": ", StringComparison.Ordinal));
    }
}
