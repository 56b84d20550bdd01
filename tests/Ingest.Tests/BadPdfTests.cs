using System.Diagnostics;
using System.Text;

namespace Plans.Ingest.Tests;

public class BadPdfTests
{
    private static readonly byte[] Good = new PdfBuilder().Lines("Ke hoach phat trien kinh te", "xa Tan An nam 2025 va nhung nam tiep theo").Bytes();

    [Fact]
    public void Garbage_before_the_header_does_no_harm()
    {
        var document = Reading.Bytes([.. Encoding.ASCII.GetBytes("HTTP garbage, 21 by.\n"), .. Good], "plan.pdf");

        Assert.Contains("Ke hoach phat trien kinh te", document.Text);
        Assert.Equal("application/pdf", document.MediaType);
    }

    [Fact]
    public void The_content_counts_not_the_ending() => Assert.Equal("application/pdf", Reading.Bytes(Good, "plan.txt").MediaType);

    [Fact]
    public void A_text_that_mentions_the_header_is_a_text() =>
        Assert.Equal("text/plain", Reading.Text("Tệp bắt đầu bằng %PDF-1.4 là tệp PDF.", "ghi-chu.txt").MediaType);

    [Fact]
    public void A_password_is_said()
    {
        var folder = Directory.CreateTempSubdirectory("plans-tests-");
        try
        {
            var (plain, locked) = (Path.Combine(folder.FullName, "plain.pdf"), Path.Combine(folder.FullName, "locked.pdf"));
            File.WriteAllBytes(plain, Good);
            using (var qpdf = Process.Start("qpdf", ["--encrypt", "secret", "owner", "256", "--", plain, locked]))
            {
                qpdf.WaitForExit();
            }

            Assert.Equal(FailureReasons.Encrypted, Reading.Refused(File.ReadAllBytes(locked), "plan.pdf").Reason);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Theory]
    [InlineData(9)]
    [InlineData(60)]
    public void A_file_cut_off_is_damaged(int length) => Assert.Equal(FailureReasons.Damaged, Reading.Refused(Good[..length], "plan.pdf").Reason);

    [Fact]
    public void A_file_without_its_end_is_read_as_far_as_it_goes() => Assert.Contains("Ke hoach", Reading.Bytes(Good[..^20], "plan.pdf").Text);

    [Fact]
    public void No_pages_are_said() => Assert.Equal(FailureReasons.Damaged, Reading.Refused(new PdfBuilder().Bytes(), "plan.pdf").Reason);

    [Fact]
    public void Blank_pages_alone_are_no_text() => Assert.Equal(FailureReasons.Empty, Reading.Refused(new PdfBuilder().Page("").Page("").Bytes(), "plan.pdf").Reason);

    [Fact]
    public void A_blank_page_stands_in_the_ledger()
    {
        var document = Reading.Bytes(new PdfBuilder().Lines("Ke hoach").Page("").Lines("Phu luc").Bytes(), "plan.pdf");

        Assert.Equal([PageSource.Text, PageSource.Blank, PageSource.Text], document.Pages.Select(page => page.Source));
    }

    [Fact]
    public void A_page_whose_program_breaks_off_failed_but_keeps_its_words()
    {
        var document = Reading.Bytes(new PdfBuilder().Lines("Ke hoach").Page("BT /F 14 Tf 85 780 Td (Muc tieu nam 2025) Tj ET BT /F 14 Tf 85 760 Td (Chi ti").Bytes(), "plan.pdf");

        Assert.Equal([PageSource.Text, PageSource.Failed], document.Pages.Select(page => page.Source));
        Assert.Contains("damaged", document.Pages[1].Reason);
        Assert.Contains("Muc tieu nam 2025", document.Text);
        Assert.Contains(document.Warnings, warning => warning is { Code: "page-failed", Page: 2 });
    }

    [Fact]
    public void A_page_that_takes_too_long_to_recognise_failed_and_the_others_are_read()
    {
        var noise = new byte[1240 * 1754];
        new Random(5).NextBytes(noise);
        var file = new PdfBuilder().Lines("Ke hoach phat trien").Scan(1240, 1754, noise).Lines("To chuc thuc hien").Bytes();
        var document = new DocumentReader(new ReadLimits { PageTime = TimeSpan.FromMilliseconds(400) }).Read(new FileContent("plan.pdf", file));

        Assert.Equal([PageSource.Text, PageSource.Failed, PageSource.Text], document.Pages.Select(page => page.Source));
        Assert.Contains("took longer than the limit", document.Pages[1].Reason);
        Assert.Contains("To chuc thuc hien", document.Text);
    }

    [Fact]
    public void A_heading_printed_over_a_scan_is_not_taken_for_its_text()
    {
        var lines = Enumerable.Range(1, 30).Select(i => $"Nhiem vu thu {i} cua cac xa va thi tran trong huyen");
        var (width, height, pixels) = DrawnPage.Of(new PdfBuilder().Lines(["", "", .. lines]).Bytes());
        var document = Reading.Bytes(new PdfBuilder().Scan(width, height, pixels, "BT /F 10 Tf 85 820 Td (Kem theo Quyet dinh so 15 ngay 3 thang 4 nam 2025 cua xa) Tj ET").Bytes(), "plan.pdf");

        Assert.Equal(PageSource.Ocr, Assert.Single(document.Pages).Source);
        Assert.Contains("thi tran trong huyen", document.Text);
    }

    [Fact]
    public void More_pages_than_allowed_are_refused_before_they_are_read()
    {
        var refusal = Reading.Refused(new PdfBuilder().Lines("1").Lines("2").Lines("3").Bytes(), "plan.pdf", new ReadLimits { Pages = 2 });

        Assert.Equal(FailureReasons.LimitExceeded, refusal.Reason);
        Assert.Contains("3 pages", refusal.Message);
    }

    [Fact]
    public void Three_thousand_pages_are_read_page_by_page()
    {
        var builder = new PdfBuilder();
        for (var page = 1; page <= 3000; page++)
        {
            builder.Lines($"Trang so {page}", "xa Tan An nam 2025 va nhung nam tiep theo");
        }

        var document = Reading.Bytes(builder.Bytes(), "plan.pdf");

        Assert.Equal(3000, document.Pages.Count(page => page.Source == PageSource.Text));
        Assert.Contains("Trang so 2999", document.Text);
    }

    [Fact]
    public void Forms_inside_forms_end_somewhere()
    {
        var builder = new PdfBuilder();
        var deep = builder.Forms(200);

        Assert.Contains("Ke hoach", Reading.Bytes(builder.Page("BT /F 14 Tf 85 780 Td (Ke hoach) Tj ET /X Do", deep).Bytes(), "plan.pdf").Text);
    }

    [Fact]
    public void A_turned_page_is_read_as_it_is_shown()
    {
        const string Table = "85 500 m 285 500 l S 85 530 m 285 530 l S 85 560 m 285 560 l S 85 500 m 85 560 l S 185 500 m 185 560 l S 285 500 m 285 560 l S "
            + "BT /F 12 Tf 90 540 Td (A) Tj ET BT /F 12 Tf 190 540 Td (B) Tj ET BT /F 12 Tf 90 510 Td (C) Tj ET BT /F 12 Tf 190 510 Td (D) Tj ET";
        var content = "0 1 -1 0 595 0 cm " + Table;
        var document = Reading.Bytes(new PdfBuilder().Page(content, more: "/Rotate 90").Bytes(), "plan.pdf");

        Assert.Equal((842, 595), (document.Pages[0].Width, document.Pages[0].Height));
        Assert.Equal([["A", "B"], ["C", "D"]], document.Cells(document.OnlyTable()));
    }
}
