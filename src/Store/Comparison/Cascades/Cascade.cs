using Plans.Extraction;
using Plans.Store.Reading;

namespace Plans.Store.Comparison.Cascades;

/// <summary>Whose carrying out is asked for; null does not restrict.</summary>
public sealed record CascadeRequest
{
    /// <summary>Of the document, as printed: "1719/QĐ-TTg".</summary>
    public required string Number { get; init; }

    /// <summary>Of its date, where several documents have the number.</summary>
    public int? Year { get; init; }

    /// <summary>Only plans of this province, as printed or as it is named today.</summary>
    public string? Province { get; init; }

    /// <summary>Only indicators that have these words.</summary>
    public string? Indicator { get; init; }
}

/// <summary>A document that has the number, as plans cite it.</summary>
/// <param name="Plans">How many plans mean this one.</param>
public sealed record CitedDocument(string? Type, string? Date, string? Issuer, string? Title, int Plans);

/// <summary>A plan that cites the document.</summary>
/// <param name="ProvinceToday">Null where it is of no province.</param>
/// <param name="IsBasis">Whether it stands on it (căn cứ); else it is only named in the text.</param>
/// <param name="Quote">The words that cite it.</param>
public sealed record CitingPlan(PlanSummary Plan, string? ProvinceToday, bool IsBasis, string Quote, int Page, int Start, int End);

/// <summary>An indicator, and what each plan promises on it.</summary>
/// <param name="Asked">The document's own targets, where it is held.</param>
/// <param name="Targets">Of the plans that cite it.</param>
public sealed record CascadeIndicator(string Indicator, string? Unit, IReadOnlyList<Target> Asked, IReadOnlyList<CascadeTarget> Targets)
{
    /// <summary>Provinces as of today whose plans cite the document and do not name the indicator.</summary>
    public IReadOnlyList<string> ProvincesWithout { get; init; } = [];
}

public sealed record CascadeTarget(long PlanId, Target Target);

/// <summary>A document and all held plans that carry it out.</summary>
/// <param name="Documents">The documents that have the number, most cited first.</param>
/// <param name="Source">The document itself, where it is held.</param>
/// <param name="Plans">By province as of today, then date.</param>
/// <param name="Indicators">Those of the document, where it is held; else those that two plans or more have, most plans first (of some 300 wordings that most have).</param>
/// <param name="ProvincesWithout">Provinces as of today that have no plan here that cites the document; empty where it is a province's own.</param>
public sealed record Cascade(
    string Number,
    IReadOnlyList<CitedDocument> Documents,
    PlanSummary? Source,
    IReadOnlyList<CitingPlan> Plans,
    IReadOnlyList<CascadeIndicator> Indicators,
    IReadOnlyList<string> ProvincesWithout);
