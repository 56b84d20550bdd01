using System.Globalization;

namespace Plans.Store.Search.Blocks;

/// <summary>Counts hits by what could narrow them, block by block: numbers first, texts only at the end of each.</summary>
internal sealed class FacetCounter
{
    /// <summary>A period that is longer was misread, and would make a list of its own.</summary>
    private const int LongestPeriod = 50;

    private const int MostValues = 50;

    private readonly int[] kinds = new int[Enum.GetValues<HitKind>().Length];
    private readonly Dictionary<(short From, short To), int> years = [];
    private readonly Dictionary<string, (string Name, int Count)> provinces = [];
    private readonly Dictionary<string, int> today = [];
    private readonly Dictionary<string, int> types = [];
    private readonly Dictionary<string, int> issuers = [];
    private readonly Dictionary<string, int> findings = [];
    private readonly Dictionary<string, int> sections = [];
    private readonly Dictionary<string, int> units = [];
    private readonly Dictionary<string, int> reviews = [];
    private readonly Dictionary<string, (string Name, int Count)> leads = [];
    private readonly Dictionary<string, (string Name, int Count)> supports = [];

    public void Add(PassageFacts facts, ulong[] hits)
    {
        var texts = facts.Texts.Length;
        var (sectionsHere, unitsHere, reviewsHere, leadsHere, supportsHere) = (new int[texts], new int[texts], new int[texts], new int[texts], new int[texts]);
        var spans = new int[facts.Spans.Count];
        foreach (var i in Bits.Up(hits))
        {
            kinds[facts.Kind[i]]++;
            sectionsHere[facts.SectionKind[i]]++;
            reviewsHere[facts.Review[i]]++;
            spans[facts.Span[i]]++;
            unitsHere[facts.Unit[i]]++;
            if (facts.KindOf(i) == HitKind.Task)
            {
                Each(leadsHere, facts.Leads[i]);
                Each(supportsHere, facts.Supports[i]);
            }
        }

        for (var i = 0; i < spans.Length; i++)
        {
            Add(years, facts.Spans[i], spans[i]);
        }

        OfPlans(facts, hits);

        for (var i = 1; i < texts; i++)
        {
            Add(sections, facts.Texts[i], sectionsHere[i]);
            Add(units, facts.Texts[i], unitsHere[i]);
            Add(reviews, facts.Texts[i], reviewsHere[i]);
            Named(leads, facts.Texts[i], facts.Keys[i], leadsHere[i]);
            Named(supports, facts.Texts[i], facts.Keys[i], supportsHere[i]);
        }

        static void Each(int[] counts, ReadOnlySpan<int> texts)
        {
            foreach (var text in texts)
            {
                counts[text]++;
            }
        }
    }

    public SearchFacets Counted() => new(
        [.. Enum.GetValues<HitKind>().Where(kind => kinds[(int)kind] > 0).Select(kind => new FacetCount(kind.ToString().ToLowerInvariant(), kinds[(int)kind]))],
        Most(provinces),
        Years())
    {
        ProvincesToday = Most(today),
        Types = Most(types),
        Issuers = Most(issuers),
        Leads = Most(leads),
        Supports = Most(supports),
        SectionKinds = Most(sections),
        Units = Most(units),
        Reviews = Most(reviews),
        Findings = Most(findings),
    };

    private void OfPlans(PassageFacts facts, ulong[] hits)
    {
        var counts = new int[facts.Plans.Length];
        foreach (var (plan, from, to) in facts.PlanRuns)
        {
            counts[plan] += Bits.CountIn(hits, from, to);
        }

        foreach (var (province, count) in facts.Provinces.Counted(counts))
        {
            Named(provinces, province, ProvinceName.Key(province), count);
            Add(today, ProvinceToday.Of(province), count);
        }

        foreach (var (type, count) in facts.Types.Counted(counts))
        {
            Add(types, type, count);
        }

        foreach (var (issuer, count) in facts.Issuers.Counted(counts))
        {
            Add(issuers, issuer, count);
        }

        for (var plan = 0; plan < counts.Length; plan++)
        {
            foreach (var finding in facts.Plans[plan].Findings)
            {
                Add(findings, finding, counts[plan]);
            }
        }
    }

    /// <summary>The same key is printed in different ways; one of them always is the same one.</summary>
    private static void Named(Dictionary<string, (string Name, int Count)> counts, string text, string key, int count)
    {
        if (count > 0)
        {
            var (name, before) = counts.GetValueOrDefault(key, (text, 0));
            counts[key] = (string.CompareOrdinal(text, name) < 0 ? text : name, before + count);
        }
    }

    private static void Add<TKey>(Dictionary<TKey, int> counts, TKey? key, int count)
        where TKey : notnull
    {
        if (key is not null && count > 0)
        {
            counts[key] = counts.GetValueOrDefault(key) + count;
        }
    }

    private static List<FacetCount> Most(Dictionary<string, (string Name, int Count)> counts) =>
        Most(counts.Values.Select(of => new FacetCount(of.Name, of.Count)));

    private static List<FacetCount> Most(Dictionary<string, int> counts) => Most(counts.Select(of => new FacetCount(of.Key, of.Value)));

    private static List<FacetCount> Most(IEnumerable<FacetCount> counts) =>
        [.. counts.OrderByDescending(count => count.Count).ThenBy(count => count.Value, StringComparer.Ordinal).Take(MostValues)];

    private List<FacetCount> Years() =>
    [
        .. years.Where(of => of.Key.From > 0 && of.Key.To - of.Key.From is >= 0 and <= LongestPeriod)
            .SelectMany(of => Enumerable.Range(of.Key.From, of.Key.To - of.Key.From + 1).Select(year => (Year: year, Count: of.Value)))
            .GroupBy(each => each.Year, each => each.Count)
            .OrderByDescending(of => of.Key)
            .Select(of => new FacetCount(of.Key.ToString(CultureInfo.InvariantCulture), of.Sum())),
    ];
}
