using Plans.Extraction.Evaluation;
using Plans.Extraction.Reading;
using Plans.Extraction.Sections;
using Plans.Extraction.Targets;

namespace Plans.Extraction.Learning.Numbers;

/// <summary>
/// Whether a number of the text is a target, learned from annotated plans, to be set against what the rules say. Measured, not used in extraction:
/// docs/learning.md says why.
/// </summary>
internal static class NumberTraining
{
    private const int Folds = 10;
    private const double Penalty = 2;
    private const int LeastOccurrences = 4;

    /// <summary>Classes that the grammar settles: nothing is to be learned about a date.</summary>
    private static readonly NumberClass[] Settled = [NumberClass.Citation, NumberClass.Date, NumberClass.Year, NumberClass.Money, NumberClass.Code, NumberClass.Enumerator];

    /// <param name="ByRule">Whether the rules read a target from the number.</param>
    internal sealed record Example(string Plan, IReadOnlyList<(string Name, double Value)> Features, bool ByRule, bool IsTarget);

    private sealed record Model(HashSet<string> Known, LogisticModel Weights);

    public static IReadOnlyList<Example> Of(IReadOnlyList<AnnotatedPlan> plans) => [.. plans.SelectMany(Of)];

    public static LearnedFigures ByRules(IReadOnlyList<Example> examples) => LearnedFigures.Of([.. examples.Select(e => (e.ByRule ? 1.0 : 0.0, e.IsTarget))]);

    /// <summary>The rules' word being one feature among others.</summary>
    public static LearnedFigures WithRules(IReadOnlyList<Example> examples) => LearnedFigures.Of([.. Predict(examples, withRule: true).Zip(examples, (p, e) => (p, e.IsTarget))]);

    /// <summary>Learning alone, without the rules' word.</summary>
    public static LearnedFigures WithoutRules(IReadOnlyList<Example> examples) => LearnedFigures.Of([.. Predict(examples, withRule: false).Zip(examples, (p, e) => (p, e.IsTarget))]);

    /// <summary>The rules, but for numbers of which the model is surer than the given probability of the contrary.</summary>
    public static LearnedFigures WhereDoubtful(IReadOnlyList<Example> examples, double sure) => LearnedFigures.Of(
        [.. Predict(examples, withRule: true).Zip(examples, (p, e) => (p >= sure ? 1.0 : p <= 1 - sure ? 0.0 : e.ByRule ? 1.0 : 0.0, e.IsTarget))]);

    private static IReadOnlyList<double> Predict(IReadOnlyList<Example> examples, bool withRule) => CrossValidation.Predict(
        examples, e => e.Plan, Folds, known => Fit(known, withRule), (model, e) => model.Weights.Probability(Known(e, model.Known, withRule)));

    private static Model Fit(IReadOnlyList<Example> examples, bool withRule)
    {
        var known = examples.SelectMany(e => e.Features).CountBy(f => f.Name, StringComparer.Ordinal).Where(f => f.Value >= LeastOccurrences).Select(f => f.Key).ToHashSet(StringComparer.Ordinal);
        return new Model(known, LogisticModel.Train([.. examples.Select(e => (Known(e, known, withRule), e.IsTarget))], Penalty, steps: 8));
    }

    private static IReadOnlyList<(string Name, double Value)> Known(Example example, HashSet<string> known, bool withRule)
    {
        var features = example.Features.Where(f => known.Contains(f.Name));
        return [.. withRule && example.ByRule ? features.Append(("rule", 1)) : features];
    }

    private static IEnumerable<Example> Of(AnnotatedPlan plan)
    {
        var gold = plan.Gold.Targets.Where(t => t.Source != "table").ToList();
        foreach (var node in Outline.Of(Flow.Of(plan.Document)).All())
        {
            var heading = node.Heading is { } h && node.Kind != SectionKind.Appendix ? [(Line: h, IsHeading: true)] : Array.Empty<(Line Line, bool IsHeading)>();
            foreach (var (line, isHeading) in heading.Concat(node.Units.Select(u => (Line: u.Body, IsHeading: false))))
            {
                foreach (var number in NumberClassifier.All(line.Text, line.Canon).Where(n => !Settled.Contains(n.Class)))
                {
                    var match = gold.FirstOrDefault(g => g.Value == number.Number.Value && (Wording.Covers(line.Text, g.Anchor) >= 0.95 || Wording.Covers(g.Anchor, line.Text) >= 0.95));
                    if (match is not null)
                    {
                        gold.Remove(match);
                    }

                    if (match is not { Optional: true })
                    {
                        yield return new Example(plan.Name, Features(node, line, number, isHeading), ByRule(plan.Read, line.Start + number.Number.Start, number), match is not null);
                    }
                }
            }
        }
    }

    private static bool ByRule(Plan plan, int at, ClassifiedNumber number) =>
        plan.Targets.Any(t => t.Source == "text" && t.Span.Start <= at && at < t.Span.End && t.Value == number.Number.Value);

    private static List<(string Name, double Value)> Features(SectionNode node, Line line, ClassifiedNumber number, bool isHeading)
    {
        var before = line.Canon[..number.Number.Start].Split([' ', ',', ':', '(', '"'], StringSplitOptions.RemoveEmptyEntries);
        var after = line.Canon[number.Number.End..].Split([' ', ',', ';', '.', ')', '"'], 3, StringSplitOptions.RemoveEmptyEntries);
        var features = new List<(string, double)>
        {
            ("class " + number.Class, 1),
            ("kind " + node.Kind, 1),
            ("unit " + (number.Number.Percent ? "%" : number.Unit?.ToString() ?? "none"), 1),
            ("size " + Confidence.TargetEvidence.Size((int)Math.Min(number.Number.Value, 1_000_000), 1, 3, 9, 99, 999), 1),
            ("before " + (before.Length > 0 ? before[^1] : "start"), 1),
            ("before that " + (before.Length > 1 ? before[^2] : "start"), 1),
            ("after " + (after.Length > 0 ? after[0] : "end"), 1),
        };
        foreach (var (name, holds) in new[]
        {
            ("heading", isHeading), ("leading zero", number.Number.Digits[0] == '0'), ("range", number.Number.Max is not null),
            ("past", NumberClassifier.IsPast(line.Canon[..number.Number.Start])), ("first in line", before.Length == 0),
            ("strives", line.Canon.Contains("phấn đấu", StringComparison.Ordinal)), ("to a year", line.Canon.Contains("đến năm", StringComparison.Ordinal)),
            ("support", line.Canon.Contains("hỗ trợ", StringComparison.Ordinal)), ("in brackets", line.Canon.LastIndexOf('(', number.Number.Start) > line.Canon.LastIndexOf(')', number.Number.Start)),
        })
        {
            if (holds)
            {
                features.Add((name, 1));
            }
        }

        return features;
    }
}
