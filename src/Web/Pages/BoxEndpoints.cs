using Plans.Ingest;
using Plans.Ingest.Formats.Pdf;
using Plans.Store;
using Plans.Store.Export;
using Plans.Store.Reading;
using Plans.Web.Exports;
using Plans.Web.Hosting;
using Plans.Web.Safety;

namespace Plans.Web.Pages;

/// <param name="Table">Null where the box could not be read.</param>
public sealed record BoxModel(PlanSummary Plan, DrawnPage Page, PageBox Box, BoxTable? Table);

/// <summary>A box of a page, read anew as a table: shown, taken away, or taken over row by row.</summary>
internal static class BoxEndpoints
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/plans/{id:long}/pages/{number:int}/box", Show).Limited();
        routes.MapGet("/plans/{id:long}/pages/{number:int}/box/export", Export).Limited();
    }

    private static async Task<IResult> Show(long id, int number, PlanStore store, BoxReadings readings, HttpContext context)
    {
        if (store.Plans.Get(id) is not { } stored || DrawnPage.Of(stored, number) is not { } page)
        {
            return Results.NotFound();
        }

        if (PageBox.Read(context.Request.Query) is not { } box)
        {
            return Results.Redirect(Links.Page(id, number));
        }

        return Page.Of<BoxPage, BoxModel>(new BoxModel(stored.Summary, page, box, await Read(readings, stored, number, box, context.RequestAborted)));
    }

    private static async Task<IResult> Export(long id, int number, PlanStore store, BoxReadings readings, HttpContext context)
    {
        if (PageBox.Read(context.Request.Query) is not { } box)
        {
            return Api.Problems.BadValue("left, top, right, bottom", "edges in hundredths of the page, with something between them");
        }

        return store.Plans.Get(id) is { } stored && await Read(readings, stored, number, box, context.RequestAborted) is { } table
            ? ExportFile.Of(
                context.Request, $"box-{id}-{number}",
                [.. Enumerable.Range(1, table.Rows.Count == 0 ? 0 : table.Rows[0].Count).Select(column => new TableColumn($"column_{column}"))],
                table.Rows.Select(row => new TableLine([.. row], ExportFile.Absolute(context.Request, Links.Page(id, number)))))
            : Results.NotFound();
    }

    private static async Task<BoxTable?> Read(BoxReadings readings, StoredPlan stored, int number, PageBox box, CancellationToken cancellationToken)
    {
        try
        {
            return await readings.Read(stored, number, box, cancellationToken);
        }
        catch (Exception e) when (e is UnreadableFileException or StoreException { Problem: StoreProblem.OriginalMissing })
        {
            return null;
        }
    }
}
