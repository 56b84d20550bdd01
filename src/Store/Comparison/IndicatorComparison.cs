using Dapper;
using Plans.Extraction.Learning.Alignment;
using Plans.Store.Engines;
using Plans.Store.Search;

namespace Plans.Store.Comparison;

/// <summary>The same indicator across plans.</summary>
public sealed class IndicatorComparison
{
    /// <summary>How indicators begin that are shares, folded.</summary>
    private static readonly string[] Shares = ["ty le ", "ti le ", "ty trong ", "ti trong "];

    private readonly Database database;

    internal IndicatorComparison(Database database) => this.database = database;

    /// <summary>
    /// Targets whose indicator has all the words, in the query language of <see cref="QueryParser"/>; by province, then the target's
    /// year, then the plan's date. Other wordings of what was asked are told from other indicators by <see cref="IndicatorRow.Group"/>.
    /// </summary>
    /// <param name="province">As in <see cref="SearchRequest.Province"/>.</param>
    /// <param name="year">As in <see cref="SearchRequest.Year"/>.</param>
    /// <exception cref="QueryException">The words have no sensible answer.</exception>
    public IReadOnlyList<IndicatorRow> ByIndicator(string words, string? province = null, int? year = null)
    {
        var query = QueryParser.Parse(words);
        if (query.IsEmpty)
        {
            throw new QueryException(QueryProblem.Empty, "The indicator has no words. Give at least one.");
        }

        // The heading of a target's passage is its indicator.
        var source = new HitSource(database.Index, query, column: "heading");
        source.WherePassage("p.kind = @kind", "kind", "target");
        source.WherePlan("l.is_best = 1");
        source.WhereProvince(province);
        source.WhereYear(year);
        return Grouped(words, database.Read<IReadOnlyList<IndicatorRow>>(connection =>
        {
            FieldFilters.Apply(query.Fields, source, connection);
            return [.. connection.Query<IndicatorRow>(
                $"""
                select t.plan_id, t.item_id as target_id, t.indicator, t.comparator, t.value, t.value_max, t.printed, t.unit, t.quote, t.year,
                  t.period, t.section, t.page, t.span_start as "start", t.span_end as "end", t.review,
                  plan.province, plan.number as plan_number, plan.date as plan_date, plan.title as plan_title, plan.issuer, plan.file
                from (select p.plan_id, p.ordinal {source.From(withPassage: true)}) hit
                join targets t on t.plan_id = hit.plan_id and t.ordinal = hit.ordinal
                join plans plan on plan.id = t.plan_id
                order by plan.province_key nulls last, t.year nulls last, plan.date, t.plan_id, t.ordinal
                """,
                source.Parameters)];
        }));
    }

    /// <summary>The same as a table of plans and years, all values in one unit, with ranks, gaps and spread.</summary>
    /// <exception cref="QueryException">The words have no sensible answer.</exception>
    public IndicatorTable Table(IndicatorRequest request)
    {
        var rows = ByIndicator(request.Words).Where(row => IsOf(request.Province, row.Province) && (request.Year is not { } year || row.Year == year)).ToList();
        return IndicatorTabulation.Of(request.Words, database.Read(connection => TargetLeads.Of(connection, rows)), request.Provinces);
    }

    private static bool IsOf(string? asked, string? province) => string.IsNullOrWhiteSpace(asked)
        || (province is not null && (ProvinceName.Key(province) == ProvinceName.Key(asked) || ProvinceName.Key(ProvinceToday.Of(province)) == ProvinceName.Key(asked)));

    /// <summary>
    /// The words may be an indicator, or only some of its words: where nothing is taken for them, the wording that has the fewest others is
    /// what was asked for.
    /// </summary>
    private static IReadOnlyList<IndicatorRow> Grouped(string words, IReadOnlyList<IndicatorRow> rows)
    {
        var asked = Folding.Key(words);
        var same = rows.FirstOrDefault(row => Folding.Key(row.Indicator) == asked);
        var groups = Groups(same is null ? (words, Shares.Any(word => asked.StartsWith(word, StringComparison.Ordinal)) ? "%" : null) : Form(same));
        if (groups.Contains(0) || rows.Count == 0)
        {
            return [.. rows.Select((row, i) => row with { Group = groups[i] })];
        }

        var nearest = rows.GroupBy(row => Folding.Key(row.Indicator)).OrderBy(of => of.Key.Count(c => c == ' ')).ThenByDescending(of => of.Count()).ThenBy(of => of.Key, StringComparer.Ordinal).First();
        groups = Groups(Form(nearest.First()));
        return [.. rows.Select((row, i) => row with { Group = groups[i] })];

        List<int> Groups((string, string?) leader) => [.. IndicatorAlignment.Groups([leader, .. rows.Select(Form)]).Skip(1)];

        static (string, string?) Form(IndicatorRow row) => (row.Indicator, Units.Plain(row.Unit));
    }
}
