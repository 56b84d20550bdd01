using System.Text;
using System.Text.RegularExpressions;
using Plans.Ingest.Layout.Pages;

namespace Plans.Ingest.Formats.Pdf;

/// <summary>Judges whether the text layer of a page can be trusted, or whether its image must be recognised.</summary>
internal static partial class TextLayer
{
    private const int FewWords = 8;
    private const int EnoughWords = 20;
    private const int ThinWords = 40;
    private const double FullPage = 0.5;

    /// <summary>A few words over an image are a page number or a stamp on a scan.</summary>
    public static bool IsMissing(IReadOnlyList<PageWord> words, bool hasImages) => words.Count == 0 || (words.Count <= FewWords && hasImages);

    /// <summary>A few lines over a picture that fills the page may be all of the text, or only what was printed on a scan.</summary>
    public static bool IsThin(IReadOnlyList<PageWord> words, double imageShare) => words.Count <= ThinWords && imageShare >= FullPage;

    /// <summary>
    /// Whether the letters are not those that are printed: fonts without a map to Unicode, or recognised by a program without Vietnamese.
    /// Neither Vietnamese syllables nor words of plain letters are garbage.
    /// </summary>
    public static bool IsGarbage(IReadOnlyList<PageWord> words)
    {
        var letters = words.Select(word => word.Text.Trim('.', ',', ';', ':', '(', ')', '"', '“', '”', '-', '/')).Where(word => word.Length > 1 && word.Any(char.IsLetter)).ToList();
        if (letters.Count < EnoughWords)
        {
            return words.Count(word => word.Text.Any(c => c is '\uFFFD' || char.GetUnicodeCategory(c) is System.Globalization.UnicodeCategory.PrivateUse)) * 3 > words.Count;
        }

        return letters.Count(word => word.All(char.IsAscii) || IsSyllable(word)) * 2 < letters.Count;
    }

    /// <summary>Whether a word could be a Vietnamese syllable, whatever its tone.</summary>
    public static bool IsSyllable(string word)
    {
        var marks = word.Normalize(NormalizationForm.FormD).ToLowerInvariant();
        var bare = string.Concat(marks.Where(c => c is not ('\u0300' or '\u0301' or '\u0303' or '\u0309' or '\u0323' or '\u0302' or '\u0306' or '\u031B')));
        return Syllable().IsMatch(bare);
    }

    [GeneratedRegex("^(?:ngh?|nh|th|tr|ch|gh?|gi|kh|ph|qu|[bcdđhklmnprstvx])?[aeiouy]{1,3}(?:ng|nh|ch|[cmnpt])?$", RegexOptions.NonBacktracking)]
    private static partial Regex Syllable();
}
