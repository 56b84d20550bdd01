using System.Text.RegularExpressions;
using Plans.Ingest.Layout.Pages;

namespace Plans.Ingest.Ocr;

/// <summary>
/// Sets right the numbers at which lines begin: dirt in the margin sticks to them ("__4.", "_--6."), the full stop after them is read as a
/// comma ("5, Trạm Y tế xã"), and the blank after it is lost ("I.MỤC TIÊU").
/// </summary>
internal static partial class LineStarts
{
    public static IReadOnlyList<PageWord> Repaired(IReadOnlyList<PageWord> words)
    {
        var repaired = new Dictionary<PageWord, PageWord[]>();
        foreach (var line in words.GroupBy(word => word.Line))
        {
            if (line.OrderBy(word => word.Box.X0).Take(2).ToList() is not [var first, var second])
            {
                continue;
            }

            if (Glued().Match(first.Text) is { Success: true } glued)
            {
                repaired[first] = Parted(first, glued.Groups["number"].Length);
            }
            else if (Number().Match(first.Text) is { Success: true } match
                && (match.Groups["end"].Value != "," || char.IsUpper(second.Text[0])) && char.IsLetter(second.Text[0]))
            {
                repaired[first] = [first with { Text = match.Groups["number"].Value + (match.Groups["end"].Value == ")" ? ")" : ".") }];
            }
        }

        return repaired.Count == 0 ? words : words.SelectMany(word => repaired.GetValueOrDefault(word) ?? [word]).ToList();
    }

    /// <summary>Two words, each with its share of the box.</summary>
    private static PageWord[] Parted(PageWord word, int at)
    {
        var middle = word.Box.X0 + ((word.Box.X1 - word.Box.X0) * at / word.Text.Length);
        return [word with { Text = word.Text[..at], Box = word.Box with { X1 = middle } }, word with { Text = word.Text[at..], Box = word.Box with { X0 = middle } }];
    }

    [GeneratedRegex(@"^(?<number>(?:[IVX]{1,5}|I[IVLHl|]{1,4}|[1-9][0-9]?)\.)\p{Lu}\p{L}+$|^(?<number>L[ILl|]{0,3}\.)\p{Lu}{2,}$", RegexOptions.NonBacktracking)]
    private static partial Regex Glued();

    [GeneratedRegex(@"^[_\-—–~'‘“.,:;·]*(?<number>[1-9][0-9]?(?:\.[1-9][0-9]?){0,3})(?<end>[.,)])$", RegexOptions.NonBacktracking)]
    private static partial Regex Number();
}
