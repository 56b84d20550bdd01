using Plans.Extraction;
using Plans.Store;
using Plans.Store.Comparison;
using Plans.Store.Comparison.Difference;
using Plans.Store.Export;
using Plans.Web.Comparing;
using Plans.Web.Safety;

namespace Plans.Web.Exports;

/// <summary>Comparisons as files: an indicator one by one and against years, plans side by side, what changed between two.</summary>
internal static class ComparisonExports
{
    private static readonly TableColumn[] OfRows =
    [
        new("province"), new("indicator"), new("comparator"), new("value", true), new("value_max", true), new("unit"), new("year", true), new("period"),
        new("printed"), new("same", false), new("number"), new("date"), new("title"), new("section"), new("page", true),
    ];

    private static readonly TableColumn[] OfYears =
    [
        new("province"), new("number"), new("date"), new("title"), new("year", true), new("comparator"), new("value", true), new("value_max", true), new("unit"),
        new("rank", true), new("printed"), new("without"), new("section"), new("page", true),
    ];

    private static readonly TableColumn[] OfPlans =
    [
        new("indicator"), new("year", true), new("province"), new("number"), new("date"), new("comparator"), new("value", true), new("value_max", true),
        new("unit"), new("printed"), new("section"), new("page", true),
    ];

    private static readonly TableColumn[] OfChanges =
    [
        new("part"), new("change"), new("what"), new("before"), new("after"), new("before_section"), new("after_section"), new("before_page", true), new("after_page", true),
    ];

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/compare/export", Indicator).Limited();
        routes.MapGet("/compare/plans/export", (HttpRequest request, PlanStore store) =>
            ExportFile.Of(request, "plans-side-by-side", OfPlans, SideBySide(request, PlansModel.Of(request.Query, store).Comparison))).Limited();
        routes.MapGet("/compare/changes/export", (HttpRequest request, PlanStore store) => ChangesModel.Of(request.Query, store) is { } model
            ? ExportFile.Of(request, "changes", OfChanges, Changes(request, model.Difference))
            : Results.NotFound()).Limited();
    }

    private static IResult Indicator(HttpRequest request, PlanStore store) => Api.Problems.Guarded(() => CompareModel.Of(Comparand.Read(request.Query), store.Comparison) switch
    {
        { Table: { } table } => ExportFile.Of(request, "compare-years", OfYears, Lines(request, table)),
        { Rows: { } rows } => ExportFile.Of(request, "compare", OfRows, rows.Select(row => new TableLine(
            [
                row.Province, row.Indicator, row.Comparator, (double)row.Value, (double?)row.ValueMax, row.Unit, row.Year, row.Period,
                row.Printed, row.Group == 0 ? "yes" : "near", row.PlanNumber, row.PlanDate, row.PlanTitle, row.Section, row.Page,
            ],
            Words(request, row)))),
        _ => Api.Problems.BadValue("indicator", "some words of an indicator"),
    });

    /// <summary>Also those that do not say: silence is an answer of the table.</summary>
    private static IEnumerable<TableLine> Lines(HttpRequest request, IndicatorTable table) =>
        from line in table.Lines
        from pair in table.Years.Zip(line.Cells)
        let plan = line.Plans[0]
        let cell = pair.Second
        let source = cell?.Sources.FirstOrDefault()
        select new TableLine(
            [
                line.Province, plan.Number, plan.Date, plan.Title, pair.First, cell?.Comparator, (double?)cell?.Value, (double?)cell?.ValueMax, table.Unit,
                cell?.Rank, source?.Printed, cell is null ? null : string.Join("; ", cell.Missing), source?.Section, source?.Page,
            ],
            source is null ? ExportFile.Absolute(request, Links.Plan(plan.PlanId)) : Words(request, source));

    private static IEnumerable<TableLine> SideBySide(HttpRequest request, PlanComparison comparison) =>
        from row in comparison.Rows
        from pair in comparison.Plans.Zip(row.Cells)
        from target in pair.Second.DefaultIfEmpty()
        let plan = pair.First.Summary
        select new TableLine(
            [
                row.Indicator, row.Year, plan.Document.Province, plan.Document.Number, plan.Document.Date, target?.Comparator, (double?)target?.Value,
                (double?)target?.ValueMax, target?.Unit, target?.Printed, target?.Section, target?.Span.Page,
            ],
            ExportFile.Absolute(request, target is null ? Links.Plan(plan.Id) : Links.Words(plan.Id, target.Span)));

    private static IEnumerable<TableLine> Changes(HttpRequest request, PlanDifference difference) =>
    [
        .. difference.Head.Select(field => new TableLine(["head", "changed", field.Field, field.Before, field.After, null, null, null, null], null)),
        .. difference.Targets.Where(change => change.Change != TargetChange.Same).Select(change => new TableLine(
            [
                "target", Name(change.Change), (change.After ?? change.Before)!.Indicator, Said(change.Before), Said(change.After),
                change.Before?.Section, change.After?.Section, change.Before?.Span.Page, change.After?.Span.Page,
            ],
            Words(request, difference, change.Before?.Span, change.After?.Span))),
        .. difference.Tasks.Where(change => !change.Changes.Contains(TaskChange.Same)).Select(change => new TableLine(
            [
                "task", string.Join("; ", change.Changes.Select(each => Name(each))), string.Join("; ", (change.After ?? change.Before)!.Lead), change.Before?.Text, change.After?.Text,
                change.Before?.Section, change.After?.Section, change.Before?.Span.Page, change.After?.Span.Page,
            ],
            Words(request, difference, change.Before?.Span, change.After?.Span))),
        .. difference.Sections.Where(change => change.Change != SectionChange.Same).Select(change => new TableLine(
            [
                "section", Name(change.Change), (change.After ?? change.Before)!.Heading, null, null,
                change.Before?.Path, change.After?.Path, change.Before?.Span.Page, change.After?.Span.Page,
            ],
            Words(request, difference, change.Before?.Span, change.After?.Span))),
    ];

    private static string Said(Target? target) => target is null ? "" : $"{target.Printed}{(target.Year is { } year ? $" ({year})" : null)}";

    private static string Words(HttpRequest request, IndicatorRow row) => ExportFile.Absolute(request, Links.Words(row.PlanId, row.Start, row.End));

    /// <summary>Of what is there now; of what is gone, where it was.</summary>
    private static string Words(HttpRequest request, PlanDifference difference, Span? before, Span? after) =>
        ExportFile.Absolute(request, after is null ? Links.Words(difference.Before.Id, before!) : Links.Words(difference.After.Id, after));

    /// <summary>As the API spells it: other_deadline.</summary>
    private static string Name<T>(T change)
        where T : struct, Enum => System.Text.Json.JsonNamingPolicy.SnakeCaseLower.ConvertName(change.ToString());
}
