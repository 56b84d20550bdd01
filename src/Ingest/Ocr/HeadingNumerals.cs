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
        var firsts = words.GroupBy(word => word.Line).Where(IsHeading).Select(line => line.MinBy(word => word.Box.X0)!).OrderBy(word => word.Box.Y0);
        var repaired = firsts.ToDictionary(word => word, word => word with { Text = Next(word.Text) + "." });
        return words.Select(word => repaired.TryGetValue(word, out var right) ? right : word).ToList();
    }

    private static bool IsHeading(IGrouping<int, PageWord> line)
    {
        var words = line.OrderBy(word => word.Box.X0).ToList();
        var rest = string.Concat(words.Skip(1).Select(word => word.Text));
        return words.Count > 1 && Strokes().IsMatch(words[0].Text) && rest.Count(char.IsUpper) >= FewestCapitals && !rest.Any(char.IsLower);
    }

    private string Next(string read)
    {
        var numeral = Enumerable.Range(1, 20).FirstOrDefault(number => ListNumber.Of(number, ListNumberStyle.UpperRoman) == read.TrimEnd('.', ',', ':'));
        // A numeral that is legal is believed, unless it has come already: then a stroke was lost. The first one begins a new part.
        _last = numeral switch
        {
            1 => 1,
            > 1 when numeral > _last => numeral,
            _ => _last + 1,
        };
        return ListNumber.Of(_last, ListNumberStyle.UpperRoman);
    }

    [GeneratedRegex(@"^[IVXLHTlN1|]{1,5}[.,:]?$", RegexOptions.NonBacktracking)]
    private static partial Regex Strokes();
}
