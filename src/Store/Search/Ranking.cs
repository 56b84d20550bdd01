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
    private readonly Dictionary<SearchTerm, double> rarity;

    /// <param name="passages">How many there are in all.</param>
    /// <param name="having">How many have a word, which may be the beginning of one. A phrase is as rare as its rarest word.</param>
    public Ranking(SearchQuery query, int passages, Func<SearchTerm, int> having)
    {
        this.query = query;
        terms = [.. query.Terms];
        rarity = terms.ToDictionary(term => term, Rarity);

        double Rarity(SearchTerm term) => term.Words
            .Select((word, i) => having(new SearchTerm([word], term.Prefix && i == term.Words.Count - 1)))
            .Max(count => Math.Log(1 + ((passages - count + 0.5) / (count + 0.5))));
    }

    /// <param name="check">Whether passages whose texts say that they are no hits are left out.</param>
    /// <returns>The passages, best first; of equals, the one that was given first.</returns>
    public List<long> Of(DbConnection connection, IReadOnlyList<long> passages, bool check)
    {
        var read = Texts(connection, passages).Select(text => (text.Id, Counts: Count(text.Heading, text.Body, out var length), Length: length)).ToList();
        var average = read.Count == 0 ? 1 : Math.Max(1, read.Average(text => text.Length));
        var worth = read.Where(text => !check || query.Wanted.All(node => Holds(node, text.Counts)))
            .ToDictionary(text => text.Id, text => Worth(text.Counts, text.Length / average));
        return [.. passages.Where(worth.ContainsKey).OrderByDescending(id => worth[id])];
    }

    /// <returns>The passages that have the marked parts of the query as they were typed.</returns>
    public IEnumerable<long> OwnForms(DbConnection connection, IReadOnlyList<long> passages)
    {
        var marked = query.Wanted.Where(node => node.Terms.Any(term => term.IsMarked)).ToList();
        return Texts(connection, passages).Where(text => marked.All(node => Holds(node, Count(text.Heading, text.Body, out _, asTyped: true))))
            .Select(text => text.Id);
    }

    private static IEnumerable<(long Id, string Heading, string Body)> Texts(DbConnection connection, IReadOnlyList<long> passages) =>
        passages.Count == 0
            ? []
            : connection.Query<(long, string, string)>($"select id, heading, body from passages where id in ({string.Join(',', passages)})");

    private double Worth(Dictionary<SearchTerm, int> counts, double length) => terms.Sum(term =>
    {
        double count = counts[term];
        return rarity[term] * count * (Saturation + 1) / (count + (Saturation * (1 - LengthShare + (LengthShare * length))));
    });

    private static bool Holds(QueryNode node, Dictionary<SearchTerm, int> counts) => node switch
    {
        AnyOf any => any.Nodes.Any(each => Holds(each, counts)),
        AllOf all => all.Nodes.All(each => Holds(each, counts)),
        _ => counts[(SearchTerm)node] > 0,
    };

    private Dictionary<SearchTerm, int> Count(string heading, string body, out int length, bool asTyped = false)
    {
        var (of, inBody) = (new TermCounter(terms, asTyped), new TermCounter(terms, asTyped));
        length = of.Read(heading) + inBody.Read(body);
        return terms.Select((term, i) => (term, Count: (HeadingWeight * of.Count(i)) + inBody.Count(i))).ToDictionary(each => each.term, each => each.Count);
    }
}
