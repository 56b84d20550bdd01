using System.Globalization;
using Plans.Store;
using Plans.Store.Corrections;
using Plans.Store.Ledger;
using Plans.Web.Accounts;
using Plans.Web.Loads;

namespace Plans.Web.Api;

/// <summary>Review and loads: what changes the store, and how that goes on.</summary>
internal static class WorkRoutes
{
    private const int DefaultLimit = 50;
    private const int MostLimit = 1000;

    private static readonly ApiParameter PlanId = new("id", "A plan's id.", "path", "integer", IsRequired: true);
    private static readonly ApiParameter LoadId = new("id", "A load's number.", "path", "integer", IsRequired: true);
    private static readonly ApiParameter Limit = new("limit", "Entries of a page.", Type: "integer") { Least = 1, Most = MostLimit, Default = DefaultLimit };
    private static readonly (int, string, string) NoPlan = (StatusCodes.Status404NotFound, "no-such-plan", "No plan has the id.");
    private static readonly (int, string, string) NoLoad = (StatusCodes.Status404NotFound, "no-such-load", "No load has the number, or it was cancelled.");
    private static readonly (int, string, string) BadValue = (StatusCodes.Status400BadRequest, "bad-value", "A parameter is not what it may be.");
    private static readonly (int, string, string) BadCorrection = (StatusCodes.Status422UnprocessableEntity, "bad-correction", "The correction makes no sense; the detail says why and what to do.");

    public static readonly IReadOnlyList<ApiRoute> All =
    [
        new("GET", "/api/review", "listReview", "Targets and tasks at which nobody has looked, the most doubtful first.", typeof(ReviewAnswer), (HttpRequest request, PlanStore store) => Review(request, store))
        {
            Parameters = [Limit, new("after", "From the address in next: goes on behind that page."), new("plan", "Of one plan only.", Type: "integer") { Least = 1, Most = int.MaxValue }],
            Errors = [BadValue],
        },
        new("GET", "/api/plans/{id}/corrections", "listCorrections", "What people corrected in a plan, newest first, undone or not.", typeof(CorrectionsAnswer), (string id, PlanStore store) =>
            PlanRoutes.IdOf(id) is { } plan && store.Plans.Summary(plan) is not null
                ? ApiResult.Of(new CorrectionsAnswer(store.Corrections.List(new CorrectionFilter { PlanId = plan })))
                : Problems.NoPlan(id))
        {
            Parameters = [PlanId],
            Errors = [NoPlan],
        },
        new("POST", "/api/plans/{id}/corrections", "correct", "Corrects, rejects, confirms or adds a fact.", typeof(CorrectionsAnswer), (string id, CorrectionBody body, Reader reader, PlanStore store) => Correct(id, body, reader, store))
        {
            Parameters = [PlanId],
            Body = typeof(CorrectionBody),
            Status = StatusCodes.Status201Created,
            Errors = [NoPlan, BadCorrection],
            Role = Role.Reviewer,
        },
        new("POST", "/api/corrections/{id}/undo", "undoCorrection", "Takes a correction back; it stays in the history.", typeof(Correction), (string id, Reader reader, PlanStore store) => Undo(id, reader, store))
        {
            Parameters = [new("id", "A correction's id.", "path", "integer", IsRequired: true)],
            Errors = [(StatusCodes.Status404NotFound, "no-such-correction", "No correction has the id."), BadCorrection],
            Role = Role.Reviewer,
        },
        new("GET", "/api/loads", "listLoads", "Loads, latest first.", typeof(LoadsAnswer), (HttpRequest request, PlanStore store) =>
        {
            var query = new ApiQuery(request.Query);
            var limit = query.Number("limit", 1, MostLimit) ?? DefaultLimit;
            return query.Problem ?? ApiResult.Of(new LoadsAnswer(store.Ledger.Loads(limit)));
        })
        {
            Parameters = [Limit],
            Errors = [BadValue],
        },
        new("POST", "/api/loads", "load", "Loads the files that are sent, as multipart/form-data; answers when the first is entered.", typeof(LoadStarted), Load)
        {
            BodyMediaType = "multipart/form-data",
            Status = StatusCodes.Status202Accepted,
            Errors =
            [
                (StatusCodes.Status400BadRequest, "nothing-sent", "No file was sent."),
                (StatusCodes.Status413PayloadTooLarge, "too-large", "More bytes than an upload may have (512 MB unless set otherwise)."),
            ],
            Role = Role.Administrator,
        },
        new("GET", "/api/loads/{id}", "getLoad", "How a load goes on.", typeof(LoadRecord), (string id, PlanStore store) =>
            PlanRoutes.IdOf(id) is { } load && store.Ledger.Load(load) is { } record ? ApiResult.Of(record) : NoSuchLoad(id))
        {
            Parameters = [LoadId],
            Errors = [NoLoad],
        },
        Wish("pause", "Lets no further file of the load begin.", (ledger, id) => ledger.Pause(id)),
        Wish("resume", "Lets a paused load go on.", (ledger, id) => ledger.Resume(id)),
        Wish("cancel", "Gives up the files of the load that have not begun.", (ledger, id) => ledger.Cancel(id)),
        Wish("retry", "Queues the load's failed files and those read in part again.", (ledger, id) => ledger.Load(id) is null ? null : ledger.Retry(new FileFilter { LoadId = id }).Count),
        new("GET", "/api/files", "listFiles", "The ledger of files, in the order in which they were found.", typeof(FilesAnswer), (HttpRequest request, PlanStore store) => Files(request, store))
        {
            Parameters =
            [
                new("state", "Files in one state only.") { OneOf = PlanRoutes.Words<FileState>() },
                new("load", "Files of one load only.", Type: "integer") { Least = 1, Most = int.MaxValue },
                Limit,
                new("after", "The id of the last file of the page before.", Type: "integer") { Least = 0, Most = int.MaxValue },
            ],
            Errors = [BadValue],
        },
    ];

