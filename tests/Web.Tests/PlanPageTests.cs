using System.Net;
using AngleSharp.Dom;
using Plans.Web.Languages;

namespace Plans.Web.Tests;

public sealed class PlanPageTests(SampleSite site) : IClassFixture<SampleSite>
{
    [Fact]
    public async Task Begins_with_the_head_of_the_document()
    {
        var page = await Page();
        Assert.Equal("Phát triển nghề dệt thổ cẩm giai đoạn 2021 - 2025", page.One("h1").Seen());
        Assert.Equal(
            [
                "Số, ký hiệu 12/KH-UBND", "Ngày ban hành 05/03/2021", "Cơ quan ban hành Ủy ban nhân dân tỉnh Bắc Kạn", "Địa phương Bắc Kạn (nay là Thái Nguyên)",
                "Giai đoạn 2021–2025", "Người ký Nông Văn Mẫu, Phó Chủ tịch", "Tệp bac-kan.txt",
            ],
            page.QuerySelectorAll(".head div").Select(line => $"{line.One("dt").Seen()} {line.One("dd").Seen()}"));
    }

    [Fact]
    public async Task The_outline_nests_as_the_numbers_do()
    {
        var page = await Page();
        Assert.Equal(["I MỤC TIÊU", "II TỔ CHỨC THỰC HIỆN", "III KINH PHÍ"], page.All("main > .outline > li > a"));
        Assert.Equal(["I.1 Mục tiêu chung", "I.2 Chỉ tiêu"], page.All(".outline .outline a"));
    }

    [Fact]
    public async Task Targets_show_the_printed_value_beside_the_number()
    {
        var page = await Page("/targets");
        Assert.Equal(
            [
                ["t1", "đào tạo nghề dệt", "20.000 lao động", "20.000", "lao động", "2025", "I.2", "1"],
                ["t2", "thuộc t1: lao động nữ học nghề dệt", "12.000 lao động nữ", "12.000", "lao động nữ", "2025", "I.2", "1"],
                ["t3", "Tỷ lệ lao động qua đào tạo", "68,8%", "≥ 68,8", "%", "2025", "I.2", "2"],
            ],
            page.QuerySelectorAll("table.targets tbody tr").Select(row => row.Cells()));
    }

    [Fact]
    public async Task A_fact_leads_to_its_words_and_the_words_lead_back()
    {
        var page = await Page("/targets");
        var text = await site.Page(page.Link("12.000 lao động nữ"));
        Assert.Equal("12.000 lao động nữ", text.One("#mark").Seen());
        Assert.Equal(
            "Chỉ tiêu t2: lao động nữ học nghề dệt: 12.000 lao động nữ (trang 1)", text.One(".notice").Seen());
        Assert.Equal($"/plans/{site.WholeId}/targets?at=t2#t2", text.One(".notice a").GetAttribute("href"));
        Assert.NotNull(page.GetElementById("t2"));
    }

    [Fact]
    public async Task Tasks_stand_under_their_agency_once_and_supporters_point_to_them()
    {
        var page = await Page("/tasks");
        Assert.Equal(
            ["Sở Công Thương", "Sở Tài chính"],
            page.All(".agency h3"));
        Assert.Equal(
            [
                "k1 Sở Công Thương lập danh sách làng nghề trước ngày 01/6/2021.",
                "Phối hợp: Sở Tài chính · Thời hạn: trước ngày 01/6/2021 (01/06/2021) · mục II · trang 1",
                "k2 Sở Tài chính cân đối vốn cho làng nghề.",
                "Dẫn tới nhiệm vụ: 1, I.2, 9 (không có trong văn bản) · mục II · trang 1",
                "Phối hợp: k1",
            ],
            page.All(".agency p"));
        Assert.Equal($"/plans/{site.WholeId}/tasks?at=k1#k1", page.QuerySelectorAll(".agency")[1].Link("k1"));
    }

    [Fact]
    public async Task A_reference_leads_to_the_task_else_to_the_section()
    {
        var page = await Page("/tasks");
        var links = page.One("#k2 .place").QuerySelectorAll("a").Select(link => link.GetAttribute("href"));
        var section = SampleSite.Whole.Plan.Sections.Single(section => section.Path == "I.2").Span;
        Assert.Equal([$"/plans/{site.WholeId}/tasks?at=k1#k1", $"/plans/{site.WholeId}/text?mark={section.Start}-{section.End}#mark"], links);
        Assert.Equal("2021-06-01", page.One("#k1 time").GetAttribute("datetime"));
    }

