using System.Text;
using Plans.Store.Search;

namespace Plans.Store.Tests.Search;

public abstract class PlanSearchTests(SearchFixture plans)
{
    /// <summary>Hits are shown as kind:plan:section or item; their order is another test's.</summary>
    [Theory]
    [InlineData("lao động qua đào tạo", "section:LS:I.1 target:LS:t1")]
    [InlineData("lao dong qua dao tao", "section:LS:I.1 target:LS:t1")]
    [InlineData("LAO ĐỘNG", "section:LS:I section:LS:I.1 target:LS:t1")]
    [InlineData("\"chất lượng lao động\"", "section:LS:I")]
    [InlineData("\"lượng chất\"", "")]
    [InlineData("lao động -đào", "section:LS:I")]
    [InlineData("lao động -\"qua đào\"", "section:LS:I")]
    [InlineData("tuyển si*", "section:LS:II.1 task:LS:k1")]
    [InlineData("tuyển si", "")]
    [InlineData("190/KH-UBND", "plan:LS:")]
    [InlineData("68,8%", "section:LS:I.1 target:LS:t1")]
    [InlineData("thủy lợi", "section:HB:II section:HU:I")]
    [InlineData("thuỷ lợi", "section:HB:II section:HU:I")]
    [InlineData("điều hòa", "plan:HU: section:HU:I")]
    [InlineData("sức khỏe", "section:LS:II.2 task:LS:k2")]
    [InlineData("luật giáo dục", "plan:LS:")]
    [InlineData("văn thư", "plan:HB:")]
    [InlineData("sở y tế", "section:LS:II.2 task:LS:k1 task:LS:k2")]
    [InlineData("không có từ này", "")]
    [InlineData("-hoà diều nước", "")] // the plan writes điều hoà; hòa and hoà are one
    [InlineData("trồng -hoà", "section:HB:I target:HB:t1")] // hoa is another word
    [InlineData("trồng -hoa", "target:HB:t1")]
    [InlineData("\"khám sức khỏe\" OR \"trường đạt chuẩn\"", "section:LS:I.1 section:LS:II.2 target:LS:t2 task:LS:k2")]
    [InlineData("(diện tích OR số) trồng", "section:HB:I target:HB:t1")]
    [InlineData("(khám học) OR (số chuẩn)", "section:LS:I.1 section:LS:II.2 target:LS:t2 task:LS:k2")]
    [InlineData("\"lao tạo\"~2", "")] // lao động qua đào tạo: three words between
    [InlineData("\"tạo lao\"~3", "section:LS:I.1 target:LS:t1")]
    [InlineData("\"tuyển lại\"~4", "section:LS:II.1 task:LS:k1")]
    [InlineData("giá-trị:>=60 đơn-vị:%", "target:LS:t1")]
    [InlineData("value:10..20", "target:LS:t2")]
    [InlineData("value:>500", "")]
    [InlineData("value:<=500 tỉnh:\"Hòa Bình\"", "target:HB:t1")]
    [InlineData("đào value:>=500", "target:HB:t1")]
    [InlineData("phần:chỉ-tiêu đến:2028", "target:HB:t1 target:LS:t2")]
    [InlineData("kind:target năm:2030", "target:LS:t1")]
    [InlineData("kind:plan date:2021", "plan:HB:")]
    [InlineData("kind:plan date:>=2024", "plan:HU: plan:LS:")]
    [InlineData("kind:plan date:<=2024", "plan:HB: plan:HU:")]
    [InlineData("kind:plan -tỉnh:Huế", "plan:HB: plan:LS:")]
    [InlineData("kind:plan tỉnh:Huế tỉnh:\"tỉnh Hòa Bình\"", "plan:HB: plan:HU:")]
    [InlineData("số:05/KH-UBND kind:target", "target:HB:t1")]
    [InlineData("issuer:\"tỉnh Huế\" kind:plan", "plan:HU:")]
    [InlineData("loại:\"kế hoạch\" kind:plan", "plan:HB: plan:HU: plan:LS:")]
    [InlineData("loại:\"chương trình\" kind:plan", "")]
    [InlineData("chủ-trì:\"Sở Y tế\"", "task:LS:k2")]
    [InlineData("phối-hợp:\"Sở Y tế\"", "task:LS:k1")]
    [InlineData("agency:\"y te\" kind:task", "task:LS:k1 task:LS:k2")]
    [InlineData("mục:objectives kind:target tỉnh:\"Lạng Sơn\"", "target:LS:t1 target:LS:t2")]
    [InlineData("hạn:<=31/12/2026", "task:LS:k1")]
    [InlineData("due:2026-09", "task:LS:k1")]
    [InlineData("deadline:>2026", "")]
    [InlineData("finding:parts-do-not-sum", "")]
    public void Finds(string query, string hits)
    {
        Assert.Equal(hits, Shown(new SearchRequest { Query = query }));
        Assert.Equal(hits, Shown(new SearchRequest { Query = query.Normalize(NormalizationForm.FormD) }));
    }

