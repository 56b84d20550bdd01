using System.Numerics;
using Plans.Extraction.Language;

namespace Plans.Extraction.Audit;

/// <summary>
/// text-and-table-differ: one indicator, one year, one unit, and another value in the text than in a table. Where the years of a row add up to what
/// the text gives for the whole period, the two agree.
/// </summary>
internal static class TextTableCheck
{
    /// <summary>What is compared of a target, worked out once: there may be thousands on either side.</summary>
    /// <param name="Signs">One of 64 bits for each word.</param>
    private sealed record Entry(Target Target, string Unit, bool IsChange, HashSet<string> Words, ulong Signs)
    {
        public static Entry Of(Target target)
        {
            var words = IndicatorKey.Of(target.Indicator);
            return new Entry(target, Canon.Form(target.Unit ?? ""), IsChangeOf(target), words, words.Aggregate(0UL, (signs, word) => signs | (1UL << (string.GetHashCode(word, StringComparison.Ordinal) & 63))));
        }

        /// <summary>A word whose bit the other lacks is no word of the other: enough of them, and the words need not be compared.</summary>
        public bool MayBe(Entry other) =>
            IndicatorKey.MayBeSame(Words.Count, other.Words.Count, Words.Count <= other.Words.Count ? Words.Count - BitOperations.PopCount(Signs & ~other.Signs) : other.Words.Count - BitOperations.PopCount(other.Signs & ~Signs));
    }

    public static IEnumerable<Finding> Check(IReadOnlyList<Target> targets)
    {
        var overYears = targets.Where(t => t.Source == "table").GroupBy(t => (t.Section, t.Indicator)).ToDictionary(row => row.Key, row => row.Sum(t => t.Value));
        var tables = targets.Where(t => t.Source == "table").Select(Entry.Of).ToLookup(t => t.Target.Year);
        foreach (var target in targets.Where(t => t.Source == "text" && tables.Contains(t.Year)))
        {
            var text = Entry.Of(target);
            var rows = tables[target.Year].Where(row => row.MayBe(text) && row.IsChange == text.IsChange && IsUnit(row.Unit, text.Unit) && IndicatorKey.Same(row.Words, text.Words)).Select(row => row.Target).ToList();
            if (rows.Count > 0 && rows.All(r => (r.Value != target.Value || r.ValueMax != target.ValueMax) && overYears[(r.Section, r.Indicator)] != target.Value))
            {
                yield return new Finding(
                    "text-and-table-differ", $"Phần lời nêu {target.Printed}; bảng nêu {rows[0].Printed} ({rows[0].Section}).", target.Quote, target.Span);
            }
        }
    }

    /// <summary>A change by 5 % and a level of 5 % are not to be compared.</summary>
    private static bool IsChangeOf(Target target) => target.Comparator is "-" || (target.Comparator is "+" && target.Unit == "%");

    private static bool IsUnit(string a, string b) =>
        a == b || (a.Length > 1 && b.Length > 1 && (a.StartsWith(b + " ", StringComparison.Ordinal) || b.StartsWith(a + " ", StringComparison.Ordinal)));
}
