using Microsoft.Net.Http.Headers;
using Plans.Ingest;
using Plans.Store;
using Plans.Web.Hosting;

namespace Plans.Web.Pages;

/// <summary>The pages of originals as images, and the originals themselves.</summary>
internal static class PageEndpoints
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/plans/{id:long}/pages/{number:int}", Show);
        routes.MapGet("/plans/{id:long}/pages/{number:int}/image", Image);
        routes.MapGet("/plans/{id:long}/original", Original);
    }

    private static async Task<IResult> Show(long id, int number, PlanStore store, PageImages images, HttpContext context)
    {
        if (store.Plans.Get(id) is not { } stored || !PageImages.HasImages(stored.Summary.MediaType))
        {
            return Results.NotFound();
        }

        if (DrawnPage.Of(stored, number) is { } page)
        {
            return Page.Of<PagePage, PageModel>(new PageModel(stored.Summary, number, page, stored.PageLedger.Count));
        }

        if (PageImages.IsPdf(stored.Summary.MediaType) || number < 1)
        {
            return Results.NotFound();
        }

        try
        {
            var pages = await images.CountOf(stored.Summary, context.RequestAborted);
            return number > pages ? Results.NotFound() : Page.Of<PagePage, PageModel>(new PageModel(stored.Summary, number, DrawnPage.Set(id, number), pages));
        }
        catch (Exception e) when (e is UnreadableFileException or StoreException { Problem: StoreProblem.OriginalMissing })
        {
            return Page.Of<PagePage, PageModel>(new PageModel(stored.Summary, number, null, 1));
        }
    }

    private static async Task<IResult> Image(long id, int number, PlanStore store, PageImages images, HttpContext context)
    {
        if (store.Plans.Summary(id) is not { } plan || !PageImages.HasImages(plan.MediaType) || number < 1 || (PageImages.IsPdf(plan.MediaType) && number > plan.Pages))
        {
            return Results.NotFound();
        }

        try
        {
            var path = await images.PathOf(plan, number, context.RequestAborted);
            context.Response.Headers.CacheControl = "private, max-age=86400";
            return Results.File(path, PageImages.MediaType, entityTag: new EntityTagHeaderValue($"\"{plan.Sha256[..16]}-{number}\""));
        }
        catch (UnreadableFileException)
        {
            return Results.NotFound();
        }
    }

    /// <summary>To be kept, never to be shown: what is in a document must not act in the site's name.</summary>
    private static IResult Original(long id, PlanStore store) =>
        store.Plans.Summary(id) is { } plan && store.Originals.Exists(plan.Sha256)
            ? Results.File(store.Originals.OpenRead(plan.Sha256), "application/octet-stream", plan.File, entityTag: new EntityTagHeaderValue($"\"{plan.Sha256}\""))
            : Results.NotFound();
}
