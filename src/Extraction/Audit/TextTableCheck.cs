using Plans.Extraction.Language;

namespace Plans.Extraction.Audit;

/// <summary>text-and-table-differ: one indicator, one year, and another value in the text than in a table.</summary>
internal static class TextTableCheck
{
    private const double Alike = 0.85;

    public static IEnumerable<Finding> Check(IReadOnlyList<Target> targets)
    {
        var tables = targets.Where(t => t.Source == "table").ToList();
        foreach (var text in targets.Where(t => t.Source == "text"))
        {
            var rows = tables.Where(t => t.Year == text.Year && t.Unit == text.Unit && IsSame(t.Indicator, text.Indicator)).ToList();
            if (rows.Count > 0 && rows.All(r => r.Value != text.Value || r.ValueMax != text.ValueMax))
            {
                yield return new Finding(
                    "text-and-table-differ", $"Phần lời nêu {text.Printed}; bảng nêu {rows[0].Printed} ({rows[0].Section}).", text.Quote, text.Span);
            }
        }
    }

    private static bool IsSame(string a, string b)
    {
        var (left, right) = (Words(a), Words(b));
        var common = left.Intersect(right).Count();
        return left.Count + right.Count > 0 && 2.0 * common / (left.Count + right.Count) >= Alike;
    }

    private static HashSet<string> Words(string text) =>
        [.. Canon.Form(text).Split([' ', ',', '(', ')', ';', ':', '-', '/', '.'], StringSplitOptions.RemoveEmptyEntries)];
}
