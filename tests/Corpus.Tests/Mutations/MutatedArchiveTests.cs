using System.Collections.Concurrent;
using System.Text;
using Plans.Corpus.Rendering.Packing;
using Plans.Ingest;
using Plans.Ingest.Tests.Archives;
using Xunit.Abstractions;

namespace Plans.Corpus.Tests.Mutations;

/// <summary>Damaged archives: each member comes out or is refused with a reason, and so is the archive; what cannot be told for an archive is none.</summary>
public sealed class MutatedArchiveTests(SmallFiles files, ITestOutputHelper output) : IClassFixture<SmallFiles>
{
    [Theory]
    [InlineData("zip", 500)]
    [InlineData("tar.gz", 500)]
    [InlineData("eml", 500)]
    [InlineData("7z", 500)]
    public void Damage_ends_with_members_or_a_reason(string kind, int count)
    {
        var name = "ho-so." + kind;
        var whole = Whole(kind);
        var outcomes = new ConcurrentBag<string>();
        var wrong = new ConcurrentBag<string>();
        Parallel.For(0, MutatedFileTests.Wanted ?? count, new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount }, seed =>
        {
            try
            {
                outcomes.Add(Unpack(Damage.Of(whole, new Random(seed)), name));
            }
            catch (Exception fault)
            {
                wrong.Add($"{kind}, seed {seed}: {fault}");
            }
        });

        output.WriteLine($"{kind}: {string.Join(", ", outcomes.CountBy(outcome => outcome).OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => $"{pair.Value} {pair.Key}"))}");
        Assert.True(wrong.IsEmpty, string.Join('\n', wrong.Order(StringComparer.Ordinal).Take(10)));
    }

    private static string Unpack(byte[] archive, string name)
    {
        var path = Path.GetTempFileName();
        try
        {
            File.WriteAllBytes(path, archive);
            if (Unpacking.Kind(path, name) is null)
            {
                return "no archive";
            }

            var unpacked = Unpacking.OfFile(path, name);
            Assert.NotEqual(FailureReasons.Internal, unpacked.End?.Reason);
            Assert.DoesNotContain(unpacked.Members, member => member.EndsWith(FailureReasons.Internal, StringComparison.Ordinal));
            return unpacked.End?.Reason ?? (unpacked.Members.Any(member => member.Contains(" ! ", StringComparison.Ordinal)) ? "some members" : "all members");
        }
        finally
        {
            File.Delete(path);
        }
    }

    private byte[] Whole(string kind)
    {
        IReadOnlyList<PackedFile> packed = [new("2024/ke-hoach.txt", files.Bytes("txt")), new("2024/ke-hoach.docx", files.Bytes("docx")), new("bieu.html", files.Bytes("html"))];
        return kind == "eml" ? Mail(packed) : Packs.Kinds[kind](packed);
    }

    private static byte[] Mail(IReadOnlyList<PackedFile> attached) => Encoding.ASCII.GetBytes($"""
        From: Van thu <vanthu@example.vn>
        Subject: =?utf-8?B?S+G6vyBob+G6oWNo?=
        MIME-Version: 1.0
        Content-Type: multipart/mixed; boundary="b1"

        --b1
        Content-Type: text/plain; charset=utf-8

        Kinh gui.
        {string.Concat(attached.Select(file => $"""
        --b1
        Content-Type: application/octet-stream; name="{file.Name}"
        Content-Transfer-Encoding: base64

        {Convert.ToBase64String(file.Bytes, Base64FormattingOptions.InsertLineBreaks)}

        """))}
        --b1--
        """);
}