    [Theory]
    [InlineData("đào tạo", HitKind.Target, null, null, null, "target:LS:t1")]
    [InlineData("dao", null, "Hòa Bình", null, null, "plan:HB: section:HB:I target:HB:t1")]
    [InlineData("dao", null, "tinh hoa binh", null, null, "plan:HB: section:HB:I target:HB:t1")]
    [InlineData("dao", null, "Hòa", null, null, "")]
    [InlineData("trường", HitKind.Target, null, 2028, null, "target:LS:t2")]
    [InlineData("trường", HitKind.Target, null, 2030, null, "")]
    [InlineData("mục tiêu", null, null, 2026, null, "section:LS:I")]
    [InlineData("mục tiêu", null, null, 2024, null, "section:HB:I section:HU:I")]
    [InlineData("đào tạo", null, null, null, "Sở Y tế", "section:LS:II.1 task:LS:k1")]
    [InlineData("", HitKind.Task, null, null, "so y te", "task:LS:k1 task:LS:k2")]
    [InlineData("", HitKind.Task, null, null, "các sở ngành", "task:LS:k1")]
    [InlineData("", HitKind.Task, null, null, "tế các", "")] // words of two names
    [InlineData("", HitKind.Plan, null, null, null, "plan:LS: plan:HB: plan:HU:")]
    public void Filters(string query, HitKind? kind, string? province, int? year, string? agency, string hits) => Assert.Equal(hits, Shown(
        new SearchRequest { Query = query, Kinds = kind is { } k ? [k] : [], Province = province, Year = year, Agency = agency },
        sorted: query.Length > 0));

    [Theory]
    [InlineData("\"đào tạo\"", "LS LS HB")]
    [InlineData("\"dao tạo\"", "HB LS LS")]
    public void A_marked_query_ranks_its_own_form_first(string query, string order) => Assert.Equal(
        order,
        string.Join(' ', plans.Store.Search.Find(new SearchRequest { Query = query, Kinds = [HitKind.Section] }).Hits.Select(hit => Name(hit.PlanId))));

    [Fact]
    public void Pages_follow_each_other_and_the_total_is_of_all()
    {
        var all = plans.Store.Search.Find(new SearchRequest { Query = "dao" });
        var second = plans.Store.Search.Find(new SearchRequest { Query = "dao", Limit = 2, Offset = 2 });
        Assert.True(all.Total > 4);
        Assert.Equal(all.Total, all.Hits.Count);
        Assert.Equal(all.Total, second.Total);
        Assert.Equal(all.Hits.Skip(2).Take(2).Select(hit => (hit.Kind, hit.PlanId, hit.Start)), second.Hits.Select(hit => (hit.Kind, hit.PlanId, hit.Start)));
    }

    [Fact]
    public void A_hit_tells_its_place()
    {
        var hit = Assert.Single(plans.Store.Search.Find(new SearchRequest { Query = "tuyển sinh", Kinds = [HitKind.Task] }).Hits);
        Assert.Equal(
            (plans.LangSon, "190/KH-UBND", "Phát triển giáo dục nghề nghiệp", "Lạng Sơn", "lang-son.txt"),
            (hit.PlanId, hit.PlanNumber, hit.PlanTitle, hit.Province, hit.File));
        Assert.Equal(("II.1", "Sở Nội vụ", "k1", 2), (hit.SectionPath, hit.SectionHeading, hit.ItemId, hit.Page));
        Assert.Equal("Chủ trì tuyển sinh và đào tạo lại.", plans.Store.Plans.Text(hit.PlanId)![hit.Start..hit.End]);
    }

    [Fact]
    public void Facets_count_the_hits()
    {
        var facets = plans.Store.Search.Find(new SearchRequest { Query = "dao", WithFacets = true, Limit = 1 }).Facets!;
        Assert.Equal(["plan=1", "section=3", "target=2", "task=1"], facets.Kinds.Select(Show));
        Assert.Equal(["Lạng Sơn=4", "Hòa Bình=3"], facets.Provinces.Select(Show));
        Assert.Equal(
            ["2030=4", "2029=3", "2028=3", "2027=3", "2026=3", "2025=6", "2024=2", "2023=2", "2022=2", "2021=2"], facets.Years.Select(Show));
        Assert.Equal(["Kế hoạch=7"], facets.Types.Select(Show));
        Assert.Equal(["Lạng Sơn=4", "Phú Thọ=3"], facets.ProvincesToday.Select(Show));

        static string Show(FacetCount facet) => $"{facet.Value}={facet.Count}";
    }

