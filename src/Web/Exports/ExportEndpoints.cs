using Plans.Extraction;
using Plans.Store;
using Plans.Store.Export;
using Plans.Web.Reading;
using Plans.Web.Safety;
using Plans.Web.Search;

namespace Plans.Web.Exports;

/// <summary>Lists as files. Each has the parameters of its page, and <c>format</c>: csv, xlsx, jsonl.</summary>
internal static class ExportEndpoints
{
    private static readonly TableColumn[] OfTargets =
    [
        new("target"), new("indicator"), new("comparator"), new("value", true), new("value_max", true), new("unit"), new("printed"), new("year", true),
        new("period"), new("baseline", true), new("baseline_year", true), new("parent"), new("section"), new("page", true), new("quote"), new("confidence", true),
    ];

    private static readonly TableColumn[] OfTasks =
    [
        new("task"), new("text"), new("lead"), new("support"), new("deadline"), new("due_date"), new("section"), new("page", true), new("confidence", true),
    ];

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/search/export", Search).Limited();
        ComparisonExports.Map(routes);
        routes.MapGet("/plans/{id:long}/targets/export", (long id, HttpRequest request, PlanStore store) => store.Plans.Get(id) is not { } stored
            ? Results.NotFound()
            : ExportFile.Of(request, $"targets-{id}", OfTargets, TargetLine.Tree(stored.Plan.Targets).Select(line => Line(request, id, line.Target))));
        routes.MapGet("/plans/{id:long}/tasks/export", (long id, HttpRequest request, PlanStore store) => store.Plans.Get(id) is not { } stored
            ? Results.NotFound()
            : ExportFile.Of(request, $"tasks-{id}", OfTasks, stored.Plan.Tasks.Select(task => Line(request, id, task))));
        PlanListExports.Map(routes);
    }

    private static IResult Search(HttpRequest request, PlanStore store)
    {
        var question = Question.Read(request.Query);
        if (question.Kind is not { } kind)
        {
            return Api.Problems.BadValue("kind", "one of plan, section, target, task");
        }

        return Api.Problems.Guarded(() => ExportFile.Of(request, $"{Question.NameOf(kind)}s", (format, file) => store.Export.Write(
            kind, question.ToRequest(withFacets: false), format, file,
            (id, span) => ExportFile.Absolute(request, span is { } words ? Links.Words(id, words.Start, words.End) : Links.Plan(id)))));
    }

    private static TableLine Line(HttpRequest request, long id, Target target) => new(
        [
            target.Id, target.Indicator, target.Comparator, (double)target.Value, (double?)target.ValueMax, target.Unit, target.Printed, target.Year,
            target.Period, (double?)target.Baseline?.Value, target.Baseline?.Year, target.Parent, target.Section, target.Span.Page, target.Quote, target.Confidence,
        ],
        ExportFile.Absolute(request, Links.Words(id, target.Span)));

    private static TableLine Line(HttpRequest request, long id, PlanTask task) => new(
        [
            task.Id, task.Text, string.Join("; ", task.Lead), string.Join("; ", task.Support), task.Deadline, task.DueDate?.Date, task.Section, task.Span.Page, task.Confidence,
        ],
        ExportFile.Absolute(request, Links.Words(id, task.Span)));
}
