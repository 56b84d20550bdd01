using System.Globalization;
using Plans.Extraction.Citations;
using Plans.Extraction.Language;
using Plans.Extraction.Language.Deadlines;
using Plans.Extraction.Targets;
using Plans.Extraction.Tests.Domain;
using Fact = System.Collections.Generic.IReadOnlyDictionary<string, string>;

namespace Plans.Extraction.Tests.Specification;

/// <summary>Reads an example's text with the grammar that its file specifies, and names the fields as the columns do.</summary>
internal static class GrammarReaders
{
    /// <summary>The measures of the plan to which the examples of dan-chieu.md refer.</summary>
    private static readonly string[] Measures = ["1", "1.1", "1.2", "2", "2.1", "2.2", "2.3", "3", "4", "5", "5.1", "5.2", "5.3", "5.4", "5.5", "6", "6.a", "6.b", "6.c", "6.d", "6.đ"];

    private static readonly Dictionary<string, Func<Example, IEnumerable<Fact>>> Readers = new()
    {
        ["so.md"] = Numbers,
        ["ngay-thang.md"] = e => DateGrammar.Find(Canon.Form(e.Text)).Select(d => Of(("Ngày", d.Iso))),
        ["vien-dan.md"] = e => CitationGrammar.Find(e.Text, Canon.Form(e.Text)).Select(c => Of(("Loại", c.Type), ("Số, ký hiệu", c.Number), ("Ngày", c.Date))),
        ["co-quan.md"] = Agencies,
        ["thoi-han.md"] = e => DeadlineGrammar.Find(Canon.Form(e.Text)) is { } d ? [Of(("Thời hạn", e.Text[d.Start..d.End].Trim()))] : [],
        ["ngay-den-han.md"] = e => DueDateGrammar.Read(e.Text, 2024) is { } due ? [Of(("Ngày", due.Date), ("Lặp lại", due.Every), ("Ngày trong năm", due.Day))] : [],
        ["dan-chieu.md"] = e => TaskReferenceGrammar.Find(Canon.Form(e.Text), Measures) is { Count: > 0 } r ? [Of(("Nhiệm vụ", string.Join(", ", r)))] : [],
        ["so-sanh.md"] = Comparator,
        ["chi-tieu.md"] = TargetsOf,
        ["muc-xuat-phat.md"] = TargetsOf,
        ["kinh-phi.md"] = FundingOf,
        ["giao-viec.md"] = TasksOf,
        ["de-muc.md"] = SectionsOf,
        ["phan-loai-so.md"] = e => NumberClassifier.All(e.Text, Canon.Form(e.Text)).Select(n => Of(("Số", Printed(e.Text, n)), ("Lớp", n.Class.ToString()))),
    };

    public static IEnumerable<string> Files => Readers.Keys;

    public static IReadOnlyList<Fact> Read(Example example) => [.. Readers[example.File](example)];

    private static IEnumerable<Fact> Numbers(Example e) => NumberClassifier.All(e.Text, Canon.Form(e.Text)).Select(n => Of(
        ("Giá trị", Number(n.Number.Value)),
        ("Đến", Number(n.Number.Max)),
        ("Đơn vị", e.Text[n.UnitStart..n.UnitEnd])));

    private static string Printed(string text, ClassifiedNumber number) => text[number.Number.Start..number.Number.End];

    /// <summary>"Danh sách": the whole text is a list. "Câu": a list opens a sentence.</summary>
    private static IEnumerable<Fact> Agencies(Example e)
    {
        var canon = Canon.Form(e.Text);
        if (e.Form == "Danh sách")
        {
            return AgencyGrammar.Whole(e.Text, canon, 0, e.Text.Length).Select(a => Of(("Cơ quan", a.Name)));
        }

        var (agencies, end) = AgencyGrammar.Leading(e.Text, canon, 0, e.Text.Length);
        return agencies.Count == 0 ? [] : [Of(("Cơ quan", string.Join(" ; ", agencies.Select(a => a.Name))), ("Việc", e.Text[end..].Trim(' ', ',', ':')))];
    }

    private static IEnumerable<Fact> Comparator(Example e)
    {
        var canon = Canon.Form(e.Text);
        var number = NumberClassifier.All(e.Text, canon).First(n => n.Class == NumberClass.Candidate);
        return [Of(("Dấu", Comparators.Of(canon, number, 0).Comparator))];
    }

    /// <summary>"Trong mục tiêu", "Trong nhiệm vụ" …: the heading under which the lines stand.</summary>
    private static Plan Under(Example e) => PlanSketch.Plan().Lines($"I. {e.Form["Trong ".Length..].ToUpper(CultureInfo.InvariantCulture)}").Lines(e.Text).Read();

    private static IEnumerable<Fact> FundingOf(Example e) => Under(e).Funding.Select(f => Of(("Nguồn", f.SourceName), ("Số tiền", Number(f.AmountVnd)), ("Thuộc", f.Parent)));

    private static IEnumerable<Fact> TasksOf(Example e) => Under(e).Tasks.Select(t => Of(("Chủ trì", string.Join(" ; ", t.Lead)), ("Phối hợp", string.Join(" ; ", t.Support)), ("Thời hạn", t.Deadline)));

    private static IEnumerable<Fact> TargetsOf(Example e) => Under(e).Targets.Select(t => Of(
        ("Chỉ tiêu", t.Indicator),
        ("Dấu", t.Comparator),
        ("Giá trị", Number(t.Value)),
        ("Đến", Number(t.ValueMax)),
        ("Đơn vị", t.Unit),
        ("Năm", t.Year?.ToString(CultureInfo.InvariantCulture)),
        ("Mỗi năm", t.Period == "year" ? "có" : null),
        ("Từ", Number(t.Baseline?.Value)),
        ("Đơn vị gốc", t.Baseline?.Unit),
        ("Năm gốc", t.Baseline?.Year?.ToString(CultureInfo.InvariantCulture)),
        ("Thuộc", t.Parent?.TrimStart('t'))));

    private static IEnumerable<Fact> SectionsOf(Example e) => PlanSketch.Plan().Lines(e.Text).Read().Sections.Select(s => Of(
        ("Đường dẫn", s.Path),
        ("Đề mục", s.Heading),
        ("Loại", s.Kind.ToString().ToLowerInvariant())));

    private static string Number(decimal? value) => value?.ToString("0.######", CultureInfo.InvariantCulture) ?? "";

    private static Fact Of(params (string Name, string? Value)[] fields) =>
        fields.ToDictionary(field => field.Name, field => string.IsNullOrEmpty(field.Value) ? SpecFile.Nothing : field.Value);
}
