using System.Globalization;
using System.Text;
using Plans.Extraction;
using Plans.Ingest;

namespace Plans.Store.Tests;

/// <summary>Writes a plan's text and notes at the same time what stands where in it.</summary>
internal sealed class PlanBuilder(DocumentFields fields)
{
    private readonly StringBuilder text = new();
    private readonly List<Section> sections = [];
    private readonly List<Target> targets = [];
    private readonly List<PlanTask> tasks = [];
    private readonly List<string> path = [];
    private int page = 1;

    public static PlanBuilder Of(string province, string number, string title, string date = "2025-07-15", Period? period = null) =>
        new(new DocumentFields
        {
            Type = "Kế hoạch",
            Number = number,
            Date = date,
            Issuer = $"Ủy ban nhân dân tỉnh {province}",
            Province = province,
            Title = title,
            Period = period,
        });

    public Document Document => new()
    {
        MediaType = "text/plain",
        Text = text.ToString(),
        Blocks = [],
        Pages = [.. Enumerable.Range(1, page).Select(number => new PageRecord(number, PageSource.Text))],
    };

    public Plan Plan => new() { Document = fields, Sections = sections, Targets = targets, Tasks = tasks };

    /// <summary>Text in no section.</summary>
    public PlanBuilder Line(string line)
    {
        Append(line);
        return this;
    }

    public PlanBuilder NextPage()
    {
        page++;
        return this;
    }

    /// <summary>A section with a line of its own and whatever <paramref name="inside"/> adds under it.</summary>
    public PlanBuilder Section(string number, string heading, string line, Action<PlanBuilder>? inside = null, SectionKind kind = SectionKind.Objectives)
    {
        var index = sections.Count;
        sections.Add(null!);
        var begin = Append($"{number}. {heading}");
        if (line.Length > 0)
        {
            Append(line);
        }

        path.Add(number);
        inside?.Invoke(this);
        path.RemoveAt(path.Count - 1);
        var span = begin with { End = text.Length - 1 };
        sections[index] = new Section(number, heading, kind, text.ToString(span.Start, span.End - span.Start), span);
        return this;
    }

    public PlanBuilder Target(string indicator, decimal value, string unit, int? year = null, string? section = null)
    {
        var printed = $"{value.ToString(CultureInfo.InvariantCulture).Replace('.', ',')}{unit}";
        var quote = $"{indicator} đạt {printed}";
        var span = Append(quote);
        targets.Add(new Target
        {
            Id = $"t{targets.Count + 1}",
            Indicator = indicator,
            Comparator = "=",
            Value = value,
            Unit = unit,
            Printed = printed,
            Year = year,
            Section = section ?? path.LastOrDefault(),
            Source = "text",
            Quote = quote,
            Confidence = 0.9,
            Span = span,
        });
        return this;
    }

    public PlanBuilder Task(string what, string[] lead, string[]? support = null, string? deadline = null, string? due = null)
    {
        tasks.Add(new PlanTask
        {
            Id = $"k{tasks.Count + 1}",
            Text = what,
            Section = path.LastOrDefault(),
            Source = "agency-section",
            Lead = lead,
            Support = support ?? [],
            Deadline = deadline,
            DueDate = due is null ? null : new(due, null, null),
            Confidence = 0.8,
            Span = Append(what),
        });
        return this;
    }

    private Span Append(string line)
    {
        var start = text.Length;
        text.Append(line).Append('\n');
        return new Span(start, start + line.Length, page);
    }
}
