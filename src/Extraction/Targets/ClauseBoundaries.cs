using System.Buffers;

namespace Plans.Extraction.Targets;

/// <summary>A place where one clause ends and another may begin.</summary>
/// <param name="IsPart">The words lead in the parts of a whole: "trong đó", "bao gồm", "chia ra …:".</param>
internal readonly record struct ClauseBoundary(int Start, int End, bool IsPart, bool IsOpen, bool IsClose, bool EndsSentence);

/// <summary>Where a line parts by its signs and by words that lead in parts. Signs are looked for in one pass, words only where one of them stands.</summary>
internal static class ClauseBoundaries
{
    private static readonly SearchValues<char> Signs = SearchValues.Create(";!?.…()");

    /// <summary>"TP.", "ThS.": a stop after one of these ends no sentence.</summary>
    private static readonly string[] Abbreviations = ["tp", "ts", "ths", "gs", "bs", "p", "q", "tx", "ht"];

    /// <summary>How far before words such as "như sau:" a number must stand for them to lead in its parts.</summary>
    private const int NumberReach = 120;

    private const int NumberReachOfContaining = 90;

    /// <summary>"chia theo loại hình đào tạo:": as many letters may stand between the words and their colon.</summary>
    private const int LongestDivision = 30;

    /// <param name="More">Words that may follow and belong to it.</param>
    private sealed record PartWord(string Text, string? More = null, bool NeedsNumber = false, bool NeedsColon = false, bool NamesDivision = false);

    private static readonly PartWord[] PartWords =
    [
        new("trong đó"),
        new("bao gồm"),
        new("cụ thể", More: " như sau"),
        new("như sau", NeedsNumber: true, NeedsColon: true),
        new("chia ra", NeedsNumber: true, NeedsColon: true),
        new("chia theo ", NeedsNumber: true, NeedsColon: true, NamesDivision: true),
        new("phân theo ", NeedsNumber: true, NeedsColon: true, NamesDivision: true),
        new("gồm", More: " có", NeedsNumber: true),
    ];

    private static readonly SearchValues<string> AnyPartWord = SearchValues.Create([.. PartWords.Select(w => w.Text)], StringComparison.Ordinal);

    /// <summary>In the order of the text, which is in <see cref="Language.Canon.Form"/>; none lies in another.</summary>
    public static IEnumerable<ClauseBoundary> In(string canon)
    {
        var part = NextPart(canon, 0);
        var at = 0;
        while (at < canon.Length)
        {
            var step = canon.AsSpan(at).IndexOfAny(Signs);
            var sign = step < 0 ? canon.Length : at + step;
            if (part is { } words && words.Start <= sign)
            {
                yield return words;
                at = words.End;
                part = NextPart(canon, at);
                continue;
            }

            if (sign == canon.Length)
            {
                yield break;
            }

            var length = SignLength(canon, sign);
            if (length > 0)
            {
                var c = canon[sign];
                yield return new ClauseBoundary(sign, sign + length, false, c == '(', c == ')', length == 1 && c is '.' or '!' or '?');
                part = part is { } later && later.Start < sign + length ? NextPart(canon, sign + length) : part;
            }

            at = sign + Math.Max(1, length);
        }
    }

    private static int SignLength(string canon, int at) => canon[at] switch
    {
        '.' when canon.AsSpan(at).StartsWith("...", StringComparison.Ordinal) => "...".Length,
        '.' => EndsSentence(canon, at) ? 1 : 0,
        _ => 1,
    };

    private static bool EndsSentence(string canon, int at)
    {
        if (at + 1 < canon.Length && !char.IsWhiteSpace(canon[at + 1]))
        {
            return false;
        }

        var start = at;
        while (start > 0 && char.IsLetter(canon[start - 1]))
        {
            start--;
        }

        return (start > 0 && canon[start - 1] != '.' && !char.IsWhiteSpace(canon[start - 1])) || start == 0 || !Abbreviations.Contains(canon[start..at]);
    }

    private static ClauseBoundary? NextPart(string canon, int from)
    {
        while (from < canon.Length)
        {
            var step = canon.AsSpan(from).IndexOfAny(AnyPartWord);
            if (step < 0)
            {
                return null;
            }

            var at = from + step;
            foreach (var word in PartWords)
            {
                if (canon.AsSpan(at).StartsWith(word.Text, StringComparison.Ordinal) && PartEnd(canon, at, word) is > 0 and var end)
                {
                    var start = LeadInStart(canon, at, from);
                    return new ClauseBoundary(start, end, true, canon.AsSpan(start, end - start).Contains('('), false, false);
                }
            }

            from = at + 1;
        }

        return null;
    }

    /// <returns>Where the words with their colon end; 0 where they do not lead in parts.</returns>
    private static int PartEnd(string canon, int at, PartWord word)
    {
        var end = at + word.Text.Length;
        if (word.NeedsNumber && !FollowsNumber(canon, at, word.NeedsColon ? NumberReach : NumberReachOfContaining))
        {
            return 0;
        }

        if (word.NamesDivision)
        {
            var stop = end;
            while (stop < canon.Length && stop - end < LongestDivision && (char.IsLetter(canon[stop]) || canon[stop] is ' ' or ','))
            {
                stop++;
            }

            if (stop - end < 2)
            {
                return 0;
            }

            end = stop;
        }

        if (word.NeedsColon && (end >= canon.Length || canon[end] != ':'))
        {
            return 0;
        }

        return word.More is { } more && canon.AsSpan(end).StartsWith(more, StringComparison.Ordinal) && ColonEnd(canon, end + more.Length) is > 0 and var longer ? longer : ColonEnd(canon, end);
    }

    /// <summary>Past a colon, to white space or the end; 0 where other letters follow at once.</summary>
    private static int ColonEnd(string canon, int at)
    {
        bool EndsAt(int i) => i >= canon.Length || char.IsWhiteSpace(canon[i]);
        var blank = at < canon.Length && char.IsWhiteSpace(canon[at]) ? 1 : 0;
        return at + blank < canon.Length && canon[at + blank] == ':' && EndsAt(at + blank + 1) ? at + blank + 1
            : blank == 1 && EndsAt(at + 1) ? at + 1
            : EndsAt(at) ? at : 0;
    }

    private static bool FollowsNumber(string canon, int at, int reach)
    {
        for (var i = at - 1; i >= 0 && at - i <= reach + 1; i--)
        {
            if (char.IsDigit(canon[i]))
            {
                return true;
            }

            if (canon[i] is '.' or ';')
            {
                return false;
            }
        }

        return false;
    }

    /// <summary>The comma, colon or bracket before the words belongs to them.</summary>
    private static int LeadInStart(string canon, int at, int from)
    {
        var start = at > from && canon[at - 1] == '(' ? at - 1 : at;
        start = start > from && char.IsWhiteSpace(canon[start - 1]) ? start - 1 : start;
        return start > from && canon[start - 1] is ',' or ':' or '(' ? start - 1 : start;
    }
}
