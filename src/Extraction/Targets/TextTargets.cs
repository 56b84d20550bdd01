using System.Text.RegularExpressions;
using Plans.Extraction.Catalogues;
using Plans.Extraction.Language;
using Plans.Extraction.Reading;
using Plans.Extraction.Sections;

namespace Plans.Extraction.Targets;

/// <summary>Targets in sentences, bullets and headings.</summary>
internal sealed partial class TextTargets(int? planYear, int? documentYear)
{
    private readonly Commitment _commitment = new(documentYear);

    [GeneratedRegex(@"(?:mức hỗ trợ|mức chi|định mức|điều kiện|đối tượng|mức thưởng|mức phạt|lãi suất)[^:]{0,60}:$|^(?:đối tượng|mức hỗ trợ|điều kiện|nguyên tắc|định mức)", RegexOptions.None, RegexLimit.Milliseconds)]
    private static partial Regex NormLabel();

    [GeneratedRegex(@"thực trạng|hiện trạng|tình hình|kết quả|đánh giá|sự cần thiết|hạn chế|tồn tại|cơ sở|đặc điểm|bối cảnh", RegexOptions.None, RegexLimit.Milliseconds)]
    private static partial Regex PastHeading();

    [GeneratedRegex(@"^(?:đánh giá chung|thực trạng|tình hình|kết quả đạt được|kết quả thực hiện|tồn tại|hạn chế|khó khăn|sự cần thiết|đặc điểm|bối cảnh)", RegexOptions.None, RegexLimit.Milliseconds)]
    private static partial Regex PastStart();

    public IEnumerable<TargetDraft> Read(SectionNode node, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        if (IsPastSection(node))
        {
            yield break;
        }

        if (node.Heading is { } heading && node.Kind != SectionKind.Appendix)
        {
            foreach (var draft in ReadLine(node, heading, null, isHeading: true))
            {
                yield return draft;
            }
        }

        TargetDraft? above = null;
        int? introYear = null;
        var introMarker = node.Units.Count > 0 ? node.Units[0].Marker : '\0';
        var underNorm = false;
        var sharesOf = node.Heading is { } title && SharedHeads.IsStructure(title.Canon) ? IndicatorWords.Clean(title.Text) : null;
        foreach (var unit in node.Units)
        {
            var isSub = unit.IsBullet && unit.Marker != introMarker;
            if (!isSub)
            {
                above = null;
                introYear = null;
                var introduces = !unit.IsBullet || unit.Body.Text.TrimEnd().EndsWith(':');
                underNorm = introduces && (NormLabel().IsMatch(unit.Body.Canon) && unit.Body.Text.Length < 200 || NormLabel().IsMatch(FirstWords(unit.Body.Canon)));
            }

            var drafts = underNorm ? [] : ReadLine(node, unit.Body, introYear, sharesOf: sharesOf).ToList();
            foreach (var draft in drafts)
            {
                yield return isSub && above is not null && draft.Parent is null ? WithParent(draft, above, drafts) : draft;
            }

            if (!isSub && unit.Body.Text.TrimEnd().EndsWith(':'))
            {
                introMarker = unit.Marker;
                above = drafts.Count > 0 ? drafts[^1] : null;
                introYear = YearReader.In(unit.Body.Canon);
                sharesOf = drafts.Count == 0 && SharedHeads.IsStructure(unit.Body.Canon) ? IndicatorWords.Clean(unit.Body.Text.TrimEnd(' ', ':')) : sharesOf;
            }
            else if (!isSub)
            {
                introMarker = unit.Marker;
            }
        }
    }

    [GeneratedRegex(@"^(?:giai đoạn|năm|đến năm)[\s\d-–]*$", RegexOptions.IgnoreCase, RegexLimit.Milliseconds)]
    private static partial Regex YearOnly();

    /// <summary>Aims of a text without numbered sections: shares in sentences that strive for something, not those of its grounds.</summary>
    public IEnumerable<TargetDraft> ReadUnsectioned(Line line)
    {
        if (Ground().IsMatch(line.Canon) || !line.Canon.Contains('%') || !Commitment.Aims().IsMatch(line.Canon))
        {
            return [];
        }

        return ReadLine(new SectionNode("", "", default, 0, null) { Start = line.Start, Page = line.Page, End = line.End }, line, null).Where(d => d.Number.Number.Percent);
    }

