using System.Globalization;
using Plans.Extraction;
using Plans.Store.Corrections;

namespace Plans.Store.Writing;

/// <summary>What can be found of a plan.</summary>
internal static class Passages
{
    private const string Unseen = "unseen";

    public static IEnumerable<Passage> Of(CorrectedPlan corrected, string text)
    {
        var plan = corrected.Plan;
        var years = Years(plan.Document);
        return
        [
            OfPlan(plan, text, years) with { Review = StoredJson.Word(corrected.State) },
            .. plan.Sections.Select((section, i) => OfSection(plan, text, section, i, years) with { Review = StateOf(section) }),
            .. plan.Targets.Select((target, i) => OfTarget(plan, target, i, years) with { Review = StateOf(target) }),
            .. plan.Tasks.Select((task, i) => OfTask(task, i, years) with { Review = StateOf(task) }),
        ];

        string StateOf(object fact) => StoredJson.Word(corrected.StateOf(fact));
    }

    /// <summary>The year of an ISO date, be it shortened.</summary>
    public static int? YearOf(string? date) =>
        date is { Length: >= 4 } && int.TryParse(date.AsSpan(0, 4), NumberStyles.None, CultureInfo.InvariantCulture, out var year)
            ? year
            : null;

    /// <summary>From the year of the date, or the period's first, to the period's last.</summary>
    private static (int? From, int? To) Years(DocumentFields document)
    {
        var known = new[] { YearOf(document.Date), document.Period?.From, document.Period?.To }.OfType<int>().ToList();
        return known.Count == 0 ? (null, null) : (known.Min(), known.Max());
    }

    private static Passage OfPlan(Plan plan, string text, (int? From, int? To) years)
    {
        var document = plan.Document;
        var heading = string.Join(' ', new[] { document.Type, document.Number, document.Title, document.Issuer }.OfType<string>());
        return new Passage(
            "plan", 0, null, null, heading, SectionTexts.Outside(text, plan.Sections), years.From, years.To,
            AgencyKeys.Of([document.Issuer]), 0, 0, 1, Unseen);
    }

    private static Passage OfSection(Plan plan, string text, Section section, int ordinal, (int? From, int? To) years)
    {
        var agencies = plan.Tasks.Where(task => task.Section == section.Path).SelectMany(Agencies);
        return new Passage(
            "section", ordinal, section.Path, null, section.Heading ?? "", SectionTexts.Own(text, plan.Sections, ordinal),
            years.From, years.To, AgencyKeys.Of(agencies), section.Span.Start, section.Span.End, section.Span.Page, Unseen);
    }

    /// <summary>Its agencies are those of the task in whose words it stands, as in a row of an indicator table.</summary>
    private static Passage OfTarget(Plan plan, Target target, int ordinal, (int? From, int? To) years)
    {
        var agencies = plan.Tasks.Where(task => task.Span.Start <= target.Span.Start && task.Span.End >= target.Span.End).SelectMany(Agencies);
        return new Passage(
            "target", ordinal, target.Section, target.Id, target.Indicator, target.Quote, target.Year ?? years.From, target.Year ?? years.To,
            AgencyKeys.Of(agencies), target.Span.Start, target.Span.End, target.Span.Page, Unseen);
    }

    /// <summary>Its heading is who does it, so that words of an agency's name find what it has to do.</summary>
    private static Passage OfTask(PlanTask task, int ordinal, (int? From, int? To) years) => new(
        "task", ordinal, task.Section, task.Id, string.Join("; ", Agencies(task)), task.Text, years.From, years.To,
        AgencyKeys.Of(Agencies(task)), task.Span.Start, task.Span.End, task.Span.Page, Unseen);

    private static IEnumerable<string> Agencies(PlanTask task) => task.Lead.Concat(task.Support);
}
