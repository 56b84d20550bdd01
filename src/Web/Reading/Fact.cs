using Plans.Extraction;

namespace Plans.Web.Reading;

public enum FactKind { Target, Task, LegalBasis, Funding, Finding }

/// <summary>Something that was read out of the text, named so that the page of facts and the text can point to each other.</summary>
/// <param name="Anchor">On the plan's page, and the name that the text shows: t1, k1, b1 ….</param>
/// <param name="Words">What it is, in short.</param>
public sealed record Fact(FactKind Kind, string Anchor, string Words, Span Span)
{
    /// <summary>All facts of a plan that stand in the text, by where they begin, the longer first.</summary>
    public static IReadOnlyList<Fact> Of(Plan plan) =>
    [
        .. new[]
        {
            plan.Targets.Select(target => new Fact(FactKind.Target, target.Id, $"{target.Indicator}: {target.Printed}", target.Span)),
            plan.Tasks.Select(task => new Fact(FactKind.Task, task.Id, string.Join("; ", task.Lead.Concat(task.Support)), task.Span)),
            plan.LegalBases.Select((basis, i) => new Fact(FactKind.LegalBasis, Numbered('b', i), $"{basis.Type} {basis.Number}".TrimEnd(), basis.Span)),
            plan.Funding.Select((item, i) => new Fact(FactKind.Funding, Numbered('f', i), item.Quote, item.Span)),
            plan.Findings.Select((finding, i) => new Fact(FactKind.Finding, Numbered('n', i), finding.Message, finding.Span)),
        }.SelectMany(facts => facts).OrderBy(fact => fact.Span.Start).ThenByDescending(fact => fact.Span.End),
    ];

    /// <summary>The anchor of an item that has no id of its own.</summary>
    /// <param name="index">From 0.</param>
    public static string Numbered(char letter, int index) => FormattableString.Invariant($"{letter}{index + 1}");

    /// <summary>The anchor of a section.</summary>
    public static string OfSection(string path) => $"s-{path}";
}
