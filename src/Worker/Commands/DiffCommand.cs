using System.CommandLine;
using System.Globalization;
using Plans.Extraction;
using Plans.Store.Comparison.Difference;
using Plans.Worker.CommandLine;

namespace Plans.Worker.Commands;

/// <summary><c>plans diff PLAN PLAN</c>: what changed from one plan to another.</summary>
internal static class DiffCommand
{
    public static Command Create()
    {
        var before = new Argument<string>("BEFORE") { Description = "the earlier plan: its document number, id, file name or the beginning of its SHA-256" };
        var after = new Argument<string>("AFTER") { Description = "the later plan" };
        var all = new Option<bool>("--all") { Description = "also what is the same" };
        var data = Stores.DataOption();
        var database = Stores.DatabaseOption();
        var results = TableResults.Options();
        var command = new Command("diff", "Say what changed from one plan to another: head, sections, targets (stronger, weaker, other deadline), tasks (other lead, new, gone).")
        {
            before, after, all, data, database, results.Json, results.Csv,
        };
        command.SetExamples(
            new("plans diff 12/KH-UBND 47/KH-UBND", "last year's plan and this one's"),
            new("plans diff 12/KH-UBND 47/KH-UBND --all --csv", "every section, target and task with its partner, for a spreadsheet"));
        command.SetAction(parse =>
        {
            var error = parse.InvocationConfiguration.Error;
            using var store = Stores.Open(parse.GetRequiredValue(data), parse.GetValue(database));
            if (PlanChoice.One(store, parse.GetRequiredValue(before), error) is not { } a || PlanChoice.One(store, parse.GetRequiredValue(after), error) is not { } b)
            {
                return ExitCode.Failed;
            }

            if (a == b)
            {
                throw new WrongUseException("Both are the same plan.");
            }

            var whole = store.Difference(a, b)!;
            var difference = parse.GetValue(all) ? whole : OnlyChanges(whole);
            results.Write(parse, difference, () => Table(difference), output => Print(whole, difference, output));
            return ExitCode.AllWell;
        });
        return command;
    }

    private static PlanDifference OnlyChanges(PlanDifference whole) => whole with
    {
        Sections = [.. whole.Sections.Where(section => section.Change != SectionChange.Same)],
        Targets = [.. whole.Targets.Where(target => target.Change != TargetChange.Same)],
        Tasks = [.. whole.Tasks.Where(task => !task.Changes.Contains(TaskChange.Same))],
    };

    private static void Print(PlanDifference whole, PlanDifference shown, TextWriter output)
    {
        output.WriteLine($"Before  {shown.Before.Document.Number ?? shown.Before.File}  {shown.Before.Document.Date}  {shown.Before.Document.Title}");
        output.WriteLine($"After   {shown.After.Document.Number ?? shown.After.File}  {shown.After.Document.Date}  {shown.After.Document.Title}");
        output.WriteLine();
        Part("Sections", whole.Sections.GroupBy(s => Name(s.Change)));
        Part("Targets", whole.Targets.GroupBy(t => Name(t.Change)));
        Part("Tasks", whole.Tasks.SelectMany(k => k.Changes).GroupBy(Name));

        void Part<T>(string name, IEnumerable<IGrouping<string, T>> counts)
        {
            var sums = string.Join(", ", counts.OrderByDescending(of => of.Count()).Select(of => $"{of.Count()} {of.Key}"));
            output.WriteLine($"{name,-8}  {(sums.Length == 0 ? "none" : sums)}");
        }

        output.WriteLine();
        Table(shown).WriteTo(output);
    }

    private static ResultTable Table(PlanDifference difference)
    {
        var table = new ResultTable("part", "change", "section", "before", "after", "what");
        foreach (var field in difference.Head)
        {
            table.Add("head", "other", null, field.Before, field.After, field.Field);
        }

        foreach (var (change, before, after, _) in difference.Sections)
        {
            table.Add("section", Name(change), Place(before?.Path, after?.Path), before?.Heading, after?.Heading, null);
        }

        foreach (var (change, before, after, _) in difference.Targets)
        {
            table.Add("target", Name(change), Place(before?.Section, after?.Section), Words(before), Words(after), (after ?? before)!.Indicator);
        }

        foreach (var (changes, before, after) in difference.Tasks)
        {
            table.Add("task", string.Join(", ", changes.Select(Name)), Place(before?.Section, after?.Section), Words(before), Words(after), Beginning((after ?? before)!.Text));
        }

        return table;
    }

    private static string? Place(string? before, string? after) => before == after || before is null ? after : after is null ? before : $"{before} → {after}";

    private static string? Words(Target? target) => target is null
        ? null
        : string.Create(CultureInfo.InvariantCulture, $"{TargetValue.Write(target.Comparator, target.Value, target.ValueMax)} {target.Unit} ({target.Year})").Replace(" ()", "");

    private static string? Words(PlanTask? task) => task is null ? null : string.Join(" | ", new[]
    {
        string.Join("; ", task.Lead), task.Support.Count == 0 ? "" : $"with {string.Join("; ", task.Support)}", task.Deadline ?? "",
    }.Where(part => part.Length > 0));

    /// <summary>"OtherLead" → "other lead".</summary>
    private static string Name<T>(T change)
        where T : struct, Enum => string.Concat(change.ToString().Select((c, i) => char.IsUpper(c) && i > 0 ? " " + char.ToLowerInvariant(c) : char.ToLowerInvariant(c).ToString()));

    private static string Beginning(string text) => text.Length <= 80 ? text : text[..80] + "…";
}
