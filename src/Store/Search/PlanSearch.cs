using System.Data.Common;
using Dapper;
using Plans.Store.Engines;

namespace Plans.Store.Search;

/// <summary>Full-text search over plans, sections, targets and tasks.</summary>
public sealed class PlanSearch
{
    /// <summary>A page of hits, not an export.</summary>
    public const int MaxLimit = 1000;

    /// <summary>
    /// Hits among which the best are sought; where there are more, the newest. A word that so many have tells little apart, and
    /// ranking costs about a millisecond for each thousand.
    /// </summary>
    public const int MostRanked = 5000;

    private readonly Database database;

    internal PlanSearch(Database database) => this.database = database;

    /// <summary>
    /// The hits in the order of their worth: those with a marked query's own form first, then by how often and how closely they have
    /// the words (a heading counts double), of more than <see cref="MostRanked"/> among the newest. Without words: by plan, as they stand in it.
    /// </summary>
    /// <exception cref="QueryException">The query has no sensible answer.</exception>
    public SearchResult Find(SearchRequest request)
    {
        var query = QueryParser.Parse(request.Query);
        return database.Read(connection =>
        {
            var source = Source(connection, query, request);
            var ids = Page(connection, source, request);
            var total = connection.ExecuteScalar<int>($"select count(*) {source.From()}", source.Parameters);
            return new SearchResult(
                Hits(connection, ids, query), total, request.WithFacets || request.WithAllFacets ? SearchFacets.Of(connection, source, request.WithAllFacets) : null);
        });
    }

    /// <summary>The files of all plans in which there is a hit, by their numbers in the ledger.</summary>
    /// <exception cref="QueryException">The query has no sensible answer.</exception>
    public IReadOnlyList<long> Files(SearchRequest request) => database.Read(connection =>
    {
        var source = Source(connection, QueryParser.Parse(request.Query), request);
        return connection.Query<long>($"select distinct l.file_id {source.From(withPassage: true, withPlan: true)}", source.Parameters).ToList();
    });

    /// <summary>What the words and all filters of a question leave.</summary>
    internal HitSource Source(DbConnection connection, SearchQuery query, SearchRequest request)
    {
        var source = new HitSource(database.Index, query);
        source.WhereProvince(request.Province);
        source.WhereYear(request.Year);
        FieldFilters.Apply(query.Fields, source, connection);
        if (request.Kinds.Count > 0)
        {
            source.WherePassage($"p.kind in ({string.Join(", ", request.Kinds.Select(kind => $"'{kind.ToString().ToLowerInvariant()}'"))})");
        }

        if (!string.IsNullOrWhiteSpace(request.Agency))
        {
            // A key has letters, digits and blanks only, none of which means anything to LIKE.
            source.WherePassage("p.agencies like @agency", "agency", $"% {Folding.Key(request.Agency)} %");
        }

        return query.IsEmpty && source.IsOpen
            ? throw new QueryException(QueryProblem.Empty, "The query has no words. Give at least one word, or a filter.")
            : source;
    }

    private static List<long> Page(DbConnection connection, HitSource source, SearchRequest request)
    {
        var (limit, offset) = (Math.Clamp(request.Limit, 0, MaxLimit), Math.Max(0, request.Offset));
        var ids = new List<long>();
        foreach (var group in source.Groups)
        {
            source.Parameters.Add("limit", limit - ids.Count);
            source.Parameters.Add("offset", offset);
            ids.AddRange(connection.Query<long>(Statement(source, group, limit + offset), source.Parameters));
            if (ids.Count == limit)
            {
                break;
            }

            // What was skipped of this group need not be skipped of the next.
            offset = ids.Count > 0 || offset == 0
                ? 0
                : Math.Max(0, offset - connection.ExecuteScalar<int>($"select count(*) {source.From()} and {group}", source.Parameters));
        }

        return ids;
    }

    /// <summary>
    /// A group's hits, best first. Telling the worth of a hit costs more than finding it, so of very many the newest are ranked; they are
    /// found in that order, without sorting.
    /// </summary>
    private static string Statement(HitSource source, string group, int wanted) => source.Worth is not { } worth
        ? $"select {source.Id} {source.From()} and {group} order by p.plan_id, p.kind, p.ordinal limit @limit offset @offset"
        : $"""
          select id from (
            select {source.Id} as id, {worth} as worth {source.From()} and {group} order by {source.Id} desc limit {Math.Max(MostRanked, wanted)}
          ) found order by worth, id limit @limit offset @offset
          """;

    private static List<SearchHit> Hits(DbConnection connection, List<long> ids, SearchQuery query)
    {
        if (ids.Count == 0)
        {
            return [];
        }

        // Numbers stand in the statement as they are: the two engines take lists as parameters in different ways.
        var rows = connection.Query<HitRow>(
            $"""
            select p.id, p.kind, p.plan_id, p.section, p.item_id, p.heading, p.body, p.page, p.span_start, p.span_end,
              l.number as plan_number, l.title as plan_title, l.date as plan_date, l.province, l.file,
              (select s.heading from sections s where s.plan_id = p.plan_id and s.path = p.section) as section_heading
            from passages p join plans l on l.id = p.plan_id where p.id in ({string.Join(',', ids)})
            """).ToDictionary(row => row.Id);
        return [.. ids.Select(id => rows[id].ToHit(query))];
    }
}
