using Plans.Extraction.Language;

namespace Plans.Extraction.Audit;

/// <summary>text-and-table-differ: one indicator, one year, and another value in the text than in a table.</summary>
internal static class TextTableCheck
{
    private const double Alike = 0.85;

    public static IEnumerable<Finding> Check(IReadOnlyList<Target> targets)
    {
        var tables = targets.Where(t => t.Source == "table").Select(t => (Row: t, Words: Words(t.Indicator))).ToLookup(t => (t.Row.Year, t.Row.Unit));
        foreach (var text in targets.Where(t => t.Source == "text"))
        {
            var words = Words(text.Indicator);
            var rows = tables[(text.Year, text.Unit)].Where(t => IsSame(t.Words, words)).Select(t => t.Row).ToList();
            if (rows.Count > 0 && rows.All(r => r.Value != text.Value || r.ValueMax != text.ValueMax))
            {
                yield return new Finding(
                    "text-and-table-differ", $"Phần lời nêu {text.Printed}; bảng nêu {rows[0].Printed} ({rows[0].Section}).", text.Quote, text.Span);
            }
        }
    }

    private static bool IsSame(HashSet<string> left, HashSet<string> right)
    {
        var common = left.Count(right.Contains);
        return left.Count + right.Count > 0 && 2.0 * common / (left.Count + right.Count) >= Alike;
    }

    private static HashSet<string> Words(string text) =>
        [.. Canon.Form(text).Split([' ', ',', '(', ')', ';', ':', '-', '/', '.'], StringSplitOptions.RemoveEmptyEntries)];
}
