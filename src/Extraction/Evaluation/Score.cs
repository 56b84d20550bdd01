namespace Plans.Extraction.Evaluation;

/// <summary>The parts that are measured, in the order in which they are reported.</summary>
public static class ScoredPart
{
    public const string Sections = "sections";
    public const string SectionKinds = "section kinds";
    public const string Targets = "targets";

    /// <summary>Targets whose comparator, unit, year and indicator are right too.</summary>
    public const string TargetsStrict = "targets strict";

    /// <summary>Which target is a part of which.</summary>
    public const string TargetBreakdowns = "target breakdowns";
    public const string Tasks = "tasks";

    /// <summary>The pairs of role and agency of all tasks.</summary>
    public const string Responsibilities = "responsibilities";
    public const string Deadlines = "deadlines";
    public const string TaskReferences = "task references";
    public const string LegalBases = "legal_bases";
    public const string Funding = "funding";
    public const string Findings = "findings";
    public const string DocumentFields = "document fields";

    public static readonly IReadOnlyList<string> All =
    [
        Sections, SectionKinds, Targets, TargetsStrict, TargetBreakdowns, Tasks, Responsibilities, Deadlines, TaskReferences, LegalBases, Funding,
        Findings, DocumentFields,
    ];
}

/// <summary>What kind of difference stands between gold and extraction.</summary>
public enum Difference { Missed, Extra, Differs }

/// <summary>One difference between gold and extraction.</summary>
/// <param name="Part">One of <see cref="ScoredPart"/>.</param>
/// <param name="What">The item in words: what gold has, what was found.</param>
public sealed record ScoreError(string Part, Difference Difference, string What);

/// <summary>The measures of one document, or of several together.</summary>
/// <param name="Measures">By <see cref="ScoredPart"/>.</param>
public sealed record Score(IReadOnlyDictionary<string, Measure> Measures, IReadOnlyList<ScoreError> Errors)
{
    public Measure this[string part] => Measures.GetValueOrDefault(part, Measure.None);

    /// <summary>All documents as if they were one; the differences stay with their documents.</summary>
    public static Score Sum(IEnumerable<Score> scores)
    {
        var all = scores.ToList();
        return new Score(ScoredPart.All.ToDictionary(part => part, part => all.Aggregate(Measure.None, (sum, score) => sum + score[part])), []);
    }
}
