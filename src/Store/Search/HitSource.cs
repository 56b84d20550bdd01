using Dapper;

namespace Plans.Store.Search;

/// <summary>The FROM and WHERE of a question: joins only what its filters need, since a common word has very many hits.</summary>
internal sealed class HitSource
{
    private readonly SearchQuery query;
    private readonly List<string> conditions = [];
    private bool needsPassage;
    private bool needsPlan;

    public HitSource(SearchQuery query, string? column = null)
    {
        this.query = query;
        if (query.IsEmpty)
        {
            needsPassage = true;
            return;
        }

        Where("passages_fts match @match", "match", Fts5Match.Folded(query, column));
        if (Fts5Match.Excluded(query, column) is { } excluded)
        {
            Where("passages_fts.rowid not in (select rowid from passages_marked where passages_marked match @excluded)", "excluded", excluded);
        }

        Parameters.Add("own", Fts5Match.OwnForm(query, column));
        IsMarked = Fts5Match.OwnForm(query, column) is not null;
    }

    public DynamicParameters Parameters { get; } = new();

    /// <summary>Whether hits that have the query's own form go before others; that form is the parameter <c>own</c>.</summary>
    public bool IsMarked { get; }

    /// <summary>Whether nothing restricts the hits.</summary>
    public bool IsOpen => conditions.Count == 0;

    public string Id => query.IsEmpty ? "p.id" : "passages_fts.rowid";

    /// <summary>A condition on <c>p</c>, the passage.</summary>
    public void WherePassage(string condition, string parameter, object value)
    {
        needsPassage = true;
        Where(condition, parameter, value);
    }

    /// <summary>A condition on <c>l</c>, the plan.</summary>
    public void WherePlan(string condition, string parameter, object value)
    {
        needsPassage = needsPlan = true;
        Where(condition, parameter, value);
    }

    public void WhereProvince(string? province)
    {
        if (!string.IsNullOrWhiteSpace(province))
        {
            WherePlan("l.province_key = @province", "province", ProvinceName.Key(province));
        }
    }

    public void WhereYear(int? year)
    {
        if (year is { } y)
        {
            WherePassage("@year between p.year_from and p.year_to", "year", y);
        }
    }

    /// <param name="withPassage">Whether the statement reads <c>p</c>.</param>
    /// <param name="withPlan">Whether it reads <c>l</c> (then also <c>p</c>).</param>
    public string From(bool withPassage = false, bool withPlan = false)
    {
        var plan = needsPlan || withPlan ? " join plans l on l.id = p.plan_id" : "";
        var passage = needsPassage || withPassage || plan.Length > 0;
        var hits = (query.IsEmpty, passage) switch
        {
            (true, _) => "passages p",
            (false, true) => "passages_fts join passages p on p.id = passages_fts.rowid",
            (false, false) => "passages_fts",
        };
        return $"from {hits}{plan} where {(conditions.Count == 0 ? "true" : string.Join(" and ", conditions))}";
    }

    private void Where(string condition, string parameter, object value)
    {
        conditions.Add(condition);
        Parameters.Add(parameter, value);
    }
}
