using Plans.Extraction;
using Plans.Store.Search;

namespace Plans.Store.Comparison;

/// <summary>Which of two values of an indicator promises more.</summary>
internal static class TargetDirection
{
    /// <summary>What there should be less of, folded.</summary>
    private static readonly string[] Less =
    [
        "ho ngheo", "can ngheo", "ngheo da chieu", "tu vong", "chet", "suy dinh duong", "thap coi", "nhe can", "that nghiep", "thieu viec lam", "tai nan", "o nhiem",
        "that thoat", "that thu", "vi pham", "toi pham", "bo hoc", "tao hon", "can huyet thong", "mu chu", "ton dong", "qua han", "tre han", "no dong", "cham dong",
        "mat can bang", "sinh con thu ba", "tai mu chu", "nhiem benh", "mac benh", "mac moi", "phat thai", "hao hut", "khieu nai", "don thu vuot cap", "chay no", "thiet hai",
        "nha tam", "ti suat sinh tho", "thoi gian giai quyet", "chi phi", "tham hut", "bao luc", "nghien ma tuy", "tai nghien",
    ];

    /// <summary>Words that turn these round: the more have left poverty, the better.</summary>
    private static readonly string[] Turned = ["thoat ngheo", "thoat can ngheo", "giam ngheo", "giam", "xoa", "duoc", "xu ly", "giai quyet", "khac phuc", "phong chong", "xoa nha tam", "ho tro", "vay von"];

    /// <returns>More than 0 where the later one promises more, 0 where the same, null where they are not to be compared.</returns>
    public static int? Compare(Target before, Target after)
    {
        if (Folding.Key(before.Unit ?? "") != Folding.Key(after.Unit ?? "") && (before.Unit, after.Unit) is not ("%", null) and not (null, "%"))
        {
            return Units.Factor(before.Unit, after.Unit) is { } factor ? Compare(before with { Value = before.Value * factor, ValueMax = before.ValueMax * factor }, after with { Unit = before.Unit }) : null;
        }

        if (IsChange(before) != IsChange(after))
        {
            return null;
        }

        var more = (after.ValueMax ?? after.Value).CompareTo(before.ValueMax ?? before.Value) is not 0 and var most ? most : after.Value.CompareTo(before.Value);
        if (more == 0)
        {
            // "At least 70" binds more than "about 70".
            return Bond(after).CompareTo(Bond(before));
        }

        return IsLessBetter(after) ? -more : more;
    }

    /// <summary>Whether a lower value is the better one.</summary>
    public static bool IsLessBetter(Target target)
    {
        if (target.Comparator is "+" or "-")
        {
            return false;
        }

        if (target.Comparator is "<" or "<=")
        {
            return true;
        }

        if (target.Comparator is ">" or ">=")
        {
            return false;
        }

        if (target.Baseline?.Value is { } start && start != target.Value && target.Baseline.Unit == target.Unit)
        {
            return target.Value < start;
        }

        var indicator = $" {Folding.Key(target.Indicator)} ";
        return Less.Any(word => indicator.Contains($" {word} ", StringComparison.Ordinal)) && !Turned.Any(word => indicator.Contains($" {word} ", StringComparison.Ordinal));
    }

    private static bool IsChange(Target target) => target.Comparator is "+" or "-";

    private static int Bond(Target target) => target.Comparator is "~" ? -1 : 0;
}
