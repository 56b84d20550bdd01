using Plans.Extraction;
using Plans.Extraction.Learning.Alignment;
using Plans.Store.Corrections;
using Plans.Store.Reading;
using Plans.Store.Search;
using Plans.Store.Writing;

namespace Plans.Store.Comparison.Difference;

/// <summary>Says what changed from one plan to another. Pure.</summary>
public static class PlanDiffer
{
    /// <summary>Shares of common words from which two sections, or tasks, are one that was changed.</summary>
    private const double LeastSection = 0.5;
    private const double LeastTask = 0.6;
    private const double LeastTaskOfOneLead = 0.5;

    /// <summary>Indicators with fewer words in common are not worth asking the model about.</summary>
    private const double LeastIndicator = 0.4;

    /// <param name="before">The earlier one.</param>
    /// <param name="beforeText">Its document's text.</param>
    public static PlanDifference Of(StoredPlan before, string beforeText, StoredPlan after, string afterText)
    {
        var (a, b) = (before.Plan, after.Plan);
        return new PlanDifference(
            before.Summary,
            after.Summary,
            [.. CorrectionFields.OfHead.Select(f => new HeadDifference(f.Name, f.Read(a.Document), f.Read(b.Document))).Where(d => d.Before != d.After)],
            Sections(Own(a, beforeText), Own(b, afterText)),
            Targets(a, b),
            Tasks(a.Tasks, b.Tasks));
    }

    /// <summary>A section's own words, without its number and its subsections.</summary>
    private sealed record OwnSection(Section Section, string Text, WordBag Heading, WordBag Words);

    private static List<OwnSection> Own(Plan plan, string text) =>
    [
        .. plan.Sections.Select((section, i) =>
        {
            var own = SectionTexts.Own(text, plan.Sections, i);
            var words = section.Heading is { } heading && own.IndexOf(heading, StringComparison.Ordinal) is > 0 and var at ? own[at..] : own;
            return new OwnSection(section, Folding.Key(words), WordBag.Of(section.Heading ?? ""), WordBag.Of(words));
        }),
    ];

    private static IReadOnlyList<SectionDifference> Sections(List<OwnSection> before, List<OwnSection> after)
    {
        return
        [
            .. ListAlignment.Of(before.Count, after.Count, (i, j) =>
            {
                var heading = before[i].Section.Heading is null || after[j].Section.Heading is null ? 0 : before[i].Heading.Overlap(after[j].Heading);
                var text = before[i].Words.Overlap(after[j].Words);
                var path = before[i].Section.Path == after[j].Section.Path ? 0.3 : 0;
                return Math.Max(heading, text) < LeastSection ? 0 : heading + text + path;
            }).Select(pair => Difference(pair.Before, pair.After)),
        ];

        SectionDifference Difference(int? i, int? j)
        {
            if (i is not { } was || j is not { } @is)
            {
                return new SectionDifference(i is null ? SectionChange.New : SectionChange.Gone, i is { } gone ? before[gone].Section : null, j is { } added ? after[added].Section : null, 0);
            }

            var (a, b) = (before[was], after[@is]);
            var change = a.Text != b.Text ? SectionChange.Changed : a.Section.Path == b.Section.Path ? SectionChange.Same : SectionChange.Moved;
            return new SectionDifference(change, a.Section, b.Section, a.Words.Overlap(b.Words));
        }
    }

    private static IReadOnlyList<TargetDifference> Targets(Plan a, Plan b)
    {
        var (before, after) = (Once(a.Targets), Once(b.Targets));
        return
        [
            .. ListAlignment.Of(before.Count, after.Count, (i, j) => Likeness(before[i].Target, after[j].Target, before[i].Words.Overlap(after[j].Words)))
                .Select(pair => Difference(pair.Before is { } i ? before[i].Target : null, pair.After is { } j ? after[j].Target : null)),
        ];

        // Of the years of one indicator, each is compared with its like: the same year, else the last with the last.
        double Likeness(Target was, Target now, double words)
        {
            if (words < LeastIndicator)
            {
                return 0;
            }

            var same = words == 1 && Units.Factor(was.Unit, now.Unit) is not null ? 1 : IndicatorAlignment.Score((was.Indicator, was.Unit), (now.Indicator, now.Unit));
            return same < IndicatorAlignment.Same ? 0 : same + words + (was.Year == now.Year ? 0.5 : IsLast(a, was) == IsLast(b, now) ? 0.2 : 0) + (was.Value == now.Value ? 0.1 : 0);
        }

        static bool IsLast(Plan plan, Target target) => plan.Document.Period?.To == target.Year;
    }

