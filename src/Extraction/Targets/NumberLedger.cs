using System.Text.RegularExpressions;
using Plans.Extraction.Citations;
using Plans.Extraction.Language;
using Plans.Extraction.Reading;
using Plans.Extraction.Sections;
using Plans.Extraction.Tables;
using Plans.Ingest;

namespace Plans.Extraction.Targets;

/// <summary>What became of a number of the text: one of the facts, or what else it is.</summary>
public enum NumberUse
{
    Target, Funding, Reference, Citation, Date, Year, Money, ListNumber, Ordinal, Age, Duration, Frequency, Code, Norm, Definition, Scope, Result, Name, Phone, Page, Mention,
}

/// <param name="Printed">The digits with their multiplier and per-cent sign.</param>
/// <param name="Start">Where it stands in the document's text.</param>
/// <param name="Fact">The id of the target or task; null for all others.</param>
/// <param name="Context">The words around it.</param>
public sealed record LedgerEntry(string Printed, int Start, int End, int Page, NumberUse Use, string? Fact, string Context);

/// <summary>Accounts for each number of a document: extracted, or classified as something else. A number that is neither is a mention: it commits to nothing.</summary>
public static partial class NumberLedger
{
    private const int ContextReach = 40;

    [GeneratedRegex(@"\d[\d.,]*", RegexOptions.None, RegexLimit.Milliseconds)]
    private static partial Regex Digits();

    [GeneratedRegex(@"(?:điện thoại|đt|sđt|hotline|fax|số máy|liên hệ)[^;]{0,40}$", RegexOptions.RightToLeft, RegexLimit.Milliseconds)]
    private static partial Regex PhoneBefore();

    [GeneratedRegex(@"thực trạng|hiện trạng|tình hình|kết quả|đánh giá|hạn chế|tồn tại|sự cần thiết|đặc điểm", RegexOptions.None, RegexLimit.Milliseconds)]
    private static partial Regex PastHeading();

    public static IReadOnlyList<LedgerEntry> Of(Document document, Plan plan)
    {
        var readable = LinedTables.Restore(FlattenedTables.Restore(RecognitionRepair.Of(document)));
        var outline = Outline.Of(Flow.Of(readable));
        var places = new Places(plan, outline);
        var entries = new List<LedgerEntry>();
        foreach (var block in readable.Blocks)
        {
            var lines = block switch
            {
                Paragraph paragraph => [(Line.From(readable.Text, paragraph.Range, paragraph.Page), (ColumnRole?)null)],
                Table table => Cells(table, readable.Text),
                _ => [],
            };
            foreach (var (line, role) in lines)
            {
                foreach (var piece in Pieces.Of(line).Where(p => p.Text.Any(char.IsAsciiDigit) || WordedNumbers.Find(p.Canon).Any()))
                {
                    entries.AddRange(Read(piece, role, block.Role, places).Concat(Worded(piece, places)).OrderBy(e => e.Start));
                }
            }
        }

        return entries;
    }

    private static IEnumerable<(Line, ColumnRole?)> Cells(Table table, string text)
    {
        var shape = TableShape.Of(TableGrid.Of(table, text));
        for (var row = 0; row < table.Rows.Count; row++)
        {
            foreach (var cell in table.Rows[row].Cells)
            {
                var role = row < shape.HeaderRows || cell.Column >= shape.Columns.Count ? (ColumnRole?)null : shape.Columns[cell.Column].Role;
                yield return (Line.From(text, cell.Range, table.Rows[row].Page), role);
            }
        }
    }

    private static IEnumerable<LedgerEntry> Read(Line line, ColumnRole? role, BlockRole block, Places places)
    {
        var numbers = NumberClassifier.All(line.Text, line.Canon);
        var list = Numbering.Of(line) is { } number ? number.TextStart : 0;
        var at = 0;
        foreach (Match digits in Digits().Matches(line.Canon))
        {
            if (digits.Index < at)
            {
                continue;
            }

            var found = numbers.FirstOrDefault(n => n.Number.Start <= digits.Index && digits.Index < n.Number.End);
            var (start, end) = found is null ? (digits.Index, digits.Index + digits.Length) : (found.Number.Start, found.Number.End);
            at = end;
            var (use, fact) = found is null && Inside(line, digits.Index, out var whole) ? (whole, null) : Use(line, found, digits, start < list, role, block, places);
            yield return Entry(line, start, end, use, fact);
        }
    }

    /// <summary>Numbers written as words that are targets: "xây dựng hai mô hình"; of other words that also mean numbers nothing is said.</summary>
    private static IEnumerable<LedgerEntry> Worded(Line line, Places places) =>
        from number in WordedNumbers.Find(line.Canon)
        let target = places.TargetAt(line.Start + number.Start, number)
        where target is not null
        select Entry(line, number.Start, number.End, NumberUse.Target, target.Id);

    private static LedgerEntry Entry(Line line, int start, int end, NumberUse use, string? fact) => new(
        line.Text[start..end].TrimEnd('.', ','), line.Start + start, line.Start + end, line.Page, use, fact,
        line.Text[Math.Max(0, start - ContextReach)..Math.Min(line.Text.Length, end + ContextReach)]);

