using Dapper;
using Microsoft.Data.Sqlite;
using Plans.Store.Sqlite;

namespace Plans.Store.Search;

/// <summary>Full-text search over plans, sections, targets and tasks.</summary>
public sealed class PlanSearch
{
    /// <summary>A page of hits, not an export.</summary>
    public const int MaxLimit = 1000;

    private readonly SqliteDatabase database;

    internal PlanSearch(SqliteDatabase database) => this.database = database;

    /// <summary>
    /// The hits in the order of their worth: those with a marked query's own form first, then by how often and how closely they have
    /// the words (a heading counts double). Without words: by plan, as they stand in it.
    /// </summary>
    /// <exception cref="QueryException">The query has no sensible answer.</exception>
    public SearchResult Find(SearchRequest request)
    {
        var query = QueryParser.Parse(request.Query);
        var source = Source(query, request);
        return database.Read(connection =>
        {
            var ids = Page(connection, source, query, request);
            var total = connection.ExecuteScalar<int>($"select count(*) {source.From()}", source.Parameters);
            return new SearchResult(
                Hits(connection, ids, query), total, request.WithFacets ? Facets(connection, source) : null);
        });
    }

    private static HitSource Source(SearchQuery query, SearchRequest request)
    {
        var source = new HitSource(query);
        source.WhereProvince(request.Province);
        source.WhereYear(request.Year);
        if (request.Kinds.Count > 0)
        {
            source.WherePassage("p.kind in @kinds", "kinds", request.Kinds.Select(kind => kind.ToString().ToLowerInvariant()));
        }

        if (!string.IsNullOrWhiteSpace(request.Agency))
        {
            source.WherePassage("instr(p.agencies, @agency) > 0", "agency", $" {Folding.Key(request.Agency)} ");
        }

        return query.IsEmpty && source.IsOpen
            ? throw new QueryException(QueryProblem.Empty, "The query has no words. Give at least one word, or a filter.")
            : source;
    }

    private static List<long> Page(SqliteConnection connection, HitSource source, SearchQuery query, SearchRequest request)
    {
        var own = source.IsMarked
            ? "passages_fts.rowid in (select rowid from passages_marked where passages_marked match @own) desc, "
            : "";
        var order = query.IsEmpty
            ? "p.plan_id, p.kind, p.ordinal"
            : $"{own}bm25(passages_fts, 2.0, 1.0), passages_fts.rowid";
        source.Parameters.Add("limit", Math.Clamp(request.Limit, 0, MaxLimit));
        source.Parameters.Add("offset", Math.Max(0, request.Offset));
        return [.. connection.Query<long>(
            $"select {source.Id} {source.From()} order by {order} limit @limit offset @offset", source.Parameters)];
    }

    private static List<SearchHit> Hits(SqliteConnection connection, List<long> ids, SearchQuery query)
    {
        var rows = connection.Query<HitRow>(
            """
            select p.*, l.number as plan_number, l.title as plan_title, l.date as plan_date, l.province, l.file,
              (select s.heading from sections s where s.plan_id = p.plan_id and s.path = p.section) as section_heading
            from passages p join plans l on l.id = p.plan_id where p.id in @ids
            """,
            new { ids }).ToDictionary(row => row.Id);
        return [.. ids.Select(id => rows[id].ToHit(query))];
    }

    private static SearchFacets Facets(SqliteConnection connection, HitSource source) => new(
        Count(connection, $"select p.kind as value, count(*) as count {source.From(withPassage: true)} group by p.kind order by p.kind", source),
        Count(
            connection,
            $"""
            select min(l.province) as value, count(*) as count {source.From(withPlan: true)} and l.province is not null
            group by l.province_key order by 2 desc, l.province_key
            """,
            source),
        Count(
            connection,
            $"""
            select cast(l.year as text) as value, count(*) as count {source.From(withPlan: true)} and l.year is not null
            group by l.year order by l.year desc
            """,
            source));

    private static List<FacetCount> Count(SqliteConnection connection, string sql, HitSource source) =>
        [.. connection.Query<FacetRow>(sql, source.Parameters).Select(row => new FacetCount(row.Value, row.Count))];

    private sealed class FacetRow
    {
        public string Value { get; init; } = "";

        public int Count { get; init; }
    }
}
