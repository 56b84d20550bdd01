using Plans.Extraction.Catalogues;
using Plans.Extraction.Language;

namespace Plans.Extraction.Learning.Headings;

/// <summary>Trains the kinds of unusual headings on a list of them and on the main headings of annotated plans.</summary>
internal static class HeadingTraining
{
    private const int Folds = 10;

    /// <param name="Group">The plan, or the heading itself: what is kept together.</param>
    /// <param name="Heading">In canonical form.</param>
    internal sealed record Example(string Group, string Heading, string Kind);

    /// <param name="tsv">corpus/headings/headings.tsv.</param>
    public static IReadOnlyList<Example> Parse(string tsv) =>
    [
        .. tsv.Split('\n').Where(line => line.Length > 0 && line[0] != '#').Select(line => line.TrimEnd('\r').Split('\t'))
            .Select(r => new Example("list: " + Canon.Form(r[1]), Canon.Form(r[1]), r[0])),
    ];

    /// <summary>Main headings, and lower ones whose kind is not their parent's: those say themselves what they open.</summary>
    public static IReadOnlyList<Example> Of(IReadOnlyList<AnnotatedPlan> plans) =>
    [
        .. plans.SelectMany(plan => plan.Gold.Sections.Where(s => s.Heading is not null && s.Kind != SectionKind.Appendix && !s.Optional && IsOwn(s, plan.Gold.Sections))
            .Select(s => new Example(plan.Name, Canon.Form(s.Heading!), s.Kind.ToString().ToLowerInvariant()))),
    ];

    public static string Train(IReadOnlyList<Example> examples) => ModelFile.Write("The kinds of unusual headings by their syllables. Made by plans train; do not edit.", Fit(examples).Weights.Where(w => Math.Abs(w.Weight) >= 0.05));

    /// <summary>Shares of right kinds among headings of which the catalogue knows no phrase: by the catalogue alone (all are "other"), and with the model where it is sure.</summary>
    public static HeadingFigures CrossValidate(IReadOnlyList<Example> examples)
    {
        var predictions = CrossValidation.Predict(examples, e => e.Group, Folds, Fit, (model, e) => model.Best(HeadingKinds.Features(e.Heading)));
        var unknown = examples.Zip(predictions).Where(p => SectionKinds.Of(p.First.Heading, isTop: true) is null).ToList();
        var known = examples.Where(e => SectionKinds.Of(e.Heading, isTop: true) is not null).ToList();
        return new HeadingFigures(
            unknown.Count,
            unknown.Count(p => p.First.Kind == "other"),
            unknown.Count(p => p.First.Kind == (p.Second.Probability >= HeadingKinds.Sure ? p.Second.Class : "other")),
            unknown.Count(p => p.Second.Probability >= HeadingKinds.Sure && p.Second.Class != "other"),
            unknown.Count(p => p.Second.Probability >= HeadingKinds.Sure && p.Second.Class != "other" && p.First.Kind == p.Second.Class),
            known.Count,
            known.Count(e => SectionKinds.Of(e.Heading, isTop: true)!.Value.ToString().Equals(e.Kind, StringComparison.OrdinalIgnoreCase)));
    }

    /// <summary>What stands in one heading only teaches nothing about others.</summary>
    private static SoftmaxModel Fit(IReadOnlyList<Example> examples)
    {
        var features = examples.Select(e => HeadingKinds.Features(e.Heading)).ToList();
        var known = features.SelectMany(f => f).CountBy(f => f, StringComparer.Ordinal).Where(f => f.Value > 1).Select(f => f.Key).ToHashSet(StringComparer.Ordinal);
        return SoftmaxModel.Train([.. examples.Zip(features, (e, f) => ((IReadOnlyList<string>)[.. f.Where(known.Contains)], e.Kind))]);
    }

    private static bool IsOwn(Evaluation.GoldSection section, IReadOnlyList<Evaluation.GoldSection> all)
    {
        var dot = section.Path.LastIndexOf('.');
        return dot < 0 || (all.FirstOrDefault(s => s.Path == section.Path[..dot]) is { } parent && parent.Kind != section.Kind);
    }
}

/// <param name="Unknown">Headings of which the catalogue knows no phrase.</param>
/// <param name="RightByRules">Of these, right without learning.</param>
/// <param name="RightWithModel">Right with the model's sure answers.</param>
/// <param name="Answered">For how many the model was sure of a kind.</param>
/// <param name="AnsweredRight">Of these, right.</param>
/// <param name="KnownToCatalogue">Headings of which the catalogue knows a phrase; the model is not asked.</param>
public sealed record HeadingFigures(int Unknown, int RightByRules, int RightWithModel, int Answered, int AnsweredRight, int KnownToCatalogue, int KnownRight);
