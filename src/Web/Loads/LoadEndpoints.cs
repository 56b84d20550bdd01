using Microsoft.AspNetCore.Mvc;
using Plans.Store;
using Plans.Store.Export;
using Plans.Store.Ledger;
using Plans.Web.Accounts;
using Plans.Web.Exports;
using Plans.Web.Hosting;
using Plans.Web.Languages;
using Plans.Web.Search;

namespace Plans.Web.Loads;

/// <summary>Loads as the ledger knows them, for everyone; loading and retrying, for administrators.</summary>
internal static class LoadEndpoints
{
    private static readonly TableColumn[] OfFiles =
    [
        new("file_id", true), new("load", true), new("name"), new("sha256"), new("size", true), new("media_type"), new("state"), new("reason"), new("message"),
        new("advice"), new("attempts", true), new("plan_id", true), new("found_at"), new("ended_at"),
    ];

    private static readonly TableColumn[] OfLoads =
    [
        new("load", true), new("started_at"), new("paths"), new("found", true), new("queued", true), new("running", true), new("done", true), new("partial", true), new("failed", true),
        new("refused", true), new("skipped", true), new("left_out", true), new("cancelled", true),
    ];

    public static void Map(IEndpointRouteBuilder routes, SiteOptions options)
    {
        routes.MapGet("/loads", (PlanStore store, Reader reader) => Loads(store, reader, options));
        routes.MapPost("/loads", Load).For(Role.Administrator)
            .WithMetadata(new RequestSizeLimitAttribute(options.UploadBytes), new RequestFormLimitsAttribute { MultipartBodyLengthLimit = options.UploadBytes });
        routes.MapGet("/loads/{id:long}", (long id, PlanStore store, Reader reader) =>
            LoadModel.Of(id, store.Ledger, store.Options.Clock.GetUtcNow(), reader.May(Role.Administrator)) is { } model ? Page.Of<LoadPage, LoadModel>(model) : Results.NotFound());
        routes.MapPost("/loads/{id:long}/retry", (long id, PlanStore store, IEnumerable<ILoadDesk> desks) =>
        {
            store.Ledger.Retry(new FileFilter { LoadId = id });
            desks.FirstOrDefault()?.Wake();
            return Results.Redirect(LoadLinks.Load(id));
        }).For(Role.Administrator);
        Wish(routes, "pause", (ledger, id) => ledger.Pause(id));
        Wish(routes, "resume", (ledger, id) => ledger.Resume(id));
        Wish(routes, "cancel", (ledger, id) => ledger.Cancel(id));
        routes.MapGet("/loads/export", (HttpRequest request, PlanStore store) => ExportFile.Of(request, "loads", OfLoads, store.Ledger.Loads(int.MaxValue).Select(load => new TableLine(
            [
                load.Id, SiteDatabase.Time(load.StartedAt), LoadLinks.Shown(load.Paths), load.Counts.Found, load.Counts.Queued, load.Counts.Running, load.Counts.Done, load.Counts.Partial,
                load.Counts.Failed, load.Counts.Refused, load.Counts.Skipped, load.Counts.LeftOut, load.Counts.Cancelled,
            ],
            ExportFile.Absolute(request, LoadLinks.Load(load.Id))))));
        routes.MapGet("/loads/files", (HttpRequest request, PlanStore store) =>
        {
            var (filter, offset) = (FilterOf(request), Question.Number(request.Query, "offset", 0, int.MaxValue) ?? 0);
            var files = store.Ledger.Files(filter, FilesModel.Rows + 1, offset);
            return Page.Of<FilesPage, FilesModel>(new FilesModel([.. files.Take(FilesModel.Rows)], filter.State, filter.LoadId, offset, files.Count > FilesModel.Rows));
        });
        routes.MapGet("/loads/files/export", (HttpRequest request, PlanStore store) => ExportFile.Of(
            request, "files", OfFiles, store.Ledger.Files(FilterOf(request), int.MaxValue).Select(file => Line(request, file))));
    }

    /// <summary>What is asked of a load; one that is not there or has been cancelled takes no more wishes.</summary>
    private static void Wish(IEndpointRouteBuilder routes, string name, Func<FileLedger, long, int?> ask) =>
        routes.MapPost($"/loads/{{id:long}}/{name}", (long id, PlanStore store, IEnumerable<ILoadDesk> desks) =>
        {
            if (ask(store.Ledger, id) is null)
            {
                return Results.NotFound();
            }

            desks.FirstOrDefault()?.Wake();
            return Results.Redirect(LoadLinks.Load(id));
        }).For(Role.Administrator);

    private static IResult Loads(PlanStore store, Reader reader, SiteOptions options, string? problem = null) => Page.Of<LoadsPage, LoadsModel>(
        new LoadsModel(store.Ledger.Loads(LoadsModel.Shown), store.Ledger.CountsByState(), reader.May(Role.Administrator), options.UploadBytes, problem),
        problem is null ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest);

    private static async Task<IResult> Load(HttpRequest request, PlanStore store, Reader reader, SiteOptions options, IEnumerable<ILoadDesk> desks, Texts texts)
    {
        var form = await request.ReadFormAsync(request.HttpContext.RequestAborted);
        if (desks.FirstOrDefault() is not { } desk)
        {
            return Results.StatusCode(StatusCodes.Status503ServiceUnavailable);
        }

        return await Upload.KeepAsync(form.Files, store.Options.DataFolder, request.HttpContext.RequestAborted) is { } folder
            ? Results.Redirect(LoadLinks.Load(await desk.LoadAsync(folder, request.HttpContext.RequestAborted)))
            : Loads(store, reader, options, texts.NothingSent);
    }

    private static FileFilter FilterOf(HttpRequest request) => new()
    {
        State = Enum.TryParse<FileState>(Question.Text(request.Query, "state"), ignoreCase: true, out var state) && Enum.IsDefined(state) ? state : null,
        LoadId = Question.Number(request.Query, "load", 1, int.MaxValue),
    };

    private static TableLine Line(HttpRequest request, FileRecord file) => new(
        [
            file.Id, file.LoadId, file.Name, file.Sha256, file.Size, file.MediaType, file.State.ToString().ToLowerInvariant(), file.Failure?.Reason, file.Failure?.Message,
            file.Failure?.Advice, file.Attempts, file.PlanId, SiteDatabase.Time(file.FoundAt), file.EndedAt is { } ended ? SiteDatabase.Time(ended) : null,
        ],
        file.PlanId is { } plan ? ExportFile.Absolute(request, Links.Plan(plan)) : null);
}
