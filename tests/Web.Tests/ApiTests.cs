using System.Net;
using System.Text.Json;
using Plans.Extraction;

namespace Plans.Web.Tests;

public sealed class ApiTests(SampleSite site) : IClassFixture<SampleSite>
{
    [Fact]
    public async Task A_plan_is_the_contracts_json()
    {
        var expected = PlanJson.Write(
            new PlanSource("bac-kan.txt", site.Store.Plans.Summary(site.WholeId)!.Sha256), SampleSite.Whole.Document, SampleSite.Whole.Plan);
        var answer = await site.Get($"/api/plans/{site.WholeId}");
        Assert.Equal("application/json", answer.Content.Headers.ContentType?.MediaType);
        Assert.True(JsonElement.DeepEquals(JsonElement.Parse(expected), JsonElement.Parse(await answer.Content.ReadAsStringAsync())));
    }

    [Fact]
    public async Task The_text_is_the_one_that_spans_point_into()
    {
        var answer = await site.Get($"/api/plans/{site.WholeId}/text");
        Assert.Equal("text/plain", answer.Content.Headers.ContentType?.MediaType);
        Assert.Equal(SampleSite.Whole.Text, await answer.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task Plans_are_listed_and_cut()
    {
        var all = await Json("/api/plans");
        Assert.Equal(JsonValueKind.Null, all.GetProperty("next").ValueKind);
        Assert.Equal(["Bắc Kạn", "Cà Mau"], all.GetProperty("plans").EnumerateArray().Select(plan => plan.GetProperty("document").GetProperty("province").GetString()));
        var second = await Json((await Json("/api/plans?limit=1")).GetProperty("next").GetString()!);
        Assert.Equal(site.ShortId, Assert.Single(second.GetProperty("plans").EnumerateArray()).GetProperty("id").GetInt64());
    }

    [Fact]
    public async Task Search_tells_what_where_and_why()
    {
        var found = await Json("/api/search?q=nuoi+tom");
        Assert.Equal(1, found.GetProperty("total").GetInt32());
        var hit = found.GetProperty("hits")[0];
        Assert.Equal("plan", hit.GetProperty("kind").GetString());
        Assert.Equal("Cà Mau", hit.GetProperty("province").GetString());
        Assert.Equal(
            ["nuôi", "tôm"],
            hit.GetProperty("snippet").EnumerateArray().Where(piece => piece.GetProperty("marked").GetBoolean()).Select(piece => piece.GetProperty("text").GetString()));
        Assert.Equal("Cà Mau", found.GetProperty("facets").GetProperty("provinces")[0].GetProperty("value").GetString());
    }

    [Fact]
    public async Task Compare_gives_printed_values_and_numbers()
    {
        var rows = (await Json("/api/compare?indicator=lao+dong+qua+dao+tao&year=2025")).GetProperty("rows");
        var row = Assert.Single(rows.EnumerateArray());
        Assert.Equal("68,8%", row.GetProperty("printed").GetString());
        Assert.Equal(68.8m, row.GetProperty("value").GetDecimal());
        Assert.Equal(">=", row.GetProperty("comparator").GetString());
    }

    [Fact]
    public async Task Health_says_how_many_plans_there_are()
    {
        var health = await Json("/health");
        Assert.Equal("ok", health.GetProperty("status").GetString());
        Assert.Equal(2, health.GetProperty("plans").GetInt32());
    }

    [Theory]
    [InlineData("/api/plans/999", HttpStatusCode.NotFound, "no-such-plan")]
    [InlineData("/api/plans/abc", HttpStatusCode.NotFound, "no-such-plan")]
    [InlineData("/api/plans/-1/text", HttpStatusCode.NotFound, "no-such-plan")]
    [InlineData("/api/nothing", HttpStatusCode.NotFound, "not-found")]
    [InlineData("/api/search", HttpStatusCode.BadRequest, "bad-query")]
    [InlineData("/api/search?q=-a", HttpStatusCode.BadRequest, "bad-query")]
    [InlineData("/api/compare", HttpStatusCode.BadRequest, "bad-query")]
    [InlineData("/api/search?q=a&limit=0", HttpStatusCode.BadRequest, "bad-value")]
    [InlineData("/api/search?q=a&limit=1001", HttpStatusCode.BadRequest, "bad-value")]
    [InlineData("/api/search?q=a&kind=person", HttpStatusCode.BadRequest, "bad-value")]
    [InlineData("/api/compare?indicator=a&year=now", HttpStatusCode.BadRequest, "bad-value")]
    [InlineData("/api/plans?after=-1", HttpStatusCode.BadRequest, "bad-value")]
    [InlineData("/api/agencies", HttpStatusCode.BadRequest, "bad-value")]
    [InlineData("/api/agencies?name=%3F", HttpStatusCode.BadRequest, "bad-query")]
    [InlineData("/api/agencies?name=a&role=boss", HttpStatusCode.BadRequest, "bad-value")]
    [InlineData("/api/cascade", HttpStatusCode.BadRequest, "bad-value")]
    [InlineData("/api/cascade?number=%3F", HttpStatusCode.BadRequest, "bad-query")]
    [InlineData("/api/changes?before=1", HttpStatusCode.BadRequest, "bad-value")]
    [InlineData("/api/changes?before=1&after=99", HttpStatusCode.NotFound, "no-such-plan")]
    [InlineData("/api/compare/years?indicator=a&provinces=now", HttpStatusCode.BadRequest, "bad-value")]
    [InlineData("/api/review?after=x", HttpStatusCode.BadRequest, "bad-value")]
    [InlineData("/api/files?after=x", HttpStatusCode.BadRequest, "bad-value")]
    public async Task Errors_are_problem_details(string address, HttpStatusCode status, string code)
    {
        var answer = await site.Get(address);
        Assert.Equal(status, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        var problem = JsonElement.Parse(await answer.Content.ReadAsStringAsync());
        Assert.Equal(code, problem.GetProperty("code").GetString());
        Assert.Equal((int)status, problem.GetProperty("status").GetInt32());
        Assert.NotEmpty(problem.GetProperty("detail").GetString()!);
    }

    [Fact]
    public async Task Writing_is_not_answered_where_there_is_nothing_to_write()
    {
        var answer = await site.Send(HttpMethod.Post, "/api/search?q=a");
        Assert.Equal(HttpStatusCode.MethodNotAllowed, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
    }

    [Fact]
    public async Task Pages_of_hits_lead_through_every_hit_once()
    {
        var seen = new List<string>();
        for (string? address = "/api/search?q=ngh%E1%BB%81&limit=2"; address is not null;)
        {
            var page = await Json(address);
            seen.AddRange(page.GetProperty("hits").EnumerateArray().Select(hit => $"{hit.GetProperty("kind")} {hit.GetProperty("start")} {hit.GetProperty("plan_id")}"));
            address = page.GetProperty("next").GetString();
            Assert.True(address is null || page.GetProperty("hits").GetArrayLength() == 2);
        }

        Assert.Equal((await Json("/api/search?q=ngh%E1%BB%81")).GetProperty("total").GetInt32(), seen.Count);
        Assert.Equal(seen.Count, seen.Distinct().Count());
    }

    [Theory]
    [InlineData("/api/review", "items", "item", 6)]
    [InlineData("/api/files", "files", "id", 3)]
    public async Task Pages_go_on_behind_the_last_entry_whatever_happens_before_it(string address, string list, string key, int count)
    {
        var seen = new List<string>();
        for (string? next = $"{address}?limit=1"; next is not null;)
        {
            var page = await Json(next);
            seen.AddRange(page.GetProperty(list).EnumerateArray().Select(item => $"{item.GetProperty(key)} {(item.TryGetProperty("plan_id", out var plan) ? plan.ToString() : null)}"));
            next = page.GetProperty("next").GetString();
        }

        Assert.Equal(count, seen.Count);
        Assert.Equal(count, seen.Distinct().Count());
    }

    [Fact]
    public async Task What_pages_show_across_plans_programs_get_too()
    {
        var duties = (await Json("/api/agencies?name=Sở+Tài+chính")).GetProperty("duties");
        Assert.Equal(2, duties.GetArrayLength());
        var cascade = await Json("/api/cascade?number=45/QĐ-TTg");
        Assert.Equal("Bắc Kạn", Assert.Single(cascade.GetProperty("plans").EnumerateArray()).GetProperty("plan").GetProperty("document").GetProperty("province").GetString());
        var changes = await Json("/api/changes?before=1&after=2");
        Assert.Contains(changes.GetProperty("targets").EnumerateArray(), change => change.GetProperty("change").GetString() == "gone");
        var years = await Json("/api/compare/years?indicator=lao+động+qua+đào+tạo");
        Assert.Equal([2024, 2025], years.GetProperty("years").EnumerateArray().Select(year => year.GetInt32()));
        Assert.Equal(2, years.GetProperty("lines").GetArrayLength());
    }

    [Theory]
    [InlineData("/api/plans")]
    [InlineData("/api/plans/1")]
    [InlineData("/api/plans/1/text")]
    [InlineData("/api/search?q=nghề")]
    [InlineData("/api/openapi.json")]
    public async Task What_a_program_has_already_is_not_sent_again(string address)
    {
        var first = await site.Get(address);
        var again = await site.Get(address, ("If-None-Match", first.Headers.ETag!.ToString()));
        Assert.Equal(HttpStatusCode.NotModified, again.StatusCode);
        Assert.Empty(await again.Content.ReadAsByteArrayAsync());
    }

    [Fact]
    public async Task The_description_has_every_address_with_its_parameters_answers_and_errors()
    {
        var paths = (await Json("/api/openapi.json")).GetProperty("paths");
        var described = paths.EnumerateObject().SelectMany(path => path.Value.EnumerateObject().Select(method => $"{method.Name.ToUpperInvariant()} {path.Name}")).Order();
        var mapped = ((Microsoft.AspNetCore.Routing.IEndpointRouteBuilder)site.Application).DataSources.SelectMany(source => source.Endpoints)
            .OfType<Microsoft.AspNetCore.Routing.RouteEndpoint>()
            .Where(endpoint => endpoint.RoutePattern.RawText!.StartsWith("/api/", StringComparison.Ordinal) && endpoint.RoutePattern.RawText is not ("/api/openapi.json" or "/api/docs"))
            .Select(endpoint => $"{endpoint.Metadata.OfType<Microsoft.AspNetCore.Routing.HttpMethodMetadata>().Single().HttpMethods.Single()} {endpoint.RoutePattern.RawText}").Order();
        Assert.Equal(mapped, described);
        Assert.All(paths.EnumerateObject().SelectMany(path => path.Value.EnumerateObject()), method =>
        {
            Assert.NotEmpty(method.Value.GetProperty("summary").GetString()!);
            var answers = method.Value.GetProperty("responses").EnumerateObject().Select(answer => answer.Name).ToList();
            Assert.Contains(answers, status => status.StartsWith('2'));
            Assert.Contains("503", answers);
        });
    }

    [Fact]
    public async Task A_page_of_another_site_changes_nothing()
    {
        // What a form of another page can send: no header of its own, a simple content type.
        using var session = site.NewSession();
        var request = new HttpRequestMessage(HttpMethod.Post, "/api/plans/1/corrections") { Content = new StringContent("{\"fact\":\"t1\",\"action\":\"reject\"}") };
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, (await session.Send(request)).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await session.Send(new HttpRequestMessage(HttpMethod.Post, "/api/loads/1/cancel"))).StatusCode);
        Assert.Null(site.Store.Ledger.Load(1)!.CancelledAt);
        Assert.Equal(3, site.Store.Plans.Get(1)!.Plan.Targets.Count);
    }

    private async Task<JsonElement> Json(string address)
    {
        var answer = await site.Get(address);
        var json = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.IsSuccessStatusCode, json);
        return JsonElement.Parse(json);
    }
}
