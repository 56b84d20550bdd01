using System.Net;

namespace Plans.Web.Tests;

public sealed class AgencyPageTests(SampleSite site) : IClassFixture<SampleSite>
{
    [Fact]
    public async Task Lists_what_a_body_has_to_do_by_deadline_and_each_leads_to_its_words()
    {
        var page = await site.Page((await site.Page($"/plans/{site.WholeId}/tasks")).Link("Sở Tài chính"));
        Assert.Equal("2 nhiệm vụ trong 1 kế hoạch, theo thời hạn.", page.One(".summary").Seen());
        Assert.Equal(["01/06/2021trước ngày 01/6/2021", "Sở Công Thương lập danh sách làng nghề trước ngày 01/6/2021.", "Phối hợp"], page.QuerySelector("tbody tr")!.Cells().Take(3));
        Assert.Equal("Sở Tài chính cân đối vốn cho làng nghề.", (await site.Page(page.Link("cân đối vốn"))).One("#mark").Seen());
        Assert.Single((await site.Page(page.Link("Chủ trì"))).QuerySelectorAll("tbody tr"));
    }

    [Fact]
    public async Task Deadlines_are_taken_away_as_a_calendar()
    {
        var page = await site.Page("/agencies?name=Sở+Công+Thương");
        var answer = await site.Get(page.Link("Tệp lịch"));
        Assert.Equal("text/calendar", answer.Content.Headers.ContentType?.MediaType);
        var lines = (await answer.Content.ReadAsStringAsync()).Split("\r\n");
        Assert.Equal("BEGIN:VCALENDAR", lines[0]);
        Assert.Contains("DTSTART;VALUE=DATE:20210601", lines);
        Assert.All(lines, line => Assert.InRange(System.Text.Encoding.UTF8.GetByteCount(line), 0, 75));
    }

    [Fact]
    public async Task A_document_leads_to_the_plans_that_carry_it_out()
    {
        var page = await site.Page((await site.Page($"/plans/{site.WholeId}")).Link("nơi khác dẫn văn bản này"));
        Assert.Equal(["12/KH-UBND Phát triển nghề dệt thổ cẩm giai đoạn 2021 - 2025"], page.All("tbody td:nth-child(2)"));
    }

    [Fact]
    public async Task What_changed_between_two_plans_is_listed()
    {
        var page = await site.Page($"/compare/changes?before={site.ShortId}&after={site.WholeId}");
        Assert.Contains(page.QuerySelectorAll("tbody tr"), row => row.Cells() is ["mới", "đào tạo nghề dệt", "", ..]);
    }

    [Theory]
    [InlineData("/agencies/calendar")]
    [InlineData("/agencies/calendar?name=%3F")]
    public async Task Nobody_has_no_duties(string address) => Assert.Equal(HttpStatusCode.BadRequest, (await site.Get(address)).StatusCode);
}