    /// <summary>Without what a table says again.</summary>
    private static List<(Target Target, WordBag Words)> Once(IReadOnlyList<Target> targets)
    {
        var worded = targets.Select(target => (Target: target, Words: WordBag.Of(target.Indicator))).ToList();
        return
        [
            .. worded.Where(row => row.Target.Source != "table" || !worded.Exists(other => other.Target.Source != "table" && other.Target.Value == row.Target.Value
                && other.Target.Year == row.Target.Year && Units.Factor(other.Target.Unit, row.Target.Unit) == 1 && other.Words.Overlap(row.Words) >= LeastSection)),
        ];
    }

    private static TargetDifference Difference(Target? before, Target? after)
    {
        if (before is null || after is null)
        {
            return new TargetDifference(before is null ? TargetChange.New : TargetChange.Gone, before, after, false);
        }

        var isYearOther = before.Year != after.Year || before.Period != after.Period;
        return new TargetDifference(TargetDirection.Compare(before, after) switch
        {
            null => TargetChange.OtherMeasure,
            > 0 => TargetChange.Stronger,
            < 0 => TargetChange.Weaker,
            _ => isYearOther ? TargetChange.OtherDeadline : TargetChange.Same,
        }, before, after, isYearOther);
    }

    private static IReadOnlyList<TaskDifference> Tasks(IReadOnlyList<PlanTask> before, IReadOnlyList<PlanTask> after)
    {
        var (a, b) = (before.Select(k => WordBag.Of(k.Text)).ToList(), after.Select(k => WordBag.Of(k.Text)).ToList());
        return
        [
            .. ListAlignment.Of(before.Count, after.Count, (i, j) =>
            {
                var (words, isLeadSame) = (a[i].Overlap(b[j]), before[i].Lead.Count > 0 && Names(before[i].Lead).SetEquals(Names(after[j].Lead)));
                return words < (isLeadSame ? LeastTaskOfOneLead : LeastTask) ? 0 : words + (isLeadSame ? 0.3 : 0) + (before[i].Section == after[j].Section ? 0.1 : 0);
            })
                .Select(pair => new TaskDifference(
                    Changes(pair.Before is { } i ? before[i] : null, pair.After is { } j ? after[j] : null),
                    pair.Before is { } of ? before[of] : null,
                    pair.After is { } to ? after[to] : null)),
        ];
    }

    private static IReadOnlyList<TaskChange> Changes(PlanTask? before, PlanTask? after)
    {
        if (before is null || after is null)
        {
            return [before is null ? TaskChange.New : TaskChange.Gone];
        }

        var changes = new List<TaskChange>();
        AddIf(!Names(before.Lead).SetEquals(Names(after.Lead)), TaskChange.OtherLead);
        AddIf(!Names(before.Support).SetEquals(Names(after.Support)), TaskChange.OtherSupport);
        AddIf(Folding.Key(before.Deadline ?? "") != Folding.Key(after.Deadline ?? ""), TaskChange.OtherDeadline);
        AddIf(Folding.Key(before.Text) != Folding.Key(after.Text), TaskChange.OtherWords);
        return changes.Count == 0 ? [TaskChange.Same] : changes;

        void AddIf(bool isOther, TaskChange change)
        {
            if (isOther)
            {
                changes.Add(change);
            }
        }
    }

    private static HashSet<string> Names(IEnumerable<string> agencies) => [.. agencies.Select(Folding.Key)];
}
