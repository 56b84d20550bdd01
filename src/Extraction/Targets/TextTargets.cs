using System.Text.RegularExpressions;
using Plans.Extraction.Catalogues;
using Plans.Extraction.Language;
using Plans.Extraction.Reading;
using Plans.Extraction.Sections;

namespace Plans.Extraction.Targets;

/// <summary>Targets in sentences, bullets and headings.</summary>
internal sealed partial class TextTargets(int? planYear, int? documentYear)
{
    [GeneratedRegex(@"(?:mức hỗ trợ|mức chi|định mức|điều kiện|đối tượng|mức thưởng|mức phạt|lãi suất)[^:]{0,60}:$|^(?:đối tượng|mức hỗ trợ|điều kiện|nguyên tắc|định mức)", RegexOptions.None, RegexLimit.Milliseconds)]
    private static partial Regex NormLabel();

    [GeneratedRegex(@"thực trạng|hiện trạng|tình hình|kết quả|đánh giá|sự cần thiết|hạn chế|tồn tại|cơ sở|đặc điểm|bối cảnh", RegexOptions.None, RegexLimit.Milliseconds)]
    private static partial Regex PastHeading();

    [GeneratedRegex(@"^(?:đánh giá chung|thực trạng|tình hình|kết quả đạt được|kết quả thực hiện|tồn tại|hạn chế|khó khăn|sự cần thiết|đặc điểm|bối cảnh)", RegexOptions.None, RegexLimit.Milliseconds)]
    private static partial Regex PastStart();

    [GeneratedRegex(@"^(?:cơ cấu|tỷ lệ|tỉ lệ|tỷ trọng|số lượng|sản lượng|diện tích|tốc độ|năng suất|số|quy mô|tổng)", RegexOptions.None, RegexLimit.Milliseconds)]
    private static partial Regex SharedHead();

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
        var sharesOf = node.Heading is { } title && IsStructure(title.Canon) ? IndicatorWords.Clean(title.Text) : null;
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
                sharesOf = drafts.Count == 0 && IsStructure(unit.Body.Canon) ? IndicatorWords.Clean(unit.Body.Text.TrimEnd(' ', ':')) : sharesOf;
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
        if (Ground().IsMatch(line.Canon) || !line.Canon.Contains('%') || !Aims().IsMatch(line.Canon))
        {
            return [];
        }

