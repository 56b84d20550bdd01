using System.Text.Json.Serialization;
using Plans.Ingest;

namespace Plans.Extraction;

/// <summary>
/// Everything that one document says, as the specification of the gold annotations defines it. Built once and not edited;
/// lists are in document order; a fact that the document does not give is null.
/// </summary>
public sealed record Plan
{
    public required DocumentFields Document { get; init; }

    public IReadOnlyList<LegalBasis> LegalBases { get; init; } = [];

    public IReadOnlyList<Section> Sections { get; init; } = [];

    public IReadOnlyList<Target> Targets { get; init; } = [];

    public IReadOnlyList<FundingItem> Funding { get; init; } = [];

    public IReadOnlyList<PlanTask> Tasks { get; init; } = [];

    public IReadOnlyList<PlanTable> Tables { get; init; } = [];

    public IReadOnlyList<Finding> Findings { get; init; } = [];
}

/// <summary>Where a fact stands in <see cref="Ingest.Document.Text"/>.</summary>
/// <param name="Start">First UTF-16 code unit.</param>
/// <param name="End">One past the last.</param>
/// <param name="Page">From 1.</param>
/// <param name="Boxes">In PDF points from the page's top left; null where the format has no geometry.</param>
public sealed record Span(
    int Start,
    int End,
    int Page,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<Box>? Boxes = null);

/// <summary>The head of the document (thể thức: Nghị định 30/2020/NĐ-CP, Phụ lục I).</summary>
public sealed record DocumentFields
{
    /// <summary>Tên loại văn bản: Kế hoạch, Quyết định, Chỉ thị …</summary>
    public string? Type { get; init; }

    /// <summary>Số, ký hiệu as printed without blanks; null where the printed number is blank.</summary>
    public string? Number { get; init; }

    /// <summary>ISO 8601, shortened to what is given: 2025-07-15, 2023-03, 2024.</summary>
    public string? Date { get; init; }

    /// <summary>Cơ quan ban hành, written out.</summary>
    public string? Issuer { get; init; }

    /// <summary>The province or centrally run city, named as at the document's date.</summary>
    public string? Province { get; init; }

    /// <summary>Địa danh before the date.</summary>
    public string? Place { get; init; }

    /// <summary>Trích yếu, on one line, letters as printed.</summary>
    public string? Title { get; init; }

    public Period? Period { get; init; }

    public string? Signer { get; init; }

    public string? SignerRole { get; init; }
}

/// <summary>Years, both included.</summary>
public sealed record Period(int From, int To);

/// <summary>An instrument that the preamble cites (căn cứ).</summary>
public sealed record LegalBasis(string Type, string? Number, string? Date, string? Issuer, string? Title, string Quote, Span Span);

/// <summary>The part a section plays.</summary>
public enum SectionKind { Purpose, Objectives, Tasks, Funding, Implementation, Appendix, Other }

/// <param name="Path">Numbers joined by dots: "II.2", "III.5.1"; appendices "PL1", "PL2" ….</param>
/// <param name="Heading">Null for a numbered paragraph without a heading of its own.</param>
/// <param name="Text">Heading and all that stands under it, subsections included.</param>
public sealed record Section(string Path, string? Heading, SectionKind Kind, string Text, Span Span);

/// <summary>What a target is measured against (mức xuất phát).</summary>
/// <param name="Value">Null where the plan names only the year: "tăng 5% so với năm 2020".</param>
/// <param name="Unit">The target's unit; null where there is no value.</param>
/// <param name="Year">Null where the plan does not say when ("Hiện trạng").</param>
public sealed record Baseline(decimal? Value, string? Unit, int? Year);

/// <summary>A number that the plan commits to reach (chỉ tiêu).</summary>
public sealed record Target
{
    public required string Id { get; init; }

    /// <summary>What is counted, as the document words it, without number, comparator and verb.</summary>
    public required string Indicator { get; init; }

    /// <summary>One of = &gt;= &gt; &lt; &lt;= ~ + - range.</summary>
    public required string Comparator { get; init; }

    public required decimal Value { get; init; }

    public decimal? ValueMax { get; init; }

    /// <summary>"%" or the counted noun as printed.</summary>
    public string? Unit { get; init; }

    /// <summary>The number as printed, with its unit: "68,8%".</summary>
    public required string Printed { get; init; }

    public int? Year { get; init; }

    /// <summary>"year" where the target is reached anew each year.</summary>
    public string? Period { get; init; }

    /// <summary>Where it starts from ("từ 45% năm 2020 lên 60%", the column "Thực hiện 2020"); null where the plan does not say.</summary>
    public Baseline? Baseline { get; init; }

    /// <summary>The <see cref="Id"/> of the target of which this one is a part.</summary>
    public string? Parent { get; init; }

    /// <summary>The path of the section in which it stands.</summary>
    public string? Section { get; init; }

    /// <summary>"text" or "table".</summary>
    public required string Source { get; init; }

    public required string Quote { get; init; }

    /// <summary>0 to 1.</summary>
    public required double Confidence { get; init; }

    public required Span Span { get; init; }
}

/// <summary>An amount of money that the plan needs or provides (kinh phí), in đồng.</summary>
/// <param name="SourceName">"tổng" for a total, else the source's name (Ngân sách trung ương …).</param>
/// <param name="Parent">The quote of the total of which this is a part.</param>
public sealed record FundingItem(decimal AmountVnd, string? SourceName, string? Parent, string Quote, Span Span);

/// <summary>One thing that somebody is told to do (nhiệm vụ), with who leads (chủ trì) and who supports (phối hợp).</summary>
public sealed record PlanTask
{
    public required string Id { get; init; }

    /// <summary>The whole task.</summary>
    public required string Text { get; init; }

    public string? Section { get; init; }

    /// <summary>"agency-section", "inline", "table" or "reference".</summary>
    public required string Source { get; init; }

    /// <summary>Agencies as printed.</summary>
    public IReadOnlyList<string> Lead { get; init; } = [];

    public IReadOnlyList<string> Support { get; init; } = [];

    /// <summary>The words that give the time, as printed.</summary>
    public string? Deadline { get; init; }

    /// <summary>The date that those words mean; null where they name none.</summary>
    public Language.DueDate? DueDate { get; init; }

    /// <summary>The numbers of the tasks referred to, expanded.</summary>
    public IReadOnlyList<string> RefersTo { get; init; } = [];

    /// <summary>The same numbers, each with what it means in the plan.</summary>
    public IReadOnlyList<TaskReference> References { get; init; } = [];

    public required double Confidence { get; init; }

    public required Span Span { get; init; }
}

/// <summary>A number of a task that another task names.</summary>
/// <param name="Number">As printed, expanded.</param>
/// <param name="Section">The path of the section that bears it; null where the plan has none.</param>
/// <param name="Task">The <see cref="PlanTask.Id"/> of the task there; null where nobody is assigned there.</param>
public sealed record TaskReference(string Number, string? Section, string? Task);

/// <param name="Kind">"assignments", "indicators", "funding" or "other".</param>
public sealed record PlanTable(
    int Page, string? Caption, IReadOnlyList<string> Columns, IReadOnlyList<IReadOnlyList<string>> Rows, string Kind, Span Span);

/// <summary>What does not hold together in the document itself, with the words that show it.</summary>
public sealed record Finding(string Code, string Message, string Quote, Span Span);
