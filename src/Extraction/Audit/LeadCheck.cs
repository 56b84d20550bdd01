using Plans.Extraction.Language;
using Plans.Extraction.Tables;

namespace Plans.Extraction.Audit;

/// <summary>leads-differ: one task, and another leading agency in the text than in an assignment table.</summary>
internal static class LeadCheck
{
    /// <summary>How many of a row's telling words must stand in the text's task, and of the task's first clause in the row.</summary>
    private const double RowInText = 0.75;
    private const double TextInRow = 0.5;

    /// <summary>Of a row and of a measure that it is about, the smaller share.</summary>
    private const double LeastShared = 0.4;

    private const int FewestWords = 4;

    /// <summary>A row that adds words of its own to all that the text says is the same task as well.</summary>
    private const double LongRowInText = 0.6;
    private const double AllTextInRow = 0.9;

    /// <summary>More rows than any plan's tables have: a bound on the work for texts that are none.</summary>
    private const int MostRows = 400;

    /// <summary>An assignment to compare with: a row of a table, or a measure's own line "Phân công …".</summary>
    private sealed record Row(string Text, string? Number, string? Section, IReadOnlyList<string> Lead, bool IsTable)
    {
        private HashSet<string>? _words;

        /// <summary>Looked at in rows of tables only.</summary>
        public HashSet<string> Words => _words ??= LeadCheck.Words(FirstClause(Text));
    }

    public static IEnumerable<Finding> Check(IReadOnlyList<PlanTask> tasks, IReadOnlyList<ReadTable> tables, IReadOnlyList<Section> sections)
    {
        var rows = tables.Where(t => !t.Shape.IsIndicators).SelectMany(t => t.Assignments).Where(a => a.Task.Roles.Lead.Count > 0)
            .Select(a => new Row(a.Task.Body.Text, a.Number, null, a.Task.Roles.Lead, true))
            .Concat(tasks.Where(t => t.Source == "inline" && t.Lead.Count > 0).Select(t => new Row(t.Text, null, t.Section, t.Lead, false))).ToList();
        if (rows.Count == 0)
        {
            yield break;
        }

        var kinds = sections.GroupBy(s => s.Path).ToDictionary(g => g.Key, g => g.First());
        var measures = new Dictionary<string, HashSet<string>>();
        HashSet<string>? Measure(string path) => measures.TryGetValue(path, out var known) ? known
            : kinds.TryGetValue(path, out var section) ? measures[path] = Words(FirstClause(section.Heading ?? section.Text)) : null;
        var table = new RowIndex(rows.Where(r => r.IsTable && r.Words.Count >= FewestWords).Take(MostRows));
        var referred = new ReferredRows(rows, Measure);
        foreach (var task in tasks.Where(t => t.Source != "table" && t.Lead.Count > 0 && IsOneAgency(t.Lead)))
        {
            var inMeasure = task.Section is { } at && kinds.GetValueOrDefault(at)?.Kind == SectionKind.Tasks;
            var leads = inMeasure || Canon.Form(task.Text).StartsWith("chủ trì", StringComparison.Ordinal);
            var row = !leads ? null : Referred(task, referred) ?? SameWords(task, table);
            if (row is not null && IsOneAgency([row.Lead[0]]) && IsOther(task.Lead, row.Lead))
            {
                var place = row.IsTable ? row.Number is { } n ? $"Bảng, dòng {n}" : "Bảng" : $"Mục {row.Section}";
                yield return new Finding(
                    "leads-differ", $"{place} (\"{Short(row.Text, 120)}\") giao {string.Join(", ", row.Lead)}; ở đây giao {string.Join(", ", task.Lead)}.", task.Text, task.Span);
            }
        }
    }

    private static string Short(string text, int length) => text.Length <= length ? text : text[..length] + "…";

    /// <summary>
    /// The row of a task referred to by number: the row with a number of several levels, or the row that says what the section of that number says. A row
    /// whose lead is the same is no contradiction, wherever else the number occurs.
    /// </summary>
    private static Row? Referred(PlanTask task, ReferredRows rows)
    {
        foreach (var reference in task.References)
        {
            var same = rows.Of(reference, task.Text);
            if (same.Count > 0 && same.All(r => IsOther(task.Lead, r.Lead)))
            {
                return same[0];
            }
        }

        return null;
    }

    /// <summary>The rows that a reference means; looked for once for each section, however many tasks refer to it.</summary>
    private sealed class ReferredRows(IReadOnlyList<Row> rows, Func<string, HashSet<string>?> measures)
    {
        private readonly ILookup<string, int> _byNumber = Enumerable.Range(0, rows.Count).Where(i => rows[i].IsTable && rows[i].Number is { } number && number.Contains('.')).ToLookup(i => rows[i].Number!);
        private readonly ILookup<string, int> _bySection = Enumerable.Range(0, rows.Count).Where(i => !rows[i].IsTable && rows[i].Section is not null).ToLookup(i => rows[i].Section!);
        private readonly IReadOnlyList<int> _table = [.. Enumerable.Range(0, rows.Count).Where(i => rows[i].IsTable && rows[i].Words.Count >= 3).Take(MostRows)];
        private readonly Dictionary<string, IReadOnlyList<int>> _about = [];

        /// <param name="text">The words that refer: tasks of the text are meant only where these name the number itself.</param>
        /// <returns>Rows in their order.</returns>
        public IReadOnlyList<Row> Of(TaskReference reference, string text)
        {
            var numbered = _byNumber[reference.Number].Take(MostRows);
            var found = reference.Section is not { } path ? numbered
                : IsPrinted(text, reference.Number) ? numbered.Concat(About(path)).Concat(_bySection[path].Take(MostRows))
                : numbered.Concat(About(path));
            return [.. found.Distinct().Order().Select(i => rows[i])];
        }

