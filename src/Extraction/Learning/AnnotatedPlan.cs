using Plans.Extraction.Evaluation;
using Plans.Ingest;

namespace Plans.Extraction.Learning;

/// <summary>A plan to learn from: what it is and what a person says that it holds.</summary>
/// <param name="Name">By which the examples of a plan are kept together.</param>
public sealed record AnnotatedPlan(string Name, Document Document, GoldPlan Gold)
{
    private Plan? _plan;

    /// <summary>As the rules read it, without anything learned from examples of confidence.</summary>
    internal Plan Read => _plan ??= PlanExtractor.ExtractByRules(Document);
}
