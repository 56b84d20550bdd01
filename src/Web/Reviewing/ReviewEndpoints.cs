using Plans.Store;
using Plans.Store.Corrections;
using Plans.Web.Accounts;
using Plans.Web.Hosting;
using Plans.Web.Search;

namespace Plans.Web.Reviewing;

/// <summary>Looking at what was read, the most doubtful first, and saying what is right. For reviewers.</summary>
internal static class ReviewEndpoints
{
    private const int MostShown = 300;

    public static void Map(IEndpointRouteBuilder routes)
    {
        var review = routes.MapGroup("/review").For(Role.Reviewer);
        review.MapGet("/", (HttpRequest request, PlanStore store) =>
        {
            var (at, plan) = (At(request) ?? 0, PlanOf(request));
            return Page.Of<QueuePage, QueueModel>(new QueueModel(store.Review.Next(QueueModel.Rows, at, plan), at, store.Review.Count(plan), plan));
        });
        ReviewExports.Map(review);
        review.MapGet("/work", (HttpRequest request, PlanStore store) =>
        {
            var at = At(request) ?? 0;
            return store.Review.Next(1, at, PlanOf(request)) is [var item]
                ? Results.Redirect(ReviewLinks.Fact(item.PlanId, item.Item, at))
                : Results.Redirect(ReviewLinks.Queue(0, PlanOf(request)));
        });
        review.MapGet("/history", (HttpRequest request, PlanStore store) => Page.Of<HistoryPage, HistoryModel>(
            new HistoryModel([.. store.Corrections.List(new CorrectionFilter { PlanId = PlanOf(request) }).Take(MostShown)], PlanOf(request), MayUndo: true)));
        review.MapGet("/{plan:long}", (long plan, HttpRequest request, PlanStore store) => store.Plans.Summary(plan) is { } summary
            ? Page.Of<AddPage, AddModel>(request.Query.ContainsKey("words") ? new AddModel(summary, FactKind.Target, name => request.Query[name]) : new AddModel(summary))
            : Results.NotFound());
        review.MapPost("/{plan:long}", Add);
        review.MapGet("/{plan:long}/{item}", (long plan, string item, HttpRequest request, PlanStore store) => Fact(store, plan, item, At(request), null, null));
        review.MapPost("/{plan:long}/{item}", Correct);
        review.MapPost("/undo/{id:long}", (long id, Reader reader, PlanStore store) =>
        {
            try
            {
                store.Corrections.Undo(id, new Signature(reader.Name!));
            }
            catch (CorrectionException e) when (e.Problem is CorrectionProblem.NoSuchCorrection)
            {
                return Results.NotFound();
            }
            catch (CorrectionException)
            {
                // It is undone already, which is what was wanted.
            }

            return Results.Redirect("/review/history");
        });
    }

    private static async Task<IResult> Correct(long plan, string item, HttpRequest request, Reader reader, PlanStore store)
    {
        var form = await request.ReadFormAsync(request.HttpContext.RequestAborted);
        var by = new Signature(reader.Name!, form["why"]);
        int? at = int.TryParse(form["at"], System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var place) ? place : null;
        try
        {
            var fact = store.Corrections.Address(plan, item);
            switch (form["action"].ToString())
            {
                case "confirm":
                    store.Corrections.Confirm(plan, fact, by);
                    break;
                case "reject":
                    store.Corrections.Reject(plan, fact, by);
                    break;
                case "set":
                    store.Corrections.Set(plan, fact, Changed(store, plan, item, fact.Kind, form), by);
                    break;
                default:
                    return Results.BadRequest();
            }
        }
        catch (CorrectionException e) when (e.Problem is CorrectionProblem.NoSuchPlan or CorrectionProblem.NoSuchFact)
        {
            return Results.NotFound();
        }
        catch (CorrectionException e)
        {
            return Fact(store, plan, item, at, e.Message, form);
        }

        // What was looked at is out of the queue, so that its place is the next one's.
        return Results.Redirect(at is { } here ? ReviewLinks.Work(here, null) : Links.Plan(plan));
    }

    private static async Task<IResult> Add(long plan, HttpRequest request, Reader reader, PlanStore store)
    {
        if (store.Plans.Summary(plan) is not { } summary)
        {
            return Results.NotFound();
        }

        var form = await request.ReadFormAsync(request.HttpContext.RequestAborted);
        var kind = form["kind"] == "task" ? FactKind.Task : FactKind.Target;
        try
        {
            var values = CorrectionFields.NamesOf(kind).Where(name => form[name].ToString().Trim().Length > 0).ToDictionary(name => name, name => (string?)form[name].ToString());
            var added = store.Corrections.Add(plan, kind, form["words"].ToString(), values, new Signature(reader.Name!));
            return Results.Redirect(added.Attached is { } item ? ReviewLinks.Fact(plan, item) : Links.Plan(plan));
        }
        catch (CorrectionException e)
        {
            return Page.Of<AddPage, AddModel>(new AddModel(summary, kind, name => form[name], e.Message), StatusCodes.Status422UnprocessableEntity);
        }
    }

    /// <summary>Only what was changed is a correction.</summary>
    private static Dictionary<string, string?> Changed(PlanStore store, long plan, string item, FactKind kind, IFormCollection form)
    {
        var now = ReviewModel.Of(store.Plans.Get(plan)!, store.Plans.Text(plan)!, item, null, null)!.Fields.ToDictionary(field => field.Name, field => field.Value ?? "");
        return CorrectionFields.NamesOf(kind).Where(name => form.ContainsKey(name) && form[name].ToString().ReplaceLineEndings("\n").Trim() != now[name].Trim())
            .ToDictionary(name => name, name => (string?)form[name].ToString());
    }

    private static IResult Fact(PlanStore store, long plan, string item, int? at, string? problem, IFormCollection? typed) =>
        store.Plans.Get(plan) is { } stored && ReviewModel.Of(stored, store.Plans.Text(plan) ?? "", item, at, problem, typed) is { } model
            ? Page.Of<ReviewPage, ReviewModel>(model, problem is null ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity)
            : Results.NotFound();

    private static int? At(HttpRequest request) => Question.Number(request.Query, "at", 0, 1_000_000);

    private static long? PlanOf(HttpRequest request) => Question.Number(request.Query, "plan", 1, int.MaxValue);
}
