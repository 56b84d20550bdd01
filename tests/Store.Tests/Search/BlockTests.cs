using Plans.Store.Search;

namespace Plans.Store.Tests.Search;

/// <summary>What is kept of frequent words is a shortcut only: with it every question has the same answer as without it.</summary>
public abstract class BlockTests(Engine engine)
{
    private const int Plans = 40;

    private static readonly string[] Words = "đào tạo đạo dao nghề nghệ người dân hòa hoà hoa rừng trồng 2030 tỷ lệ xã".Split(' ');

    [Fact]
    public void Searches_answer_the_same_with_blocks_and_without()
    {
        using var plain = new TestStore(engine);
        using var blocks = new TestStore(engine, passagesOfBlock: 64);
        Fill(plain);
        Fill(blocks);
        using (var connection = blocks.Connect())
        {
            Assert.True(Count(connection, "blocks") > 2);
            Assert.True(Count(connection, "block_words") > 50);
            Assert.True(Count(connection, "block_pairs") > 20);
        }

        var random = new Random(20_261_121);
        var found = 0;
        for (var i = 0; i < 300; i++)
        {
            var request = Question(random);
            var (expected, actual) = (plain.Store.Search.Find(request), blocks.Store.Search.Find(request));
            found += expected.Total > 0 ? 1 : 0;
            Assert.True(expected.Total == actual.Total, $"{request.Query}: {expected.Total}, {actual.Total}");
            Assert.True(Places(expected).SequenceEqual(Places(actual)), $"{request.Query} by {request.Order}: {string.Join(' ', Places(expected))}; {string.Join(' ', Places(actual))}");
            Assert.Equal(Counts(expected.Facets!), Counts(actual.Facets!));
        }

        Assert.True(found > 150);
    }

    [Fact]
    public void A_plan_that_is_saved_anew_is_found_as_it_is_now()
    {
        using var test = new TestStore(engine, passagesOfBlock: 64);
        Fill(test);
        Assert.Equal(0, Total(test, "xoài"));
        for (var i = 0; i < Plans; i++)
        {
            // The same content, read by a better extraction: a plan of one section.
            var better = PlanBuilder.Of("Huế", $"{i}/KH-UBND", "Kế hoạch").Section("I", "Trồng xoài", "");
            test.Store.Save(test.Run($"/{i}.txt", Made(i).Document.Text), better.Document, better.Plan);
            Assert.Equal(i + 1, Total(test, "xoài"));
            Assert.Equal(2, Total(test, $"số:{i}/KH-UBND"));
        }

        Assert.Equal(2 * Plans, Total(test, "loại:\"kế hoạch\""));
        Assert.Equal(0, Total(test, "đào kind:section"));
    }

    [Fact]
    public void Blocks_that_do_not_agree_with_the_plans_are_told_and_made_anew()
    {
        using var test = new TestStore(engine, passagesOfBlock: 64);
        Fill(test);
        Assert.DoesNotContain(test.Store.Check(), problem => problem.Contains("blocks"));
        var expected = Total(test, "đào");
        test.Execute("update blocks set gone_count = 1; delete from block_words; delete from block_pairs");
        Assert.Contains(test.Store.Check(), problem => problem.Contains("plans db reindex"));
        Assert.True(test.Store.Reindex() > 2);
        Assert.DoesNotContain(test.Store.Check(), problem => problem.Contains("blocks"));
        Assert.Equal(expected, Total(test, "đào"));
    }

    [Fact]
    public void Targets_come_by_their_value_and_plans_by_their_date()
    {
        using var test = new TestStore(engine, passagesOfBlock: 64);
        Fill(test);
        var values = test.Store.Search.Find(new SearchRequest { Query = "đào", Kinds = [HitKind.Target], Order = HitOrder.Value, Limit = 1000 }).Hits
            .Select(hit => test.Store.Plans.Get(hit.PlanId)!.Plan.Targets.Single(target => target.Id == hit.ItemId).Value).ToList();
        Assert.True(values.Count > 10);
        Assert.Equal(values.OrderDescending(), values);
        var dates = test.Store.Search.Find(new SearchRequest { Query = "", Kinds = [HitKind.Plan], Order = HitOrder.Date, Limit = 1000 }).Hits.Select(hit => hit.PlanDate).ToList();
        Assert.Equal(Plans, dates.Count);
        Assert.Equal(dates.OrderDescending(StringComparer.Ordinal), dates);
    }

    [Fact]
    public void A_query_with_a_word_that_no_plan_has_gets_a_suggestion()
    {
        using var test = new TestStore(engine, passagesOfBlock: 64);
        Fill(test);
        Assert.Equal("rừng trồng", test.Store.Search.Find(new SearchRequest { Query = "rùngg trồng" }).Suggestion);
        Assert.Null(test.Store.Search.Find(new SearchRequest { Query = "trông nghề" }).Suggestion); // folded it is found
        Assert.Null(test.Store.Search.Find(new SearchRequest { Query = "quyhoạchsử" }).Suggestion);
    }

