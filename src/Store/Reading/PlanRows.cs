using Plans.Extraction;
using Plans.Extraction.Language;
using Plans.Ingest;
using Plans.Store.Corrections;

namespace Plans.Store.Reading;

/// <summary>A row with a span.</summary>
internal abstract class SpanRow
{
    public int SpanStart { get; init; }

    public int SpanEnd { get; init; }

    public int Page { get; init; }

    public string? Boxes { get; init; }

    protected Span Span => new(SpanStart, SpanEnd, Page, Boxes is null ? null : StoredJson.Read<List<Box>>(Boxes));
}

internal sealed class PlanRow
{
    public long Id { get; init; }

    public string File { get; init; } = "";

    public string Sha256 { get; init; } = "";

    public string MediaType { get; init; } = "";

    public string Extractor { get; init; } = "";

    public string SavedAt { get; init; } = "";

    public int Pages { get; init; }

    public string? Type { get; init; }

    public string? Number { get; init; }

    public string? Date { get; init; }

    public string? Issuer { get; init; }

    public string? Province { get; init; }

    public string? Place { get; init; }

    public string? Title { get; init; }

    public int? PeriodFrom { get; init; }

    public int? PeriodTo { get; init; }

    public string? Signer { get; init; }

    public string? SignerRole { get; init; }

    public int Sections { get; init; }

    public int Targets { get; init; }

    public int Tasks { get; init; }

    public int Findings { get; init; }

    public string PageLedger { get; init; } = "[]";

    public string Warnings { get; init; } = "[]";

    public string Path { get; init; } = "";

    public ReviewState Review { get; init; }

    public int IsBest { get; init; }

    public long? WorkId { get; init; }

    public PlanSummary ToSummary() => new()
    {
        Id = Id,
        File = File,
        Sha256 = Sha256,
        MediaType = MediaType,
        ExtractorVersion = Extractor,
        SavedAt = Timestamp.Read(SavedAt),
        Pages = Pages,
        Document = new DocumentFields
        {
            Type = Type,
            Number = Number,
            Date = Date,
            Issuer = Issuer,
            Province = Province,
            Place = Place,
            Title = Title,
            Period = PeriodFrom is { } from && PeriodTo is { } to ? new Period(from, to) : null,
            Signer = Signer,
            SignerRole = SignerRole,
        },
        Sections = Sections,
        Targets = Targets,
        Tasks = Tasks,
        Findings = Findings,
        Review = Review,
        IsBest = IsBest == 1,
        WorkId = WorkId,
    };
}

internal sealed class SectionRow : SpanRow
{
    public string Path { get; init; } = "";

    public string? Heading { get; init; }

    public SectionKind Kind { get; init; }

    public string? Text { get; init; }

    public ReviewState Review { get; init; }

    /// <param name="text">The document's.</param>
    public Section ToSection(string text) => new(Path, Heading, Kind, Text ?? text[SpanStart..SpanEnd], Span);
}

internal sealed class TargetRow : SpanRow
{
    public long PlanId { get; init; }

    public string ItemId { get; init; } = "";

    public string Indicator { get; init; } = "";

    public string Comparator { get; init; } = "";

    public double Value { get; init; }

    public double? ValueMax { get; init; }

    public string? Unit { get; init; }

    public string Printed { get; init; } = "";

    public int? Year { get; init; }

    public string? Period { get; init; }

    public string? Baseline { get; init; }

    public string? Parent { get; init; }

    public string? Section { get; init; }

    public string Source { get; init; } = "";

    public string Quote { get; init; } = "";

    public double Confidence { get; init; }

    public ReviewState Review { get; init; }

    public Target ToTarget() => new()
    {
        Id = ItemId,
        Indicator = Indicator,
        Comparator = Comparator,
        Value = (decimal)Value,
        ValueMax = (decimal?)ValueMax,
        Unit = Unit,
        Printed = Printed,
        Year = Year,
        Period = Period,
        Baseline = Baseline is null ? null : StoredJson.Read<Baseline>(Baseline),
        Parent = Parent,
        Section = Section,
        Source = Source,
        Quote = Quote,
        Confidence = Confidence,
        Span = Span,
    };
}

internal sealed class TaskRow : SpanRow
{
    public int Ordinal { get; init; }

    public string ItemId { get; init; } = "";

    public string Text { get; init; } = "";

    public string? Section { get; init; }

    public string Source { get; init; } = "";

    public string? Deadline { get; init; }

    public string? DueDate { get; init; }

    public string? DueEvery { get; init; }

    public string? DueDay { get; init; }

    public string RefersTo { get; init; } = "[]";

    public string Resolved { get; init; } = "[]";

    public double Confidence { get; init; }

    public ReviewState Review { get; init; }

    public PlanTask ToTask(IEnumerable<AgencyRow> agencies) => new()
    {
        Id = ItemId,
        Text = Text,
        Section = Section,
        Source = Source,
        Lead = [.. agencies.Where(agency => agency.Role == "lead").Select(agency => agency.Name)],
        Support = [.. agencies.Where(agency => agency.Role == "support").Select(agency => agency.Name)],
        Deadline = Deadline,
        DueDate = DueDate is null && DueEvery is null ? null : new DueDate(DueDate, DueEvery, DueDay),
        RefersTo = StoredJson.Read<List<string>>(RefersTo),
        References = StoredJson.Read<List<TaskReference>>(Resolved),
        Confidence = Confidence,
        Span = Span,
    };
}

internal sealed class AgencyRow
{
    public int Task { get; init; }

    public string Role { get; init; } = "";

    public string Name { get; init; } = "";
}

internal sealed class LegalBasisRow : SpanRow
{
    public string Type { get; init; } = "";

    public string? Number { get; init; }

    public string? Date { get; init; }

    public string? Issuer { get; init; }

    public string? Title { get; init; }

    public string Quote { get; init; } = "";

    public LegalBasis ToLegalBasis() => new(Type, Number, Date, Issuer, Title, Quote, Span);
}

internal sealed class FundingRow : SpanRow
{
    public double AmountVnd { get; init; }

    public string? SourceName { get; init; }

    public string? Parent { get; init; }

    public string Quote { get; init; } = "";

    public FundingItem ToFundingItem() => new((decimal)AmountVnd, SourceName, Parent, Quote, Span);
}

internal sealed class TableRow : SpanRow
{
    public int TablePage { get; init; }

    public string? Caption { get; init; }

    public string Columns { get; init; } = "[]";

    public string Rows { get; init; } = "[]";

    public string Kind { get; init; } = "";

    public PlanTable ToTable() =>
        new(TablePage, Caption, StoredJson.Read<List<string>>(Columns), StoredJson.Read<List<List<string>>>(Rows), Kind, Span);
}

internal sealed class FindingRow : SpanRow
{
    public string Code { get; init; } = "";

    public string Message { get; init; } = "";

    public string Quote { get; init; } = "";

    public Finding ToFinding() => new(Code, Message, Quote, Span);
}