    private static ApiRoute Wish(string name, string summary, Func<FileLedger, long, int?> ask) => new(
        "POST", $"/api/loads/{{id}}/{name}", $"{name}Load", summary, typeof(LoadChanged), (string id, PlanStore store, IEnumerable<ILoadDesk> desks) =>
        {
            if (PlanRoutes.IdOf(id) is not { } load || ask(store.Ledger, load) is not { } files)
            {
                return NoSuchLoad(id);
            }

            desks.FirstOrDefault()?.Wake();
            return ApiResult.Of(new LoadChanged(load, files));
        })
    {
        Parameters = [LoadId],
        Errors = [NoLoad],
        Role = Role.Administrator,
    };

    private static IResult Review(HttpRequest request, PlanStore store)
    {
        var query = new ApiQuery(request.Query);
        var (limit, plan) = (query.Number("limit", 1, MostLimit) ?? DefaultLimit, query.Number("plan", 1, int.MaxValue));
        ReviewPlace? after = null;
        if (query.Text("after") is { } text && (after = ReviewPlace.Read(text)) is null)
        {
            return Problems.BadValue("after", "what next gave");
        }

        if (query.Problem is { } problem)
        {
            return problem;
        }

        var items = store.Review.After(after, limit + 1, plan);
        return ApiResult.Of(new ReviewAnswer(
            store.Review.Count(plan), [.. items.Take(limit)], items.Count > limit ? PlanRoutes.Next(request, items[limit - 1].Place.ToString()) : null));
    }

    private static IResult Files(HttpRequest request, PlanStore store)
    {
        var query = new ApiQuery(request.Query);
        var filter = new FileFilter { State = query.Word<FileState>("state"), LoadId = query.Number("load", 1, int.MaxValue), AfterId = query.Number("after", 0, int.MaxValue) };
        var limit = query.Number("limit", 1, MostLimit) ?? DefaultLimit;
        if (query.Problem is { } problem)
        {
            return problem;
        }

        var files = store.Ledger.Files(filter, limit + 1);
        return ApiResult.Of(new FilesAnswer([.. files.Take(limit)], files.Count > limit ? PlanRoutes.Next(request, files[limit - 1].Id.ToString(CultureInfo.InvariantCulture)) : null));
    }

    private static IResult Correct(string id, CorrectionBody body, Reader reader, PlanStore store)
    {
        if (PlanRoutes.IdOf(id) is not { } plan)
        {
            return Problems.NoPlan(id);
        }

        var by = new Signature(reader.Name!, body.Why);
        try
        {
            IReadOnlyList<Correction> made = body.Action switch
            {
                "set" => store.Corrections.Set(plan, store.Corrections.Address(plan, body.Fact), body.Values ?? new Dictionary<string, string?>(), by),
                "reject" => [store.Corrections.Reject(plan, store.Corrections.Address(plan, body.Fact), by)],
                "confirm" => [store.Corrections.Confirm(plan, store.Corrections.Address(plan, body.Fact), by)],
                "add" => [store.Corrections.Add(plan, body.Fact == "task" ? FactKind.Task : FactKind.Target, body.Words ?? "", body.Values ?? new Dictionary<string, string?>(), by)],
                _ => [],
            };
            return made.Count == 0
                ? Problems.Of(StatusCodes.Status422UnprocessableEntity, "bad-correction", "The action must be one of set, reject, confirm, add, and set must change something.")
                : Results.Json(new CorrectionsAnswer(made), Extraction.PlanJson.Options, statusCode: StatusCodes.Status201Created);
        }
        catch (CorrectionException e)
        {
            return e.Problem is CorrectionProblem.NoSuchPlan ? Problems.NoPlan(id) : Problems.Of(StatusCodes.Status422UnprocessableEntity, "bad-correction", e.Message);
        }
    }

    private static IResult Undo(string id, Reader reader, PlanStore store)
    {
        try
        {
            return PlanRoutes.IdOf(id) is { } correction
                ? ApiResult.Of(store.Corrections.Undo(correction, new Signature(reader.Name!)))
                : Problems.Of(StatusCodes.Status404NotFound, "no-such-correction", $"No correction has the id {id}.");
        }
        catch (CorrectionException e)
        {
            return e.Problem is CorrectionProblem.NoSuchCorrection
                ? Problems.Of(StatusCodes.Status404NotFound, "no-such-correction", e.Message)
                : Problems.Of(StatusCodes.Status422UnprocessableEntity, "bad-correction", e.Message);
        }
    }

    private static async Task<IResult> Load(HttpRequest request, PlanStore store, IEnumerable<ILoadDesk> desks)
    {
        if (!request.HasFormContentType || (await request.ReadFormAsync(request.HttpContext.RequestAborted)).Files is not { Count: > 0 } files)
        {
            return Problems.Of(StatusCodes.Status400BadRequest, "nothing-sent", "Send files as multipart/form-data: curl -F files=@plan.docx.");
        }

        if (desks.FirstOrDefault() is not { } desk)
        {
            return Problems.Of(StatusCodes.Status503ServiceUnavailable);
        }

        var folder = await Upload.KeepAsync(files, store.Options.DataFolder, request.HttpContext.RequestAborted);
        return Results.Json(new LoadStarted(await desk.LoadAsync(folder!, request.HttpContext.RequestAborted)), Extraction.PlanJson.Options, statusCode: StatusCodes.Status202Accepted);
    }

    private static IResult NoSuchLoad(string id) => Problems.Of(StatusCodes.Status404NotFound, "no-such-load", $"No load has the number {id}, or it was cancelled. GET /api/loads lists them.");
}
