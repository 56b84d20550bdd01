using Plans.Extraction.Language;

namespace Plans.Extraction.Audit;

/// <summary>
/// text-and-table-differ: one indicator, one year, one unit, and another value in the text than in a table. Where the years of a row add up to what
/// the text gives for the whole period, the two agree.
/// </summary>
internal static class TextTableCheck
{
    public static IEnumerable<Finding> Check(IReadOnlyList<Target> targets)
    {
        var byWords = targets.Where(t => t.Source == "table").GroupBy(t => (t.Section, t.Indicator)).ToDictionary(g => g.Key, g => g.Sum(t => t.Value));
        var tables = targets.Where(t => t.Source == "table").Select(t => (Row: t, Words: IndicatorKey.Of(t.Indicator))).ToLookup(t => t.Row.Year);
        foreach (var text in targets.Where(t => t.Source == "text" && tables.Contains(t.Year)))
        {
            var words = IndicatorKey.Of(text.Indicator);
            var rows = tables[text.Year].Where(t => IsChange(t.Row) == IsChange(text) && IsUnit(t.Row.Unit, text.Unit) && IndicatorKey.Same(t.Words, words)).Select(t => t.Row).ToList();
            if (rows.Count > 0 && rows.All(r => (r.Value != text.Value || r.ValueMax != text.ValueMax) && byWords[(r.Section, r.Indicator)] != text.Value))
            {
                yield return new Finding(
                    "text-and-table-differ", $"Phần lời nêu {text.Printed}; bảng nêu {rows[0].Printed} ({rows[0].Section}).", text.Quote, text.Span);
            }
        }
    }

    /// <summary>A change by 5 % and a level of 5 % are not to be compared.</summary>
    private static bool IsChange(Target target) => target.Comparator is "-" || (target.Comparator is "+" && target.Unit == "%");

    private static bool IsUnit(string? left, string? right)
    {
        var (a, b) = (Canon.Form(left ?? ""), Canon.Form(right ?? ""));
        return a == b || (a.Length > 1 && b.Length > 1 && (a.StartsWith(b + " ", StringComparison.Ordinal) || b.StartsWith(a + " ", StringComparison.Ordinal)));
    }
}
