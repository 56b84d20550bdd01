using Plans.Extraction;
using Plans.Store.Corrections;
using Plans.Store.Reading;
using Plans.Web.Pages;
using CorrectedKind = Plans.Store.Corrections.FactKind;

namespace Plans.Web.Reviewing;

/// <param name="At">The place of the first item in the queue, from 0.</param>
/// <param name="Left">How many are still to be looked at.</param>
public sealed record QueueModel(IReadOnlyList<ReviewItem> Items, int At, int Left, long? PlanId)
{
    public const int Rows = 50;
}

/// <param name="PlanId">Of one plan; null of all.</param>
public sealed record HistoryModel(IReadOnlyList<Correction> Corrections, long? PlanId, bool MayUndo);

/// <summary>A field of a fact, to be looked at and changed.</summary>
/// <param name="Name">As <see cref="CorrectionFields.NamesOf"/> gives it.</param>
public sealed record ReviewField(string Name, string? Value);

/// <summary>One fact beside its words.</summary>
/// <param name="At">Its place in the queue to which the reviewer returns; null where he came from elsewhere.</param>
/// <param name="Problem">Why the last correction was refused.</param>
public sealed record ReviewModel(
    StoredPlan Stored, CorrectedKind Kind, string Item, Span Span, double Confidence, IReadOnlyList<ReviewField> Fields, string Before, string Words, string After,
    DrawnPage? Page, IReadOnlyList<Finding> Findings, ReviewState State, IReadOnlyList<Correction> History, int? At, string? Problem)
{
    /// <summary>Letters of the text that are shown on either side.</summary>
    private const int Around = 600;

    /// <returns>Null where the plan has no such target or task.</returns>
    public static ReviewModel? Of(StoredPlan stored, string text, string item, int? at, string? problem, IFormCollection? typed = null)
    {
        var target = stored.Plan.Targets.FirstOrDefault(each => each.Id == item);
        var task = target is null ? stored.Plan.Tasks.FirstOrDefault(each => each.Id == item) : null;
        if (target is null && task is null)
        {
            return null;
        }

        var kind = target is null ? CorrectedKind.Task : CorrectedKind.Target;
        var span = target?.Span ?? task!.Span;
        var (from, to) = (Math.Max(0, span.Start - Around), Math.Min(text.Length, span.End + Around));
        return new ReviewModel(
            stored,
            kind,
            item,
            span,
            target?.Confidence ?? task!.Confidence,
            [.. CorrectionFields.NamesOf(kind).Select(name => new ReviewField(name, typed?[name].ToString() ?? (target is not null ? ReviewValues.Of(target, name) : ReviewValues.Of(task!, name))))],
            text[from..span.Start],
            text[span.Start..span.End],
            text[span.End..to],
            DrawnPage.Of(stored, span.Page, span),
            [.. stored.Plan.Findings.Where(finding => finding.Span.Start < span.End && span.Start < finding.Span.End)],
            stored.Review.StateOf(kind, item),
            [.. stored.Review.Of(kind, item)],
            at,
            problem);
    }
}
