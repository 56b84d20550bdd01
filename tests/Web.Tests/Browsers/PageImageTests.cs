using System.Net;
using Plans.Extraction;
using Plans.Ingest;

namespace Plans.Web.Tests.Browsers;

/// <summary>The way from a fact to its place on the printed page and back.</summary>
public sealed class PageImageTests(PageImageTests.PrintedSite site, Browser browser) : IClassFixture<PageImageTests.PrintedSite>, IClassFixture<Browser>
{
    [Fact]
    public async Task A_target_leads_to_its_box_on_the_page_and_the_box_back_to_the_target()
    {
        await using var tab = await browser.OpenAsync();
        await tab.GoAsync(site.Url($"/plans/{site.Id}/targets"));
        await tab.LeaveBy(() => tab.ClickLink("90%"));
        Assert.Equal("Tỷ lệ hộ có nước sạch đạt 90%", await tab.Text("#mark"));
        await tab.Until("document.querySelector('svg.page image').getBoundingClientRect().height > 100");
        Assert.Equal("70.5", await tab.Get<string>("document.querySelector('.box.at rect').getAttribute('x')"));
        await tab.LeaveBy(() => tab.Run("document.querySelector('.box.at').dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true, view: window }))"));
        Assert.Equal($"/plans/{site.Id}/targets?at=t1#t1", await tab.Address());
        Assert.Empty(tab.Complaints);
    }

    [Fact]
    public async Task Pages_are_turned_by_key_and_list_what_stands_on_them()
    {
        await using var tab = await browser.OpenAsync();
        await tab.GoAsync(site.Url($"/plans/{site.Id}/pages/1"));
        Assert.Equal("Không có chỉ tiêu, nhiệm vụ hay căn cứ nào trên trang này.", await tab.Text(".none"));
        await tab.LeaveBy(() => tab.Press("n"));
        Assert.Equal("Trang 2 / 2", await tab.Text(".pager [aria-current]"));
        Assert.Equal("Chỉ tiêu t1 Tỷ lệ hộ có nước sạch: 90% Nguyên văn", await tab.Text(".facts li"));
    }

    [Fact]
    public async Task An_image_is_drawn_once_and_kept()
    {
        var first = await site.Get($"/plans/{site.Id}/pages/2/image");
        var image = await first.Content.ReadAsByteArrayAsync();
        Assert.Equal("image/jpeg", first.Content.Headers.ContentType?.MediaType);
        Assert.Equal([0xFF, 0xD8, 0xFF], image[..3]);
        Assert.Equal(image, await File.ReadAllBytesAsync(Assert.Single(Directory.GetFiles(Path.Combine(site.Folder, "page-images"), "*-2.jpg"))));
        var again = await site.Get($"/plans/{site.Id}/pages/2/image", ("If-None-Match", first.Headers.ETag!.ToString()));
        Assert.Equal(HttpStatusCode.NotModified, again.StatusCode);
    }

    [Theory]
    [InlineData("/plans/1/pages/0")]
    [InlineData("/plans/1/pages/3")]
    [InlineData("/plans/1/pages/3/image")]
    [InlineData("/plans/2/pages/1")]
    [InlineData("/plans/2/pages/1/image")]
    public async Task What_cannot_be_drawn_is_not_there(string address) => Assert.Equal(HttpStatusCode.NotFound, (await site.Get(address)).StatusCode);

    [Fact]
    public async Task The_original_is_taken_away_byte_for_byte_and_never_shown()
    {
        var answer = await site.Get($"/plans/{site.Id}/original");
        Assert.Equal("application/octet-stream", answer.Content.Headers.ContentType?.MediaType);
        Assert.Equal("attachment", answer.Content.Headers.ContentDisposition?.DispositionType);
        Assert.Equal("nước sạch.pdf", answer.Content.Headers.ContentDisposition?.FileNameStar);
        Assert.Equal(PrintedSite.Original, await answer.Content.ReadAsByteArrayAsync());
    }

    public sealed class PrintedSite : Site
    {
        private const string Words = "Tỷ lệ hộ có nước sạch đạt 90%";

        public static readonly byte[] Original = SmallPdf.Of("Ke hoach", "Ty le ho co nuoc sach dat 90%");

        public long Id { get; private set; }

        public override async Task InitializeAsync()
        {
            var head = new DocumentFields { Type = "Kế hoạch", Number = "8/KH-UBND", Title = "Nước sạch", Province = "Sơn La" };
            Id = Save(
                "nước sạch.pdf",
                new SamplePlan(head, $"I. MỤC TIÊU\n{Words}.")
                {
                    MediaType = "application/pdf",
                    Pages = [new PageRecord(1, PageSource.Text, 595, 842), new PageRecord(2, PageSource.Text, 595, 842)],
                    Boxes = new Dictionary<string, Box> { [Words] = new(72, 70, 420, 96) },
                }.Target(Words, "Tỷ lệ hộ có nước sạch", 90, "%", "90%", 2025, page: 2),
                Original);
            Save("khac.txt", new SamplePlan(head with { Number = "9/KH-UBND" }, "I. MỤC TIÊU"));
            await base.InitializeAsync();
        }
    }
}
