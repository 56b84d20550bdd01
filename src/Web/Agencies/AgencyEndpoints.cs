using Plans.Store;
using Plans.Store.Comparison.Agencies;
using Plans.Store.Export;
using Plans.Store.Search;
using Plans.Web.Exports;
using Plans.Web.Hosting;
using Plans.Web.Safety;
using Plans.Web.Search;

namespace Plans.Web.Agencies;

/// <summary>What a body has to do, by deadline, under all its names; as a list, a file and a calendar.</summary>
internal static class AgencyEndpoints
{
    private static readonly TableColumn[] OfDuties =
    [
        new("due_date"), new("deadline"), new("text"), new("role"), new("agency"), new("lead"), new("support"), new("number"), new("date"), new("province"), new("title"),
        new("section"), new("page", true),
    ];

    private static readonly TableColumn[] OfAgencies = [new("agency"), new("tasks", true)];

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/agencies", (HttpRequest request, PlanStore store, RecentAnswers answers) =>
        {
            var question = AgencyQuestion.Read(request.Query);
            var duties = Duties(store, question);
            return Page.Of<AgencyPage, AgencyModel>(new AgencyModel(
                question, duties, duties is null ? answers.Agencies() : [], Question.Number(request.Query, "page", 1, 100_000) ?? 1));
        }).Limited();
        routes.MapGet("/agencies/export", (HttpRequest request, PlanStore store, RecentAnswers answers) => Duties(store, AgencyQuestion.Read(request.Query)) is not { } duties
            ? ExportFile.Of(request, "agencies", OfAgencies, answers.Agencies().Select(agency => new TableLine([agency.Value, agency.Count], ExportFile.Absolute(request, Links.Agency(agency.Value)))))
            : ExportFile.Of(request, "duties", OfDuties, duties.Duties.Select(duty => new TableLine(
                [
                    duty.Due?.Date, duty.Deadline, duty.Text, duty.Role, duty.Printed, string.Join("; ", duty.Lead), string.Join("; ", duty.Support),
                    duty.PlanNumber, duty.PlanDate, duty.Province, duty.PlanTitle, duty.Section, duty.Page,
                ],
                Address(request, duty))))).Limited();
        routes.MapGet("/agencies/calendar", (HttpRequest request, PlanStore store) => Duties(store, AgencyQuestion.Read(request.Query)) is not { } duties
            ? Api.Problems.BadValue("name", "the name of an agency")
            : Results.File(
                System.Text.Encoding.UTF8.GetBytes(DutyCalendar.Write(duties.Name, duties.Duties, store.Options.Clock.GetUtcNow(), duty => Address(request, duty))),
                "text/calendar; charset=utf-8",
                "duties.ics")).Limited();
    }

    private static string Address(HttpRequest request, AgencyDuty duty) => ExportFile.Absolute(request, Links.Words(duty.PlanId, duty.Start, duty.End));

    private static AgencyDuties? Duties(PlanStore store, AgencyQuestion question)
    {
        try
        {
            return question.Name.Length == 0 ? null : store.Agencies.Of(question.ToRequest());
        }
        catch (QueryException)
        {
            return null;
        }
    }
}