    [Fact]
    public async Task Only_what_is_doubtful_is_called_so()
    {
        Assert.Empty((await Page("/targets")).QuerySelectorAll(".doubt"));
        Assert.Equal(["chưa chắc (30%)"], (await site.Page($"/plans/{site.ShortId}/targets")).All(".doubt"));
    }

    [Theory]
    [InlineData("parts-do-not-sum")]
    [InlineData("text-and-table-differ")]
    [InlineData("leads-differ")]
    [InlineData("appendix-missing")]
    [InlineData("deadline-before-plan")]
    [InlineData("target-without-year")]
    [InlineData("task-without-lead")]
    [InlineData("citation-later-than-plan")]
    [InlineData("numbering-gap")]
    [InlineData("reference-unresolved")]
    [InlineData("agency-not-existing")]
    public void Every_kind_of_finding_has_a_name_and_a_meaning_in_both_languages(string code)
    {
        foreach (var language in new[] { Language.Vietnamese, Language.English })
        {
            var texts = new Texts(language);
            Assert.NotEqual(code, texts.FindingOf(code));
            Assert.NotNull(texts.MeaningOf(code));
        }
    }

    [Fact]
    public async Task Money_bases_and_findings_are_shown_with_their_words()
    {
        var page = await Page();
        Assert.Equal(["tổng", "3.500.000.000", "Tổng kinh phí 3,5 tỷ đồng", "1"], page.One("#f1").Cells());
        Assert.Equal("Quyết định 45/QĐ-TTg, 10/01/2020 nơi khác dẫn văn bản này", page.One("#b1").Seen());
        Assert.Equal("Các phần cộng lại không bằng tổng. 12.000 is not 20.000.Có thể gõ nhầm một số, hoặc các phần không kể hết tổng.trong đó 12.000 lao động nữ trang 1", page.One("#n1").Seen());
    }

    [Fact]
    public async Task The_ledger_accounts_for_every_page()
    {
        var page = await Page();
        Assert.Contains("3 trang: có sẵn chữ: 1, nhận dạng chữ: 1, không đọc được: 1.", page.All("main > p"));
        Assert.Equal(["trang 3: no text layer"], page.All("ul.bad li"));
    }

    [Fact]
    public async Task What_a_plan_does_not_have_is_said()
    {
        Assert.Equal(
            ["Không thấy chỗ nào không khớp.", "Văn bản không nêu số tiền nào, hoặc không đọc được.", "Không đọc được căn cứ nào."],
            (await site.Page($"/plans/{site.ShortId}")).All(".none"));
        Assert.Equal(["Không đọc được nhiệm vụ nào được giao."], (await site.Page($"/plans/{site.ShortId}/tasks")).All(".none"));
    }

    [Fact]
    public async Task What_is_cited_by_its_content_is_found_again()
    {
        var text = await site.Page((await Page("/targets")).Link("12.000 lao động nữ"));
        Assert.Equal("Kế hoạch 12/KH-UBND, 05/03/2021, Ủy ban nhân dân tỉnh Bắc Kạn, trang 1. Liên kết để trích dẫn", text.One("main > .place").Seen());
        var cited = await site.Get(text.One("main > .place a").GetAttribute("href")!);
        Assert.Equal(HttpStatusCode.Found, cited.StatusCode);
        Assert.Equal("12.000 lao động nữ", (await site.Page(cited.Headers.Location!.ToString())).One("#mark").Seen());
    }

    [Theory]
    [InlineData("/plans/999")]
    [InlineData("/plans/999/text")]
    [InlineData("/plans/abc")]
    [InlineData("/plans/99999999999999999999")]
    [InlineData("/nowhere")]
    [InlineData("/assets/nothing.css")]
    public async Task What_is_not_there_is_answered_with_a_way_on(string address)
    {
        var page = await site.Page(address, HttpStatusCode.NotFound);
        Assert.Equal("Không có trang này", page.One("h1").Seen());
        Assert.Single(page.QuerySelectorAll("main form.search"));
    }

    private Task<IDocument> Page(string view = "") => site.Page($"/plans/{site.WholeId}{view}");
}
