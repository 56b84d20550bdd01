using System.Text.RegularExpressions;
using Plans.Ingest.Building;
using Plans.Ingest.Layout.Pages;

namespace Plans.Ingest.Ocr;

/// <summary>
/// Sets right the Roman numerals of headings and parts, which recognisers read as other upright letters ("L MỤC TIÊU", "HIL KINH PHÍ") or
/// with a stroke too few: headings are numbered in order, so all of a document's together tell each numeral.
/// </summary>
internal static partial class HeadingNumerals
{
    private const int FewestCapitals = 4;

    /// <summary>The widest gap inside a numeral that was read as two words, in heights of the first.</summary>
    private const double Inside = 0.7;

    /// <summary>The widest gap behind a numeral that stands by itself.</summary>
    private const double Beside = 3;

    /// <summary>A line that may begin with a numeral.</summary>
    /// <param name="Words">What stands for the numeral: one word, or two where it was torn.</param>
    /// <param name="End">What stands after the numeral.</param>
    private sealed record Candidate(int Page, IReadOnlyList<PageWord> Words, string Strokes, string End, bool IsInCapitals, bool MayBeginAnew);

    /// <param name="pages">The words of each page, of which those inside tables number their own rows and are left as they are.</param>
    public static IReadOnlyList<IReadOnlyList<PageWord>> Repaired(IReadOnlyList<(IReadOnlyList<PageWord> Words, IReadOnlyList<Grid> Tables)> pages)
    {
        var lines = pages.SelectMany((page, i) => Lines(page.Words, page.Tables).Select(line => (Page: i, Words: line))).ToList();
        var changes = new Dictionary<(int Page, PageWord Word), PageWord?>();
        var (headings, parts) = (new List<Candidate>(), new List<Candidate>());
        var mayBeginAnew = false;
        for (var i = 0; i < lines.Count; i++)
        {
            var (page, words) = lines[i];
            if (Part(page, words) is { } part)
            {
                parts.Add(part);
            }
            else if (Heading(page, words, mayBeginAnew) is { } heading)
            {
                mayBeginAnew = false;
                if (IsArabic(heading, lines.Skip(i + 1).Select(line => line.Words)))
                {
                    changes[(page, words[0])] = words[0] with { Text = "1" + heading.End };
                }
                else
                {
                    headings.Add(heading);
                }
            }

            mayBeginAnew |= IsTitle(words);
        }

        Change(headings, changes);
        Change(parts, changes);
        return [.. pages.Select((page, i) => page.Words.Select(word => changes.TryGetValue((i, word), out var changed) ? changed : word).OfType<PageWord>().ToList())];
    }

    private static void Change(List<Candidate> candidates, Dictionary<(int Page, PageWord Word), PageWord?> changes)
    {
        var numbers = NumeralSequence.Of([.. candidates.Select(candidate => new NumeralRead(candidate.Strokes, candidate.MayBeginAnew))]);
        foreach (var (candidate, number) in candidates.Zip(numbers))
        {
            if (number is { } found)
            {
                var (first, last) = (candidate.Words[0], candidate.Words[^1]);
                changes[(candidate.Page, last)] = null;
                changes[(candidate.Page, first)] = first with { Text = ListNumber.Of(found, ListNumberStyle.UpperRoman) + candidate.End, Box = first.Box with { X1 = last.Box.X1 } };
            }
        }
    }

    /// <summary>Lines outside of tables from the top, each from the left. A numeral that the recogniser took for a line by itself is put before the words beside it.</summary>
    private static IEnumerable<List<PageWord>> Lines(IReadOnlyList<PageWord> words, IReadOnlyList<Grid> tables)
    {
        var lines = words.GroupBy(word => word.Line).Select(line => line.OrderBy(word => word.Box.X0).ToList())
            .Where(line => !tables.Any(table => table.Contains(line[0].Box.X0, (line[0].Box.Y0 + line[0].Box.Y1) / 2))).ToList();
        foreach (var alone in lines.Where(line => line.Count == 1 && Numeral().IsMatch(line[0].Text)).ToList())
        {
            if (lines.Find(line => line.Count > 1 && IsBeside(alone[0].Box, line[0].Box)) is { } beside)
            {
                beside.Insert(0, alone[0]);
                lines.Remove(alone);
            }
        }

        return lines.OrderBy(line => line[0].Box.Y0);
    }

    private static bool IsBeside(Box numeral, Box word) => word.X0 >= numeral.X1 && word.X0 - numeral.X1 < Beside * (numeral.Y1 - numeral.Y0)
        && (numeral.Y0 + numeral.Y1) / 2 is var middle && middle > word.Y0 && middle < word.Y1;

    private static Candidate? Heading(int page, List<PageWord> words, bool mayBeginAnew)
    {
        if (words.Count < 2)
        {
            return null;
        }

        var isTorn = words.Count > 2 && Stroke().IsMatch(words[0].Text) && Numeral().Match(words[1].Text) is { Success: true } rest && rest.Groups["end"].Length > 0
            && words[1].Box.X0 - words[0].Box.X1 < Inside * (words[0].Box.Y1 - words[0].Box.Y0);
        var text = isTorn ? words[0].Text + words[1].Text : words[0].Text;
        var after = words.Skip(isTorn ? 2 : 1).Select(word => word.Text).ToList();
        if (!char.IsUpper(after[0][0]) || Numeral().Match(text) is not { Success: true } numeral)
        {
            return null;
        }

        var isInCapitals = IsInCapitals(string.Concat(after));
        var end = numeral.Groups["end"].Value;
        return isInCapitals || (end.Length > 0 && Sure().IsMatch(text)) || Unlike().IsMatch(text)
            ? new Candidate(page, isTorn ? words[..2] : words[..1], Strokes(numeral.Groups["numeral"].Value), end is "-" or "–" or "/" ? end : ".", isInCapitals, mayBeginAnew)
            : null;
    }

