using System.Text.RegularExpressions;
using Plans.Extraction.Catalogues;
using Plans.Extraction.Reading;

namespace Plans.Extraction.Targets;

/// <summary>Numbers that stand within what another number counts: where it is done, what each must do, how large each is.</summary>
internal static partial class OtherNumbersPlace
{
    /// <summary>"150 bệnh nhân tại 02 cơ sở": the second number only says where; "100% xã tổ chức ít nhất 02 buổi": it is what each must do.</summary>
    public static bool IsPlaceOfAnother(Line line, ClassifiedNumber number, ClassifiedNumber? before)
    {
        if (IsTold(line, number))
        {
            return true;
        }

        if (before is null || number.Number.Percent)
        {
            return false;
        }

        var gap = line.Canon[before.UnitEnd..number.Number.Start];
        if (before.Unit is UnitKind.Output or UnitKind.Body && Sizes.Contains(line.Canon[number.UnitStart..number.UnitEnd]) && NextToNoun().IsMatch(gap))
        {
            return true;
        }

        var isOneClause = gap.IndexOfAny([';', '.']) < 0;
        if (isOneClause && gap.Length < 60 && !gap.Contains(',') && gap.EndsWith(" cho ", StringComparison.Ordinal) && Territory.LengthAt(line.Canon, number.UnitStart) > 0)
        {
            return true;
        }

        var isLimit = before.Number.Percent && gap.Length < 90 && !gap.Contains(',') && LimitBefore().IsMatch(gap);
        var isDuty = (before.Number.Percent || (before.Unit == UnitKind.Body && number.Number.Value <= 5 && EachHas().IsMatch(gap))) && gap.Length < 140 && DutyBefore().IsMatch(gap) && !gap.TrimStart().StartsWith(',');
        return isOneClause && (isDuty || isLimit || (gap.Length < 90 && !gap.Contains(',') && PlaceBefore().IsMatch(gap)));
    }

    /// <summary>"01 xe thang 32 m": how large each is.</summary>
    private static readonly HashSet<string> Sizes = ["m", "m2", "m²", "m3", "m³", "lít", "kg", "kw", "mw", "kva"];

    [GeneratedRegex(@"^(?:\s(?!dài|rộng|tổng|với|đạt|và|được|là)\p{L}+){1,2}\s$", RegexOptions.None, RegexLimit.Milliseconds)]
    private static partial Regex NextToNoun();

    /// <summary>"Đôn đốc 08 khu công nghiệp thành lập đội": who is told to do something, or is watched over, is not what is aimed at.</summary>
    private static bool IsTold(Line line, ClassifiedNumber number) => !number.Number.Percent && number.Unit is UnitKind.Body or UnitKind.People
        && Told.Any(verb => line.Canon.AsSpan(0, number.Number.Start).TrimEnd().EndsWith(verb, StringComparison.Ordinal));

    private static readonly string[] Told = ["đôn đốc", "chỉ đạo", "yêu cầu", "đề nghị", "trao đổi thông tin với", "quản lý", "kiểm soát", "theo dõi"];

    /// <summary>"03 lớp cho 6 huyện": places for which something is done that is counted already.</summary>
    private static readonly PhraseSet Territory = PhraseSet.Of(["xã", "phường", "huyện", "thôn", "bản", "tỉnh", "quận", "ấp", "buôn", "tổ dân phố", "thị trấn", "thị xã"]);

    /// <summary>"trẻ sơ sinh được tầm soát ít nhất 5 bệnh bẩm sinh đạt 80%": the number belongs to what the share counts.</summary>
    public static bool IsWithinShare(Line line, ClassifiedNumber number, List<ClassifiedNumber> all)
    {
        if (number.Number.Percent || all.FirstOrDefault(n => n.Number.Start >= number.UnitEnd) is not { Number.Percent: true } share)
        {
            return false;
        }

        var gap = line.Canon[number.UnitEnd..share.Number.Start];
        var before = line.Canon[(line.Canon.LastIndexOfAny([',', ';', '.', '('], Math.Max(0, number.Number.Start - 1)) + 1)..number.Number.Start];
        return gap.Length < 80 && gap.IndexOfAny([',', ';', '.', '(', ':']) < 0 && !Joins().IsMatch(gap) && Qualified().IsMatch(before);
    }

    [GeneratedRegex(@"\s(?:và|để|nhằm|trong đó|với|gồm|chiếm|bằng|tăng|giảm)\s", RegexOptions.None, RegexLimit.Milliseconds)]
    private static partial Regex Joins();

    [GeneratedRegex(@"(?:được|có|tỷ lệ|đạt chuẩn)(?:\s[\p{L}\d]+)*\s(?:ít nhất|tối thiểu|trên|dưới|từ|đủ|không quá)\s$|được(?:\s\p{L}+){2,8}\s$", RegexOptions.RightToLeft, RegexLimit.Milliseconds)]
    private static partial Regex Qualified();

    [GeneratedRegex(@"\s(?:tổ chức|có|bố trí|phối hợp với|duy trì|thành lập|tham gia|gắn với|liên kết với|được|trồng|xây dựng)\s(?:từ |ít nhất |tối thiểu |trên |đủ )*$|\sđược(?:\s\p{L}+){1,6}\s(?:ít nhất|tối thiểu|đủ)\s$", RegexOptions.RightToLeft, RegexLimit.Milliseconds)]
    private static partial Regex DutyBefore();

    /// <summary>"08 huyện có ít nhất 01 mô hình": what each of them has.</summary>
    [GeneratedRegex(@"^\s(?:mỗi \p{L}+ )?có (?:ít nhất|tối thiểu|từ)\s$", RegexOptions.None, RegexLimit.Milliseconds)]
    private static partial Regex EachHas();

    /// <summary>"giảm 10% số vụ ngộ độc trên 30 người": how large what is counted must be.</summary>
    [GeneratedRegex(@"(?<!đạt|là|còn|và)\s(?:trên|dưới|từ|quá)\s$", RegexOptions.RightToLeft, RegexLimit.Milliseconds)]
    private static partial Regex LimitBefore();

    [GeneratedRegex(@"\s(?:tại|ở|của)\s(?:khoảng |trên |ít nhất )?$", RegexOptions.RightToLeft, RegexLimit.Milliseconds)]
    private static partial Regex PlaceBefore();
}
