using System.Data.Common;
using Plans.Store.Search.Blocks;

namespace Plans.Store.Search;

/// <summary>Puts hits in order, as far as a page needs it.</summary>
internal sealed class OrderedHits
{
    private readonly DbConnection connection;
    private readonly IReadOnlyList<PassageBlock> blocks;
    private readonly TermHits terms;
    private readonly Ranking ranking;
    private readonly SearchQuery query;

    /// <param name="found">Where the words of some are uncertain and they are few, they are checked at once.</param>
    public OrderedHits(
        DbConnection connection, IReadOnlyList<PassageBlock> blocks, TermHits terms, Ranking ranking, SearchQuery query, HitSet found)
    {
        (this.connection, this.blocks, this.terms, this.ranking, this.query) = (connection, blocks, terms, ranking, query);
        Total = found.Count;
        Found = found;
        if (found.IsWide && Total <= PlanSearch.MostRanked)
        {
            Found = Only(ranking.Of(connection, [.. Newest(found)], check: true));
            Total = Found.Count;
        }
    }

    public HitSet Found { get; }

    public int Total { get; }

    public List<long> Page(HitOrder order, int offset, int limit) =>
        limit == 0 ? [] : [.. InOrder(order, offset + limit).Skip(offset).Take(limit)];

    private IEnumerable<long> InOrder(HitOrder order, int wanted) => order switch
    {
        HitOrder.Date => ByPlan(plan => plan.Date, StringComparer.Ordinal, latestFirst: true),
        HitOrder.Value => ByValue(wanted),
        _ when query.IsEmpty => ByPlan(plan => plan.Id, Comparer<long>.Default, latestFirst: false),
        _ when OwnForm() is { } own => Ranked(own).Concat(Ranked(Found.Without(own))),
        _ => Ranked(Found),
    };

    /// <summary>Few are checked one by one; of very many some may have the words of a phrase in their own form, but not in a row.</summary>
    private HitSet? OwnForm() => terms.OwnForm(query, Found) is not { } own ? null
        : own.IsWide && own.Count <= PlanSearch.MostRanked ? Only(ranking.OwnForms(connection, [.. Newest(own)]))
        : own;

    /// <summary>The newest, best first, then the others, newest first; their texts are read only when one of them is asked for.</summary>
    private IEnumerable<long> Ranked(HitSet hits)
    {
        var newest = Newest(hits).Take(PlanSearch.MostRanked).ToList();
        foreach (var id in ranking.Of(connection, newest, check: hits.IsWide).Concat(Newest(hits).Skip(newest.Count)))
        {
            yield return id;
        }
    }

    /// <summary>By what their plan has, then as they stand in it.</summary>
    private IEnumerable<long> ByPlan<TKey>(Func<PlanFacts, TKey?> key, IComparer<TKey> comparer, bool latestFirst)
    {
        var plans = new Dictionary<long, (TKey? Key, List<long> Ids)>();
        foreach (var (facts, place, id) in WithFacts())
        {
            var plan = facts.PlanOf(place);
            if (!plans.TryGetValue(plan.Id, out var of))
            {
                plans[plan.Id] = of = (key(plan), []);
            }

            of.Ids.Add(id);
        }

        var known = plans.Where(plan => plan.Value.Key is not null);
        var ordered = latestFirst ? known.OrderByDescending(plan => plan.Value.Key!, comparer) : known.OrderBy(plan => plan.Value.Key!, comparer);
        return ordered.ThenBy(plan => plan.Key).Concat(plans.Where(plan => plan.Value.Key is null).OrderBy(plan => plan.Key)).SelectMany(plan => plan.Value.Ids);
    }

    private IEnumerable<long> ByValue(int wanted)
    {
        var greatest = new PriorityQueue<long, (double Value, long Id)>();
        foreach (var (facts, place, id) in WithFacts())
        {
            var value = double.IsNaN(facts.Value[place]) ? double.NegativeInfinity : facts.Value[place];
            if (greatest.Count < wanted)
            {
                greatest.Enqueue(id, (value, -id));
            }
            else
            {
                greatest.EnqueueDequeue(id, (value, -id));
            }
        }

        var ids = new List<long>();
        while (greatest.TryDequeue(out var id, out _))
        {
            ids.Add(id);
        }

        ids.Reverse();
        return ids;
    }

    private IEnumerable<(PassageFacts Facts, int Place, long Id)> WithFacts()
    {
        for (var i = 0; i < blocks.Count; i++)
        {
            if (Bits.Count(Found.Bits[i]) > 0)
            {
                var facts = blocks[i].Facts(connection);
                foreach (var place in Bits.Up(Found.Bits[i]))
                {
                    yield return (facts, place, blocks[i].Ids[place]);
                }
            }
        }
    }

    private IEnumerable<long> Newest(HitSet hits)
    {
        for (var i = blocks.Count - 1; i >= 0; i--)
        {
            foreach (var place in Bits.Down(hits.Bits[i]))
            {
                yield return blocks[i].Ids[place];
            }
        }
    }

    private HitSet Only(IEnumerable<long> ids)
    {
        var bits = blocks.Select(block => Bits.None(block.Count)).ToArray();
        foreach (var id in ids)
        {
            for (var i = 0; i < blocks.Count; i++)
            {
                if (blocks[i].Find(id, out var place))
                {
                    Bits.Add(bits[i], place);
                }
            }
        }

        return new HitSet(bits);
    }
}
