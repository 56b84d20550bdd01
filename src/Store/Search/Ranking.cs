using System.Data.Common;
using Dapper;

namespace Plans.Store.Search;

/// <summary>
/// Tells how much passages are worth to a query, from their texts: by BM25 (Robertson and Zaragoza 2009), in which rare words count more than
/// common ones and the second mention less than the first; a word of the heading counts double.
/// </summary>
internal sealed class Ranking
{
    private const double Saturation = 1.2;
    private const double LengthShare = 0.75;
    private const int HeadingWeight = 2;

    private readonly SearchQuery query;
    private readonly List<SearchTerm> terms;
    private readonly double[] rarity;

    /// <param name="passages">How many there are in all.</param>
    /// <param name="having">How many have a word, which may be the beginning of one. A phrase is as rare as its rarest word.</param>
    public Ranking(SearchQuery query, int passages, Func<SearchTerm, int> having)
    {
        this.query = query;
        terms = [.. query.Terms];
        rarity = [.. terms.Select(Rarity)];

        double Rarity(SearchTerm term) => term.Words
            .Select((word, i) => having(new SearchTerm([word], term.Prefix && i == term.Words.Count - 1)))
            .Max(count => Math.Log(1 + ((passages - count + 0.5) / (count + 0.5))));
    }

    /// <param name="check">Whether passages whose texts say that they are no hits are left out.</param>
    /// <returns>The passages, best first; of equals, the one that was given first.</returns>
    public List<long> Of(DbConnection connection, IReadOnlyList<long> passages, bool check)
    {
        var counter = new TermCounter(terms);
        var read = Texts(connection, passages).Select(text => (text.Id, Length: Read(counter, text.Heading, text.Body, out var counts), Counts: counts)).ToList();
        var average = read.Count == 0 ? 1 : Math.Max(1, read.Average(text => text.Length));
        var worth = read.Where(text => !check || query.Wanted.All(node => Holds(node, text.Counts)))
            .ToDictionary(text => text.Id, text => Worth(text.Counts, text.Length / average));
        return [.. passages.Where(worth.ContainsKey).OrderByDescending(id => worth[id])];
    }

    /// <returns>The passages that have the marked parts of the query as they were typed.</returns>
    public IEnumerable<long> OwnForms(DbConnection connection, IReadOnlyList<long> passages)
    {
        var marked = query.Wanted.Where(node => node.Terms.Any(term => term.IsMarked)).ToList();
        var counter = new TermCounter(terms, asTyped: true);
        foreach (var (id, heading, body) in Texts(connection, passages))
        {
            Read(counter, heading, body, out var counts);
            if (marked.All(node => Holds(node, counts)))
            {
                yield return id;
            }
        }
    }

    private static IEnumerable<(long Id, string Heading, string Body)> Texts(DbConnection connection, IReadOnlyList<long> passages) =>
        passages.Count == 0
            ? []
            : connection.Query<(long, string, string)>($"select id, heading, body from passages where id in ({string.Join(',', passages)})");

    private double Worth(int[] counts, double length)
    {
        var worth = 0.0;
        for (var i = 0; i < counts.Length; i++)
        {
            worth += rarity[i] * counts[i] * (Saturation + 1) / (counts[i] + (Saturation * (1 - LengthShare + (LengthShare * length))));
        }

        return worth;
    }

    private bool Holds(QueryNode node, int[] counts) => node switch
    {
        AnyOf any => any.Nodes.Any(each => Holds(each, counts)),
        AllOf all => all.Nodes.All(each => Holds(each, counts)),
        _ => counts[terms.IndexOf((SearchTerm)node)] > 0,
    };

    /// <param name="counts">Of each term, a mention in the heading counting double.</param>
    /// <returns>The words of both.</returns>
    private int Read(TermCounter counter, string heading, string body, out int[] counts)
    {
        counter.Clear();
        var length = counter.Read(heading);
        counts = [.. terms.Select((_, i) => counter.Count(i) * HeadingWeight)];
        counter.Clear();
        length += counter.Read(body);
        for (var i = 0; i < counts.Length; i++)
        {
            counts[i] += counter.Count(i);
        }

        return length;
    }
}
