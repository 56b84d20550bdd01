using System.Text.RegularExpressions;
using Plans.Ingest.Building;
using Plans.Ingest.Layout.Pages;

namespace Plans.Ingest.Ocr;

/// <summary>
/// Sets right the Roman numerals of headings, which recognisers read as other upright letters ("L MỤC TIÊU", "HIL KINH PHÍ"): headings in
/// capitals are numbered in order, so the place tells the numeral. One for each document.
/// </summary>
internal sealed partial class HeadingNumerals
{
    private const int FewestCapitals = 4;

    private int _last;

    public IReadOnlyList<PageWord> Repaired(IReadOnlyList<PageWord> words)
    {
        var lines = words.GroupBy(word => word.Line).ToList();
        var isDecimal = lines.Exists(line => Decimal().IsMatch(line.MinBy(word => word.Box.X0)!.Text));
        var firsts = lines.Where(IsHeading).Select(line => line.MinBy(word => word.Box.X0)!).OrderBy(word => word.Box.Y0)
            .Where(word => !isDecimal || !One().IsMatch(word.Text));
        var repaired = firsts.ToDictionary(word => word, word => word with { Text = Next(word.Text) + "." });
        return words.Select(word => repaired.TryGetValue(word, out var right) ? right : word).ToList();
    }

    private static bool IsHeading(IGrouping<int, PageWord> line)
    {
        var words = line.OrderBy(word => word.Box.X0).ToList();
        if (words.Count < 2 || !char.IsUpper(words[1].Text[0]))
        {
            return false;
        }

        var rest = string.Concat(words.Skip(1).Select(word => word.Text));
        var isInCapitals = rest.Count(char.IsUpper) >= FewestCapitals && !rest.Any(char.IsLower);
        return isInCapitals ? Strokes().IsMatch(words[0].Text) : Numerals().IsMatch(words[0].Text);
    }

    private string Next(string read)
    {
        var numeral = Enumerable.Range(1, 20).FirstOrDefault(number => ListNumber.Of(number, ListNumberStyle.UpperRoman) == read.TrimEnd('.', ',', ':'));
        // A numeral that is legal is believed, unless it has come already: then a stroke was lost. The first one begins a new part, but not
        // right after a first one: no part has a single section.
        _last = numeral switch
        {
            1 when _last != 1 => 1,
            > 1 when numeral > _last => numeral,
            _ => _last + 1,
        };
        return ListNumber.Of(_last, ListNumberStyle.UpperRoman);
    }

    /// <summary>What numerals are read as, and what nothing else could be.</summary>
    [GeneratedRegex(@"^(?:I{1,3}|IV|VI{1,3}|IX|HI|IH|HH|HIL|IHI|HII|TII|TI|IL|IIL|H\.)[.,:]?$", RegexOptions.NonBacktracking)]
    private static partial Regex Numerals();

    [GeneratedRegex(@"^[IVXLHTlN1|]{1,5}[.,:]?$", RegexOptions.NonBacktracking)]
    private static partial Regex Strokes();

    /// <summary>Where there is a 1.1, a 1 is a 1.</summary>
    [GeneratedRegex(@"^1\.1[.,]?$", RegexOptions.NonBacktracking)]
    private static partial Regex Decimal();

    [GeneratedRegex(@"^1[.,:]?$", RegexOptions.NonBacktracking)]
    private static partial Regex One();
}