    /// <summary>What a facet counts is what choosing it finds.</summary>
    [Fact]
    public void Choosing_a_year_finds_what_its_facet_counts()
    {
        var request = new SearchRequest { Query = "dao OR so", WithFacets = true };
        var years = plans.Store.Search.Find(request).Facets!.Years;
        Assert.True(years.Count > 5);
        Assert.All(years, year => Assert.Equal(
            year.Count,
            plans.Store.Search.Find(request with { Year = int.Parse(year.Value, System.Globalization.CultureInfo.InvariantCulture) }).Total));
    }

    [Fact]
    public void All_facets_look_at_the_tasks_and_targets_too()
    {
        var facets = plans.Store.Search.Find(new SearchRequest { Query = "tỉnh:\"Lạng Sơn\"", WithFacets = true, Limit = 0 }).Facets!;
        Assert.Equal(["Sở Nội vụ=1", "Sở Y tế=1"], facets.Leads.Select(Show));
        Assert.Equal(["Sở Y tế=1", "các sở, ngành=1"], facets.Supports.Select(Show));
        Assert.Equal(["objectives=9"], facets.SectionKinds.Select(Show));
        Assert.Equal([" trường=1", "%=1"], facets.Units.Select(Show));
        Assert.Empty(facets.Findings);

        static string Show(FacetCount facet) => $"{facet.Value}={facet.Count}";
    }

    [Theory]
    [InlineData("")]
    [InlineData("\" ( * ) : ^ 😀")]
    public void Nothing_asked_is_an_error(string query) => Assert.Equal(
        QueryProblem.Empty, Assert.Throws<QueryException>(() => plans.Store.Search.Find(new SearchRequest { Query = query })).Problem);

    [Fact]
    public void Whatever_is_typed_has_a_result_or_a_clear_error()
    {
        string[] pieces =
        [
            "đào", "tạo*", "\"", "-", "*", "(", ")", ":", "^", "AND", "OR", "NOT", "NEAR(", "heading:", "'", ";--", "\0", "😀", "\ud83d", "e\u0302\u0301",
            " ", "{", "}", "+", "%", "_", "value:", "năm:2030", "tỉnh:", "\"a b\"~3", "OR", "|", "ḏ", "\u0001", "190/KH", "“", "\u200b", "\uffff", "\ufffe", "ﬁ", "日本", "\u0301",
        ];
        var random = new Random(20_260_302);
        for (var i = 0; i < 500; i++)
        {
            var query = string.Concat(Enumerable.Range(0, random.Next(1, 12)).Select(_ => pieces[random.Next(pieces.Length)] + (random.Next(2) == 0 ? " " : "")));
            var error = Record.Exception(() => plans.Store.Search.Find(new SearchRequest { Query = query }));
            Assert.True(error is null or QueryException, $"{query}: {error}");
        }
    }

    private string Shown(SearchRequest request, bool sorted = true)
    {
        var hits = plans.Store.Search.Find(request).Hits.Select(hit =>
            $"{hit.Kind.ToString().ToLowerInvariant()}:{Name(hit.PlanId)}:{hit.ItemId ?? hit.SectionPath}");
        return string.Join(' ', sorted ? hits.OrderBy(hit => hit.Split(':')[0]).ThenBy(hit => hit, StringComparer.Ordinal) : hits);
    }

    private string Name(long plan) => plan == plans.LangSon ? "LS" : plan == plans.HoaBinh ? "HB" : "HU";
}

public sealed class PlanSearchTestsOnSqlite(SqliteSearchFixture plans) : PlanSearchTests(plans), IClassFixture<SqliteSearchFixture>;

public sealed class PlanSearchTestsOnPostgres(PostgresSearchFixture plans) : PlanSearchTests(plans), IClassFixture<PostgresSearchFixture>;

public sealed class PlanSearchTestsOnSqliteBlocks(SqliteBlocksFixture plans) : PlanSearchTests(plans), IClassFixture<SqliteBlocksFixture>;

public sealed class PlanSearchTestsOnPostgresBlocks(PostgresBlocksFixture plans) : PlanSearchTests(plans), IClassFixture<PostgresBlocksFixture>;
