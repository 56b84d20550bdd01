using System.Security.Cryptography;
using System.Text;
using Plans.Extraction;
using Plans.Extraction.Language;

namespace Plans.Store.Corrections;

/// <summary>A plan while its corrections are applied, one after the other.</summary>
internal sealed class CorrectionDesk
{
    private readonly Plan extracted;
    private readonly string text;
    private readonly IReadOnlyDictionary<Anchor, Anchor> anchors;
    private readonly Worked<Section> sections;
    private readonly Worked<Target> targets;
    private readonly Worked<PlanTask> tasks;
    private readonly Dictionary<long, Anchor?> attached = [];
    private DocumentFields head;
    private ReviewState? headState;

    public CorrectionDesk(Plan extracted, IReadOnlyList<CorrectionRow> corrections, string text)
    {
        (this.extracted, this.text, head) = (extracted, text, extracted.Document);
        anchors = Anchor.Attach(
            [.. corrections.Where(c => c.Action != CorrectionAction.Add && c.Item is not null).Select(c => c.Anchor).Distinct()],
            [.. extracted.Sections.Select(Anchor.Of), .. extracted.Targets.Select(Anchor.Of), .. extracted.Tasks.Select(Anchor.Of)]);
        sections = new(extracted.Sections, CorrectionFields.OfSection, s => s.Path, s => s.Span.Start);
        targets = new(extracted.Targets, CorrectionFields.OfTarget, t => t.Id, t => t.Span.Start);
        tasks = new(extracted.Tasks, CorrectionFields.OfTask, k => k.Id, k => k.Span.Start);
    }

    /// <summary>Whether somebody found the plan right as it is read now.</summary>
    public bool IsConfirmed { get; private set; }

    public IReadOnlyDictionary<long, Anchor?> Attached => attached;

    /// <summary>Leaves out what makes no sense to this program any more.</summary>
    public void TryApply(CorrectionRow correction)
    {
        try
        {
            Apply(correction);
        }
        catch (CorrectionException)
        {
            attached[correction.Id] = null;
        }
    }

    /// <exception cref="CorrectionException">The correction makes no sense.</exception>
    public void Apply(CorrectionRow correction)
    {
        attached[correction.Id] = correction.Fact switch
        {
            FactKind.Plan => OfPlan(correction),
            FactKind.Head => OfHead(correction),
            FactKind.Section => Of(sections, correction),
            FactKind.Target => Of(targets, correction),
            _ => Of(tasks, correction),
        };
        IsConfirmed = correction.Fact == FactKind.Plan ? attached[correction.Id] is not null : IsConfirmed && correction.Action == CorrectionAction.Confirm;
    }

    /// <summary>What to keep of a plan to know later whether it is still the one that was confirmed.</summary>
    public static string Fingerprint(Plan plan)
    {
        var facts = new[] { CorrectionFields.Written(CorrectionFields.OfHead, plan.Document) }
            .Concat(plan.Sections.Select(s => s.Path + CorrectionFields.Written(CorrectionFields.OfSection, s)))
            .Concat(plan.Targets.Select(t => CorrectionFields.Written(CorrectionFields.OfTarget, t)))
            .Concat(plan.Tasks.Select(k => CorrectionFields.Written(CorrectionFields.OfTask, k)));
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', facts))));
    }

    public (Plan Plan, Dictionary<object, ReviewState> States) Result()
    {
        var states = new Dictionary<object, ReviewState>(ReferenceEqualityComparer.Instance);
        var plan = extracted with
        {
            Document = head,
            Sections = sections.Result(states),
            Targets = Joined(targets.Result([])),
            Tasks = Referred(tasks.Result([])),
        };
        targets.States(plan.Targets, states);
        tasks.States(plan.Tasks, states);
        if (headState is { } state)
        {
            states[plan.Document] = state;
        }

        return (plan, states);
    }

    /// <summary>The values of a fact as it is read so far, to be confirmed; null where it is not there.</summary>
    public string? Values(FactAddress fact) => fact.Kind switch
    {
        FactKind.Plan => Fingerprint(Result().Plan),
        FactKind.Head => CorrectionFields.Written(CorrectionFields.OfHead, head),
        FactKind.Section => sections.Values(fact.Item!),
        FactKind.Target => targets.Values(fact.Item!),
        _ => tasks.Values(fact.Item!),
    };

    /// <summary>What a field of a fact holds so far.</summary>
    /// <exception cref="CorrectionException">There is no such field.</exception>
    public string? Value(FactAddress fact, string field) => fact.Kind switch
    {
        FactKind.Head => CorrectionFields.Named(CorrectionFields.OfHead, field).Read(head),
        FactKind.Section => sections.Value(fact.Item!, field),
        FactKind.Target => targets.Value(fact.Item!, field),
        _ => tasks.Value(fact.Item!, field),
    };

