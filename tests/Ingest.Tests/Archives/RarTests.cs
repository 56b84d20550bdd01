namespace Plans.Ingest.Tests.Archives;

public class RarTests
{
    private static readonly RarFile A = new("a.txt", "Một");
    private static readonly RarFile B = new("d/kế hoạch.txt", "Hai");
    private static readonly RarFile C = new("c.txt", "Ba");

    public static TheoryData<int> Versions => new(4, 5);

    [Theory]
    [MemberData(nameof(Versions))]
    public void Members_come_out_with_their_paths(int version)
    {
        var unpacked = Unpacking.Of(Rar(version, A, B, C), "a.rar");

        Assert.Null(unpacked.End);
        Assert.Equal(["a.txt: Một", "d/kế hoạch.txt: Hai", "c.txt: Ba"], unpacked.Members);
    }

    [Theory]
    [InlineData("Kế hoạch số 12 - Đào tạo.docx")]
    [InlineData("ạ.txt")]
    public void A_name_that_Windows_packed_is_read(string name) =>
        Assert.Equal([$"{name}: Một"], Unpacking.Of(Rars.Rar4(new RarFile(name, "Một") { HasPackedName = true }), "a.rar").Members);

    [Theory]
    [MemberData(nameof(Versions))]
    public void A_wrong_checksum_is_the_failure_of_its_member(int version) =>
        Assert.Equal(["a.txt: Một", "d/kế hoạch.txt ! damaged", "c.txt: Ba"], Unpacking.Of(Rar(version, A, B with { Checksum = 1 }, C), "a.rar").Members);

    [Theory]
    [MemberData(nameof(Versions))]
    public void A_member_that_cannot_be_unpacked_does_not_take_those_behind_it_along(int version)
    {
        var garbage = new RarFile("x.txt", new string('\u00FF', 3000)) { IsUnreadable = true, Checksum = 1 };
        var unpacked = Unpacking.Of(Rar(version, A, garbage, C), "a.rar");

        Assert.Equal(["a.txt: Một", "x.txt ! damaged", "c.txt: Ba"], unpacked.Members);
    }

    [Theory]
    [MemberData(nameof(Versions))]
    public void A_password_over_all_is_one_failure(int version)
    {
        var unpacked = Unpacking.Of(Rar(version, A with { IsEncrypted = true }, C with { IsEncrypted = true }), "a.rar");

        Assert.Empty(unpacked.Members);
        Assert.Equal(FailureReasons.Encrypted, unpacked.End?.Reason);
    }

    [Theory]
    [MemberData(nameof(Versions))]
    public void A_password_over_one_member_is_the_failure_of_that_one(int version) =>
        Assert.Equal(["a.txt ! encrypted", "c.txt: Ba"], Unpacking.Of(Rar(version, A with { IsEncrypted = true }, C), "a.rar").Members);

    [Fact]
    public void Encrypted_names_are_one_failure()
    {
        Assert.Equal(FailureReasons.Encrypted, Unpacking.Of(Rars.Rar5WithEncryptedHeaders(), "a.rar").End?.Reason);
        Assert.Equal(FailureReasons.Encrypted, Unpacking.Of(Rars.Rar4(0x80, A), "a.rar").End?.Reason);
    }

    [Theory]
    [MemberData(nameof(Versions))]
    public void A_part_gives_its_whole_members_and_says_which_part_the_others_need(int version)
    {
        var first = version == 4 ? Rars.Rar4(1, A, C with { GoesOn = true }) : Rars.Rar5(0, A, C with { GoesOn = true });
        var second = version == 4 ? Rars.Rar4(1, C with { BeganBefore = true }, B) : Rars.Rar5(1, C with { BeganBefore = true }, B);
        var (one, two) = (Unpacking.Of(first, "a.part01.rar"), Unpacking.Of(second, "a.part02.rar"));

        Assert.Equal(["c.txt ! part-missing", "a.txt: Một"], one.Members);
        Assert.Contains("a.part02.rar", one.Records[0].Refusal!.Message, StringComparison.Ordinal);
        Assert.Equal(["c.txt ! part-missing", "d/kế hoạch.txt: Hai"], two.Members);
        Assert.Contains("a.part01.rar", two.Records[0].Refusal!.Message, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Versions))]
    public void An_archive_cut_off_gives_what_came_before_and_says_so(int version)
    {
        var rar = Rar(version, A, new RarFile("b.txt", new string('b', 1000)), C);
        var unpacked = Unpacking.Of(rar[..500], "a.rar");

        Assert.Equal(["b.txt ! damaged", "a.txt: Một"], unpacked.Members);
        Assert.Equal(FailureReasons.Damaged, unpacked.End?.Reason);
    }

    [Theory]
    [MemberData(nameof(Versions))]
    public void A_link_is_left_out(int version) =>
        Assert.Equal(["a.txt ~ link", "c.txt: Ba"], Unpacking.Of(Rar(version, A with { IsLink = true }, C), "a.rar").Members);

    private static byte[] Rar(int version, params RarFile[] files) => version == 4 ? Rars.Rar4(files) : Rars.Rar5(null, files);
}
