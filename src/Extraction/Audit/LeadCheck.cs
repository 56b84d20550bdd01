using Plans.Extraction.Language;
using Plans.Extraction.Tables;

namespace Plans.Extraction.Audit;

/// <summary>leads-differ: one task, and another leading agency in the text than in an assignment table.</summary>
internal static class LeadCheck
{
    public static IEnumerable<Finding> Check(IReadOnlyList<PlanTask> tasks, IReadOnlyList<ReadTable> tables)
    {
        var rows = tables.Where(t => !t.Shape.IsIndicators).SelectMany(t => t.Assignments).Where(a => a.Number is not null && a.Task.Roles.Lead.Count > 0)
            .GroupBy(a => a.Number!).ToDictionary(g => g.Key, g => g.First());
        foreach (var task in tasks.Where(t => t.RefersTo.Count > 0 && t.Lead.Count > 0 && Canon.Form(t.Text).StartsWith("chủ trì", StringComparison.Ordinal)))
        {
            var wrong = task.RefersTo.Where(n => rows.TryGetValue(n, out var row) && IsOneAgency([row.Task.Roles.Lead[0]]) && IsOther(task.Lead, row.Task.Roles.Lead)).ToList();
            var isException = wrong.Count > 0 && IsOneAgency(task.Lead);
            if (isException)
            {
                var row = rows[wrong[0]];
                yield return new Finding(
                    "leads-differ",
                    $"Nhiệm vụ {wrong[0]}: phần lời giao {string.Join(", ", task.Lead)}; bảng giao {string.Join(", ", row.Task.Roles.Lead)}.",
                    task.Text,
                    task.Span);
            }
        }

        foreach (var finding in SameWords(tasks))
        {
            yield return finding;
        }
    }

    /// <summary>A task in the text and a row of a table with the same words.</summary>
    private static IEnumerable<Finding> SameWords(IReadOnlyList<PlanTask> tasks)
    {
        var rows = tasks.Where(t => t.Source == "table" && t.Lead.Count > 0).GroupBy(t => Key(t.Text)).Where(g => g.Key.Length > 20).ToDictionary(g => g.Key, g => g.First());
        foreach (var task in tasks.Where(t => t.Source is "inline" or "agency-section" && t.Lead.Count > 0))
        {
            if (rows.TryGetValue(Key(task.Text), out var row) && IsOther(task.Lead, row.Lead))
            {
                yield return new Finding(
                    "leads-differ", $"Phần lời giao {string.Join(", ", task.Lead)}; bảng giao {string.Join(", ", row.Lead)}.", task.Text, task.Span);
            }
        }
    }

    private static string Key(string text) => Canon.Form(text).Trim(' ', '.', ';', ':', '-');

    private static bool IsOneAgency(IReadOnlyList<string> lead) => lead.Count == 1 && !Canon.Form(lead[0]).StartsWith("các ", StringComparison.Ordinal)
        && !Canon.Form(lead[0]).StartsWith("ubnd các", StringComparison.Ordinal);

    private static bool IsOther(IReadOnlyList<string> a, IReadOnlyList<string> b) => !a.Any(x => b.Any(y => IsSameAgency(x, y)));

    private static bool IsSameAgency(string a, string b)
    {
        var (left, right) = (Short(a), Short(b));
        return left == right || left.StartsWith(right, StringComparison.Ordinal) || right.StartsWith(left, StringComparison.Ordinal) || Initials(a) == Initials(b);
    }

    private static string Short(string name) => string.Concat(Canon.Fold(name).Replace("thuong binh va xa hoi", "tbxh").Replace("va", "").Replace("&", "").Replace("dao tao", "dt").Where(char.IsLetter));

    /// <summary>"Sở LĐTBXH" and "Sở Lao động - Thương binh và Xã hội" share their initials.</summary>
    private static string Initials(string name)
    {
        var words = Canon.Fold(name).Split([' ', '-', ',', '&'], StringSplitOptions.RemoveEmptyEntries).Where(w => w != "va");
        return string.Concat(words.Select(w => w is "so" or "ubnd" ? w : w.Length <= 2 || w.All(c => !"aeiouy".Contains(c)) ? w : w[..1]));
    }
}
