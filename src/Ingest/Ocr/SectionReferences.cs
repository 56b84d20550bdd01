using System.Text.RegularExpressions;
using Plans.Ingest.Building;
using Plans.Ingest.Layout.Pages;

namespace Plans.Ingest.Ocr;

/// <summary>
/// Sets right the Roman numerals of references to sections, which recognisers read as other upright letters ("HI.3.b", "IIL2.b" for "III.3.b",
/// "III.2.b"): of the document's headings, the one is meant whose numeral is most alike.
/// </summary>
internal static partial class SectionReferences
{
    /// <summary>How unlike the numeral may be (see <see cref="NumeralSequence"/>).</summary>
    private const double MostUnlike = 0.9;

    /// <param name="pages">The words of each page, with its headings' numerals set right.</param>
    public static IReadOnlyList<IReadOnlyList<PageWord>> Repaired(IReadOnlyList<IReadOnlyList<PageWord>> pages)
    {
        var numerals = Enumerable.Range(1, NumeralSequence.Largest).Select(number => ListNumber.Of(number, ListNumberStyle.UpperRoman)).ToList();
        var headings = pages.SelectMany(words => words.GroupBy(word => word.Line).Select(line => line.MinBy(word => word.Box.X0)!.Text.TrimEnd('.'))).Where(numerals.Contains).ToHashSet(StringComparer.Ordinal);
        return headings.Count == 0 ? pages : [.. pages.Select(words => words.Select(word => Repaired(word, headings)).ToList())];
    }

    private static PageWord Repaired(PageWord word, HashSet<string> headings)
    {
        if (Reference().Match(word.Text) is not { Success: true } reference || reference.Groups["numeral"].Value is not { } read || !read.AsSpan().ContainsAny('I', 'V', 'X')
            || (headings.Contains(read) && reference.Groups["stop"].Length > 0))
        {
            return word;
        }

        // The full stop after the numeral may have become its last stroke: "IIL2" is "III.2".
        var strokes = HeadingNumerals.Strokes(read);
        var meant = headings.Select(numeral => (numeral, Unlike: NumeralSequence.Difference(strokes, numeral))).OrderBy(one => one.Unlike).ThenBy(one => one.numeral, StringComparer.Ordinal).First();
        return meant.Unlike > MostUnlike ? word : word with { Text = $"{reference.Groups["open"]}{meant.numeral}.{reference.Groups["rest"]}" };
    }

    [GeneratedRegex(@"^(?<open>[(""“]?)(?<numeral>[IVXLHT][IVXLHTl1|]{1,5})(?<stop>[.,]?)(?<rest>[1-9][0-9]?\.[a-zđ1-9][.,;:)]*)$", RegexOptions.NonBacktracking)]
    private static partial Regex Reference();
}
