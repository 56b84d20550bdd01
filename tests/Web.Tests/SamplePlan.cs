using System.Globalization;
using Plans.Extraction;
using Plans.Ingest;

namespace Plans.Web.Tests;

/// <summary>A plan written for a test: the text first, then the facts by the words that show them.</summary>
public sealed class SamplePlan(DocumentFields fields, string text)
{
    private readonly List<Section> sections = [];
    private readonly List<Target> targets = [];
    private readonly List<PlanTask> tasks = [];
    private readonly List<LegalBasis> bases = [];
    private readonly List<FundingItem> funding = [];
    private readonly List<Finding> findings = [];

    public string Text { get; } = text.ReplaceLineEndings("\n");

    public IReadOnlyList<PageRecord> Pages { get; init; } = [new PageRecord(1, PageSource.Text)];

    public string MediaType { get; init; } = "text/plain";

    /// <summary>Where words are printed, for formats that have pages.</summary>
    public IReadOnlyDictionary<string, Box> Boxes { get; init; } = new Dictionary<string, Box>();

    public Document Document => new() { MediaType = MediaType, Text = Text, Blocks = [], Pages = Pages };

    public Plan Plan => new()
    {
        Document = fields,
        Sections = sections,
        Targets = targets,
        Tasks = tasks,
        LegalBases = bases,
        Funding = funding,
        Findings = findings,
    };

    /// <summary>Where the words stand, for the first time.</summary>
    public Span SpanOf(string words, int page = 1)
    {
        var start = Text.IndexOf(words, StringComparison.Ordinal);
        return start < 0 ? throw new InvalidOperationException($"“{words}” is not in the text.") : new Span(start, start + words.Length, page, Boxes.TryGetValue(words, out var box) ? [box] : null);
    }

    /// <param name="from">The first words.</param>
    /// <param name="before">The words before which it ends; null for the end of the text.</param>
    public SamplePlan Section(string path, string? heading, string from, string? before, SectionKind kind = SectionKind.Other)
    {
        var start = SpanOf(from).Start;
        var end = before is null ? Text.Length : SpanOf(before).Start - 1;
        sections.Add(new Section(path, heading, kind, Text[start..end], new Span(start, end, 1)));
        return this;
    }

    public SamplePlan Target(
        string quote, string indicator, decimal value, string unit, string printed, int? year, string comparator = "=", string? parent = null,
        string? section = null, int page = 1, double confidence = 0.9)
    {
        targets.Add(new Target
        {
            Id = string.Create(CultureInfo.InvariantCulture, $"t{targets.Count + 1}"),
            Indicator = indicator,
            Comparator = comparator,
            Value = value,
            Unit = unit,
            Printed = printed,
            Year = year,
            Parent = parent,
            Section = section,
            Source = "text",
            Quote = quote,
            Confidence = confidence,
            Span = SpanOf(quote, page),
        });
        return this;
    }

    public SamplePlan Task(string words, string[] lead, string[]? support = null, string? deadline = null, string? section = null, string? due = null, TaskReference[]? references = null)
    {
        tasks.Add(new PlanTask
        {
            Id = string.Create(CultureInfo.InvariantCulture, $"k{tasks.Count + 1}"),
            Text = words,
            Section = section,
            Source = "agency-section",
            Lead = lead,
            Support = support ?? [],
            Deadline = deadline,
            DueDate = due is null ? null : new(due, null, null),
            RefersTo = [.. (references ?? []).Select(reference => reference.Number)],
            References = references ?? [],
            Confidence = 0.8,
            Span = SpanOf(words),
        });
        return this;
    }

    public SamplePlan Basis(string type, string number, string date, string quote)
    {
        bases.Add(new LegalBasis(type, number, date, null, null, quote, SpanOf(quote)));
        return this;
    }

    public SamplePlan Money(decimal amount, string source, string quote)
    {
        funding.Add(new FundingItem(amount, source, null, quote, SpanOf(quote)));
        return this;
    }

    public SamplePlan Finding(string code, string message, string quote)
    {
        findings.Add(new Finding(code, message, quote, SpanOf(quote)));
        return this;
    }
}