    private static Candidate? Part(int page, List<PageWord> words) =>
        words.Count >= 2 && PartWord().IsMatch(words[0].Text) && Numeral().Match(words[1].Text) is { Success: true } numeral
            && (words.Count == 2 || numeral.Groups["end"].Length > 0 || IsInCapitals(string.Concat(words.Skip(2).Select(word => word.Text))))
            ? new Candidate(page, [words[1]], Strokes(numeral.Groups["numeral"].Value), numeral.Groups["end"].Value, true, false)
            : null;

    /// <summary>Whether a single stroke is the figure 1: the next heading in capitals is then numbered 2.</summary>
    private static bool IsArabic(Candidate heading, IEnumerable<List<PageWord>> following)
    {
        if (!heading.IsInCapitals || heading.Strokes is not ("I" or "i"))
        {
            return false;
        }

        var isDecimal = false;
        foreach (var line in following.Where(line => line.Count >= 2))
        {
            isDecimal |= Decimal().IsMatch(line[0].Text);
            if (IsInCapitals(string.Concat(line.Skip(1).Select(word => word.Text))))
            {
                if (Two().IsMatch(line[0].Text))
                {
                    return true;
                }

                if (Numeral().IsMatch(line[0].Text))
                {
                    return false;
                }
            }
        }

        return isDecimal && One().IsMatch(heading.Words[0].Text);
    }

    private static bool IsInCapitals(string text) => text.Count(char.IsUpper) >= FewestCapitals && !text.Any(char.IsLower);

    /// <summary>After such a line, headings may be numbered from I again: a part, an annex, a lettered heading, the title of what is attached.</summary>
    private static bool IsTitle(List<PageWord> words)
    {
        var line = string.Join(' ', words.Select(word => word.Text));
        // A line may begin inside a sentence: "(chi tiết tại | Phụ lục 3 kèm theo)".
        return Title().Match(line) is { Success: true } title && char.IsUpper(line[0]) && !(line[title.Length..].TrimStart() is [var next, ..] && char.IsLower(next));
    }

    /// <summary>What was read for a numeral, see <see cref="NumeralRead"/>.</summary>
    public static string Strokes(string read) => string.Concat(read.Select(letter => letter switch { 'I' or 'V' or 'X' => $"{letter}", 'H' => "ii", 'N' => "iV", _ => "i" }));

    /// <summary>What numerals are read as in a line of capitals.</summary>
    [GeneratedRegex(@"^[(]?(?<numeral>[IVXLHTlN1|!\[\]]{1,6}|U)(?<end>[.,:\-–/]?)$", RegexOptions.NonBacktracking)]
    private static partial Regex Numeral();

    /// <summary>What is a numeral before small letters too, if a full stop or the like follows.</summary>
    [GeneratedRegex(@"^(?:I{1,3}|IV|VI{0,3}|IX|XI{0,3}|XIV|XV|L|H)[.,:\-–/]$", RegexOptions.NonBacktracking)]
    private static partial Regex Sure();

    /// <summary>What can be nothing else.</summary>
    [GeneratedRegex(@"^(?:HI|IH|HH|HIL|IHI|HII|TII|TI|IL|IIL|IIT|ITI|TV)[.,:\-–/]?$", RegexOptions.NonBacktracking)]
    private static partial Regex Unlike();

    /// <summary>The beginning of a numeral that was torn.</summary>
    [GeneratedRegex(@"^[IVXl|!\[]{1,2}$", RegexOptions.NonBacktracking)]
    private static partial Regex Stroke();

    [GeneratedRegex("^(?:Phần|PHẦN|PHÀN|Chương|CHƯƠNG)$", RegexOptions.NonBacktracking)]
    private static partial Regex PartWord();

    [GeneratedRegex(@"^(?:(?i:ph[ầàâ]n thứ \p{L}+|(?:ph[ầàâ]n|chương|ph[ụu] l[ụu]c) (?:số )?[IVXLHTl\d]+|bi[ểẻêế]u (?:số )?\d+|đi[ềê]u \d+)|PHỤ LỤC|[A-EĐGH]\.? [\p{Lu}\P{L}]{6,}|(?:KẾ HOẠCH|ĐỀ ÁN|CHƯƠNG TRÌNH(?: HÀNH ĐỘNG)?|PHƯƠNG ÁN|QUY CHẾ|DỰ ÁN))(?:$|[ .:\-–])", RegexOptions.NonBacktracking)]
    private static partial Regex Title();

    [GeneratedRegex(@"^[1-9]\.1[.,]?$", RegexOptions.NonBacktracking)]
    private static partial Regex Decimal();

    [GeneratedRegex(@"^1[.,:]?$", RegexOptions.NonBacktracking)]
    private static partial Regex One();

    [GeneratedRegex(@"^2[.,:]?$", RegexOptions.NonBacktracking)]
    private static partial Regex Two();
}
