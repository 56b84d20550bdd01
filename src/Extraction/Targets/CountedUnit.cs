using System.Text.RegularExpressions;
using Plans.Extraction.Catalogues;
using Plans.Extraction.Language;

namespace Plans.Extraction.Targets;

/// <summary>The unit after a number: the noun that is counted or the measure, with what it is counted by ("giường bệnh/10.000 dân").</summary>
internal static partial class CountedUnit
{
    public static (int Start, int End, UnitKind? Kind) After(string text, string canon, NumberToken number)
    {
        if (number.Percent)
        {
            return (number.End - 1, number.End, null);
        }

        if (PerPopulation().Match(canon, number.End, Math.Min(40, canon.Length - number.End)) is { Success: true, Index: var slash } rate && slash == number.End && PerMany().IsMatch(rate.Value))
        {
            return (slash, slash + rate.Length, UnitKind.Measure);
        }

        var at = Of().Match(canon, number.End, Math.Min(24, canon.Length - number.End)) is { Success: true } of ? number.End + of.Length : number.End;
        while (at < canon.Length && canon[at] is ' ' or '"')
        {
            at++;
        }

        if (at < canon.Length && canon[at] == '‰')
        {
            return (at, at + 1, UnitKind.Measure);
        }

        if (PerPopulation().Match(canon, at, Math.Min(24, canon.Length - at)) is { Success: true } per)
        {
            return (at, at + per.Length, UnitKind.Measure);
        }

        if (Units.At(canon, at) is not { } unit || IsProperName(text, at, unit.Length))
        {
            return (number.End, number.End, null);
        }

        var end = at + unit.Length;
        var kindOfMore = unit.Kind;
        if (canon.AsSpan(at, unit.Length) is "lượt" && end + 1 < canon.Length)
        {
            var counted = Turns.LengthAt(canon, end + 1) is > 0 and var turns ? turns
                : Units.At(canon, end + 1) is { Kind: UnitKind.People or UnitKind.Body } noun && !IsProperName(text, end + 1, noun.Length) ? noun.Length : 0;
            end += counted > 0 ? 1 + counted : 0;
            kindOfMore = counted > 0 ? UnitKind.People : unit.Kind;
        }

        while (unit.Kind is UnitKind.People or UnitKind.Output or UnitKind.Body && end + 2 < canon.Length && canon[end] == ',' && Units.At(canon, end + 2) is { } more && more.Kind == kindOfMore)
        {
            if (canon.AsSpan(end + 2).StartsWith("khu vực", StringComparison.Ordinal) || HasOwnNumber(canon, end + 2 + more.Length, canon[at..end]))
            {
                break;
            }

            end += 2 + more.Length;
        }

        return (at, ExtendPer(canon, end), unit.Kind);
    }

    /// <summary>"đàn trâu 45.000 con, đàn bò 120.000 con": what follows the comma is counted by a number of its own.</summary>
    private static bool HasOwnNumber(string canon, int at, string unit) =>
        OwnNumber().Match(canon[at..Math.Min(canon.Length, at + 40)]) is { Success: true } number && string.CompareOrdinal(canon, at + number.Length, unit, 0, unit.Length) == 0;

    [GeneratedRegex(@"^(?:\s\p{L}+){0,3}\s\d[\d.,]*\s(?:nghìn |triệu |vạn )?", RegexOptions.None, RegexLimit.Milliseconds)]
    private static partial Regex OwnNumber();

    /// <summary>Nouns that are counted by turns: "lượt người", "lượt khách"; before any other noun "lượt" alone is the unit.</summary>
    private static readonly PhraseSet Turns = PhraseSet.Of(["người", "khách", "hành khách", "xe", "phương tiện", "bạn đọc", "hộ", "nông dân", "du khách", "theo dõi", "truy cập"]);

    /// <summary>"9/12 điểm đen", "03 trong số 07 cơ sở": of how many stands between the number and its unit.</summary>
    [GeneratedRegex(@"^(?:/\d[\d.]{0,6}(?=\s\p{L})|\s(?:trong(?: tổng)? số|trên tổng số|trên)\s\d{1,4}(?=\s\p{L}))", RegexOptions.None, RegexLimit.Milliseconds)]
    private static partial Regex Of();

    [GeneratedRegex(@"^/\s?(?:100|1\.?000|10\.?000|100\.?000|vạn|một vạn|triệu)", RegexOptions.None, RegexLimit.Milliseconds)]
    private static partial Regex PerMany();

    [GeneratedRegex(@"^/\s?(?:1\.000|10\.000|100\.000)(?=\s?(?:năm|vào|[,;.)]|$))|^/\s?(?:[\d.]+|vạn|một vạn|triệu)\s?(?:dân|người|trẻ em|trẻ|phụ nữ|lao động|bé gái|thanh niên|vị thành niên)(?: đẻ sống| sinh ra sống| sinh ra| sinh sống| sống)?", RegexOptions.None, RegexLimit.Milliseconds)]
    private static partial Regex PerPopulation();

    /// <summary>"nhiệm vụ 4 Kế hoạch này", "Thuế cơ sở 7 Thành phố …": a capital opens a name, not a unit.</summary>
    private static bool IsProperName(string text, int at, int length) => char.IsUpper(text[at]) && length > 1 && char.IsLower(text[at + 1]) && at + length < text.Length
        && !Capitalised.Contains(text.Substring(at, length));

    /// <summary>Bodies set up in numbers, though written with a capital: "thành lập 12 Tổ công nghệ số cộng đồng".</summary>
    private static readonly HashSet<string> Capitalised = ["Tổ", "Đội", "Nhóm", "Câu lạc bộ", "Tổ công tác", "Địa chỉ", "Trạm", "Trường", "Điểm", "Mô hình", "Bộ phận một cửa", "Hội", "Chi hội", "Chi đoàn", "Hợp tác xã", "Hội nghị", "Hội thi", "Hội thảo", "Ngày hội", "Cuộc thi", "Nhà văn hóa", "Đoàn", "Trung tâm", "Lớp", "Người"];

    /// <summary>"giường/10.000 dân", "tấn/ha": what the unit is counted by belongs to it; "/năm" is a period instead.</summary>
    private static int ExtendPer(string canon, int end)
    {
        var match = Per().Match(canon, end, Math.Min(40, canon.Length - end));
        return match.Success ? end + match.Length : end;
    }

    [GeneratedRegex(@"^\s?/\s?(?!năm|tháng|quý)(?:(?:vạn|một vạn|triệu|10{2,5}|1\.000(?:\.000)?|10\.000|100\.000)\s)?(?:dân|người dân|người|ha|hộ gia đình|hộ|ngày đêm|ngày|giờ|lớp|xã|giường bệnh|lao động|học sinh|vạn dân|km2|km²|thuê bao|phụ nữ|khách hàng|bà mẹ|giáo viên|ca đẻ sống|(?:trẻ em|trẻ|bé gái|bé trai)(?: (?:đẻ|sinh)(?: ra)?(?: sống)?)?)(?!\p{L})", RegexOptions.None, RegexLimit.Milliseconds)]
    private static partial Regex Per();
}
