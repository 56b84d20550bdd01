using System.IO.Compression;
using System.Text;
using Plans.Ingest.Archives;

namespace Plans.Ingest.Tests.Archives;

/// <summary>Each limit is hit once, and its setting is named.</summary>
public class ArchiveLimitTests
{
    private static readonly byte[] Zeros = new byte[3 << 20];

    [Fact]
    public void A_member_that_unpacks_to_far_more_than_it_was_is_refused_and_the_next_one_comes()
    {
        var unpacked = Unpacking.Of(Zips.Of(("bom.txt", Zeros, 0), ("a.txt", "A"u8.ToArray(), 0)), "a.zip");

        Assert.Equal(["bom.txt ! limit-exceeded", "a.txt: A"], unpacked.Members);
    }

    [Theory]
    [InlineData("bom.tgz")]
    [InlineData("bom.gz")]
    public void So_is_one_in_a_compressed_tar_or_alone(string name)
    {
        var content = name.EndsWith("tgz", StringComparison.Ordinal) ? Tars.Of(("bom", Zeros)) : Zeros;

        Assert.Equal(["bom ! limit-exceeded"], Unpacking.Of(Gzip(content), name).Members);
    }

    [Fact]
    public void Small_members_may_have_any_ratio() =>
        Assert.Equal(["a.txt: 1000000 characters"], Unpacking.Of(Zips.Of(("a.txt", new string('a', 1_000_000))), "a.zip").Members);

    [Fact]
    public void A_member_above_its_limit_is_refused_by_the_bytes_that_came_not_by_those_declared()
    {
        var zip = Zips.Of(("a.txt", Encoding.ASCII.GetBytes(new string('a', 1000)), 0), ("b.txt", "B"u8.ToArray(), 0));
        var unpacked = Unpacking.Of(zip, "a.zip", new ArchiveLimits { MemberBytes = 999 });

        Assert.Equal(["a.txt ! limit-exceeded", "b.txt: B"], unpacked.Members);
    }

    [Fact]
    public void More_bytes_than_allowed_end_the_archive_after_what_came_before()
    {
        var zip = Zips.Of(("a.txt", new string('a', 600)), ("b.txt", new string('b', 600)), ("c.txt", "C"));
        var unpacked = Unpacking.Of(zip, "a.zip", new ArchiveLimits { ExpandedBytes = 1000 });

        Assert.Equal(["a.txt: 600 characters", "b.txt ! limit-exceeded"], unpacked.Members);
        AssertNamed(unpacked, nameof(ArchiveLimits.ExpandedBytes));
    }

    [Fact]
    public void More_members_than_allowed_end_the_archive_after_those_allowed()
    {
        var unpacked = Unpacking.Of(Zips.Of(("a.txt", "A"), ("b.txt", "B"), ("c.txt", "C")), "a.zip", new ArchiveLimits { Members = 2 });

        Assert.Equal(["a.txt: A", "b.txt: B"], unpacked.Members);
        AssertNamed(unpacked, nameof(ArchiveLimits.Members));
    }

    [Fact]
    public void What_the_archives_around_have_cost_counts_too()
    {
        var zip = Zips.Of(("a.txt", "A"), ("b.txt", "B"));
        var path = Path.GetTempFileName();
        File.WriteAllBytes(path, zip);
        var members = new List<string>();

        var end = Assert.Throws<UnreadableFileException>(() => new ArchiveReader(new ArchiveLimits { Members = 5 }).Read(
            new ArchiveFile(path, "a.zip"), ArchiveKind.Zip, member => members.Add(member.Path), new ArchiveSpending(4, 0)));
        File.Delete(path);

        Assert.Equal(["a.txt"], members);
        Assert.Contains("more than 5 files", end.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_long_name_is_shortened_and_keeps_its_ending()
    {
        var member = Assert.Single(Unpacking.Of(Zips.Of((new string('a', 5000) + ".docx", "A")), "a.zip").Records);

        Assert.Equal(1000, member.Path.Length);
        Assert.EndsWith(".docx", member.Path, StringComparison.Ordinal);
    }

    private static void AssertNamed(Unpacking unpacked, string setting)
    {
        Assert.Equal(FailureReasons.LimitExceeded, unpacked.End?.Reason);
        Assert.Contains(setting, unpacked.End?.Message, StringComparison.Ordinal);
    }

    private static byte[] Gzip(byte[] content)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Optimal, leaveOpen: true))
        {
            gzip.Write(content);
        }

        return packed.ToArray();
    }
}
