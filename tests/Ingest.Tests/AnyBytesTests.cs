using System.Text;
using static Plans.Ingest.Tests.DocxBuilder;

namespace Plans.Ingest.Tests;

/// <summary>What holds for every file, shown on thousands of damaged ones; the seed makes a failure repeatable.</summary>
public class AnyBytesTests
{
    private const string Plan = """
        ỦY BAN NHÂN DÂN            CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
        TỈNH HÀ NAM                Độc lập - Tự do - Hạnh phúc

        **KẾ HOẠCH**
        *Phát triển* kinh tế - xã hội giai đoạn 2021 -
        2025 (1.500 người; 68,8%)

        # I. MỤC TIÊU
        - Tỷ lệ lao động qua đào tạo <b>70%</b>
        TT	Nhiệm vụ	Chủ trì
        1	Mở lớp	Sở Nội vụ và
        
        TT	Nhiệm vụ	Chủ trì
        	dạy nghề	Sở Tài chính

        | a | b |
        |---|---|
        | 1 | 2<br>3 |
        """;

    private const string Html = """
        <html><body><h1>KẾ HOẠCH</h1><p style="text-align:center;font-size:13pt">về<br>việc</p><ol start="2"><li value="4">a<ul><li>b</ul></ol>
        <table border="1"><tr><th rowspan="2">TT<th colspan="3">x</tr><tr><td>1<td><table><tr><td>2</table></tr></table><pre>a
        b</pre></body></html>
        """;

    private static readonly byte[] Docx = new DocxBuilder(
            P("KẾ HOẠCH", """<w:pStyle w:val="A"/>"""), Item(1, 0, "Mục tiêu"), Item(1, 1, "việc"),
            Runs("""<w:r><w:fldChar w:fldCharType="begin"/><w:instrText>X</w:instrText><w:fldChar w:fldCharType="separate"/><w:t>1</w:t><w:fldChar w:fldCharType="end"/></w:r>"""),
            Table("", Row(Cell("a", """<w:vMerge w:val="restart"/>"""), Cell("b", """<w:gridSpan w:val="2"/>""")), Row(Cell("c", "<w:vMerge/>"), Cell("d"), Cell("e"))))
        .Styles("""<w:style w:type="paragraph" w:styleId="A"><w:name w:val="heading 1"/><w:rPr><w:b/><w:sz w:val="26"/></w:rPr></w:style>""")
        .Numbering("""<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:numFmt w:val="upperRoman"/><w:lvlText w:val="%1."/></w:lvl><w:lvl w:ilvl="1"><w:lvlText w:val="%1.%2"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>""")
        .Bytes();

    public static TheoryData<string, int> Files
    {
        get
        {
            var files = new TheoryData<string, int>();
            foreach (var kind in Sources.Keys)
            {
                for (var seed = 0; seed < 20; seed++)
                {
                    files.Add(kind, seed);
                }
            }

            return files;
        }
    }

    private static IReadOnlyDictionary<string, Func<Random, byte[]>> Sources => new Dictionary<string, Func<Random, byte[]>>
    {
        ["noise"] = random => Noise(random),
        ["text"] = random => Mutated(Encoding.UTF8.GetBytes(Plan), random),
        ["words"] = random => Encoding.UTF8.GetBytes(Shuffled(random)),
        ["html"] = random => Mutated(Encoding.UTF8.GetBytes(Html), random, binary: false),
        ["docx"] = random => Mutated(Docx, random),
        ["docx-xml"] = random => new DocxBuilder(Encoding.UTF8.GetString(Mutated(Encoding.UTF8.GetBytes(P("Kế hoạch", "<w:numPr/>") + Table("", Row(Cell("a")))), random, binary: false))).Bytes(),
    };

    [Theory]
    [MemberData(nameof(Files))]
    public void Any_bytes_become_a_sound_document_or_a_reasoned_refusal(string kind, int seed)
    {
        var random = new Random(seed);
        for (var i = 0; i < 20; i++)
        {
            var bytes = Sources[kind](random);
            try
            {
                Soundness.Check(new DocumentReader().Read(new FileContent("ke-hoach.docx", bytes)));
            }
            catch (UnreadableFileException refusal)
            {
                Assert.True(refusal.Reason != FailureReasons.Internal, $"{kind}, seed {seed}, file {i}: {refusal.InnerException}");
            }
        }
    }

    private static byte[] Noise(Random random)
    {
        var bytes = new byte[random.Next(1, 3000)];
        random.NextBytes(bytes);
        return bytes;
    }

    private static string Shuffled(Random random)
    {
        string[] pieces = ["1.", "II.", "-", "*", "**", "|", "|---|", "\n", "\n\n", "\t", "\t\t", "Căn cứ", "KẾ HOẠCH", "và", "(", ")", "<p>", "<br>", "#", "\\", "TT\tViệc\tSố\n", "e\u0302\u0301", "\uD800", "\f", "12.000", "    "];
        return string.Concat(Enumerable.Range(0, random.Next(1, 200)).Select(_ => pieces[random.Next(pieces.Length)] + (random.Next(2) == 0 ? " " : "")));
    }

    private static byte[] Mutated(byte[] source, Random random, bool binary = true)
    {
        var bytes = source.ToList();
        for (var change = random.Next(1, 8); change > 0 && bytes.Count > 4; change--)
        {
            var at = random.Next(bytes.Count);
            switch (random.Next(4))
            {
                case 0:
                    bytes[at] = binary ? (byte)random.Next(256) : (byte)random.Next(32, 127);
                    break;
                case 1:
                    bytes.RemoveRange(at, random.Next(Math.Min(20, bytes.Count - at)));
                    break;
                case 2:
                    bytes.InsertRange(at, bytes.Skip(random.Next(bytes.Count)).Take(30).ToList());
                    break;
                default:
                    bytes.RemoveRange(at, binary && random.Next(5) == 0 ? bytes.Count - at : 1);
                    break;
            }
        }

        return bytes.ToArray();
    }
}
