using System.Text.RegularExpressions;
using Plans.Extraction.Reading;

namespace Plans.Extraction.Targets;

/// <summary>
/// Cuts a line into one clause for each candidate number. Semicolons, ends of sentences, brackets and "trong đó" always part; between two
/// numbers without those, a comma or a joining word does.
/// </summary>
internal static partial class ClauseCutter
{
    [GeneratedRegex(@"(?:đạt|là|:|lên|còn|chiếm|mức|xuống|bằng|tỷ lệ|được)\s*$", RegexOptions.RightToLeft, RegexLimit.Milliseconds)]
    private static partial Regex Link();

    [GeneratedRegex(@",\s|:\s|(?<!phối hợp|gắn|so|cùng|liên kết|kết nối|tương ứng|đối)\s(?:và|cho|với|gồm|hoặc|mỗi|tại)\s", RegexOptions.None, RegexLimit.Milliseconds)]
    private static partial Regex Joint();

    public static IReadOnlyList<Clause> Of(Line line, IReadOnlyList<ClassifiedNumber> candidates)
    {
        var cuts = Cuts(line, candidates);
        var clauses = new List<Clause>();
        for (var i = 0; i < candidates.Count; i++)
        {
            var number = candidates[i];
            var start = HardStart(cuts, number.Number.Start);
            if (i > 0 && clauses[^1].Number.UnitEnd > start)
            {
                start = clauses[^1].End;
            }

            var (comparator, at) = Comparators.Of(line.Canon, number, start);
            if (i > 0 && comparator == "=" && number.Number.Value != 100 && clauses[^1].Comparator is "+" or "-" && clauses[^1].End == start && IsBare(line.Canon[start..at]))
            {
                comparator = clauses[^1].Comparator;
            }

            var end = HardEnd(cuts, number.UnitEnd, line.Text.Length);
            if (i + 1 < candidates.Count && candidates[i + 1].Number.Start < end)
            {
                end = SoftSplit(line.Canon, start, at, number, candidates[i + 1], end);
            }

            var parent = Parent(cuts, clauses, number);
            parent = parent < 0 && i > 0 && IsPartOfPrevious(line.Canon, number) ? i - 1 : parent;
            parent = parent >= 0 ? OfSameUnit(line.Canon, clauses, parent, number) : parent;
            parent = parent >= 0 && !IsWithin(line.Canon, clauses, parent, number, start) ? -1 : parent;
            clauses.Add(new Clause(line, number, start, Math.Max(end, number.UnitEnd), at, comparator, parent));
        }

        return clauses;
    }

    /// <summary>"…; tối thiểu 75% trong số đó được kết nối".</summary>
    private static bool IsPartOfPrevious(string canon, ClassifiedNumber number) => canon.AsSpan(number.UnitEnd).StartsWith(" trong số đó", StringComparison.Ordinal);

    /// <summary>"26 lớp, 910 học viên (phi nông nghiệp 11 lớp, 385 học viên; …)": of two wholes, the one that is counted in the part's unit.</summary>
    private static int OfSameUnit(string canon, List<Clause> before, int whole, ClassifiedNumber number)
    {
        string Unit(ClassifiedNumber n) => canon[n.UnitStart..n.UnitEnd];
        var unit = Unit(number);
        var other = whole - 1;
        return number.Number.Percent || unit.Length == 0 || unit == Unit(before[whole].Number) || other < 0 || before[other].Parent != before[whole].Parent
            || unit != Unit(before[other].Number) || canon.AsSpan(before[other].Number.UnitEnd, before[whole].Number.Number.Start - before[other].Number.UnitEnd).IndexOfAny(';', '.') >= 0 ? whole : other;
    }

    /// <summary>
    /// Whether a number is still a part of the whole after which "trong đó" stands. A sum of money between them is the whole instead; past a
    /// semicolon the parts end where they sum to the whole, where the unit changes, or where another thing is to be done.
    /// </summary>
    private static bool IsWithin(string canon, List<Clause> before, int whole, ClassifiedNumber number, int start)
    {
        var after = canon[before[whole].Number.UnitEnd..number.Number.Start];
        if (MoneyWhole().IsMatch(after))
        {
            return false;
        }

        var parts = before.Skip(whole + 1).Where(c => c.Parent == whole).ToList();
        if (parts.Count > 0 && number.Unit == Catalogues.UnitKind.Measure && !IsOpenBracket(canon, number) && parts.Append(before[whole]).All(c => !c.Number.Number.Percent && Differs(canon, c.Number, number)))
        {
            return false;
        }

        if (parts.Count == 0 || canon.IndexOf(';', parts[^1].Number.UnitEnd, number.Number.Start - parts[^1].Number.UnitEnd) < 0)
        {
            return parts.Count == 0 || before[^1].Parent >= 0;
        }

        string Unit(ClassifiedNumber n) => canon[n.UnitStart..n.UnitEnd];
        var sameUnit = parts.Any(p => Unit(p.Number) == Unit(number)) || Unit(before[whole].Number) == Unit(number) || number.UnitStart == number.UnitEnd;
        var isWhole = !number.Number.Percent && parts.Sum(p => p.Number.Number.Value) == before[whole].Number.Number.Value;
        var own = canon[start..number.Number.Start].TrimStart();
        return before[^1].Parent >= 0 && sameUnit && !isWhole && (ListOfParts().IsMatch(after) || !(number.Number.Percent ? NewAim().IsMatch(own) : NewThing().IsMatch(own) || DoingVerbs.BeginsAt(own, 0)));
    }