    private Anchor? OfPlan(CorrectionRow correction) => Values(FactAddress.Plan) == correction.Was ? Anchor.Whole(FactKind.Plan) : null;

    private Anchor? OfHead(CorrectionRow correction)
    {
        if (correction.Action == CorrectionAction.Confirm)
        {
            var isSame = Values(FactAddress.Head) == correction.Was;
            headState = isSame ? headState ?? ReviewState.Confirmed : headState;
            return isSame ? Anchor.Whole(FactKind.Head) : null;
        }

        var field = CorrectionFields.Named(CorrectionFields.OfHead, correction.Field!);
        head = field.Write(head, correction.Value);
        headState = ReviewState.Corrected;
        return Anchor.Whole(FactKind.Head);
    }

    private Anchor? Of<T>(Worked<T> facts, CorrectionRow correction)
        where T : class
    {
        if (correction.Action == CorrectionAction.Add)
        {
            return Added(facts, correction);
        }

        // What was added is known by its own id, what was extracted by its words.
        var anchor = correction.Item is ['c', ..] && facts.Own(correction.Item) is { } added
            ? correction.Anchor with { Item = added }
            : anchors.GetValueOrDefault(correction.Anchor);
        return anchor is not null && facts.Apply(anchor.Item!, correction) ? anchor : null;
    }

    private Anchor? Added<T>(Worked<T> facts, CorrectionRow correction)
        where T : class
    {
        if (WordsInText.Find(text, correction.Words, correction.SpanStart) is not { } place)
        {
            return null;
        }

        var span = new Span(place.Start.Value, place.End.Value, PageAt(place.Start.Value));
        var values = StoredJson.Read<Dictionary<string, string?>>(correction.Value!);
        object fact = correction.Fact == FactKind.Target
            ? AddedFacts.Target(correction.AddedItem, text[place], span, SectionAt(span), values)
            : AddedFacts.Task(correction.AddedItem, text[place], span, SectionAt(span), values);
        var item = facts.Add(correction.AddedItem, (T)fact, AddedFacts.IsSame);
        return correction.Anchor with { Item = item, Start = span.Start, End = span.End };
    }

    private string? SectionAt(Span span) => extracted.Sections.LastOrDefault(s => s.Span.Start <= span.Start && s.Span.End >= span.End)?.Path;

    /// <summary>The page of what was extracted last before it.</summary>
    private int PageAt(int start) => extracted.Sections.Select(s => s.Span).Concat(extracted.Targets.Select(t => t.Span)).Concat(extracted.Tasks.Select(k => k.Span))
        .Where(span => span.Start <= start).Select(span => span.Page).DefaultIfEmpty(1).Max();

    /// <summary>What was part of a rejected target is part of what that was part of.</summary>
    private IReadOnlyList<Target> Joined(IReadOnlyList<Target> kept)
    {
        var (ids, parents) = (kept.Select(t => t.Id).ToHashSet(), extracted.Targets.GroupBy(t => t.Id).ToDictionary(of => of.Key, of => of.First().Parent));
        return [.. kept.Select(t => t.Parent is null || ids.Contains(t.Parent) ? t : t with { Parent = Above(t.Parent) })];

        string? Above(string? parent)
        {
            for (var steps = 0; parent is not null && !ids.Contains(parent) && steps < parents.Count; steps++)
            {
                parent = parents.GetValueOrDefault(parent);
            }

            return parent is not null && ids.Contains(parent) ? parent : null;
        }
    }

    /// <summary>Deadlines that were corrected are dated anew; no task refers to a rejected one.</summary>
    private IReadOnlyList<PlanTask> Referred(IReadOnlyList<PlanTask> kept)
    {
        var (ids, deadlines) = (kept.Select(k => k.Id).ToHashSet(), extracted.Tasks.GroupBy(k => k.Id).ToDictionary(of => of.Key, of => of.First().Deadline));
        var year = head.Period is { } period && period.From == period.To ? period.From : (int?)null;
        return
        [
            .. kept.Select(k => k with
            {
                DueDate = deadlines.TryGetValue(k.Id, out var was) && was == k.Deadline ? k.DueDate : k.Deadline is null ? null : DueDateGrammar.Read(k.Deadline, year),
                References = k.References.All(r => r.Task is null || ids.Contains(r.Task))
                    ? k.References
                    : [.. k.References.Select(r => r.Task is null || ids.Contains(r.Task) ? r : r with { Task = null })],
            }),
        ];
    }
}
