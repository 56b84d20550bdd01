using System.Text.RegularExpressions;
using Plans.Extraction.Language;

namespace Plans.Extraction.Targets;

/// <summary>
/// Numbers that name only what differs from the indicator before: "Tỷ lệ đường huyện được nhựa hóa đạt 95%, đường xã đạt 68%", "… suy dinh dưỡng thể nhẹ
/// cân còn 9%, thể thấp còi còn 18%", "… đạt 94%, riêng vùng biên giới 88%". The words that both begin with tell which are exchanged.
/// </summary>
internal static partial class AlignedHeads
{
    /// <summary>A group, a place or a kind is named in few words; longer ones are an indicator of their own.</summary>
    private const int MostWords = 6;

    private const int MostAligned = 3;

    private static readonly string[] Measures = ["tỷ lệ ", "tỉ lệ ", "tỷ trọng ", "tỷ suất ", "số ", "tổng "];

    /// <summary>The indicator written out; null where it is none of these.</summary>
    public static string? Of(string indicator, TargetDraft previous, Clause clause)
    {
        var own = indicator.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var canon = Canon.Form(indicator);
        if (clause.Parent >= 0 || !clause.Number.Number.Percent || previous.Unit != "%" || own.Length > MostWords || Measures.Any(m => canon.StartsWith(m, StringComparison.Ordinal)) || RightWords.Of(clause.Right, null, percent: true).Any(char.IsLetter))
        {
            return null;
        }

        var isApart = LeftWords.IsApart(clause.LeftCanon);
        return Exchanged(own, previous.Indicator) ?? (isApart ? LastPlace().Replace(previous.Indicator, "") + " " + indicator : null);
    }

    [GeneratedRegex(@"\s(?:tại|ở|khu vực)\s\S+(?:\s\S+){0,2}$", RegexOptions.IgnoreCase, RegexLimit.Milliseconds)]
    private static partial Regex LastPlace();

    /// <summary>A further thing of a row, with the words before the first that it shares: "đường xã" after "Tỷ lệ nhựa hóa đường huyện".</summary>
    public static string Continued(string thing, string first) => Exchanged(thing.Split(' ', StringSplitOptions.RemoveEmptyEntries), first)
        ?? (Measures.FirstOrDefault(m => Canon.Form(first).StartsWith(m, StringComparison.Ordinal)) is { } measure && !Measures.Any(m => Canon.Form(thing).StartsWith(m, StringComparison.Ordinal)) ? first[..measure.Length] + thing : thing);

    /// <summary>The earlier indicator with its words from the common one on replaced; null where they have none in common.</summary>
    private static string? Exchanged(string[] own, string before)
    {
        var canon = Canon.Form(before);
        if (own.Length is < 2 or > MostAligned || !Measures.Any(m => canon.StartsWith(m, StringComparison.Ordinal)))
        {
            return null;
        }

        var words = before.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var at = Array.FindLastIndex(words, word => string.Equals(word, own[0], StringComparison.OrdinalIgnoreCase));
        if (at < 2 || string.Equals(words[Math.Min(at + 1, words.Length - 1)], own[1], StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        var sameEnd = Array.FindIndex(words, at + 1, word => string.Equals(word, own[^1], StringComparison.OrdinalIgnoreCase));
        return string.Join(' ', words[..at].Concat(own).Concat(words.Skip(sameEnd > 0 ? sameEnd + 1 : at + own.Length)));
    }
}