    private static bool Differs(string canon, ClassifiedNumber a, ClassifiedNumber b) => canon[a.UnitStart..a.UnitEnd] != canon[b.UnitStart..b.UnitEnd];

    private static bool IsOpenBracket(string canon, ClassifiedNumber number) => canon.LastIndexOf('(', number.Number.Start) > canon.LastIndexOf(')', number.Number.Start);

    [GeneratedRegex(@"\d[\d.,]*\s(?:nghìn |triệu |tỷ |tỉ )*đồng[^;.\d]*trong đó", RegexOptions.None, RegexLimit.Milliseconds)]
    private static partial Regex MoneyWhole();

    [GeneratedRegex(@"(?:trong đó|gồm|cụ thể|như sau|chia ra|theo [\p{L} ,]{2,30})\s?:", RegexOptions.None, RegexLimit.Milliseconds)]
    private static partial Regex ListOfParts();

    [GeneratedRegex(@"^(?:đến năm|phấn đấu|bảo đảm|đảm bảo|tổ chức|xây dựng|tiêm|thực hiện|nâng|giảm|duy trì|trồng|hỗ trợ|đào tạo|bồi dưỡng|thu hút|giới thiệu|giải quyết)\s?|^$", RegexOptions.None, RegexLimit.Milliseconds)]
    private static partial Regex NewAim();

    [GeneratedRegex(@"^(?:đến năm|phấn đấu|bảo đảm|đảm bảo|tổ chức|xây dựng|tiêm|thực hiện|nâng|giảm|duy trì|trồng|khoanh nuôi|hỗ trợ|đào tạo|bồi dưỡng|thu hút|giới thiệu|giải quyết|tư vấn|cấp|lắp đặt|thành lập)\s", RegexOptions.None, RegexLimit.Milliseconds)]
    private static partial Regex NewThing();

    /// <summary>"giảm 20% số vụ, 15% số người chết": nothing of its own stands before the second number.</summary>
    private static bool IsBare(string left) => left.Trim(' ', ',').TrimStart() is "" or "và";

    /// <summary>Brackets without a candidate belong to the words around them.</summary>
    private static List<ClauseBoundary> Cuts(Line line, IReadOnlyList<ClassifiedNumber> candidates)
    {
        var cuts = new List<ClauseBoundary>();
        var depthDropped = 0;
        foreach (var cut in ClauseBoundaries.In(line.Canon))
        {
            if (candidates.Any(c => cut.Start >= c.Number.Start && cut.Start < c.Number.End))
            {
                continue;
            }

            if (cut is { IsOpen: true, IsPart: false })
            {
                var close = line.Canon.IndexOf(')', cut.Start);
                var to = close < 0 ? line.Canon.Length : close;
                if (!candidates.Any(c => c.Number.Start > cut.Start && c.Number.Start < to))
                {
                    depthDropped = to + 1;
                    continue;
                }
            }
            else if (cut.Start < depthDropped)
            {
                continue;
            }

            cuts.Add(cut);
        }

        return cuts;
    }

    private static int HardStart(List<ClauseBoundary> cuts, int at) => cuts.FindLastIndex(c => c.End <= at) is >= 0 and var last ? cuts[last].End : 0;

    private static int HardEnd(List<ClauseBoundary> cuts, int at, int length) => cuts.FindIndex(c => c.Start >= at) is >= 0 and var next ? cuts[next].Start : length;

    /// <summary>Where, between two numbers, the words of the first end and those of the second begin.</summary>
    private static int SoftSplit(string canon, int start, int comparatorStart, ClassifiedNumber first, ClassifiedNumber second, int hardEnd)
    {
        var from = first.UnitEnd;
        var gap = canon[from..Math.Min(second.Number.Start, hardEnd)];
        var joints = Joint().Matches(gap).Where(j => j.Value[0] != ':' || !string.IsNullOrWhiteSpace(gap[(j.Index + j.Length)..])).ToList();
        if (joints.Count == 0)
        {
            return from;
        }

        var left = canon[start..comparatorStart];
        var indicatorBefore = Link().IsMatch(left) || (left.Trim().Split(' ').Length >= 3 && gap.TrimStart().StartsWith(','));
        var isClosed = joints[0].Index == 0;
        var comma = joints.FindLastIndex(j => j.Value[0] == ',');
        var isNewThing = comma >= 0 && comma < joints.Count - 1 && DoingVerbs.BeginsAt(gap, joints[comma].Index + joints[comma].Length) && !DoingVerbs.EndsWithVerb(gap[..joints[comma].Index]);
        var joint = indicatorBefore || isClosed ? joints[0] : isNewThing ? joints[comma] : joints[^1];
        return from + joint.Index + (joint.Value[0] is ',' or ':' ? 1 : 0);
    }

    /// <summary>After "trong đó", or in brackets, the parts of the number before; until the sentence, or the bracket, ends.</summary>
    private static int Parent(List<ClauseBoundary> cuts, List<Clause> before, ClassifiedNumber number)
    {
        var closed = 0;
        for (var i = cuts.Count - 1; i >= 0; i--)
        {
            var cut = cuts[i];
            if (cut.End > number.Number.Start)
            {
                continue;
            }

            if (cut.EndsSentence && closed == 0)
            {
                return -1;
            }

            closed += cut.IsClose ? 1 : 0;
            if (cut.IsOpen && closed > 0)
            {
                closed--;
                continue;
            }

            if ((cut.IsPart || cut.IsOpen) && closed == 0)
            {
                return before.FindLastIndex(c => c.Number.Number.Start < cut.Start);
            }
        }

        return -1;
    }
}
