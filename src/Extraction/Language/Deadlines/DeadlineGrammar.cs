using System.Buffers;
using System.Collections.Frozen;
using System.Text.RegularExpressions;
using Plans.Extraction.Catalogues;

namespace Plans.Extraction.Language.Deadlines;

/// <summary>
/// The words that give a time: "trước ngày 05/12/2024", "định kỳ hằng quý". Each place of a text is tried for a time; of several times the
/// surest kind (<see cref="TimeKind"/>) is the deadline, and of one kind the first. See docs/grammar/thoi-han.md.
/// </summary>
internal static partial class DeadlineGrammar
{
    /// <summary>How many letters before a date its instrument's number may stand.</summary>
    private const int CitationReach = 30;

    /// <summary>One of these stands in every deadline, and in few tasks.</summary>
    private static readonly SearchValues<string> Needed = SearchValues.Create(
        ["ngày", "tháng", "quý", "năm", "tuần", "chủ nhật", "giờ", "trước", "mùa ", "kỳ họp", "tết", "chậm nhất", "muộn nhất", "quí"], StringComparison.Ordinal);

    /// <summary>The words, besides numbers, with which a time begins.</summary>
    private static readonly FrozenSet<string> FirstWords = new[]
    {
        "chậm", "muộn", "không", "trước", "trong", "ngay", "vào", "đến", "hết", "từ", "bắt", "cuối", "đầu", "giữa", "tại", "sau", "cả", "suốt", "định", "theo", "đều", "hằng", "hàng",
        "mỗi", "ngày", "thứ", "chủ", "tối", "hai", "ba", "sáu",
    }.ToFrozenSet();

    /// <summary>The deadline in a task's words, as a stretch of them; null where there is none.</summary>
    public static (int Start, int End)? Find(string canon)
    {
        if (!canon.AsSpan().ContainsAny(Needed))
        {
            return Unsaid(canon);
        }

        TimePhrase? best = null;
        foreach (var phrase in All(canon))
        {
            if ((best is null || phrase.Kind < best.Value.Kind) && IsDeadline(canon, phrase))
            {
                best = phrase;
            }
        }

        return best is { } found ? (found.Start, found.End) : Unsaid(canon);
    }

    /// <summary>"Định kỳ, Thường trực … chủ trì": without saying how often.</summary>
    private static (int Start, int End)? Unsaid(string canon) => canon.StartsWith(FromTimeToTime, StringComparison.Ordinal) ? (0, FromTimeToTime.Length - 1) : null;

    private const string FromTimeToTime = "định kỳ,";

    /// <summary>Every time in the words, in order.</summary>
    private static IEnumerable<TimePhrase> All(string canon)
    {
        for (var at = 0; at < canon.Length;)
        {
            var end = EndOfWord(canon, at);
            var phrase = end > at && MayBegin(canon.AsSpan(at, end - at)) ? TimePhrases.At(new Cursor(canon, at)) : null;
            if (phrase is { } found)
            {
                yield return found;
            }

            at = Math.Max(phrase?.End ?? 0, Math.Max(end, at + 1));
        }
    }

    private static bool MayBegin(ReadOnlySpan<char> word) => char.IsAsciiDigit(word[0]) || FirstWords.GetAlternateLookup<ReadOnlySpan<char>>().Contains(word);

    private static int EndOfWord(string canon, int at)
    {
        while (at < canon.Length && char.IsLetterOrDigit(canon[at]))
        {
            at++;
        }

        return at;
    }

    private static bool IsDeadline(string canon, TimePhrase phrase) => phrase.Kind switch
    {
        TimeKind.Latest => true,
        TimeKind.Day or TimeKind.Month => !IsOfInstrument(canon, phrase),
        TimeKind.Year => !IsOfInstrument(canon, phrase) && !IsHorizon(canon, phrase),
        TimeKind.Often => !IsNorm(canon, phrase) && !IsOfThing(canon, phrase) && !canon.AsSpan(0, phrase.Start).TrimEnd().EndsWith(" để", StringComparison.Ordinal),
        _ => true,
    };

