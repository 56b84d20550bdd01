using System.Text.Json;

namespace Plans.Extraction.Evaluation;

/// <summary>
/// What a correct extraction of one document holds, as a person annotated it. The shape is that of NAME.gold.json; the fields mean
/// what they mean in <see cref="Plan"/>, with an anchor (the beginning of the document's words) in place of quote and span.
/// </summary>
public sealed record GoldPlan
{
    public GoldDocument Document { get; init; } = new();

    public IReadOnlyList<GoldLegalBasis> LegalBases { get; init; } = [];

    public IReadOnlyList<GoldSection> Sections { get; init; } = [];

    public IReadOnlyList<GoldTarget> Targets { get; init; } = [];

    public IReadOnlyList<GoldFunding> Funding { get; init; } = [];

    public IReadOnlyList<GoldTask> Tasks { get; init; } = [];

    public IReadOnlyList<GoldFinding> Findings { get; init; } = [];

    /// <exception cref="JsonException">The text is no annotation; the message says where.</exception>
    public static GoldPlan Parse(string json) =>
        JsonSerializer.Deserialize<GoldPlan>(json, PlanJson.Options) ?? throw new JsonException("The annotation is null.");
}

/// <summary>The head; a field that the document does not give is null.</summary>
public sealed record GoldDocument
{
    public string? Type { get; init; }

    public string? Number { get; init; }

    public string? Date { get; init; }

    public string? Issuer { get; init; }

    public string? Province { get; init; }

    public string? Place { get; init; }

    public string? Title { get; init; }

    public GoldPeriod? Period { get; init; }

    public string? Signer { get; init; }

    public string? SignerRole { get; init; }
}

public sealed record GoldPeriod(int? From, int? To);

/// <param name="Optional">Two careful people could disagree whether it counts: neither rewarded nor punished.</param>
public sealed record GoldLegalBasis(string? Type, string? Number, string? Date, bool Optional = false);

public sealed record GoldSection(string Path, string? Heading, SectionKind Kind, bool Optional = false);

public sealed record GoldTarget
{
    public string? Id { get; init; }

    public string? Indicator { get; init; }

    public string? Comparator { get; init; }

    public decimal? Value { get; init; }

    public decimal? ValueMax { get; init; }

    public string? Unit { get; init; }

    public int? Year { get; init; }

    public string? Period { get; init; }

    public string? Parent { get; init; }

    public string? Section { get; init; }

    public string Anchor { get; init; } = "";

    public string? Source { get; init; }

    public bool Optional { get; init; }
}

public sealed record GoldFunding(string? Anchor, decimal? AmountVnd, string? SourceName, string? Parent, bool Optional = false);

public sealed record GoldTask
{
    public string? Id { get; init; }

    public string Anchor { get; init; } = "";

    public string? Section { get; init; }

    public string? Source { get; init; }

    public IReadOnlyList<string> Lead { get; init; } = [];

    public IReadOnlyList<string> Support { get; init; } = [];

    public string? Deadline { get; init; }

    public IReadOnlyList<string> RefersTo { get; init; } = [];

    public bool Optional { get; init; }
}

public sealed record GoldFinding(string Code, string Anchor, bool Optional = false);
