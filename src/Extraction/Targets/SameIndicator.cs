using System.Text.RegularExpressions;

namespace Plans.Extraction.Targets;

/// <summary>Numbers that say no indicator of their own: the same in another year, or what is named only after the last number.</summary>
internal static partial class SameIndicator
{
    /// <summary>"… đến năm 2025 đạt 2,0 con/phụ nữ và đến năm 2030 duy trì 2,1 con/phụ nữ": the same in another year, nothing else is said.</summary>
    public static bool IsOtherYear(Clause clause, Clause previous)
    {
        var unit = clause.Line.Canon[clause.Number.UnitStart..clause.Number.UnitEnd];
        var left = clause.LeftCanon.Trim(' ', ',', ';');
        var (own, before) = (clause.RightCanon.Split('(')[0].Trim(' ', ',', ';', '.'), previous.RightCanon);
        var says = own.Length > 0 && !NoMore().IsMatch(own) && !before.Contains(own, StringComparison.Ordinal);
        var unitBefore = previous.Line.Canon[previous.Number.UnitStart..previous.Number.UnitEnd];
        return (unit == unitBefore || (unit.Length == 0 && left.Length > 0) || (unit.Contains('/') && unitBefore.StartsWith(unit, StringComparison.Ordinal)) || (unit.StartsWith('/') && unitBefore.StartsWith(unit, StringComparison.Ordinal))) && !says
            && (YearOfAim().IsMatch(left) || (left.Length == 0 || Comparing().IsMatch(left)) && IsYearOnly(clause.RightCanon) && EndsWithYear().IsMatch(previous.RightCanon));
    }

    [GeneratedRegex(@"^(?:và )?(?:phấn đấu )?(?:đến|vào|trong|tới)?\s?(?:hết |cuối )?năm\s?(?:19|20)\d{2}(?:,?\s?:? ?(?:là|đạt|còn|có|duy trì|giảm còn|giảm xuống còn|tăng lên|trên|dưới|từ|khoảng|ít nhất|tối thiểu|không quá|tối đa|ở mức|xuống|lên))*\s?:?$", RegexOptions.None, RegexLimit.Milliseconds)]
    private static partial Regex YearOfAim();

    [GeneratedRegex(@"^(?:và)?\s?(?:trên|dưới|từ|khoảng|ít nhất|tối thiểu|không quá|tối đa|đạt|còn|là|duy trì|giữ|ở mức|\s)*$", RegexOptions.None, RegexLimit.Milliseconds)]
    private static partial Regex Comparing();

    /// <summary>"Trồng 3 triệu cây phân tán, bình quân mỗi năm 600.000 cây": the same, for each year.</summary>
    public static bool IsEachYear(Clause clause, Clause previous) =>
        clause.Line.Canon[clause.Number.UnitStart..clause.Number.UnitEnd] is { Length: > 0 } unit && unit == previous.Line.Canon[previous.Number.UnitStart..previous.Number.UnitEnd]
        && !clause.RightCanon.Any(char.IsLetter) && EachYear().IsMatch(clause.LeftCanon.Trim(' ', ',', ';', '('));

    [GeneratedRegex(@"^(?:bình quân |trung bình )?(?:mỗi|hằng|hàng|một) năm(?: là| khoảng| trên)?$", RegexOptions.None, RegexLimit.Milliseconds)]
    private static partial Regex EachYear();

    /// <summary>"Các chỉ tiêu nêu trên lần lượt đạt 90%, 70%": which indicators these are is said elsewhere.</summary>
    public static bool NamesOthers(string indicator) => Others().IsMatch(indicator);

    [GeneratedRegex(@"^(?:(?:các|những|hai|ba|bốn|năm|\d+) )?(?:chỉ tiêu|chỉ số|tỷ lệ)(?: đầu| cuối)?(?: nêu| nêu trên| trên| này)(?: lần lượt| tương ứng)?$", RegexOptions.IgnoreCase, RegexLimit.Milliseconds)]
    private static partial Regex Others();

    /// <summary>"dưới 6% (2025), dưới 4,5% (2030)", "18% năm 2025 và 28% vào năm 2030": of the later number only the year is said.</summary>
    private static bool IsYearOnly(string right) => YearTail().IsMatch(right.Trim(' ', ',', ';', '.'));

    [GeneratedRegex(@"^(?:(?:trở lên|trở xuống)\s?)?(?:(?:vào |đến |trong )?(?:cuối )?năm\s?(?:19|20)\d{2}|\((?:năm\s?)?20\d{2}\)?)\s?[,;.]?\s?(?:và)?$", RegexOptions.None, RegexLimit.Milliseconds)]
    private static partial Regex YearTail();

    [GeneratedRegex(@"(?:năm\s?20\d{2}|\((?:năm\s?)?20\d{2}\)?)\s?[,;]?\s?(?:và\s?)?$", RegexOptions.None, RegexLimit.Milliseconds)]
    private static partial Regex EndsWithYear();

    [GeneratedRegex(@"^(?:trở lên|trở xuống|(?:vào |đến )?(?:cuối )?năm (?:19|20)\d{2}|\s)*$", RegexOptions.None, RegexLimit.Milliseconds)]
    private static partial Regex NoMore();

    /// <summary>"Đến năm 2025 đạt 60% và đến năm 2030 đạt 75% cơ quan có lãnh đạo là nữ": what is counted stands after the last number.</summary>
    public static string? Following(IReadOnlyList<Clause> clauses, int at)
    {
        if (at + 1 >= clauses.Count || !YearOfAim().IsMatch(clauses[at + 1].LeftCanon.Trim(' ', ',', ';')) || !clauses[at + 1].Number.Number.Percent)
        {
            return null;
        }

        return IndicatorWords.Of(clauses[at + 1]);
    }
}