    /// <summary>"… số 12/2020/NĐ-CP ngày 01/7/2020", "… có hiệu lực từ ngày 01/7/2025": the time of an instrument.</summary>
    private static bool IsOfInstrument(string canon, TimePhrase phrase)
    {
        var before = canon.AsSpan(0, phrase.Start).TrimEnd();
        var near = before[Math.Max(0, before.Length - CitationReach)..];
        return near.LastIndexOf("số ") is >= 0 and var number && near[number..].Contains('/') || near.EndsWith("hiệu lực") || near.EndsWith("hiệu lực thi hành") || near.EndsWith("hiệu lực kể")
            || near.EndsWith("thành lập") || near.EndsWith("được ban hành");
    }

    /// <summary>Until when a programme reaches ("đến năm 2030"), since when something goes on ("từ năm 2020 đến nay"): no time by which to act.</summary>
    private static readonly PhraseSet Horizon = PhraseSet.Of(["đến năm", "đến giai đoạn", "đến năm học", "trong giai đoạn", "tại năm", "sau năm", "cả năm", "cả giai đoạn", "suốt năm"]);

    private static readonly PhraseSet UntilNow = PhraseSet.Of(["đến nay", "tới nay", "trở về trước", "trở lại đây"]);

    private static bool IsHorizon(string canon, TimePhrase phrase) =>
        Horizon.LengthAt(canon, phrase.Start) > 0 || IsOfPlan(canon, phrase.Start) || new Cursor(canon, phrase.End).Word(UntilNow).Fits;

    /// <summary>"… các mục tiêu Đề án trong năm 2024": the year of what is named, not of the task.</summary>
    private static bool IsOfPlan(string canon, int at) => canon.AsSpan(at).StartsWith("trong năm") && canon[Math.Max(0, at - PlanReach)..at] is var before
        && Array.Exists(PlanWords, word => before.Contains(word, StringComparison.Ordinal));

    private const int PlanReach = 24;

    private static readonly string[] PlanWords = ["mục tiêu", "nhiệm vụ", "chỉ tiêu", "kết quả", "kế hoạch", "kinh phí", "dự toán"];

    /// <summary>"khả năng ngân sách hằng năm", "phân bổ vốn hằng năm", "200 suất mỗi năm": how often the thing comes, not the duty.</summary>
    private static bool IsOfThing(string canon, TimePhrase phrase)
    {
        var before = canon.AsSpan(0, phrase.Start).TrimEnd();
        return before.EndsWith("khả năng ngân sách") || before.EndsWith("cân đối ngân sách") || before.EndsWith("bổ vốn") || before.EndsWith("nguồn vốn")
            || (canon.AsSpan(phrase.Start).StartsWith("mỗi năm") && CountedThing().IsMatch(canon[Math.Max(0, phrase.Start - CountReach)..phrase.Start]));
    }

    private const int CountReach = 40;

    /// <summary>"tặng 200 suất học bổng | mỗi năm".</summary>
    [GeneratedRegex(@"\d[\d.]*\s[^,;.]{2,30}\s$", RegexOptions.None, RegexLimit.Milliseconds)]
    private static partial Regex CountedThing();

    /// <summary>"tối thiểu 02 lần mỗi tuần", "mỗi tháng mở cửa …", "từng năm": a norm, no time at which to act.</summary>
    private static readonly PhraseSet Norm = PhraseSet.Of(["mỗi tháng", "mỗi tuần", "mỗi ngày", "mỗi kỳ", "mỗi vụ", "mỗi năm học", "từng năm", "từng quý", "từng tháng", "từng tuần", "từng ngày", "từng kỳ", "từng vụ", "từng năm học"]);

    private static bool IsNorm(string canon, TimePhrase phrase) => Norm.LengthAt(canon, phrase.Start) == phrase.End - phrase.Start;
}
