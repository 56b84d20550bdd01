using Plans.Store.Comparison;
using Plans.Store.Corrections;
using Plans.Store.Ledger;
using Plans.Store.Reading;
using Plans.Store.Search;

namespace Plans.Web.Api;

/// <param name="Next">The address of the next page; null on the last.</param>
public sealed record PlansAnswer(IReadOnlyList<PlanSummary> Plans, string? Next);

/// <param name="IsAbout">Whether the total may be a little too high.</param>
/// <param name="Next">The address of the next page; null on the last.</param>
public sealed record SearchAnswer(
    string Query, int Total, bool IsAbout, IReadOnlyList<SearchHit> Hits, SearchFacets? Facets, string? Suggestion, string? Next);

public sealed record CompareAnswer(string Indicator, IReadOnlyList<IndicatorRow> Rows);

/// <param name="Total">Facts at which nobody has looked.</param>
public sealed record ReviewAnswer(int Total, IReadOnlyList<ReviewItem> Items, string? Next);

public sealed record CorrectionsAnswer(IReadOnlyList<Correction> Corrections);

public sealed record LoadsAnswer(IReadOnlyList<LoadRecord> Loads);

/// <param name="Next">The address of the next page; null on the last.</param>
public sealed record FilesAnswer(IReadOnlyList<FileRecord> Files, string? Next);

/// <param name="Files">How many files go on.</param>
public sealed record LoadChanged(long Load, int Files);

/// <param name="Load">Its number, under which it can be followed.</param>
public sealed record LoadStarted(long Load);

/// <summary>A correction as a program sends it.</summary>
/// <param name="Fact">A target's or task's id, a section's path, head or plan; of what is added: target or task.</param>
/// <param name="Action">set, reject, confirm or add.</param>
/// <param name="Values">Of set and add: the fields and their new values.</param>
/// <param name="Words">Of add: the document's own words.</param>
public sealed record CorrectionBody(string Fact, string Action, IReadOnlyDictionary<string, string?>? Values = null, string? Words = null, string? Why = null);
