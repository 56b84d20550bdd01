using System.Globalization;
using Plans.Extraction;

namespace Plans.Store.Corrections;

/// <summary>By what a fact is known again when its plan is extracted anew.</summary>
/// <param name="Words">The document's words at the fact.</param>
/// <param name="Mark">What tells facts of the same words apart, as extracted.</param>
internal sealed record Anchor(FactKind Kind, string? Item, string Words, string Mark, int Start, int End)
{
    /// <summary>Letters of a long fact that are kept: more than enough to know it by.</summary>
    private const int MostLetters = 300;

    /// <summary>Shares of common words from which two facts may be one.</summary>
    private const double LeastWords = 0.6;
    private const double LeastMark = 0.5;

    /// <summary>How far a fact moves when something before it is read in another way.</summary>
    private const double Near = 400;

    /// <summary>Of a plan or its head, which need no finding.</summary>
    public static Anchor Whole(FactKind kind) => new(kind, StoredJson.Word(kind), "", "", 0, 0);

    public static Anchor Of(Target target) => new(
        FactKind.Target, target.Id, Cut(target.Quote), string.Create(CultureInfo.InvariantCulture, $"{target.Indicator} {target.Printed}"), target.Span.Start, target.Span.End);

    public static Anchor Of(PlanTask task) => new(FactKind.Task, task.Id, Cut(task.Text), string.Join("; ", task.Lead), task.Span.Start, task.Span.End);

    public static Anchor Of(Section section) => new(
        FactKind.Section, section.Path, Cut(section.Heading ?? section.Text), section.Path, section.Span.Start, section.Span.End);

    /// <summary>
    /// Which of the facts each anchor means: the words must be much the same, of those that have them the nearest in words, place and number
    /// is taken. No fact is taken for two.
    /// </summary>
    public static IReadOnlyDictionary<Anchor, Anchor> Attach(IReadOnlyList<Anchor> anchors, IReadOnlyList<Anchor> facts)
    {
        var attached = new Dictionary<Anchor, Anchor>();
        var taken = new HashSet<Anchor>();
        var rest = new List<Anchor>();
        foreach (var anchor in anchors)
        {
            if (facts.Contains(anchor) && taken.Add(anchor))
            {
                attached[anchor] = anchor;
            }
            else
            {
                rest.Add(anchor);
            }
        }

        var candidates =
            from anchor in rest
            from fact in facts
            where fact.Kind == anchor.Kind && !taken.Contains(fact)
            let likeness = Likeness(anchor, fact)
            where likeness > 0
            orderby likeness descending, Math.Abs(anchor.Start - fact.Start)
            select (anchor, fact);
        foreach (var (anchor, fact) in candidates)
        {
            if (!attached.ContainsKey(anchor) && taken.Add(fact))
            {
                attached[anchor] = fact;
            }
        }

        return attached;
    }

    private static double Likeness(Anchor then, Anchor now)
    {
        var (words, mark) = (WordOverlap.Of(then.Words, now.Words), WordOverlap.Of(then.Mark, now.Mark));

        // Who leads a task may be just what was corrected, and what another extraction reads in another way: it only tells doubles apart.
        return words < LeastWords || (mark < LeastMark && then.Kind == FactKind.Target)
            ? 0
            : (2 * words) + mark + (1 / (1 + (Math.Abs(then.Start - now.Start) / Near))) + (then.Item == now.Item ? 0.1 : 0);
    }

    private static string Cut(string text) => text.Length <= MostLetters ? text : text[..MostLetters];
}
