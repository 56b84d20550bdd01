namespace Plans.Store.Comparison;

/// <summary>Under which provinces plans stand: those of their own date, or those of which these are part today.</summary>
public enum ProvincesAsOf { Then, Today }

/// <summary>What to compare; null does not restrict.</summary>
public sealed record IndicatorRequest
{
    /// <summary>In the language of <see cref="Search.QueryParser"/>.</summary>
    public required string Words { get; init; }

    /// <summary>As printed, or as it is named today.</summary>
    public string? Province { get; init; }

    /// <summary>A target's own year.</summary>
    public int? Year { get; init; }

    public ProvincesAsOf Provinces { get; init; }
}

/// <summary>An indicator across plans and years.</summary>
/// <param name="Indicator">Worded as it was asked for, or as the plan words it that is nearest to that.</param>
/// <param name="Unit">To which all values are brought.</param>
/// <param name="IsChange">Whether the values are increases or decreases, not what is reached.</param>
/// <param name="IsLessBetter">Whether the lowest value has rank 1.</param>
/// <param name="AddsUp">Whether values of several provinces have a sum: counts and amounts have, shares have not.</param>
/// <param name="Years">In which there is any value, in order; null last, for targets that name no year.</param>
/// <param name="Lines">By province, then date of the plan; those of districts and communes after those of their province.</param>
/// <param name="Spreads">One for each of the years.</param>
/// <param name="Others">Targets that share the words and are not compared: other indicators (<see cref="IndicatorRow.Group"/> above 0), other measures.</param>
public sealed record IndicatorTable(
    string Indicator,
    string? Unit,
    bool IsChange,
    bool IsLessBetter,
    bool AddsUp,
    IReadOnlyList<int?> Years,
    IReadOnlyList<IndicatorLine> Lines,
    IReadOnlyList<IndicatorSpread> Spreads,
    IReadOnlyList<IndicatorRow> Others);

/// <summary>What one plan says; as of today, what all plans of one province say.</summary>
/// <param name="Province">As was asked: of the plan's date or of today; null for plans of the centre.</param>
/// <param name="Plans">One; as of today all that have a value in the line.</param>
/// <param name="IsBelow">Whether it is a plan of a district or a commune, which is not ranked with those of provinces.</param>
/// <param name="Cells">One for each year; null where the plan does not say (không nêu).</param>
public sealed record IndicatorLine(string? Province, IReadOnlyList<IndicatorPlan> Plans, bool IsBelow, IReadOnlyList<IndicatorCell?> Cells);

/// <param name="Province">As printed.</param>
public sealed record IndicatorPlan(long PlanId, string? Number, string? Date, string? Title, string? Province, string? Issuer, string File);

/// <summary>A value with its source.</summary>
/// <param name="Value">In the table's unit; null where several provinces that were merged say different things that cannot be added.</param>
/// <param name="Comparator">As in the contract; "sum" for the sum over former provinces.</param>
/// <param name="Rank">Among the lines of the year, 1 the best; equal values share one. Null where it is not ranked.</param>
/// <param name="Sources">The targets of which it is made, the one that is shown first: with the printed values, pages and words.</param>
/// <param name="Missing">Former provinces whose plans have no value, so that a sum is not whole.</param>
public sealed record IndicatorCell(
    decimal? Value, decimal? ValueMax, string Comparator, int? Rank, IReadOnlyList<IndicatorRow> Sources, IReadOnlyList<string> Missing);

/// <summary>How the values of one year spread over the ranked lines.</summary>
/// <param name="Missing">Lines without a value.</param>
/// <param name="Sum">Null where values do not add up.</param>
public sealed record IndicatorSpread(int? Year, int Count, int Missing, decimal? Least, decimal? Median, decimal? Mean, decimal? Most, decimal? Sum);
