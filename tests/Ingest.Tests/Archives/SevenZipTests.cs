using System.Text;

namespace Plans.Ingest.Tests.Archives;

public class SevenZipTests
{
    private static readonly Dictionary<string, byte[]> Files = new()
    {
        ["a.txt"] = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Range(0, 5000).Select(number => $"{number * 7919 % 5003} "))),
        ["kế hoạch.txt"] = "Hai"u8.ToArray(),
    };

    [Fact]
    public void Members_come_out_with_their_paths() =>
        Assert.Equal([$"a.txt: {Files["a.txt"].Length} characters", "kế hoạch.txt: Hai"], Unpacking.Of(Packed("a.7z"), "a.7z").Members.Order(StringComparer.Ordinal));

    [Theory]
    [InlineData("-psecret")]
    [InlineData("-psecret", "-mhe=on")]
    public void A_password_is_one_failure_that_says_what_to_do(params string[] options)
    {
        var unpacked = Unpacking.Of(Packed("a.7z", options), "a.7z");

        Assert.Empty(unpacked.Members);
        Assert.Equal(FailureReasons.Encrypted, unpacked.End?.Reason);
    }

    [Fact]
    public void A_wrong_checksum_is_the_failure_of_its_member()
    {
        var packed = Packed("a.7z", "-mx=0");
        packed[packed.AsSpan().IndexOf("Hai"u8)] = (byte)'h';

        Assert.Equal([$"a.txt: {Files["a.txt"].Length} characters", "kế hoạch.txt ! damaged"], Unpacking.Of(packed, "a.7z").Members.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Damage_in_the_packed_data_is_never_passed_on_as_text()
    {
        var packed = Packed("a.7z");
        for (var at = 200; at < 1200; at++)
        {
            packed[at] ^= 0x5A;
        }

        var unpacked = Unpacking.Of(packed, "a.7z");

        Assert.Contains("a.txt ! damaged", unpacked.Members);
        Assert.Equal(2, unpacked.Members.Count);
    }

    [Fact]
    public void An_archive_cut_off_has_lost_the_list_of_its_files()
    {
        var packed = Packed("a.7z");

        Assert.Equal(FailureReasons.Damaged, Unpacking.Of(packed[..(packed.Length / 2)], "a.7z").End?.Reason);
    }

    [Fact]
    public void The_first_of_several_parts_names_the_next()
    {
        var parts = Unpacking.Packed(Files, "7z", ["a", "-bd", "-v3k", "a.7z", .. Files.Keys]);
        var end = Unpacking.Of(parts["a.7z.001"], "a.7z.001").End;

        Assert.Equal(FailureReasons.PartMissing, end?.Reason);
        Assert.Contains("a.7z.002", end?.Message, StringComparison.Ordinal);
    }

    private static byte[] Packed(string name, params string[] options) => Unpacking.Packed(Files, "7z", ["a", "-bd", .. options, name, .. Files.Keys])[name];
}