        return ReadLine(new SectionNode("", "", default, 0, null) { Start = line.Start, Page = line.Page, End = line.End }, line, null).Where(d => d.Number.Number.Percent);
    }

    [GeneratedRegex(@"^[\s\-+]*(?:căn cứ|xét|theo đề nghị|thực hiện|để thực hiện|triển khai|tiếp tục thực hiện|thi hành)\s", RegexOptions.NonBacktracking)]
    private static partial Regex Ground();

    private static bool IsStructure(string canon) => canon.StartsWith("cơ cấu ", StringComparison.Ordinal);

    /// <summary>"…; cơ cấu khách quốc tế: Hàn Quốc 22%, Trung Quốc 30%": the shares of a structure named within the line.</summary>
    private static string? StructureHead(Line line, Clause clause)
    {
        if (!clause.Number.Number.Percent || !line.Canon.Contains("cơ cấu", StringComparison.Ordinal))
        {
            return null;
        }

        var match = Structure().Matches(line.Canon).LastOrDefault(m => m.Index + m.Length <= clause.Number.Number.Start);
        return match is null || line.Canon[(match.Index + match.Length)..clause.Number.Number.Start].Contains(". ", StringComparison.Ordinal)
            ? null : line.Text[match.Groups["h"].Index..(match.Groups["h"].Index + match.Groups["h"].Length)];
    }

    [GeneratedRegex(@"(?:[.;,(:]\s?|trong đó[:,]?\s)(?<h>cơ cấu [^:;.\d]{3,80}):", RegexOptions.None, RegexLimit.Milliseconds)]
    private static partial Regex Structure();

    private static string FirstWords(string canon) => canon[..Math.Min(canon.Length, 40)];

    private static TargetDraft WithParent(TargetDraft draft, TargetDraft parent, List<TargetDraft> siblings) =>
        siblings.Any(s => ReferenceEquals(s.Parent, draft)) ? draft : draft with { Parent = parent, EachYear = draft.EachYear || parent.EachYear };

    private static bool IsPastSection(SectionNode node) =>
        node.Ancestors().Prepend(node).Any(n => n.Heading is { } h && (n.Kind == SectionKind.Other ? PastHeading().IsMatch(h.Canon) : PastStart().IsMatch(h.Canon)));

    public IEnumerable<TargetDraft> ReadLine(SectionNode node, Line line, int? introYear, bool isHeading = false, string source = "text", string? sharesOf = null)
    {
        var numbers = NumberClassifier.All(line.Text, line.Canon);
        if (numbers.Count == 0)
        {
            return [];
        }

        var candidates = numbers.Select(n => AsCandidate(node, line, n)).OfType<ClassifiedNumber>().Where(n => IsCommitted(node, line, n, isHeading)).ToList();
        candidates = [.. candidates.Where((n, i) => !IsWithinShare(line, n, candidates))];
        candidates = [.. candidates.Where((n, i) => !IsPlaceOfAnother(line, n, i > 0 ? candidates[i - 1] : null))];
        return candidates.Count == 0 ? [] : Drafts(node, line, candidates, numbers, introYear, source, sharesOf);
    }

    /// <summary>The number as a candidate: one with a unit, a bare one that an aim's words lead to, or one that counts a noun we do not know.</summary>
    private static ClassifiedNumber? AsCandidate(SectionNode node, Line line, ClassifiedNumber number)
    {
        if (number.Class == NumberClass.Candidate)
        {
            return number;
        }

        var before = line.Canon[..number.Number.Start].TrimEnd();
        if (number.Class == NumberClass.Duration)
        {
            return IsTimeLimit(before) && Limits.Any(w => before.EndsWith(" " + w, StringComparison.Ordinal)) ? number : null;
        }

        if (number.Class != NumberClass.Bare)
        {
            return null;
        }

        if (UnknownNoun().Match(line.Canon, number.Number.End, Math.Min(40, line.Text.Length - number.Number.End)) is { Success: true } noun
            && (number.Number.Digits[0] == '0' || number.Number.Value >= 10 || before.Length == 0 || DoingVerbs.EndsWithVerb(before)) && !char.IsUpper(line.Text[number.Number.End + 1])
            && (node.Kind is SectionKind.Objectives or SectionKind.Tasks or SectionKind.Appendix))
        {
            var word = noun.Groups["noun"];
            return number with { Class = NumberClass.Candidate, UnitStart = word.Index, UnitEnd = word.Index + word.Length, Unit = UnitKind.Output };
        }

        if (IsBarePart(line, number) || IsListedPart(line, number))
        {
            return number with { Class = NumberClass.Candidate };
        }

        return node.Kind == SectionKind.Objectives && Links.Any(w => before.EndsWith(" " + w, StringComparison.Ordinal)) ? number : null;
    }

    /// <summary>"1.500 dự án (miền Bắc 600, miền Nam 900)": a number alone in brackets, words before it and nothing after, is a part of the whole before them.</summary>
    private static bool IsBarePart(Line line, ClassifiedNumber number)
    {
        var open = line.Canon.LastIndexOf('(', number.Number.Start);
        var close = open < 0 ? -1 : line.Canon.IndexOf(')', open);
        return open > 0 && close >= number.Number.End && line.Canon[number.Number.End] is ',' or ';' or ')' && char.IsDigit(line.Canon[..open].FirstOrDefault(char.IsDigit))
            && PartBefore().IsMatch(line.Canon[open..number.Number.Start]) && BareParts().Count(line.Canon[open..(close + 1)]) >= 2;
    }

    /// <summary>"bồi dưỡng 1.450 lượt cán bộ, gồm lý luận chính trị 320, quản lý nhà nước 480 và chuyên môn 650": parts without the whole's unit.</summary>
    private static bool IsListedPart(Line line, ClassifiedNumber number)
    {
        var marker = PartsBegin().Matches(line.Canon[..number.Number.Start]).LastOrDefault();
        if (marker is null || !line.Canon.AsSpan(0, marker.Index).ContainsAnyInRange('0', '9'))
        {
            return false;
        }

        var end = line.Canon.AsSpan(number.Number.Start).IndexOfAny(';', ')') is >= 0 and var stop ? number.Number.Start + stop : line.Canon.Length;
        var parts = line.Canon[(marker.Index + marker.Length)..end];
        return !line.Canon[marker.Index..number.Number.Start].Contains(';') && ListEnd().IsMatch(line.Canon[number.Number.End..Math.Min(line.Canon.Length, number.Number.End + 4)])
            && ListedParts().Count(parts) >= 2;
    }

    [GeneratedRegex(@"(?:trong đó|bao gồm|gồm)(?: có)?[:,]?\s", RegexOptions.NonBacktracking)]
    private static partial Regex PartsBegin();

    [GeneratedRegex(@"^(?:\s?[,;.)]|\svà|$)", RegexOptions.NonBacktracking)]
    private static partial Regex ListEnd();

    [GeneratedRegex(@"\p{L}\s\d[\d.]*(?:,\s|;|\)|\svà\s|\.?$|\.\s)", RegexOptions.NonBacktracking)]
    private static partial Regex ListedParts();

    [GeneratedRegex(@"[(,;]\s?\p{L}[\p{L} -]{2,50}\s$", RegexOptions.None, RegexLimit.Milliseconds)]
    private static partial Regex PartBefore();

    [GeneratedRegex(@"\p{L}\s\d[\d.]*(?=[,;)])", RegexOptions.None, RegexLimit.Milliseconds)]
    private static partial Regex BareParts();

    /// <summary>"thời gian giải quyết còn không quá 12 tháng": a duration is an aim where the clause speaks of time.</summary>
    private static bool IsTimeLimit(string before)
    {
        if (Loan().IsMatch(before))
        {
            return false;
        }

        var clause = before[(Math.Max(before.LastIndexOfAny([';', '.']), before.LastIndexOf(", ", StringComparison.Ordinal)) + 1)..];
        return SubjectOfTime().IsMatch(clause) || (clause.Contains("thời gian", StringComparison.Ordinal) && !clause.Contains("thời gian đào tạo", StringComparison.Ordinal) && !clause.Contains("thời gian học", StringComparison.Ordinal) && !clause.Contains("thời hạn vay", StringComparison.Ordinal)) || clause.Contains("thời hạn", StringComparison.Ordinal);
    }

    [GeneratedRegex(@"(?:mức vay|cho vay|lãi suất|thời hạn vay|thời hạn cho vay)[^.;]*$", RegexOptions.NonBacktracking)]
    private static partial Regex Loan();

    /// <summary>"số ngày lưu trú bình quân đạt 2,3 ngày", "số năm sống khỏe tối thiểu đạt 67 năm": time itself is counted.</summary>
    [GeneratedRegex(@"(?:^|\s)(?:số (?:ngày|năm|giờ|phút|tháng|buổi)|ngày lưu trú|tuổi thọ|ngày khách|số ngày khách)(?!\p{L})", RegexOptions.None, RegexLimit.Milliseconds)]
    private static partial Regex SubjectOfTime();

    private static readonly string[] Links = ["đạt", "lên", "còn", "ít nhất", "tối thiểu", "khoảng", "trên", "dưới", "không quá", "đạt từ", "thêm"];

    private static readonly string[] Limits = ["không quá", "tối đa", "xuống còn", "giảm còn", "còn dưới", "dưới", "đạt", "còn", "là", "lên", "trên"];

    [GeneratedRegex(@"^\s(?<noun>(?!của|trên|dưới|tại|ở|và|hoặc|đến|tới|từ|là|có|được|trong|ngoài|theo|với|cho|để|về|so|thì|mà|như|bằng|khi|nếu|cũng|đã|sẽ|không|cấp|bên|mặt|đầu|cuối|trở|lần|thứ|năm|tháng|ngày|giờ|phút|đồng|triệu|tỷ|nghìn|này|nêu|trước|sau|nhất|qua|vào|hàng|hằng|các|những|đó|mới)\p{L}+)", RegexOptions.None, RegexLimit.Milliseconds)]
    private static partial Regex UnknownNoun();

    /// <summary>"150 bệnh nhân tại 02 cơ sở": the second number only says where; "100% xã tổ chức ít nhất 02 buổi": it is what each must do.</summary>
    private static bool IsPlaceOfAnother(Line line, ClassifiedNumber number, ClassifiedNumber? before)
    {
        if (before is null || number.Number.Percent)
        {
            return false;
        }

        var gap = line.Canon[before.UnitEnd..number.Number.Start];
        var isOneClause = gap.IndexOfAny([';', '.']) < 0;
        if (isOneClause && gap.Length < 60 && !gap.Contains(',') && gap.EndsWith(" cho ", StringComparison.Ordinal) && Territory.LengthAt(line.Canon, number.UnitStart) > 0)
        {
            return true;
        }

        var isLimit = before.Number.Percent && gap.Length < 90 && !gap.Contains(',') && LimitBefore().IsMatch(gap);
        var isDuty = (before.Number.Percent || (before.Unit == UnitKind.Body && number.Number.Value <= 5 && EachHas().IsMatch(gap))) && gap.Length < 140 && DutyBefore().IsMatch(gap) && !gap.TrimStart().StartsWith(',');
        return isOneClause && (isDuty || isLimit || (gap.Length < 90 && !gap.Contains(',') && PlaceBefore().IsMatch(gap)));
    }

    /// <summary>"03 lớp cho 6 huyện": places for which something is done that is counted already.</summary>
    private static readonly PhraseSet Territory = PhraseSet.Of(["xã", "phường", "huyện", "thôn", "bản", "tỉnh", "quận", "ấp", "buôn", "tổ dân phố", "thị trấn", "thị xã"]);

    /// <summary>"trẻ sơ sinh được tầm soát ít nhất 5 bệnh bẩm sinh đạt 80%": the number belongs to what the share counts.</summary>
    private static bool IsWithinShare(Line line, ClassifiedNumber number, List<ClassifiedNumber> all)
    {
        if (number.Number.Percent || all.FirstOrDefault(n => n.Number.Start >= number.UnitEnd) is not { Number.Percent: true } share)
        {
            return false;
        }

        var gap = line.Canon[number.UnitEnd..share.Number.Start];
        var before = line.Canon[(line.Canon.LastIndexOfAny([',', ';', '.', '('], Math.Max(0, number.Number.Start - 1)) + 1)..number.Number.Start];
        return gap.Length < 80 && gap.IndexOfAny([',', ';', '.', '(', ':']) < 0 && !Joins().IsMatch(gap) && Qualified().IsMatch(before);
    }

    [GeneratedRegex(@"\s(?:và|để|nhằm|trong đó|với|gồm|chiếm|bằng|tăng|giảm)\s", RegexOptions.NonBacktracking)]
    private static partial Regex Joins();

    [GeneratedRegex(@"(?:được|có|tỷ lệ|đạt chuẩn)(?:\s[\p{L}\d]+)*\s(?:ít nhất|tối thiểu|trên|dưới|từ|đủ|không quá)\s$|được(?:\s\p{L}+){2,8}\s$", RegexOptions.NonBacktracking)]
    private static partial Regex Qualified();

    [GeneratedRegex(@"\s(?:tổ chức|có|bố trí|phối hợp với|duy trì|thành lập|tham gia|gắn với|liên kết với|được|trồng|xây dựng)\s(?:từ |ít nhất |tối thiểu |trên )*$|\sđược(?:\s\p{L}+){1,6}\s(?:ít nhất|tối thiểu|đủ)\s$", RegexOptions.None, RegexLimit.Milliseconds)]
    private static partial Regex DutyBefore();

    /// <summary>"08 huyện có ít nhất 01 mô hình": what each of them has.</summary>
    [GeneratedRegex(@"^\s(?:mỗi \p{L}+ )?có (?:ít nhất|tối thiểu|từ)\s$", RegexOptions.NonBacktracking)]
    private static partial Regex EachHas();

    /// <summary>"giảm 10% số vụ ngộ độc trên 30 người": how large what is counted must be.</summary>
    [GeneratedRegex(@"(?<!đạt|là|còn|và)\s(?:trên|dưới|từ|quá)\s$", RegexOptions.None, RegexLimit.Milliseconds)]
    private static partial Regex LimitBefore();

    [GeneratedRegex(@"\s(?:tại|ở|của)\s(?:khoảng |trên |ít nhất )?$", RegexOptions.None, RegexLimit.Milliseconds)]
    private static partial Regex PlaceBefore();

    /// <summary>Whether the plan commits to the number here: results, norms and places where something happens do not count.</summary>
    private bool IsCommitted(SectionNode node, Line line, ClassifiedNumber number, bool isHeading)
    {
        var sentence = Sentence(line.Canon, number.Number.Start);
        var clause = line.Canon[ClauseStart(line.Canon, number.Number.Start)..number.Number.Start];
        if ((number.Number.Value == 0 && number.Number.Digits != "0") || sentence.TrimStart(' ', '-', '+').StartsWith("dự báo ", StringComparison.Ordinal))
        {
            return false;
        }

        if (NumberClassifier.IsPast(HardClause(line.Canon, number.Number.Start)) || NumberClassifier.IsPast(clause) || IsPastYear(sentence) || IsPastYear(Bracket(line.Canon, number.Number.Start)))
        {
            return false;
        }

        return node.Kind switch
        {
            SectionKind.Objectives => true,
            SectionKind.Funding => number.Number.Percent && sentence.Contains("phấn đấu", StringComparison.Ordinal),
            SectionKind.Purpose => number.Number.Percent && Aims().IsMatch(sentence),
            SectionKind.Appendix or SectionKind.Tasks or SectionKind.Other or SectionKind.Implementation =>
                number.Number.Percent || (number.Unit is not null && !(isHeading && number.Unit is UnitKind.Output or UnitKind.Body && number.Number.Digits.Length < 2)),
            _ => false,
        };
    }

    private bool IsPastYear(string sentence) =>
        documentYear is { } now && YearReader.In(sentence) is { } year && (year < now)
        && (sentence.Contains("đã ", StringComparison.Ordinal) || PastTerm().IsMatch(sentence) && !Aimed().IsMatch(sentence) || sentence.Contains("năm " + year, StringComparison.Ordinal) && !sentence.Contains("đến năm", StringComparison.Ordinal)
            && !sentence.Contains("so với", StringComparison.Ordinal) && !sentence.Contains("giai đoạn", StringComparison.Ordinal) && !sentence.Contains(" lên ", StringComparison.Ordinal)
            && !sentence.Contains("phấn đấu", StringComparison.Ordinal));

    /// <summary>"Giai đoạn 2016 - 2020, tỷ lệ hộ nghèo giảm từ 12,5% xuống 4,2%": a term that is over.</summary>
    [GeneratedRegex(@"^[\s\-+]*(?:trong |sau |kết thúc )?(?:giai đoạn|thời kỳ|nhiệm kỳ|năm|từ năm) (?:19|20)\d{2}\s?(?:-|đến)", RegexOptions.NonBacktracking)]
    private static partial Regex PastTerm();

    [GeneratedRegex(@"phấn đấu|mục tiêu|đến năm|dự kiến|kế hoạch|sẽ |phải ", RegexOptions.NonBacktracking)]
    private static partial Regex Aimed();

    /// <summary>From the last semicolon, bracket or end of a sentence up to a position, as far as words of the past reach; from the last words of striving where there are any.</summary>
    private static string HardClause(string canon, int at)
    {
        var first = Math.Max(0, at - NumberClassifier.PastReach);
        var start = first;
        for (var i = at - 1; i > first && start == first; i--)
        {
            start = canon[i] is ';' or '(' || (canon[i] == ' ' && canon[i - 1] == '.') ? i + 1 : first;
        }

        var clause = canon[start..at];
        var strives = Strives().Matches(clause).LastOrDefault();
        return strives is null ? clause : clause[(strives.Index + strives.Length)..];
    }

    [GeneratedRegex(@"phấn đấu|đến năm|đến cuối|đến hết|mục tiêu|nâng|\slên\s|kế hoạch|sẽ|tiếp tục|xây dựng|tổ chức", RegexOptions.None, RegexLimit.Milliseconds)]
    private static partial Regex Strives();

    /// <summary>Under "Mục đích, yêu cầu" most shares describe; those of a sentence that strives for something are aims.</summary>
    [GeneratedRegex(@"phấn đấu|đến năm|bảo đảm|đảm bảo|góp phần|nâng|giảm|đạt ít nhất|tối thiểu|ít nhất|không quá|(?:^|\s)(?:đạt|100%)", RegexOptions.None, RegexLimit.Milliseconds)]
    private static partial Regex Aims();

    private static int ClauseStart(string canon, int at)
    {
        for (var i = at - 1; i > 0; i--)
        {
            if (canon[i] is ';' or '(' || (canon[i] == ' ' && canon[i - 1] is '.' or ','))
            {
                return i + 1;
            }
        }

        return 0;
    }

    /// <summary>The words within the brackets around a position; empty outside brackets.</summary>
    private static string Bracket(string canon, int at)
    {
        var open = canon.LastIndexOf('(', at);
        var close = open < 0 ? -1 : canon.IndexOf(')', open);
        return close > at ? canon[(open + 1)..close] : "";
    }

    private static string Sentence(string canon, int at)
    {
        var start = canon.LastIndexOf(". ", Math.Max(0, at - 1), StringComparison.Ordinal);
        var end = canon.IndexOf(". ", at, StringComparison.Ordinal);
        var from = start < 0 ? 0 : start + 2;
        return OtherBrackets().Replace(canon[from..(end < 0 ? canon.Length : end)], m => at - from >= m.Index && at - from < m.Index + m.Length ? m.Value : " ");
    }

    /// <summary>"tối thiểu 11 bác sĩ (năm 2020 là 9,2)": what an aside says of other years says nothing of the number before it.</summary>
    [GeneratedRegex(@"\([^()]*\)", RegexOptions.None, RegexLimit.Milliseconds)]
    private static partial Regex OtherBrackets();

    private List<TargetDraft> Drafts(SectionNode node, Line line, List<ClassifiedNumber> candidates, IReadOnlyList<ClassifiedNumber> numbers, int? introYear, string source, string? sharesOf)
    {
        var clauses = ClauseCutter.Of(line, candidates);
        var head = CommonHead(line, clauses) ?? (clauses.All(c => c.Number.Number.Percent) ? sharesOf : null);
        var drafts = new List<TargetDraft?>();
        for (var at = 0; at < clauses.Count; at++)
        {
            var cut = clauses[at];
            var inner = StructureHead(line, cut);
            var clause = inner is null ? cut : cut with { Parent = -1 };
            var previous = drafts.LastOrDefault(d => d is not null);
            var indicator = IndicatorWords.Of(clause);
            if (indicator is not null && (inner ?? head) is { } shared && clause.Parent < 0)
            {
                indicator = WithHead(indicator, shared);
            }

            indicator = indicator is not null && previous is not null ? SamePlaceHead(indicator, previous, clause) : indicator;
            if (indicator is not null && previous is not null && clause.Number.Number.Percent && clause.Left.Trim(' ', ',') is "chiếm" or "bằng")
            {
                indicator = previous.Indicator + " " + clause.Left.Trim(' ', ',') + " " + indicator;
            }

            var last = drafts.Count > 0 ? drafts[^1] : null;
            if (last is not null && at > 0 && clause.Parent == clauses[at - 1].Parent && IsOtherYear(clause, clauses[at - 1]))
            {
                indicator = last.Indicator;
            }

            var following = indicator is null && previous is null ? Following(clauses, at) : null;
            indicator ??= clause.Number.Number.Percent ? previous?.Indicator ?? following : null;
            var whole = clause.Parent >= 0 ? drafts[clause.Parent] : null;
            if (whole is not null && last is not null && ReferenceEquals(last.Parent, whole) && clause.Left.Trim() is "" or "," && indicator == clause.Line.Text[clause.Number.UnitStart..clause.Number.UnitEnd]
                && last.Unit is { } lastUnit && last.Indicator.EndsWith(" " + lastUnit, StringComparison.Ordinal))
            {
                indicator = last.Indicator[..^(lastUnit.Length + 1)];
            }

            if (whole is not null && (indicator is null || (indicator == whole.Unit && indicator == clause.Line.Text[clause.Number.UnitStart..clause.Number.UnitEnd]) || YearOnly().IsMatch(indicator)))
            {
                indicator = whole.Indicator;
            }

            if (indicator is null || !indicator.Any(char.IsLetter))
            {
                drafts.Add(null);
                continue;
            }

            var parent = clause.Parent >= 0 ? drafts[clause.Parent] : null;
            indicator = parent is not null && GroupOnly().IsMatch(indicator) ? parent.Indicator + " " + indicator : indicator;
            var draft = Draft(node, clause, indicator, parent, introYear, source);
            draft = draft with { Baseline = BaselineReader.Of(line, clause.Number, numbers, draft.Unit) };
            drafts.Add(following is null ? draft : draft with { Quote = line.Slice(clause.Start, clauses[at + 1].End).Trim() });
        }

        return [.. drafts.OfType<TargetDraft>()];
    }

    /// <summary>Of "trong đó nữ 340 người" only the group is said; what is counted is that of the whole.</summary>
    [GeneratedRegex(@"^(?:nam|nữ|nam giới|nữ giới|cấp (?:tỉnh|huyện|xã|trung ương)|thành thị|đô thị|nông thôn|công lập|ngoài công lập)$", RegexOptions.IgnoreCase, RegexLimit.Milliseconds)]
    private static partial Regex GroupOnly();

    /// <summary>"… đến năm 2025 đạt 2,0 con/phụ nữ và đến năm 2030 duy trì 2,1 con/phụ nữ": the same in another year, nothing else is said.</summary>
    private static bool IsOtherYear(Clause clause, Clause previous)
    {
        var unit = clause.Line.Canon[clause.Number.UnitStart..clause.Number.UnitEnd];
        var left = clause.LeftCanon.Trim(' ', ',', ';');
        var (own, before) = (clause.RightCanon.Split('(')[0].Trim(' ', ',', ';', '.'), previous.RightCanon);
        var says = own.Length > 0 && !NoMore().IsMatch(own) && !before.Contains(own, StringComparison.Ordinal);
        var unitBefore = previous.Line.Canon[previous.Number.UnitStart..previous.Number.UnitEnd];
        return (unit == unitBefore || (unit.StartsWith('/') && unitBefore.StartsWith(unit, StringComparison.Ordinal))) && !says
            && (YearOfAim().IsMatch(left) || (left.Length == 0 || Comparing().IsMatch(left)) && YearTail().IsMatch(own) && YearTail().IsMatch(before));
    }

    [GeneratedRegex(@"^(?:và )?(?:phấn đấu )?(?:đến|vào|trong|tới)?\s?(?:hết |cuối )?năm (?:19|20)\d{2}(?: (?:là|đạt|còn|có|duy trì|giảm còn|giảm xuống còn|tăng lên|trên|dưới|từ|khoảng|ít nhất|tối thiểu|không quá|tối đa|ở mức|xuống|lên))*$", RegexOptions.None, RegexLimit.Milliseconds)]
    private static partial Regex YearOfAim();

    [GeneratedRegex(@"^(?:và)?\s?(?:trên|dưới|từ|khoảng|ít nhất|tối thiểu|không quá|tối đa|đạt|còn|là|\s)*$", RegexOptions.None, RegexLimit.Milliseconds)]
    private static partial Regex Comparing();

    [GeneratedRegex(@"^(?:trở lên|trở xuống)?\s?(?:vào |đến |trong )?(?:cuối )?năm (?:19|20)\d{2}\s?[,;.]?\s?(?:và)?$", RegexOptions.None, RegexLimit.Milliseconds)]
    private static partial Regex YearTail();

    [GeneratedRegex(@"^(?:trở lên|trở xuống|(?:vào |đến )?(?:cuối )?năm (?:19|20)\d{2}|\s)*$", RegexOptions.None, RegexLimit.Milliseconds)]
    private static partial Regex NoMore();

    /// <summary>"Đến năm 2025 đạt 60% và đến năm 2030 đạt 75% cơ quan có lãnh đạo là nữ": what is counted stands after the last number.</summary>
    private static string? Following(IReadOnlyList<Clause> clauses, int at)
    {
        if (at + 1 >= clauses.Count || !YearOfAim().IsMatch(clauses[at + 1].LeftCanon.Trim(' ', ',', ';')) || !clauses[at + 1].Number.Number.Percent)
        {
            return null;
        }

        return IndicatorWords.Of(clauses[at + 1]);
    }

    [GeneratedRegex(@"^(?:riêng )?(?:tại|ở|khu vực|cấp|vùng)\s", RegexOptions.IgnoreCase, RegexLimit.Milliseconds)]
    private static partial Regex PlaceFirst();

    [GeneratedRegex(@"\s(?:tại|ở|khu vực|cấp|vùng)\s[^,;]*$", RegexOptions.IgnoreCase, RegexLimit.Milliseconds)]
    private static partial Regex PlaceLast();

    /// <summary>"… ở đô thị đạt 60%, nông thôn 35%", "… cấp THCS: nam 84%, nữ 86%".</summary>
    [GeneratedRegex(@"[\s:](?<g>nam|nữ|nam giới|nữ giới|cấp (?:tỉnh|huyện|xã|trung ương)|thành thị|đô thị|nông thôn|công lập|ngoài công lập)$", RegexOptions.IgnoreCase, RegexLimit.Milliseconds)]
    private static partial Regex GroupLast();

    /// <summary>"Tỷ lệ thu gom rác tại đô thị đạt 85%, tại nông thôn đạt 45%": the second number has the first one's indicator, elsewhere.</summary>
    private static string SamePlaceHead(string indicator, TargetDraft previous, Clause clause)
    {
        var sameUnit = clause.Number.Number.Percent && previous.Unit == "%";
        if (clause.Parent < 0 && GroupOnly().IsMatch(indicator) && GroupLast().Match(previous.Indicator) is { Success: true } group
            && previous.Unit == (clause.Number.Number.Percent ? "%" : clause.Line.Text[clause.Number.UnitStart..clause.Number.UnitEnd]))
        {
            return previous.Indicator[..group.Groups["g"].Index] + indicator;
        }

        return sameUnit && PlaceFirst().IsMatch(indicator) && PlaceLast().IsMatch(previous.Indicator) && clause.Parent < 0
            ? PlaceLast().Replace(previous.Indicator, "") + " " + indicator
            : indicator;
    }

    private TargetDraft Draft(SectionNode node, Clause clause, string indicator, TargetDraft? parent, int? introYear, string source)
    {
        var number = clause.Number;
        var canon = clause.Line.Canon;
        var unit = number.Number.Percent ? "%" : number.UnitStart < number.UnitEnd ? clause.Line.Text[number.UnitStart..number.UnitEnd] : parent?.Unit ?? UnitOf(indicator);
        var year = YearReader.Near(canon, clause.Start, clause.End, number.Number.Start, documentYear) ?? parent?.Year ?? introYear ?? HeadingYear(node) ?? planYear;
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

    [GeneratedRegex(@"^(?:tổng )?số (?:lượng )?", RegexOptions.NonBacktracking)]
    private static partial Regex NumberOf();

    private static int? HeadingYear(SectionNode node) =>
        node.Ancestors().Prepend(node).Select(n => n.Heading is { } h ? YearReader.InHeading(h.Canon) : null).FirstOrDefault(y => y is not null);

    /// <summary>"Cơ cấu lao động: nông nghiệp 19,5%; công nghiệp 50%; …": several shares under one head.</summary>
    private static string? CommonHead(Line line, IReadOnlyList<Clause> clauses)
    {
        if (clauses.Count < 2)
        {
            return null;
        }

        var colon = line.Text.IndexOf(':');
        if (colon <= 0 || colon > clauses[0].ComparatorStart - 2 || !(SharedHead().IsMatch(Changes().Replace(line.Canon[..colon], "")) || ByLevels(line, clauses, colon)) || !line.Text[(colon + 1)..clauses[0].ComparatorStart].Any(char.IsLetter))
        {
            return null;
        }

        return IndicatorWords.Clean(line.Text[Changes().Match(line.Canon[..colon]).Length..colon]);
    }

    /// <summary>"- Chuyển dịch cơ cấu lao động: …": the head is the structure, not its change.</summary>
    [GeneratedRegex(@"^[\s\-+*]*(?:chuyển dịch|chuyển đổi)\s(?=cơ cấu)", RegexOptions.None, RegexLimit.Milliseconds)]
    private static partial Regex Changes();

    /// <summary>"Số hóa kết quả giải quyết thủ tục: cấp tỉnh 70%, cấp huyện 60%, cấp xã 55%".</summary>
    private static bool ByLevels(Line line, IReadOnlyList<Clause> clauses, int colon) => clauses.All(c => c.Number.Number.Percent
        && Level().IsMatch(line.Canon[Math.Max(c.Start, colon + 1)..c.ComparatorStart]));

    [GeneratedRegex(@"^[\s,;-]*(?:và )?(?:cấp|khu vực|vùng|tại|ở|khối|ngành|nhóm|bậc|hệ|trình độ)\s[\p{L} ]{2,40}\s$|^[\s,;-]*(?:và )?(?:nam|nữ|thành thị|nông thôn|công lập|ngoài công lập)(?: (?:đạt|là|chiếm))?\s$", RegexOptions.None, RegexLimit.Milliseconds)]
    private static partial Regex Level();

    /// <summary>"Tổng đàn gia súc, gia cầm: đàn trâu 45.000 con": the part says by itself what is measured.</summary>
    [GeneratedRegex(@"^(?:đàn|số|tỷ lệ|tỉ lệ|diện tích|sản lượng|năng suất|tổng)\s", RegexOptions.IgnoreCase, RegexLimit.Milliseconds)]
    private static partial Regex OwnMeasure();

    private static string WithHead(string indicator, string head)
    {
        var colon = indicator.IndexOf(':');
        var own = colon >= 0 && IndicatorWords.Clean(indicator[..colon]) == head ? indicator[(colon + 1)..].Trim() : indicator;
        return OwnMeasure().IsMatch(own) ? own : head + ": " + own;
    }
}
