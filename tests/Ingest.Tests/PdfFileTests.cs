using System.Diagnostics;
using System.Text;
using Plans.Ingest.Formats.Pdf;

namespace Plans.Ingest.Tests;

/// <summary>PDFs that are as the standard has it are read from their bytes; all others are left to programs that repair.</summary>
public class PdfFileTests
{
    private static readonly byte[] Good = new PdfBuilder().Lines("Ke hoach").Page("0 0 m 100 0 l S").Bytes();

    [Theory]
    [InlineData("--object-streams=generate", "--compress-streams=y")]
    [InlineData("--object-streams=disable", "--compress-streams=y")]
    [InlineData("--object-streams=disable", "--stream-data=uncompress")]
    [InlineData("--object-streams=generate", "--linearize")]
    public void Objects_are_found_however_they_are_packed(params string[] options)
    {
        using var file = PdfFile.Open(Packed(Good, options));

        var pages = PdfPages.Of(file);
        Assert.Equal([(595.0, 842.0), (595, 842)], pages.Select(page => (page.Frame.Width, page.Frame.Height)));
        Assert.Equal("0 0 m 100 0 l S", Encoding.ASCII.GetString(file.Data(Assert.Single(pages[1].Contents))!).Trim());
        Assert.Single(PdfDrawings.Read(file, pages)[1].Rulings);
    }

    [Fact]
    public void What_was_appended_last_counts()
    {
        var number = 3 + 1;
        var text = Encoding.Latin1.GetString(Good);
        var program = $"{number} 0 obj\n<</Length 9>>stream\n0 0 m 1 1\nendstream\nendobj\n";
        var before = text[(text.LastIndexOf("startxref", StringComparison.Ordinal) + 9)..].Split('\n', StringSplitOptions.RemoveEmptyEntries)[0];
        var appended = $"{text}{program}xref\n{number} 1\n{Good.Length:D10} 00000 n \ntrailer<</Size 9/Root 1 0 R/Prev {before}>>\nstartxref\n{Good.Length + program.Length}\n%%EOF\n";

        using var file = PdfFile.Open(Encoding.Latin1.GetBytes(appended));

        Assert.Equal("0 0 m 1 1", Encoding.ASCII.GetString(file.Data(new PdfReference(number, 0))!));
    }

    [Theory]
    [InlineData("garbage before the header", "%PDF-", "x%PDF-")]
    [InlineData("no table where it should be", "xref\n0 ", "yref\n0 ")]
    [InlineData("a table that goes round", "trailer<<", "trailer<</Prev 9")]
    [InlineData("encrypted", "trailer<<", "trailer<</Encrypt 9 0 R")]
    [InlineData("no tree of pages", "/Pages 2 0 R", "/Pagen 2 0 R")]
    [InlineData("another object than said", "\n2 0 obj", "\n7 0 obj")]
    [InlineData("a dictionary without end", "/Kids[", "/Kids<")]
    public void Anything_else_is_refused(string why, string good, string bad)
    {
        var bytes = Encoding.Latin1.GetBytes(Encoding.Latin1.GetString(Good).Replace(good, bad, StringComparison.Ordinal));

        Assert.True(Record.Exception(() => PdfFile.Open(bytes)) is PdfSyntaxException, why);
    }

    [Fact]
    public void A_stream_that_is_damaged_or_cut_off_is_refused()
    {
        var packed = Packed(Good, "--object-streams=disable", "--compress-streams=y");
        var program = packed.AsSpan().IndexOf("stream\n"u8) + 7;
        for (var bit = 0; bit < 8; bit++)
        {
            var damaged = packed.ToArray();
            damaged[program + 12] ^= (byte)(1 << bit);
            Assert.Throws<PdfSyntaxException>(() =>
            {
                using var file = PdfFile.Open(damaged);
                return PdfDrawings.Read(file, PdfPages.Of(file));
            });
        }
    }

    private static byte[] Packed(byte[] pdf, params string[] options)
    {
        var folder = Directory.CreateTempSubdirectory("plans-tests-").FullName;
        try
        {
            var (plain, packed) = (Path.Combine(folder, "plain.pdf"), Path.Combine(folder, "packed.pdf"));
            File.WriteAllBytes(plain, pdf);
            using (var qpdf = Process.Start("qpdf", [.. options, plain, packed]))
            {
                qpdf.WaitForExit();
            }

            return File.ReadAllBytes(packed);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