        private IReadOnlyList<int> About(string path) => _about.TryGetValue(path, out var known) ? known
            : _about[path] = measures(path) is { Count: >= 3 } measure ? [.. _table.Where(i => IsAbout(rows[i].Words, measure))] : [];
    }

    private static bool IsAbout(HashSet<string> row, HashSet<string> measure)
    {
        var (few, many) = row.Count <= measure.Count ? (row, measure) : (measure, row);
        return few.Count >= LeastShared * many.Count && IndicatorKey.Within(few, many) is var left && left >= RowInText && left * few.Count / many.Count >= LeastShared;
    }

    /// <summary>Whether the text itself names the number, not as one of a range or of all but some.</summary>
    private static bool IsPrinted(string text, string number)
    {
        for (var at = text.IndexOf(number, StringComparison.Ordinal); at >= 0; at = text.IndexOf(number, at + 1, StringComparison.Ordinal))
        {
            var end = at + number.Length;
            var isWhole = (at == 0 || !(char.IsLetterOrDigit(text[at - 1]) || text[at - 1] == '.')) && (end >= text.Length || !(char.IsLetterOrDigit(text[end]) || (text[end] == '.' && end + 1 < text.Length && char.IsDigit(text[end + 1]))));
            if (isWhole)
            {
                return true;
            }
        }

        return false;
    }

    private static Row? SameWords(PlanTask task, RowIndex table)
    {
        var clause = table.IsEmpty ? [] : Words(FirstClause(WithoutAgencies(task)));
        return clause.Count < FewestWords ? null : table.With(clause)
            .FirstOrDefault(r => (IndicatorKey.Within(r.Words, clause), IndicatorKey.Within(clause, r.Words)) is var (row, text)
                && ((row >= RowInText && text >= TextInRow) || (row >= LongRowInText && text >= AllTextInRow)));
    }

    /// <summary>Who does it is no part of what is done.</summary>
    private static string WithoutAgencies(PlanTask task) =>
        task.Lead.Concat(task.Support).Aggregate(task.Text, (text, agency) => text.Replace(agency, " ", StringComparison.Ordinal));

    /// <summary>Rows by their words: only those that share most of theirs with a task are compared with it.</summary>
    private sealed class RowIndex
    {
        private readonly Dictionary<string, List<Row>> _byWord = [];

        public RowIndex(IEnumerable<Row> rows)
        {
            foreach (var (word, row) in rows.SelectMany(r => r.Words.Select(w => (w, r))))
            {
                (_byWord.TryGetValue(word, out var list) ? list : _byWord[word] = []).Add(row);
            }
        }

        public bool IsEmpty => _byWord.Count == 0;

        public IEnumerable<Row> With(HashSet<string> words)
        {
            var shared = new Dictionary<Row, int>(ReferenceEqualityComparer.Instance);
            foreach (var row in words.SelectMany(w => _byWord.GetValueOrDefault(w) ?? []))
            {
                shared[row] = shared.GetValueOrDefault(row) + 1;
            }

            return shared.Where(s => s.Value >= s.Key.Words.Count * LongRowInText).Select(s => s.Key);
        }
    }

    private const int LongestClause = 400;

    private static string FirstClause(string text)
    {
        text = text.Length > LongestClause ? text[..LongestClause] : text;
        var end = text.IndexOfAny([';', ':']);
        var sentence = text.IndexOf(". ", StringComparison.Ordinal);
        end = sentence >= 0 && (end < 0 || sentence < end) ? sentence : end;
        return end < 20 ? text : text[..end];
    }

    private static readonly HashSet<string> Duties = [.. "chu tri phoi hop voi thuc hien trien khai tham muu nay ke hoach chuong trinh muc nhiem vu cac cua cho va theo tai trong cong tac".Split(' ')];

    private static HashSet<string> Words(string text) => [.. Canon.Fold(text).Split([' ', ',', '(', ')', ';', ':', '-', '/', '.', '"', '“', '”'], StringSplitOptions.RemoveEmptyEntries)
        .Where(w => !Duties.Contains(w) && !w.All(char.IsDigit))];

    private static bool IsOneAgency(IReadOnlyList<string> lead) => lead.Count == 1 && !Canon.Form(lead[0]).StartsWith("các ", StringComparison.Ordinal)
        && !Canon.Form(lead[0]).StartsWith("ubnd các", StringComparison.Ordinal);

    private static bool IsOther(IReadOnlyList<string> a, IReadOnlyList<string> b) => !a.Any(x => b.Any(y => IsSameAgency(x, y)));

    private static bool IsSameAgency(string a, string b)
    {
        var (left, right) = (Short(a), Short(b));
        return left == right || left.StartsWith(right, StringComparison.Ordinal) || right.StartsWith(left, StringComparison.Ordinal) || Initials(a) == Initials(b);
    }

    private static string Short(string name) => string.Concat(Canon.Fold(name).Replace("thuong binh va xa hoi", "tbxh").Replace("uy ban nhan dan", "ubnd").Replace("va", "").Replace("&", "").Replace("dao tao", "dt").Where(char.IsLetter));

    /// <summary>"Sở LĐTBXH" and "Sở Lao động - Thương binh và Xã hội" share their initials.</summary>
    private static string Initials(string name)
    {
        var words = Canon.Fold(name).Split([' ', '-', ',', '&'], StringSplitOptions.RemoveEmptyEntries).Where(w => w != "va");
        return string.Concat(words.Select(w => w is "so" or "ubnd" ? w : w.Length <= 2 || w.All(c => !"aeiouy".Contains(c)) ? w : w[..1]));
    }
}
