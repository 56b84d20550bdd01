using System.Data.Common;
using System.Globalization;
using Dapper;
using Plans.Store.Engines;
using Plans.Store.Search.Blocks;

namespace Plans.Store.Search;

/// <summary>Full-text search over plans, sections, targets and tasks.</summary>
public sealed class PlanSearch
{
    /// <summary>A page of hits, not an export.</summary>
    public const int MaxLimit = 1000;

    /// <summary>
    /// Hits among which the best are sought; where there are more, the newest. A word that so many have tells little apart, and
    /// ranking reads the texts.
    /// </summary>
    public const int MostRanked = 500;

    private readonly Database database;
    private readonly BlockShelf shelf;

    internal PlanSearch(Database database, BlockShelf shelf) => (this.database, this.shelf) = (database, shelf);

    /// <summary>
    /// The hits in the order of their worth: those with a marked query's own form first, then by how often and how closely they have
    /// the words (a heading counts double), of more than <see cref="MostRanked"/> among the newest. Without words: by plan, as they stand in it.
    /// </summary>
    /// <exception cref="QueryException">The query has no sensible answer.</exception>
    public SearchResult Find(SearchRequest request)
    {
        var query = QueryParser.Parse(request.Query);
        var filters = FactFilters.Of(request, query);
        if (query.IsEmpty && filters.AreOpen)
        {
            throw NothingAsked();
        }

        return database.Read(connection =>
        {
            var blocks = shelf.All(connection);
            var (upTo, offset) = request.After is { } after ? PageKey.Read(after) : (blocks.Count == 0 ? 0 : blocks[^1].Last, Math.Max(0, request.Offset));
            var terms = new TermHits(connection, database.Index, blocks);
            var found = Filtered(connection, blocks, terms.Of(query), filters, upTo);
            var ranking = new Ranking(query, blocks.Sum(block => block.Count), term => terms.Of(term).Count);
            var hits = new OrderedHits(connection, blocks, terms, ranking, query, found);
            var limit = Math.Clamp(request.Limit, 0, MaxLimit);
            var ids = hits.Page(request.Order, offset, limit);
            return new SearchResult(Hits(connection, ids, query), hits.Total, request.WithFacets ? Facets(connection, blocks, hits.Found) : null)
            {
                IsAbout = hits.Found.IsWide,
                Next = limit > 0 && offset + limit < hits.Total ? PageKey.Write(upTo, offset + limit) : null,
                Suggestion = hits.Total == 0 && !query.IsEmpty ? Suggestion.For(connection, request.Query, query, term => terms.Of(term).Count) : null,
            };
        });
    }

    /// <summary>The files of all plans in which there is a hit, by their numbers in the ledger.</summary>
    /// <exception cref="QueryException">The query has no sensible answer.</exception>
    public IReadOnlyList<long> Files(SearchRequest request) => database.Read(connection =>
    {
        var source = Source(connection, QueryParser.Parse(request.Query), request);
        return connection.Query<long>($"select distinct l.file_id {source.From(withPassage: true, withPlan: true)}", source.Parameters).ToList();
    });

    /// <summary>What the words and all filters of a question leave, as SQL.</summary>
    internal HitSource Source(DbConnection connection, SearchQuery query, SearchRequest request)
    {
        var source = new HitSource(database.Index, query);
        source.WhereProvince(request.Province);
        source.WhereYear(request.Year);
        FieldFilters.Apply(query.Fields, source, connection);
        if (request.AfterPlan is { } after)
        {
            source.WherePassage("p.plan_id > @after", "after", after);
        }

        if (request.Kinds.Count > 0)
        {
            source.WherePassage($"p.kind in ({string.Join(", ", request.Kinds.Select(kind => $"'{kind.ToString().ToLowerInvariant()}'"))})");
        }

        if (!string.IsNullOrWhiteSpace(request.Agency))
        {
            // A key has letters, digits and blanks only, none of which means anything to LIKE.
            source.WherePassage("p.agencies like @agency", "agency", $"% {Folding.Key(request.Agency)} %");
        }

        return query.IsEmpty && source.IsOpen ? throw NothingAsked() : source;
    }

    private static QueryException NothingAsked() =>
        new(QueryProblem.Empty, "The query has no words. Give at least one word, or a filter.");

    private static HitSet Filtered(DbConnection connection, IReadOnlyList<PassageBlock> blocks, HitSet hits, FactFilters filters, long upTo)
    {
        var bits = hits.Bits.ToArray();
        for (var i = 0; i < bits.Length; i++)
        {
            if (blocks[i].Last > upTo)
            {
                bits[i] = Bits.And(bits[i], Bits.First(blocks[i].Count, blocks[i].Ids.Count(id => id <= upTo)));
            }

            if (!filters.AreOpen && Bits.Count(bits[i]) > 0)
            {
                bits[i] = filters.Leave(blocks[i].Facts(connection), bits[i]);
            }
        }

        return hits with { Bits = bits };
    }

    private static SearchFacets Facets(DbConnection connection, IReadOnlyList<PassageBlock> blocks, HitSet hits)
    {
        var counter = new FacetCounter();
        for (var i = 0; i < blocks.Count; i++)
        {
            if (Bits.Count(hits.Bits[i]) > 0)
            {
                counter.Add(blocks[i].Facts(connection), hits.Bits[i]);
            }
        }

        return counter.Counted();
    }

    private static List<SearchHit> Hits(DbConnection connection, IReadOnlyList<long> ids, SearchQuery query)
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

    /// <summary>Where a page ended: how many hits are before the next one, among the passages up to an id.</summary>
    private static class PageKey
    {
        public static string Write(long upTo, int offset) => string.Create(CultureInfo.InvariantCulture, $"{upTo}-{offset}");

        public static (long UpTo, int Offset) Read(string key) =>
            key.Split('-') is [var upTo, var offset]
            && long.TryParse(upTo, NumberStyles.None, CultureInfo.InvariantCulture, out var last)
            && int.TryParse(offset, NumberStyles.None, CultureInfo.InvariantCulture, out var skipped)
                ? (last, skipped)
                : throw new QueryException(QueryProblem.BadField, "The mark of the next page is not one that a search gave. Begin at the first page.");
    }
}