    [Fact]
    public void Pages_go_on_where_the_last_one_ended_though_plans_were_saved_meanwhile()
    {
        using var test = new TestStore(engine, passagesOfBlock: 64);
        Fill(test);
        var all = Places(test.Store.Search.Find(new SearchRequest { Query = "đào", Limit = 1000 }));
        var seen = new List<(long, HitKind, int)>();
        var number = Plans;
        string? after = null;
        do
        {
            var page = test.Store.Search.Find(new SearchRequest { Query = "đào", Limit = 7, After = after });
            seen.AddRange(Places(page));
            after = page.Next;
            var (document, plan) = Made(++number);
            test.Save($"/{number}.txt", document, plan);
        }
        while (after is not null);

        Assert.Equal(all, seen);
    }

    [Fact]
    public void A_mark_of_a_page_that_no_search_gave_is_told()
    {
        using var test = new TestStore(engine);
        foreach (var after in new[] { "", "-", "x", "1", "1-x", "99999999999999999999-1" })
        {
            Assert.Throws<QueryException>(() => test.Store.Search.Find(new SearchRequest { Query = "đào", After = after }));
        }
    }

    private static (Plans.Ingest.Document Document, Plans.Extraction.Plan Plan) Made(int number)
    {
        var random = new Random(number);
        string Some(int count) => string.Join(' ', Enumerable.Range(0, count).Select(_ => Words[random.Next(Words.Length)]));
        var builder = PlanBuilder.Of(number % 3 == 0 ? "Huế" : "Lạng Sơn", $"{number}/KH-UBND", $"Kế hoạch {Some(3)}", $"202{number % 7}-0{1 + (number % 9)}-15");
        foreach (var section in Enumerable.Range(1, 3))
        {
            builder.Section($"{section}", Some(2), Some(6), p => p
                .Target(Some(2), random.Next(100), number % 2 == 0 ? "%" : " ha", 2025 + random.Next(6))
                .Task(Some(8), [$"Sở {Some(1)}"], [$"Sở {Some(1)}"]));
        }

        return (builder.Document, builder.Plan);
    }

    private static void Fill(TestStore test)
    {
        for (var i = 0; i < Plans; i++)
        {
            var (document, plan) = Made(i);
            test.Save($"/{i}.txt", document, plan);
        }
    }

    private static SearchRequest Question(Random random)
    {
        string Word() => Words[random.Next(Words.Length)];
        string Term() => random.Next(9) switch
        {
            0 => $"\"{Word()} {Word()}\"",
            1 => $"\"{Word()} {Word()} {Word()}\"",
            2 => $"\"{Word()} {Word()}\"~2",
            3 => $"({Word()} OR {Word()})",
            4 => $"{Word()[..2]}*",
            5 => Folding.Fold(Word()),
            _ => Word(),
        };
        string Filter() => random.Next(8) switch
        {
            0 => " value:>=50",
            1 => " unit:% năm:2027",
            2 => " -tỉnh:Huế",
            3 => " kind:target",
            4 => " date:>=2023",
            5 => $" lead:\"Sở {Word()}\"",
            _ => "",
        };
        var unwanted = random.Next(4) == 0 ? $" -{Word()}" : random.Next(6) == 0 ? $" -\"{Word()} {Word()}\"" : "";
        return new SearchRequest
        {
            Query = string.Join(' ', Enumerable.Range(0, 1 + random.Next(3)).Select(_ => Term())) + Filter() + unwanted,
            Order = (HitOrder)random.Next(3),
            WithFacets = true,
            Limit = 30,
        };
    }

    private static int Total(TestStore test, string query) => test.Store.Search.Find(new SearchRequest { Query = query }).Total;

    private static List<(long, HitKind, int)> Places(SearchResult result) => [.. result.Hits.Select(hit => (hit.PlanId, hit.Kind, hit.Start))];

    private static string Counts(SearchFacets facets) => string.Join('\n', new[]
    {
        facets.Kinds, facets.Provinces, facets.Years, facets.Types, facets.Issuers, facets.Leads, facets.Supports, facets.SectionKinds, facets.Units, facets.Findings,
    }.Select(facet => string.Join(' ', facet.Select(count => $"{count.Value}={count.Count}"))));

    private static long Count(System.Data.Common.DbConnection connection, string table)
    {
        using var command = connection.CreateCommand();
        command.CommandText = $"select count(*) from {table}";
        return Convert.ToInt64(command.ExecuteScalar(), System.Globalization.CultureInfo.InvariantCulture);
    }
}

public sealed class BlockTestsOnSqlite() : BlockTests(Engine.Sqlite);

public sealed class BlockTestsOnPostgres() : BlockTests(Engine.Postgres);
