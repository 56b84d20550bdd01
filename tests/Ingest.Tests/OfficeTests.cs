using System.Text;
using Plans.Ingest.Formats.Office;

namespace Plans.Ingest.Tests;

/// <summary>DOC, RTF, ODT, XLS and ODS by LibreOffice.</summary>
public class OfficeTests(OfficeFiles files) : IClassFixture<OfficeFiles>
{
    [Theory]
    [InlineData("doc", "application/msword")]
    [InlineData("rtf", "application/rtf")]
    [InlineData("odt", "application/vnd.oasis.opendocument.text")]
    public void A_plan_is_read_alike_in_each_format(string ending, string mediaType)
    {
        var document = Reading.Bytes(files.Bytes(ending), $"ke-hoach.{ending}");

        Assert.Equal(["kế hoạch", "Thủ tướng giao các tỉnh giảm nghèo", "Ủy ban nhân dân huyện, thị trấn", "Văn bản bằng chữ Unicode", "I. Mục tiêu", "Nơi nhận"], document.Paragraphs());
        Assert.True(document.Blocks.OfType<Paragraph>().First().Style.Capitals);
        var table = document.OnlyTable();
        Assert.Equal([["TT", "Chỉ tiêu"], ["1", "Hộ nghèo", "7%"]], document.Cells(table));
        Assert.Equal(2, table.Rows[0].Cells[1].ColumnSpan);
        Assert.Equal(mediaType, document.MediaType);
        Soundness.Check(document);
    }

    [Theory]
    [InlineData("xls")]
    [InlineData("ods")]
    public void An_annex_is_read_as_a_table(string ending)
    {
        var document = Reading.Bytes(files.Bytes(ending), $"bieu.{ending}");

        Assert.Equal(["TT", "Chỉ tiêu", "Năm"], document.Cells(document.Blocks.OfType<Table>().First())[0]);
        Assert.Contains("Số hộ nghèo\t12.345,7\t13%", document.Text, StringComparison.Ordinal);
        Soundness.Check(document);
    }

    [Fact]
    public void The_content_decides_whatever_the_name_says()
    {
        Assert.Equal("application/rtf", Reading.Bytes(files.Bytes("rtf"), "ke-hoach.doc").MediaType);
        Assert.Equal("text/html", Reading.Bytes("<html><body><p>Kế hoạch</p></body></html>"u8.ToArray(), "ke-hoach.doc").MediaType);
        Assert.Equal("application/msword", Reading.Bytes(files.Bytes("doc"), "ke-hoach.txt").MediaType);
        Assert.EndsWith("wordprocessingml.document", Reading.Bytes(new DocxBuilder(DocxBuilder.P("Kế hoạch")).Bytes(), "ke-hoach.doc").MediaType, StringComparison.Ordinal);
        Assert.EndsWith("spreadsheetml.sheet", Reading.Bytes(XlsxBuilder.Annex(), "bieu.xls").MediaType, StringComparison.Ordinal);
    }

    [Fact]
    public void Rtf_typed_in_legacy_fonts_is_read()
    {
        const string Head = @"{\rtf1\ansi\ansicpg1252{\fonttbl{\f0 .VnTime;}{\f1 VNI-Times;}}\f0 ";
        var rtf = Encoding.ASCII.GetBytes($@"{Head}{Escaped("Quyết định của Thủ tướng", "tcvn3")}\par \f1 {Escaped("Kế hoạch thị xã", "vni")}\par}}");

        Assert.Equal(["Quyết định của Thủ tướng", "Kế hoạch thị xã"], Reading.Bytes(rtf, "ke-hoach.rtf").Paragraphs());
    }

    [Fact]
    public void An_rtf_that_breaks_off_is_read_with_a_warning()
    {
        var document = Reading.Bytes(@"{\rtf1\ansi K\u7871? ho\u7841?ch\par Ph"u8.ToArray(), "ke-hoach.rtf");

        Assert.Equal(["Kế hoạch", "Ph"], document.Paragraphs());
        Assert.Equal("truncated", Assert.Single(document.Warnings).Code);
    }

    [Theory]
    [InlineData(0.3)]
    [InlineData(0.7)]
    public void A_doc_that_breaks_off_is_damaged(double share)
    {
        var whole = files.Bytes("doc");

        Assert.Equal(FailureReasons.Damaged, Reading.Refused(whole[..(int)(whole.Length * share)], "ke-hoach.doc").Reason);
        Assert.Equal(FailureReasons.Damaged, Reading.Refused(files.Bytes("xls")[..(int)(files.Bytes("xls").Length * share)], "bieu.xls").Reason);
        Assert.Equal(FailureReasons.Damaged, Reading.Refused(files.Bytes("odt")[..(int)(files.Bytes("odt").Length * share)], "ke-hoach.odt").Reason);
    }

    [Fact]
    public void Random_bytes_named_doc_are_in_no_format()
    {
        var bytes = new byte[20_000];
        new Random(1).NextBytes(bytes);

        Assert.Equal(FailureReasons.UnsupportedFormat, Reading.Refused(bytes, "ke-hoach.doc").Reason);
    }

    [Fact]
    public void A_password_is_told()
    {
        var bytes = files.Bytes("doc");
        var fib = bytes.AsSpan().IndexOf((ReadOnlySpan<byte>)[0xEC, 0xA5]);
        bytes[fib + 11] |= 1;

        Assert.Equal(FailureReasons.Encrypted, Reading.Refused(bytes, "ke-hoach.doc").Reason);
    }

    [Fact]
    public void Any_damage_inside_ends_with_a_document_or_a_reason()
    {
        foreach (var ending in (string[])["doc", "rtf", "odt", "xls"])
        {
            for (var seed = 0; seed < 12; seed++)
            {
                var random = new Random(seed);
                var bytes = files.Bytes(ending);
                for (var i = 0; i < 40; i++)
                {
                    bytes[random.Next(8, bytes.Length)] = (byte)random.Next(256);
                }

                try
                {
                    Soundness.Check(new DocumentReader(new ReadLimits { OfficeTime = TimeSpan.FromSeconds(20) }).Read(new FileContent($"ke-hoach.{ending}", bytes)));
                }
                catch (UnreadableFileException refusal)
                {
                    Assert.True(refusal.Reason != FailureReasons.Internal, $"{ending}, seed {seed}: {refusal.InnerException}");
                }
            }
        }
    }

    [Fact]
    public void Too_little_time_is_a_timeout_and_the_next_file_is_read()
    {
        var hasty = new ReadLimits { OfficeTime = TimeSpan.FromMilliseconds(1) };

        Assert.Equal(FailureReasons.Timeout, Reading.Refused(files.Bytes("doc"), "ke-hoach.doc", hasty).Reason);
        Assert.NotEmpty(Reading.Bytes(files.Bytes("doc"), "ke-hoach.doc").Paragraphs());
    }

    [Fact]
    public void Nothing_is_left_over()
    {
        Reading.Bytes(files.Bytes("doc"), "ke-hoach.doc");
        var mine = $"plans-office-{Environment.ProcessId}-*";

        var exchange = Directory.EnumerateDirectories(Path.GetTempPath(), mine).Select(folder => Path.Combine(folder, "exchange")).Where(Directory.Exists);
        Assert.All(exchange, folder => Assert.True(Directory.EnumerateFiles(folder).Count() <= 3, "at most the file that another test converts just now"));
        OfficeConverter.Close();
    }

    private static string Escaped(string words, string encoding) =>
        string.Concat(LegacyBytesOf.Text(words, encoding).Select(code => code < 0x80 ? ((char)code).ToString() : $@"\'{code:x2}"));
}
