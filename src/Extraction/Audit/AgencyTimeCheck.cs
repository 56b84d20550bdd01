using System.Text.RegularExpressions;
using Plans.Extraction.Catalogues;
using Plans.Extraction.Citations;
using Plans.Extraction.Language;
using Plans.Extraction.Reading;
using Plans.Extraction.Sections;
using Plans.Extraction.Tables;

namespace Plans.Extraction.Audit;

/// <summary>
/// agency-not-existing: the plan gives a part to an agency that no longer existed at its date, or did not yet. What it says of the past, of
/// handing over, within a title or of who issued an instrument does not count.
/// </summary>
internal static partial class AgencyTimeCheck
{
    private const int LongestQuote = 240;

    /// <summary>How far before a name the instrument stands that the agency issued.</summary>
    private const int IssuerReach = 120;

    [GeneratedRegex(@"trước đây|trước khi|trước sáp nhập|trước sắp xếp|trước ngày|\bcũ\b|sáp nhập|hợp nhất|tiếp nhận|bàn giao|chuyển giao|chuyển về|chuyển từ|giải thể|kế thừa|thay thế|nay là|tiền thân|kết thúc hoạt động|sau sắp xếp|sau khi sắp xếp|nguyên là|đã ban hành|đã ký|đã có", RegexOptions.NonBacktracking)]
    private static partial Regex OfThePast();

    [GeneratedRegex(@"thực trạng|tình hình|kết quả|đánh giá|sự cần thiết|hạn chế|tồn tại|cơ sở|căn cứ", RegexOptions.NonBacktracking)]
    private static partial Regex PastHeading();

    public static IEnumerable<Finding> Check(Outline outline, IReadOnlyList<ReadTable> tables, DocumentFields fields, SpanMaker spans)
    {
        if (fields.Date is not { } date)
        {
            return [];
        }

        var reported = Agencies.All.Where(a => IsReported(a, date)).ToHashSet();
        return reported.Count == 0 ? [] : Mentions(outline, tables, reported, date).DistinctBy(m => m.Agency.Id).Select(m => ToFinding(m, date, spans));
    }

    private sealed record Mention(AgencyEntry Agency, Line Line, int Start, int End);

    private static bool IsReported(AgencyEntry agency, string date) =>
        (agency.ReportedFrom is { } from && string.CompareOrdinal(IsoDate.Earliest(date), from) >= 0)
        || (agency.ReportedBefore is { } before && string.CompareOrdinal(IsoDate.Latest(date), before) < 0);

    private static IEnumerable<Mention> Mentions(Outline outline, IReadOnlyList<ReadTable> tables, HashSet<AgencyEntry> reported, string date)
    {
        var sections = outline.All().Where(s => !s.Ancestors().Prepend(s).Any(n => n.Kind is SectionKind.Other or SectionKind.Purpose && n.Heading is { } h && PastHeading().IsMatch(h.Canon)));
        var lines = sections.SelectMany(s => (s.Heading is { } heading ? [heading] : Array.Empty<Line>()).Concat(s.Units.Select(u => u.Body)));
        var cells = tables.Where(t => t.Shape.IsAssignments).SelectMany(t => Enumerable.Range(t.Shape.HeaderRows, t.Grid.RowCount - t.Shape.HeaderRows).SelectMany(t.Grid.Row));
        return lines.Concat(cells).SelectMany(line => In(line, reported, date)).OrderBy(m => m.Line.Start + m.Start);
    }

    private static IEnumerable<Mention> In(Line line, HashSet<AgencyEntry> reported, string date)
    {
        for (var at = 0; at < line.Text.Length; at++)
        {
            if (!char.IsUpper(line.Text[at]) || (at > 0 && char.IsLetterOrDigit(line.Text[at - 1])))
            {
                continue;
            }

            var (entries, end) = Agencies.Names.At(line.Canon, at);
            if (entries.Count == 0)
            {
                continue;
            }

            var agency = AgencyResolver.At(entries, date);
            if (reported.Contains(agency) && !IsAside(line, at, end))
            {
                yield return new Mention(agency, line, at, end);
            }

            at = Math.Max(at, end - 1);
        }
    }

    private static bool IsAside(Line line, int start, int end)
    {
        var (from, to) = Sentence(line.Canon, start, end);
        return OfThePast().IsMatch(line.Canon[from..to]) || IsQuoted(line.Text, start) || IsIssuer(line, from, start);
    }

    /// <summary>"… Thông tư số 05/2023/TT-BKHĐT của Bộ Kế hoạch và Đầu tư": it issued the instrument when it stood.</summary>
    private static bool IsIssuer(Line line, int sentence, int at)
    {
        var from = Math.Max(sentence, at - IssuerReach);
        var before = line.Canon[from..at];
        return before.Any(char.IsDigit) && (before.TrimEnd() is var words && (words.EndsWith(" của", StringComparison.Ordinal) || words.EndsWith("bộ trưởng", StringComparison.Ordinal) || words.EndsWith(" và", StringComparison.Ordinal)))
            && CitationGrammar.Find(line.Text, line.Canon).Any(c => c.Start >= sentence - IssuerReach && c.End <= at && at - c.End < IssuerReach);
    }

    private static bool IsQuoted(string text, int at)
    {
        var open = text.LastIndexOf('“', at);
        return open >= 0 && text.IndexOf('”', open) > at;
    }

    private static (int From, int To) Sentence(string canon, int start, int end)
    {
        var before = canon.LastIndexOf(". ", start, StringComparison.Ordinal);
        var after = canon.IndexOf(". ", end, StringComparison.Ordinal);
        return (before < 0 ? 0 : before + 2, after < 0 ? canon.Length : after + 1);
    }

    private static Finding ToFinding(Mention mention, string date, SpanMaker spans)
    {
        var (agency, line) = (mention.Agency, mention.Line);
        var (from, to) = Sentence(line.Canon, mention.Start, mention.End);
        (from, to) = to - from <= LongestQuote ? (from, to) : (mention.Start, Math.Min(to, mention.Start + LongestQuote));
        var quote = line.Slice(from, to).Trim();
        return new Finding("agency-not-existing", Message(agency, date), quote.Text, spans.Of(quote));
    }

    private static string Message(AgencyEntry agency, string date)
    {
        var plan = $"văn bản ban hành {(date.Length == 10 ? "ngày " : "")}{IsoDate.Printed(date)}";
        if (agency.ReportedFrom is not { } from || string.CompareOrdinal(IsoDate.Earliest(date), from) < 0)
        {
            return $"{agency.Name} chỉ có từ ngày {IsoDate.Printed(agency.ValidFrom!)} ({agency.Source}); {plan}.";
        }

        return Agencies.Succession(agency) is { } next
            ? $"{agency.Name} không còn từ ngày {IsoDate.Printed(next.On)}, nhiệm vụ do {Agencies.Of(next.To).Name} tiếp nhận ({next.Instrument}); {plan}."
            : $"{agency.Name} không còn sau ngày {IsoDate.Printed(agency.ValidUntil!)} ({agency.Source}); {plan}.";
    }
}
