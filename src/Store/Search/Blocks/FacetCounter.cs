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
        var plans = new int[facts.Plans.Length];
        var (sectionsHere, unitsHere, reviewsHere, leadsHere, supportsHere) =
            (new int[facts.Texts.Length], new int[facts.Texts.Length], new int[facts.Texts.Length], new int[facts.Texts.Length], new int[facts.Texts.Length]);
        var (span, spanCount) = (((short)-1, (short)-1), 0);
        foreach (var i in Bits.Up(hits))
        {
            plans[facts.Plan[i]]++;
            kinds[facts.Kind[i]]++;
            sectionsHere[facts.SectionKind[i]]++;
            unitsHere[facts.Unit[i]]++;
            reviewsHere[facts.Review[i]]++;
            Each(leadsHere, facts.Leads[i]);
            Each(supportsHere, facts.Supports[i]);

            // The passages of a plan mostly have its years.
            if (span != (facts.YearFrom[i], facts.YearTo[i]))
            {
                Add(years, span, spanCount);
                (span, spanCount) = ((facts.YearFrom[i], facts.YearTo[i]), 0);
            }

            spanCount++;
        }

        Add(years, span, spanCount);
        for (var i = 0; i < plans.Length; i++)
        {
            OfPlan(facts.Plans[i], plans[i]);
        }

        for (var i = 1; i < facts.Texts.Length; i++)
        {
            Add(sections, facts.Texts[i], sectionsHere[i]);
            Add(units, facts.Texts[i], unitsHere[i]);
            Add(reviews, facts.Texts[i], reviewsHere[i]);
            Named(leads, facts.Texts[i], leadsHere[i]);
            Named(supports, facts.Texts[i], supportsHere[i]);
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

    private void OfPlan(PlanFacts plan, int count)
    {
        if (plan.ProvinceKey is { } key && count > 0)
        {
            // The same key is printed in different ways; one of them always is the same one.
            var (name, before) = provinces.GetValueOrDefault(key, (plan.Province!, 0));
            provinces[key] = (string.CompareOrdinal(plan.Province, name) < 0 ? plan.Province! : name, before + count);
            Add(today, ProvinceToday.Of(plan.Province!), count);
        }

        Add(types, plan.Type, count);
        Add(issuers, plan.Issuer, count);
        foreach (var finding in plan.Findings)
        {
            Add(findings, finding, count);
        }
    }

    private static void Named(Dictionary<string, (string Name, int Count)> counts, string text, int count)
    {
        if (count > 0)
        {
            var key = Folding.Key(text);
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