    [GeneratedRegex(@"^[\s\-+]*(?:căn cứ|xét|theo đề nghị|thực hiện|để thực hiện|triển khai|tiếp tục thực hiện|thi hành)\s", RegexOptions.None, RegexLimit.Milliseconds)]
    private static partial Regex Ground();

    private static string FirstWords(string canon) => canon[..Math.Min(canon.Length, 40)];

    private static TargetDraft WithParent(TargetDraft draft, TargetDraft parent, List<TargetDraft> siblings) =>
        siblings.Any(s => ReferenceEquals(s.Parent, draft)) ? draft : draft with { Parent = parent, EachYear = draft.EachYear || parent.EachYear };

    /// <summary>A longer heading is a sentence of its own: an article that decides.</summary>
    private const int LongestTitle = 100;

    private static bool IsPastSection(SectionNode node) =>
        node.Ancestors().Prepend(node).Any(n => n.Heading is { } h && (n.Kind == SectionKind.Other && h.Text.Length < LongestTitle ? PastHeading().IsMatch(h.Canon) : PastStart().IsMatch(h.Canon)));

    public IEnumerable<TargetDraft> ReadLine(SectionNode node, Line line, int? introYear, bool isHeading = false, string source = "text", string? sharesOf = null)
    {
        var numbers = NumberClassifier.All(line.Text, line.Canon);
        if (numbers.Count == 0)
        {
            return [];
        }

        var candidates = numbers.Select(n => CandidateNumbers.AsCandidate(node, line, n)).OfType<ClassifiedNumber>().Where(n => _commitment.IsCommitted(node, line, n, isHeading)).ToList();
        candidates = [.. candidates.Where((n, i) => !OtherNumbersPlace.IsWithinShare(line, n, candidates))];
        candidates = [.. candidates.Where((n, i) => !OtherNumbersPlace.IsPlaceOfAnother(line, n, i > 0 ? candidates[i - 1] : null))];
        return candidates.Count == 0 ? [] : Drafts(node, line, candidates, numbers, introYear, source, sharesOf);
    }

    private List<TargetDraft> Drafts(SectionNode node, Line line, List<ClassifiedNumber> candidates, IReadOnlyList<ClassifiedNumber> numbers, int? introYear, string source, string? sharesOf)
    {
        var clauses = ClauseCutter.Of(line, candidates);
        var head = SharedHeads.CommonHead(line, clauses) ?? (clauses.All(c => c.Number.Number.Percent) ? sharesOf : null);
        var inTurn = Respectively.Of(clauses);
        var drafts = new List<TargetDraft?>();
        for (var at = 0; at < clauses.Count; at++)
        {
            var cut = clauses[at];
            var inner = SharedHeads.StructureHead(line, cut);
            var clause = inner is null ? cut : cut with { Parent = -1 };
            var previous = drafts.LastOrDefault(d => d is not null);
            var indicator = IndicatorWords.Of(clause);
            if (indicator is not null && (inner ?? head) is { } shared && clause.Parent < 0)
            {
                indicator = SharedHeads.WithHead(indicator, shared);
            }

            indicator = indicator is not null && previous is not null ? AlignedHeads.Of(indicator, previous, clause) ?? SharedHeads.SamePlaceHead(indicator, previous, clause) : indicator;
            var attendance = Attendance.Of(clause, at > 0 ? clauses[at - 1] : null);
            indicator = attendance?.Indicator ?? indicator;
            indicator = indicator is not null && SharedPredicates.Of(clauses, at) is { } shares ? indicator + " " + shares : indicator;
            if (indicator is not null && previous is not null && clause.Number.Number.Percent && clause.Left.Trim(' ', ',') is "chiếm" or "bằng")
            {
                indicator = previous.Indicator + " " + clause.Left.Trim(' ', ',') + " " + indicator;
            }

            var last = drafts.Count > 0 ? drafts[^1] : null;
            if (last is not null && at > 0 && clause.Parent == clauses[at - 1].Parent && (SameIndicator.IsOtherYear(clause, clauses[at - 1]) || SameIndicator.IsEachYear(clause, clauses[at - 1])))
            {
                indicator = last.Indicator;
            }

            var following = indicator is null && previous is null ? SameIndicator.Following(clauses, at) : null;
            var inherits = indicator is null && previous is not null && at > 0 && clause.Number.Number.Percent && clauses[at - 1].End == clause.Start;
            indicator ??= clause.Number.Number.Percent ? previous?.Indicator ?? following : null;
            var whole = clause.Parent >= 0 ? drafts[clause.Parent] : null;
            if (whole is not null && last is { Parent: not null } && clause.Left.Trim() is "" or "," && indicator == clause.Line.Text[clause.Number.UnitStart..clause.Number.UnitEnd]
                && last.Unit is { } lastUnit && last.Indicator.EndsWith(" " + lastUnit, StringComparison.Ordinal))
            {
                indicator = last.Indicator[..^(lastUnit.Length + 1)];
            }

            if (whole is not null && (indicator is null || (indicator == whole.Unit && indicator == clause.Line.Text[clause.Number.UnitStart..clause.Number.UnitEnd]) || YearOnly().IsMatch(indicator)))
            {
                indicator = whole.Indicator;
            }

            indicator = indicator is not null && previous is not null && at > 0 && clauses[at - 1].End == clause.Start ? SharedPredicates.OfNounBefore(indicator, previous, clause) : indicator;
            var turn = inTurn.GetValueOrDefault(at);
            indicator = turn?.Indicator ?? indicator;
            if (indicator is null || !indicator.Any(char.IsLetter) || SameIndicator.NamesOthers(indicator))
            {
                drafts.Add(null);
                continue;
            }

            var parent = clause.Parent >= 0 ? drafts[clause.Parent] : null;
            indicator = parent is not null && SharedHeads.GroupOnly().IsMatch(indicator) ? parent.Indicator + " " + indicator : indicator;
            var draft = Draft(node, clause, indicator, parent, introYear, source);
            draft = draft with { Baseline = BaselineReader.Of(line, clause.Number, numbers, draft.Unit) };
            draft = turn?.Year is { } year ? draft with { Year = year } : draft;
            drafts.Add(draft with { Quote = line.Slice(attendance?.Start ?? (inherits ? clauses[at - 1].Start : clause.Start), following is null ? clause.End : clauses[at + 1].End).Trim() });
        }

        return [.. drafts.OfType<TargetDraft>()];
    }

