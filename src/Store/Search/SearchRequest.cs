namespace Plans.Store.Search;

/// <summary>What a hit is.</summary>
public enum HitKind { Plan, Section, Target, Task }

/// <summary>In which order hits come: best first, by the plan's date (latest first), or by the target's value (greatest first; the others after them).</summary>
public enum HitOrder { Relevance, Date, Value }

/// <summary>A question to the full text. Null and empty do not restrict.</summary>
public sealed record SearchRequest
{
    /// <summary>In the language of <see cref="QueryParser"/>. Empty asks for everything that the filters leave.</summary>
    public required string Query { get; init; }

    public IReadOnlyList<HitKind> Kinds { get; init; } = [];

    /// <summary>Marks, case and "tỉnh" or "thành phố" before the name do not matter.</summary>
    public string? Province { get; init; }

    /// <summary>A target's own year; else a year of the plan's period or that of its date.</summary>
    public int? Year { get; init; }

    /// <summary>Words of the name of an agency that leads or supports the task (issues the plan; has tasks in the section).</summary>
    public string? Agency { get; init; }

    /// <summary>Only plans saved later than this one; plans are numbered as they are saved.</summary>
    public long? AfterPlan { get; init; }

    /// <summary>1 to 1,000.</summary>
    public int Limit { get; init; } = 20;

    public int Offset { get; init; }

    public HitOrder Order { get; init; }

    /// <summary>
    /// A <see cref="SearchResult.Next"/>, in the place of <see cref="Offset"/>: goes on where that page ended, and leaves out what was
    /// saved since, so that no hit comes twice.
    /// </summary>
    public string? After { get; init; }

    /// <summary>Whether to count the hits by what could narrow them.</summary>
    public bool WithFacets { get; init; }
}

/// <param name="Total">Hits in all, whatever the limit.</param>
public sealed record SearchResult(IReadOnlyList<SearchHit> Hits, int Total, SearchFacets? Facets)
{
    /// <summary>
    /// Whether the total and the facets may count some passages too many: those that have all pairs of words of a long phrase, but not in
    /// a row. Only where they are more than <see cref="PlanSearch.MostRanked"/>; fewer are checked one by one.
    /// </summary>
    public bool IsAbout { get; init; }

    /// <summary>For <see cref="SearchRequest.After"/>; null on the last page.</summary>
    public string? Next { get; init; }

    /// <summary>Where nothing was found: the query with words that the plans have.</summary>
    public string? Suggestion { get; init; }
}

public sealed record SearchHit
{
    public required HitKind Kind { get; init; }

    public required long PlanId { get; init; }

    public string? PlanNumber { get; init; }

    public string? PlanTitle { get; init; }

    public string? PlanDate { get; init; }

    public string? Province { get; init; }

    /// <summary>Name of the plan's source file.</summary>
    public required string File { get; init; }

    /// <summary>The section that is the hit or in which it stands.</summary>
    public string? SectionPath { get; init; }

    public string? SectionHeading { get; init; }

    /// <summary>The <c>id</c> of the target or task within its plan.</summary>
    public string? ItemId { get; init; }

    /// <summary>From 1.</summary>
    public required int Page { get; init; }

    /// <summary>Where the hit stands in the plan's text.</summary>
    public required int Start { get; init; }

    public required int End { get; init; }

    /// <summary>The words around the matches, in pieces that join to one line.</summary>
    public required IReadOnlyList<SnippetPiece> Snippet { get; init; }
}

/// <param name="Marked">Whether the piece is what was searched for.</param>
public sealed record SnippetPiece(string Text, bool Marked);
