namespace Plans.Extraction.Learning.Alignment;

/// <summary>How two indicators agree and differ.</summary>
internal static class IndicatorFeatures
{
    /// <summary>The weight of a word that no list has: rare words say most.</summary>
    public const double Unknown = 6;

    /// <param name="rarity">How rare each word is among indicators (the logarithm of the inverse of its share).</param>
    public static IReadOnlyList<(string Name, double Value)> Of(IndicatorForm a, IndicatorForm b, IReadOnlyDictionary<string, double> rarity)
    {
        double Weight(string word) => rarity.GetValueOrDefault(word, Unknown);
        double Sum(IEnumerable<string> words) => words.Aggregate(0.0, (sum, w) => sum + Weight(w));
        double Most(IEnumerable<string> words) => words.Aggregate(0.0, (most, w) => Math.Max(most, Weight(w)));
        List<string> onlyA = [.. a.Words.Except(b.Words)], onlyB = [.. b.Words.Except(a.Words)], both = [.. a.Words.Intersect(b.Words)];
        var (weightA, weightB, shared) = (Sum(a.Words), Sum(b.Words), Sum(both));
        var features = new List<(string, double)>
        {
            ("overlap", weightA + weightB == 0 ? 0 : 2 * shared / (weightA + weightB)),
            ("contained", Math.Min(weightA, weightB) == 0 ? 0 : shared / Math.Min(weightA, weightB)),
            ("pairs", a.Pairs.Count + b.Pairs.Count == 0 ? 0 : 2.0 * a.Pairs.Count(b.Pairs.Contains) / (a.Pairs.Count + b.Pairs.Count)),
            ("lone words on both sides", Math.Min(Sum(onlyA), Sum(onlyB)) / 10),
            ("lone words on one side", Math.Abs(Sum(onlyA) - Sum(onlyB)) / 10),
            ("rarest lone word", Most(onlyA.Concat(onlyB)) / 10),
            ("rarest lone word on both sides", Math.Min(Most(onlyA), Most(onlyB)) / 10),
            ("no lone word on one side", onlyA.Count == 0 != (onlyB.Count == 0) ? 1 : 0),
            ("high overlap", Math.Max(0, (weightA + weightB == 0 ? 0 : 2 * shared / (weightA + weightB)) - 0.7)),
            ("same code", a.Codes.Overlaps(b.Codes) ? 1 : 0),
            ("other code", a.Codes.Count > 0 && b.Codes.Count > 0 && !a.Codes.Overlaps(b.Codes) ? 1 : 0),
            ("code on one side", a.Codes.Count > 0 != b.Codes.Count > 0 ? 1 : 0),
            ("few words", Math.Min(a.Words.Count, b.Words.Count) <= 2 && onlyA.Count + onlyB.Count > 0 ? 1 : 0),
            ("same words", onlyA.Count + onlyB.Count == 0 ? 1 : 0),
            ("same first word", a.Words.Count > 0 && b.Words.Count > 0 && a.Words[0] == b.Words[0] ? 1 : 0),
            ("same last word", a.Words.Count > 0 && b.Words.Count > 0 && a.Words[^1] == b.Words[^1] ? 1 : 0),
            ("other kind of number", a.Kind != b.Kind && a.Unit.Length > 0 && b.Unit.Length > 0 ? 1 : 0),
            ("other unit", a.Kind == b.Kind && a.Unit != b.Unit && a.Unit.Length > 0 && b.Unit.Length > 0 ? 1 : 0),
            ("other numbers", a.Numbers.Count > 0 && b.Numbers.Count > 0 && !a.Numbers.SetEquals(b.Numbers) ? 1 : 0),
            ("numbers on one side", a.Numbers.Count > 0 != b.Numbers.Count > 0 ? 1 : 0),
        };
        foreach (var kind in Kinds)
        {
            var (left, right) = (Words(a, kind), Words(b, kind));
            var isOther = !left.SetEquals(right);
            features.Add(("other " + kind, isOther && left.Count > 0 && right.Count > 0 && !left.Overlaps(right) ? 1 : 0));
            features.Add((kind + " on one side", isOther && (left.Count == 0 || right.Count == 0 || left.Overlaps(right)) ? 1 : 0));
            features.Add(("same " + kind, !isOther && left.Count > 0 ? 1 : 0));
        }

        return [.. features.Where(f => f.Item2 != 0)];
    }

    private static readonly string[] Kinds = ["base", "degree", "level", "measured", "negation", "people", "place"];

    private static HashSet<string> Words(IndicatorForm form, string kind) => [.. form.Qualifiers.Where(q => q.Kind == kind).Select(q => q.Words)];
}
