using System.Text.RegularExpressions;
using Plans.Extraction.Catalogues;

namespace Plans.Extraction.Targets;

/// <summary>
/// Units of a ratio: "2,5 ngày/khách", "107 bé trai/100 bé gái", "5 tấn/ha/vụ", "150 kWh/người/năm". What the unit is counted by belongs to it; a
/// period alone ("500 ha/năm") does not.
/// </summary>
internal static partial class PerUnits
{
    public static ClassifiedNumber Extend(string canon, ClassifiedNumber number)
    {
        if (number.Number.Percent || number.UnitStart == number.UnitEnd || number.Class is not (NumberClass.Candidate or NumberClass.Duration) || canon.IndexOf('/', number.UnitStart) < 0)
        {
            return number;
        }

        var end = number.UnitEnd;
        if (!canon.AsSpan(number.UnitStart, end - number.UnitStart).Contains('/') && Per().Match(canon, end, Math.Min(48, canon.Length - end)) is { Success: true } per)
        {
            var noun = per.Groups["noun"].Index;
            end = noun + (Units.At(canon, noun) is { Length: var length } ? length : per.Groups["noun"].Length);
        }

        if (end > number.UnitEnd || canon.AsSpan(number.UnitStart, end - number.UnitStart).Contains('/'))
        {
            end += Again().Match(canon, end, Math.Min(8, canon.Length - end)).Length;
        }

        return number with { UnitEnd = end };
    }

    [GeneratedRegex(@"\G\s?/\s?(?!(?:năm|tháng|quý|tuần|ngày|đợt|lần)(?!\p{L}))(?:(?:một |1\s?)?(?:vạn|nghìn|triệu|100|1\.?000|10\.?000|100\.?000)\s)?(?<noun>\p{L}+)", RegexOptions.None, RegexLimit.Milliseconds)]
    private static partial Regex Per();

    [GeneratedRegex(@"\G/(?:vụ|năm)(?!\p{L})", RegexOptions.None, RegexLimit.Milliseconds)]
    private static partial Regex Again();
}
