using System.Globalization;
using Plans.Extraction;
using Plans.Store.Corrections;
using Plans.Store.Reading;
using Plans.Worker.Layout;

namespace Plans.Worker.CommandLine;

/// <summary>A plan as it is read on a terminal.</summary>
internal static class PlanView
{
    public static void Print(StoredPlan stored, TextWriter output)
    {
        var plan = stored.Plan;
        PrintHead(stored, output);
        PrintVersions(stored, output);

        Heading("Outline", plan.Sections.Count, output);
        foreach (var section in plan.Sections)
        {
            var indent = new string(' ', 2 * section.Path.Count(letter => letter == '.'));
            output.WriteLine($"{indent}{section.Path}  {section.Heading ?? Beginning(section.Text)}  ({section.Kind.ToString().ToLowerInvariant()}, page {section.Span.Page})");
        }

        Heading("Targets", plan.Targets.Count, output);
        PrintTargets(plan.Targets, stored.Review, output);

        Heading("Tasks", plan.Tasks.Count, output);
        PrintTasks(plan.Tasks, stored.Review, output);

        Heading("Findings", plan.Findings.Count, output);
        foreach (var finding in plan.Findings)
        {
            output.WriteLine($"{FindingNames.Of(finding.Code)} ({finding.Code}, page {finding.Span.Page}): {finding.Message}");
            output.WriteLine($"    “{Beginning(finding.Quote)}”");
        }

        PrintSuccessions(plan, output);
        PrintLost(stored.Review, output);
    }

    public static void PrintList(IEnumerable<PlanSummary> plans, TextWriter output)
    {
        var table = new ResultTable("id", "number", "date", "province", "title", "sections", "targets", "tasks", "findings", "file");
        foreach (var plan in plans)
        {
            table.Add(
                $"{plan.Id}",
                plan.Document.Number,
                plan.Document.Date,
                plan.Document.Province,
                plan.Document.Title,
                $"{plan.Sections}",
                $"{plan.Targets}",
                $"{plan.Tasks}",
                $"{plan.Findings}",
                plan.File);
        }

        table.WriteTo(output);
    }

    private static void PrintHead(StoredPlan stored, TextWriter output)
    {
        var head = stored.Plan.Document;
        output.WriteLine($"{head.Type} {head.Number}".Trim());
        output.WriteLine(head.Title);
        (string Name, string? Value)[] lines =
        [
            ("Date", head.Date),
            ("Issuer", head.Issuer),
            ("Province", head.Province),
            ("Today", PlanAgencies.ProvinceOf(head) is { } province && province.TodayName != province.Name ? province.TodayName : null),
            ("Period", head.Period is { } period ? $"{period.From}–{period.To}" : null),
            ("Signed", head.Signer is null ? null : $"{head.Signer}, {head.SignerRole}".TrimEnd(' ', ',')),
            ("File", stored.FilePath),
            ("Pages", PageLedgerText.Sum(stored.PageLedger)),
            ("Review", State(stored.Review.State)),
            ("Id", $"{stored.Summary.Id}"),
        ];
        foreach (var (name, value) in lines.Where(line => line.Value is not null))
        {
            output.WriteLine($"  {name,-9}{value}");
        }

        foreach (var failure in PageLedgerText.Failures(stored.PageLedger))
        {
            output.WriteLine($"  Missing  {failure}");
        }
    }

    /// <summary>The other files of the same plan.</summary>
    private static void PrintVersions(StoredPlan stored, TextWriter output)
    {
        var others = stored.Versions.Where(version => version.PlanId != stored.Summary.Id).ToList();
        if (others.Count == 0)
        {
            return;
        }

        Heading(stored.Summary.IsBest ? "Also held, not counted twice" : "Also held; the first is shown and counted", others.Count, output);
        var table = new ResultTable("id", "is", "alike", "number", "date", "file");
        foreach (var other in others)
        {
            table.Add(
                $"{other.PlanId}", $"{(other.IsBest ? "best " : "")}{other.Kind?.ToString().ToLowerInvariant()}".Trim(), other.Likeness is { } alike ? Percent(alike) : null, other.Number, other.Date, other.File);
        }

        table.WriteTo(output);
    }

    private static void PrintTargets(IEnumerable<Target> targets, PlanReview review, TextWriter output)
    {
        var table = new ResultTable("id", "indicator", "printed", "value", "unit", "year", "section", "page", "sure", "review");
        foreach (var target in targets)
        {
            table.Add(
                target.Id,
                target.Indicator,
                target.Printed,
                TargetValue.Write(target.Comparator, target.Value, target.ValueMax),
                target.Unit,
                target.Year?.ToString(CultureInfo.InvariantCulture),
                target.Section,
                $"{target.Span.Page}",
                Percent(target.Confidence),
                State(review.StateOf(FactKind.Target, target.Id)));
        }

        table.WriteTo(output);
    }

    private static void PrintTasks(IEnumerable<PlanTask> tasks, PlanReview review, TextWriter output)
    {
        var table = new ResultTable("id", "task", "lead", "support", "deadline", "due", "refers to", "section", "page", "sure", "review");
        foreach (var task in tasks)
        {
            table.Add(
                task.Id,
                task.Text,
                string.Join("; ", task.Lead),
                string.Join("; ", task.Support),
                task.Deadline,
                DueDateText.Write(task.DueDate),
                string.Join("; ", References(task)),
                task.Section,
                $"{task.Span.Page}",
                Percent(task.Confidence),
                State(review.StateOf(FactKind.Task, task.Id)));
        }

        table.WriteTo(output);
    }

    /// <summary>Each number with the task or section that it means; "?" where the plan has none.</summary>
    private static IEnumerable<string> References(PlanTask task) => task.References.Count == 0
        ? task.RefersTo
        : task.References.Select(reference => $"{reference.Number} = {reference.Task ?? reference.Section ?? "?"}");

    /// <summary>Agencies whose duties another has today.</summary>
    private static void PrintSuccessions(Plan plan, TextWriter output)
    {
        var passed = PlanAgencies.Of(plan).Where(agency => agency.TodayName is { } today && today != agency.Name).ToList();
        if (passed.Count == 0)
        {
            return;
        }

        Heading("Agencies that others have succeeded", passed.Count, output);
        var table = new ResultTable("printed", "name", "today", "by");
        foreach (var agency in passed)
        {
            table.Add(agency.Printed, agency.Name, agency.TodayName, agency.Instrument);
        }

        table.WriteTo(output);
    }

    /// <summary>Corrections that hold for nothing any more.</summary>
    private static void PrintLost(PlanReview review, TextWriter output)
    {
        var lost = review.Corrections.Where(correction => correction.IsLost).ToList();
        if (lost.Count > 0)
        {
            Heading("Corrections whose words are not found any more", lost.Count, output);
            foreach (var correction in lost)
            {
                output.WriteLine($"{correction.Id}  {correction.Action.ToString().ToLowerInvariant()} {correction.Field} {correction.Value}  “{Beginning(correction.Words)}”");
            }
        }
    }

    private static string? State(ReviewState state) => state == ReviewState.Unseen ? null : state.ToString().ToLowerInvariant();

    private static string Percent(double confidence) => string.Create(CultureInfo.InvariantCulture, $"{100 * confidence:0}%");

    private static void Heading(string name, int count, TextWriter output)
    {
        output.WriteLine();
        output.WriteLine($"{name} ({count})");
    }

    private static string Beginning(string text) => text.Length <= 80 ? text.ReplaceLineEndings(" ") : text[..80].ReplaceLineEndings(" ") + "…";
}