    private TargetDraft Draft(SectionNode node, Clause clause, string indicator, TargetDraft? parent, int? introYear, string source)
    {
        var number = clause.Number;
        var canon = clause.Line.Canon;
        var unit = number.Number.Percent ? "%" : number.UnitStart < number.UnitEnd ? clause.Line.Text[number.UnitStart..number.UnitEnd] : parent?.Unit ?? UnitOf(indicator);
        var year = YearReader.Near(canon, clause.Start, clause.End, number.Number.Start, documentYear) ?? parent?.Year ?? introYear ?? HeadingYear(node)
            ?? YearReader.OfAnother(canon, clause.End, documentYear) ?? planYear;
        return new TargetDraft
        {
            Indicator = indicator,
            Comparator = clause.Comparator,
            Number = number,
            Unit = unit,
            Year = year,
            EachYear = YearReader.IsEachYear(canon, clause.Start, clause.End) || parent is { EachYear: true },
            Section = node.Path,
            Source = source,
            Quote = clause.Line.Slice(clause.Start, clause.End).Trim(),
            Printed = clause.Line.Text[number.Number.Start..number.UnitEnd],
            Confidence = node.Kind == SectionKind.Objectives ? 0.95 : number.Number.Percent ? 0.85 : 0.75,
            Parent = parent,
        };
    }

    /// <summary>"nâng tổng số sản phẩm lên 217": what is counted is the unit.</summary>
    private static string? UnitOf(string indicator)
    {
        var canon = Canon.Form(indicator);
        var number = NumberOf().Match(canon);
        return number.Success && Units.At(canon, number.Length) is { Kind: UnitKind.People or UnitKind.Body or UnitKind.Output } unit
            ? indicator.Substring(number.Length, unit.Length) : null;
    }

    [GeneratedRegex(@"^(?:tổng )?số (?:lượng )?", RegexOptions.None, RegexLimit.Milliseconds)]
    private static partial Regex NumberOf();

    private static int? HeadingYear(SectionNode node) =>
        node.Ancestors().Prepend(node).Select(n => n.Heading is { } h ? YearReader.InHeading(h.Canon) : null).FirstOrDefault(y => y is not null);
}