    /// <summary>The later digits of a citation or of a date.</summary>
    private static bool Inside(Line line, int at, out NumberUse use)
    {
        var isCited = CitationGrammar.Find(line.Text, line.Canon).Any(c => c.Start <= at && at < c.End);
        use = isCited ? NumberUse.Citation : NumberUse.Date;
        return isCited || DateGrammar.Find(line.Canon).Any(d => d.Start <= at && at < d.End);
    }

    private static (NumberUse Use, string? Fact) Use(Line line, ClassifiedNumber? found, Match digits, bool isList, ColumnRole? role, BlockRole block, Places places)
    {
        var at = line.Start + digits.Index;
        if (found is not null && places.TargetAt(at, found.Number) is { } target)
        {
            return (NumberUse.Target, target.Id);
        }

        if (found is not null && places.IsFunding(at, found))
        {
            return (NumberUse.Funding, null);
        }

        if (block is not BlockRole.Body)
        {
            return (NumberUse.Page, null);
        }

        if (isList || role == ColumnRole.Number)
        {
            return (NumberUse.ListNumber, null);
        }

        if (PhoneBefore().IsMatch(line.Canon[Math.Max(0, digits.Index - 60)..digits.Index]) || (digits.Value.Length >= 9 && digits.Value[0] == '0'))
        {
            return (NumberUse.Phone, null);
        }

        var use = found is null ? NumberUse.Code : OfClass(found.Class);
        if (use != NumberUse.Mention)
        {
            return (use, null);
        }

        if (places.ReferenceAt(at, digits.Value.TrimEnd('.', ',')) is { } task)
        {
            return (NumberUse.Reference, task.Id);
        }

        return (role switch
        {
            ColumnRole.Baseline => NumberUse.Result,
            ColumnRole.Money => NumberUse.Money,
            ColumnRole.Deadline => NumberUse.Date,
            _ when places.IsPast(at) || NumberClassifier.IsPast(line.Canon[..digits.Index]) => NumberUse.Result,
            _ when line.Canon.Trim(' ', '-', '.').All(char.IsAsciiDigit) => NumberUse.Page,
            _ => NumberUse.Mention,
        }, null);
    }

    private static NumberUse OfClass(NumberClass c) => c switch
    {
        NumberClass.Citation => NumberUse.Citation,
        NumberClass.Date => NumberUse.Date,
        NumberClass.Year => NumberUse.Year,
        NumberClass.Money => NumberUse.Money,
        NumberClass.Ordinal => NumberUse.Ordinal,
        NumberClass.Enumerator => NumberUse.ListNumber,
        NumberClass.Age => NumberUse.Age,
        NumberClass.Duration => NumberUse.Duration,
        NumberClass.Frequency => NumberUse.Frequency,
        NumberClass.Code => NumberUse.Code,
        NumberClass.Norm => NumberUse.Norm,
        NumberClass.Definition => NumberUse.Definition,
        NumberClass.Scope => NumberUse.Scope,
        NumberClass.PastResult => NumberUse.Result,
        NumberClass.Name => NumberUse.Name,
        _ => NumberUse.Mention,
    };

    /// <summary>Where the plan's facts stand.</summary>
    private sealed class Places(Plan plan, Outline outline)
    {
        private readonly ILookup<decimal, Target> _targets = plan.Targets.SelectMany(t => t.ValueMax is { } max ? new[] { (t.Value, t), (max, t) } : [(t.Value, t)]).ToLookup(t => t.Item1, t => t.t);
        private readonly ILookup<int, FundingItem> _funding = plan.Funding.SelectMany(f => Buckets(f.Span).Select(b => (b, f))).ToLookup(f => f.b, f => f.f);
        private readonly ILookup<int, PlanTask> _tasks = plan.Tasks.Where(t => t.RefersTo.Count > 0).SelectMany(t => Buckets(t.Span).Select(b => (b, t))).ToLookup(t => t.b, t => t.t);
        private readonly List<(int Start, int End)> _past = [.. outline.All().Where(s => s.Heading is { } h && PastHeading().IsMatch(h.Canon)).Select(s => (s.Start, s.End))];

        private const int Bucket = 1_000;

        private static IEnumerable<int> Buckets(Span span) => Enumerable.Range(span.Start / Bucket, (span.End / Bucket) - (span.Start / Bucket) + 1);

        public Target? TargetAt(int at, NumberToken number) => _targets[number.Value].FirstOrDefault(t => t.Span.Start <= at && at < t.Span.End);

        public bool IsFunding(int at, ClassifiedNumber number) => _funding[at / Bucket].Any(f => f.Span.Start <= at && at < f.Span.End) && number.Class is NumberClass.Money or NumberClass.Bare or NumberClass.Candidate;

        public PlanTask? ReferenceAt(int at, string printed) => _tasks[at / Bucket].FirstOrDefault(t => t.Span.Start <= at && at < t.Span.End
            && t.RefersTo.Any(r => r == printed || r.Contains("." + printed, StringComparison.Ordinal) || r.StartsWith(printed + ".", StringComparison.Ordinal)));

        public bool IsPast(int at) => _past.Any(p => p.Start <= at && at < p.End);
    }
}
