using Dapper;
using Plans.Store.Engines;

namespace Plans.Store.Search;

/// <summary>The FROM and WHERE of a question: joins only what its filters need, since a common word has very many hits.</summary>
internal sealed class HitSource
{
    private readonly TextMatch? match;
    private readonly List<string> conditions = [];
    private bool needsPassage;
    private bool needsPlan;

    /// <param name="column">See <see cref="ISearchIndex.Match"/>.</param>
    public HitSource(ISearchIndex index, SearchQuery query, string? column = null)
    {
        if (query.IsEmpty)
        {
            needsPassage = true;
            return;
        }

        match = index.Match(query, column);
        conditions.Add(match.Condition);
        foreach (var (name, value) in match.Parameters)
        {
            Parameters.Add(name, value);
        }
    }

    public DynamicParameters Parameters { get; } = new();

    /// <summary>Whether nothing restricts the hits.</summary>
    public bool IsOpen => conditions.Count == 0;

    public string Id => match?.Id ?? "p.id";

    /// <summary>A condition on <c>p</c>, the passage, with no word of a user's in it.</summary>
    public void WherePassage(string condition)
    {
        needsPassage = true;
        conditions.Add(condition);
    }

    /// <summary>A condition on <c>p</c>, the passage.</summary>
    public void WherePassage(string condition, string parameter, object value)
    {
        needsPassage = true;
        Where(condition, parameter, value);
    }

    /// <summary>A condition on <c>l</c>, the plan, with no word of a user's in it.</summary>
    public void WherePlan(string condition)
    {
        needsPassage = needsPlan = true;
        conditions.Add(condition);
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
        var hits = match is null ? "passages p" : passage ? match.Passages : match.Hits;
        return $"from {hits}{plan} where {(conditions.Count == 0 ? "true" : string.Join(" and ", conditions))}";
    }

    private void Where(string condition, string parameter, object value)
    {
        conditions.Add(condition);
        Parameters.Add(parameter, value);
    }
}
