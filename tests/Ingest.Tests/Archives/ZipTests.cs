using System.Text;
using Plans.Ingest.Archives;

namespace Plans.Ingest.Tests.Archives;

public class ZipTests
{
    private const string Text = "Kế hoạch phát triển kinh tế - xã hội của xã Tân An";

    [Fact]
    public void Members_come_out_with_their_paths_and_folders_do_not_count()
    {
        var unpacked = Unpacking.Of(Zips.Of(("kế hoạch/", ""), ("kế hoạch/năm 2024.txt", Text), ("b.txt", "B")), "a.zip");

        Assert.Null(unpacked.End);
        Assert.Equal([$"kế hoạch/năm 2024.txt: {Text}", "b.txt: B"], unpacked.Members);
    }

    public static TheoryData<string, byte[], string> Names => new()
    {
        { "utf-8", Encoding.UTF8.GetBytes("Kế hoạch số 12 - Đào tạo nghề.docx"), "Kế hoạch số 12 - Đào tạo nghề.docx" },
        { "decomposed utf-8", Encoding.UTF8.GetBytes("Kế hoạch.docx".Normalize(NormalizationForm.FormD)), "Kế hoạch.docx" },
        { "windows-1258", LegacyBytesOf.Text("Kế hoạch phát triển xã hội.docx", "windows-1258"), "Kế hoạch phát triển xã hội.docx" },
        { "tcvn3", LegacyBytesOf.Text("kế hoạch phát triển xã hội.doc", "tcvn3"), "kế hoạch phát triển xã hội.doc" },
        { "code page 437", [(byte)'C', 0x82, (byte)'r', (byte)'t', 0x94, (byte)'z', (byte)'.', (byte)'x'], "Cértöz.x" },
    };

    [Theory]
    [MemberData(nameof(Names))]
    public void A_name_is_read_in_the_encoding_that_makes_Vietnamese_of_it(string encoding, byte[] name, string expected) =>
        Assert.True(Unpacking.Of(Zips.Named(name), "a.zip").Members is [var only] && only == $"{expected}: x", encoding);

    [Theory]
    [InlineData("../../etc/cron.d/x.txt", "etc/cron.d/x.txt", "leads out")]
    [InlineData("/etc/passwd", "etc/passwd", "root of a disk")]
    [InlineData("C:\\Users\\kế hoạch.doc", "Users/kế hoạch.doc", "root of a disk")]
    [InlineData("a\\..\\..\\b.txt", "a/b.txt", "leads out")]
    [InlineData("a\u0007\nb.txt", "ab.txt", "control characters")]
    [InlineData("exe.\u202Etxt", "exe.txt", "control characters")]
    [InlineData("../..", "noname", "no name")]
    public void A_name_that_leads_astray_is_cleaned_and_the_cleaning_is_noted(string name, string path, string note)
    {
        var member = Assert.Single(Unpacking.Of(Zips.Of((name, "x")), "a.zip").Records);

        Assert.Equal(path, member.Path);
        Assert.Contains(note, member.Note, StringComparison.Ordinal);
    }

    [Fact]
    public void Two_members_of_one_name_are_two_files() =>
        Assert.Equal(["a.txt: 1", "a (2).txt: 2", "a (3).txt: 3"], Unpacking.Of(Zips.Of(("a.txt", "1"), ("a.txt", "2"), ("./a.txt", "3")), "a.zip").Members);

    [Fact]
    public void Links_and_devices_are_left_out_and_named()
    {
        var zip = Zips.Of(("lối.txt", "/etc/passwd"u8.ToArray(), Zips.SymbolicLink), ("thiết bị", [], Zips.Device), ("a.txt", "A"u8.ToArray(), 0));

        Assert.Equal([$"lối.txt ~ {OmissionReasons.Link}", $"thiết bị ~ {OmissionReasons.NoFile}", "a.txt: A"], Unpacking.Of(zip, "a.zip").Members);
    }

    [Theory]
    [InlineData("__MACOSX/a/._b.docx")]
    [InlineData("a/.DS_Store")]
    [InlineData("a/Thumbs.db")]
    [InlineData("desktop.ini")]
    [InlineData(".git/config")]
    [InlineData("._b.docx")]
    public void What_systems_keep_for_themselves_is_left_out_and_named(string name) =>
        Assert.Equal([$"{name} ~ {OmissionReasons.SystemFile}"], Unpacking.Of(Zips.Of((name, "x")), "a.zip").Members);

    [Fact]
    public void A_member_with_a_wrong_checksum_fails_and_the_others_come()
    {
        var zip = Zips.Spoiled(Zips.Of(("a.txt", "A"), ("b.txt", Text), ("c.txt", "C")), "b.txt");

        Assert.Equal(["a.txt: A", "b.txt ! damaged", "c.txt: C"], Unpacking.Of(zip, "a.zip").Members);
    }

    [Fact]
    public void An_archive_cut_off_gives_what_is_there_and_says_that_it_is_cut_off()
    {
        var zip = Zips.Of(("a.txt", Text), ("b.txt", Text + Text), ("c.txt", Text));
        var cut = zip.AsSpan().IndexOf("c.txt"u8) + 20;
        var unpacked = Unpacking.Of(zip[..cut], "a.zip");

        Assert.Equal([$"a.txt: {Text}", $"b.txt: {2 * Text.Length} characters", "c.txt ! damaged"], unpacked.Members);
        Assert.Equal(FailureReasons.Damaged, unpacked.End?.Reason);
    }

    [Fact]
    public void Garbage_before_the_archive_and_a_comment_behind_it_do_no_harm()
    {
        var zip = Zips.Of(("a.txt", "A"));
        zip[^2] = 5;
        byte[] whole = [.. zip, .. "ghi c"u8];
        var path = Path.GetTempFileName();
        File.WriteAllBytes(path, [.. "MZ một chương trình"u8, .. whole]);
        try
        {
            var members = new List<string>();
            new ArchiveReader().Read(new ArchiveFile(path, "a.exe"), ArchiveKind.Zip, member => members.Add(member.Path));
            Assert.Equal(["a.txt"], members);
            Assert.Equal(["a.txt: A"], Unpacking.Of(whole, "a.zip").Members);
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public void A_password_over_all_is_one_failure_that_says_what_to_do()
    {
        var unpacked = Unpacking.Of(Zips.Encrypted(Zips.Of(("a.txt", "A"), ("b.txt", "B")), 2), "a.zip");

        Assert.Empty(unpacked.Members);
        Assert.Equal(FailureReasons.Encrypted, unpacked.End?.Reason);
        Assert.Contains("password", unpacked.End?.Advice, StringComparison.Ordinal);
    }

    [Fact]
    public void A_password_over_one_member_is_the_failure_of_that_one() =>
        Assert.Equal(["a.txt ! encrypted", "b.txt: B"], Unpacking.Of(Zips.Encrypted(Zips.Of(("a.txt", "A"), ("b.txt", "B")), 1), "a.zip").Members);

    [Fact]
    public void An_empty_archive_is_said() => Assert.Equal(FailureReasons.Empty, Unpacking.Of(Zips.Of(Array.Empty<(string, string)>()), "a.zip").End?.Reason);

    [Fact]
    public void The_last_part_of_a_divided_archive_names_the_parts_before()
    {
        var zip = Zips.Of(("a.txt", "A"));
        zip[^18] = 2;
        var end = Unpacking.Of(zip, "kế hoạch.zip").End;

        Assert.Equal(FailureReasons.PartMissing, end?.Reason);
        Assert.Contains("kế hoạch.z01", end?.Message, StringComparison.Ordinal);
    }
}
