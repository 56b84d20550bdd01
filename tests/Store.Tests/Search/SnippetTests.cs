using Plans.Store.Search;

namespace Plans.Store.Tests.Search;

public abstract class SnippetTests(SearchFixture plans)
{
    [Theory]
    [InlineData("dao tao", HitKind.Target, "tỷ lệ lao động qua [đào] [tạo] đạt 68,8%")]
    [InlineData("\"đào tạo\"", HitKind.Target, "tỷ lệ lao động qua [đào tạo] đạt 68,8%")]
    [InlineData("tỷ lệ la* 68,8", HitKind.Target, "[tỷ] [lệ] [lao] động qua đào tạo đạt [68,8]%")]
    [InlineData("sở y tế khám", HitKind.Task, "[Khám] sức khoẻ người học.")]
    [InlineData("sở nội vụ", HitKind.Task, "[Sở] [Nội] [vụ]; [Sở] Y tế; các [sở], ngành")] // only the agencies show why
    [InlineData("luật -nội", HitKind.Plan, "Căn cứ [Luật] Giáo dục nghề nghiệp;")]
    public void Marks_what_was_searched(string query, HitKind kind, string snippet)
    {
        var hits = plans.Store.Search.Find(new SearchRequest { Query = query, Kinds = [kind], Province = "Lạng Sơn" }).Hits;
        Assert.Equal(snippet, Shown(Assert.Single(hits)));
    }

    [Fact]
    public void A_marked_word_marks_its_own_form_where_the_text_has_it()
    {
        var hit = Assert.Single(plans.Store.Search.Find(new SearchRequest { Query = "đào", Kinds = [HitKind.Section], Province = "Hòa Bình" }).Hits);
        Assert.Equal("I. Mục tiêu Trồng hoa [đào], táo ở vùng cao; dao tạo cành. diện tích trồng [đào] đạt 500 ha", Shown(hit));
    }

    [Fact]
    public void Cuts_the_densest_part_out_of_a_long_text()
    {
        using var test = new TestStore(plans.Engine);
        var filler = string.Join(' ', Enumerable.Repeat("tiếp tục rà soát các quy định hiện hành", 40));
        test.Save("/a.txt", PlanBuilder.Of("Cà Mau", "1/KH-UBND", "Rừng")
            .Section("I", "Nội dung", $"Rừng. {filler} Trồng rừng\tngập mặn\nven biển. {filler}"));

        var hit = Assert.Single(test.Store.Search.Find(new SearchRequest { Query = "rừng ngập mặn" }).Hits);
        var shown = Shown(hit);
        Assert.Contains("Trồng [rừng] [ngập] [mặn] ven biển.", shown);
        Assert.StartsWith("… ", shown);
        Assert.EndsWith(" …", shown);
        Assert.InRange(shown.Length, 200, 300);
    }

    private static string Shown(SearchHit hit) =>
        string.Concat(hit.Snippet.Select(piece => piece.Marked ? $"[{piece.Text}]" : piece.Text));
}

public sealed class SnippetTestsOnSqlite(SqliteSearchFixture plans) : SnippetTests(plans), IClassFixture<SqliteSearchFixture>;

public sealed class SnippetTestsOnPostgres(PostgresSearchFixture plans) : SnippetTests(plans), IClassFixture<PostgresSearchFixture>;
