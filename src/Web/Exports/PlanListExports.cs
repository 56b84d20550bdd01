using Plans.Extraction;
using Plans.Store;
using Plans.Store.Export;

namespace Plans.Web.Exports;

/// <summary>The lists of a plan's first page as files: findings, outline, money, legal bases.</summary>
internal static class PlanListExports
{
    /// <summary>The lists by their names in addresses.</summary>
    public const string Findings = "findings";
    public const string Outline = "outline";
    public const string Funding = "funding";
    public const string Bases = "bases";

    private static readonly TableColumn[] OfFindings = [new("code"), new("message"), new("quote"), new("page", true)];
    private static readonly TableColumn[] OfSections = [new("path"), new("heading"), new("kind"), new("page", true)];
    private static readonly TableColumn[] OfFunding = [new("source"), new("amount_vnd", true), new("part_of"), new("quote"), new("page", true)];
    private static readonly TableColumn[] OfBases = [new("type"), new("number"), new("date"), new("issuer"), new("title"), new("quote"), new("page", true)];

    public static string Url(long id, string list, string format) => $"{Links.Plan(id)}/{list}/export?format={format}";

    public static void Map(IEndpointRouteBuilder routes)
    {
        Map(routes, Findings, OfFindings, plan => plan.Findings.Select(finding => (finding.Span, new object?[] { finding.Code, finding.Message, finding.Quote, finding.Span.Page })));
        Map(routes, Outline, OfSections, plan => plan.Sections.Select(section => (section.Span, new object?[] { section.Path, section.Heading, section.Kind.ToString().ToLowerInvariant(), section.Span.Page })));
        Map(routes, Funding, OfFunding, plan => plan.Funding.Select(item => (item.Span, new object?[] { item.SourceName, (double)item.AmountVnd, item.Parent, item.Quote, item.Span.Page })));
        Map(routes, Bases, OfBases, plan => plan.LegalBases.Select(basis => (basis.Span, new object?[] { basis.Type, basis.Number, basis.Date, basis.Issuer, basis.Title, basis.Quote, basis.Span.Page })));
    }

    private static void Map(IEndpointRouteBuilder routes, string list, TableColumn[] columns, Func<Plan, IEnumerable<(Span Span, object?[] Values)>> lines) =>
        routes.MapGet($"/plans/{{id:long}}/{list}/export", (long id, HttpRequest request, PlanStore store) => store.Plans.Get(id) is { } stored
            ? ExportFile.Of(request, $"{list}-{stored.Summary.Id}", columns, lines(stored.Plan).Select(line => new TableLine(line.Values, ExportFile.Absolute(request, Links.Words(id, line.Span)))))
            : Results.NotFound());
}
