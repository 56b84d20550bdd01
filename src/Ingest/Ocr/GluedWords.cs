using Plans.Ingest.Encodings;
using Plans.Ingest.Layout.Pages;

namespace Plans.Ingest.Ocr;

/// <summary>
/// Puts back blanks that recognition lost ("thựchiện", "tháng,tổng"): where a word can be no syllable, its parts can, and the image shows a gap
/// between them as wide as a blank. Which of several ways to part it is right ("thự|chiện"), the gap tells.
/// </summary>
internal static class GluedWords
{
    /// <summary>The narrowest blank of a justified line, and how far the gap may be from where the letters say, in font sizes.</summary>
    private const double NarrowestBlank = 0.14;
    private const double Off = 0.45;

    /// <summary>The height of a word's box in font sizes (see <see cref="RecognisedWords"/>), and where letters stand in it.</summary>
    private const double BoxHeight = 1.01;
    private const double Top = 0.2;
    private const double Bottom = 0.72;

    /// <summary>No word glued of two is longer.</summary>
    private const int Longest = 16;

    private readonly record struct Gap(double Middle, double Width);

    public static IReadOnlyList<PageWord> Parted(PageImage image, byte threshold, IReadOnlyList<PageWord> words, double pointsPerPixel) =>
        words.SelectMany(word => Parts(image, threshold, word, pointsPerPixel)).ToList();

    private static IEnumerable<PageWord> Parts(PageImage image, byte threshold, PageWord word, double pointsPerPixel)
    {
        var places = Places(word.Text).ToList();
        if (places.Count == 0)
        {
            return [word];
        }

        var size = (word.Box.Y1 - word.Box.Y0) / BoxHeight;
        var gaps = Gaps(image, threshold, word.Box, pointsPerPixel).Where(gap => gap.Width >= NarrowestBlank * size).ToList();
        var best = places.SelectMany(place => gaps.Select(gap => (place, gap, Distance: Math.Abs(gap.Middle - Expected(word, place)))))
            .Where(one => one.Distance <= Off * size).OrderBy(one => one.Distance).FirstOrDefault();
        return best.place == 0
            ? [word]
            : [
                word with { Text = word.Text[..best.place], Box = word.Box with { X1 = best.gap.Middle - (best.gap.Width / 2) } },
                .. Parts(image, threshold, word with { Text = word.Text[best.place..], Box = word.Box with { X0 = best.gap.Middle + (best.gap.Width / 2) } }, pointsPerPixel),
            ];
    }

    /// <summary>Where the text may be parted: between two syllables in a word that is none, and after a comma before a letter.</summary>
    private static IEnumerable<int> Places(string text)
    {
        var start = text.AsSpan().IndexOfAnyExcept("“\"(-'‘");
        var end = text.AsSpan().LastIndexOfAnyExcept("”\"),.;:…'’") + 1;
        if (start < 0 || end - start is < 2 or > Longest)
        {
            yield break;
        }

        for (var at = start + 1; at < end; at++)
        {
            if (text[at - 1] is ',' or ';' && char.IsLetter(text[at]))
            {
                yield return at;
            }
        }

        var core = text[start..end];
        if (!core.All(char.IsLetter) || VietnameseSyllables.IsSyllable(core))
        {
            yield break;
        }

        for (var at = 1; at < core.Length; at++)
        {
            if (CanEnd(core, at) && CanBegin(core, at))
            {
                yield return start + at;
            }
        }
    }

    /// <summary>Whether what stands before can be a word: a syllable, or an abbreviation before a name ("TNCS|Hồ").</summary>
    private static bool CanEnd(string core, int at) => VietnameseSyllables.IsSyllable(core.AsSpan(0, at)) || IsAbbreviation(core, at);

    /// <summary>Whether the rest is one syllable or several, the first of which begins small, or as large as all before, or large after a small letter ("Hội|Liên").</summary>
    private static bool CanBegin(string core, int at) =>
        (char.IsLower(core[at]) || char.IsLower(core[at - 1]) || IsAbbreviation(core, at) || core.All(char.IsUpper)) && AreSyllables(core.AsSpan(at));

    private static bool IsAbbreviation(string core, int at) => at > 1 && at + 1 < core.Length && core.Take(at + 1).All(char.IsUpper) && char.IsLower(core[at + 1]);

    private static bool AreSyllables(ReadOnlySpan<char> letters)
    {
        if (VietnameseSyllables.IsSyllable(letters))
        {
            return true;
        }

        for (var at = 1; at < letters.Length; at++)
        {
            if (VietnameseSyllables.IsSyllable(letters[..at]) && AreSyllables(letters[at..]))
            {
                return true;
            }
        }

        return false;
    }

    private static double Expected(PageWord word, int place)
    {
        var (before, all) = (word.Text.Take(place).Sum(Width), word.Text.Sum(Width));
        return word.Box.X0 + ((word.Box.X1 - word.Box.X0) * before / all);
    }

    /// <summary>How wide a letter is beside others.</summary>
    private static double Width(char letter) => char.IsUpper(letter) ? 1.4 : "iíìỉĩịltjfrI,;.'()-1".Contains(letter) ? 0.6 : letter is 'm' ? 1.6 : 1;

    /// <summary>Where no ink stands between the letters.</summary>
    private static IEnumerable<Gap> Gaps(PageImage image, byte threshold, Box box, double pointsPerPixel)
    {
        var height = box.Y1 - box.Y0;
        var (top, bottom) = ((int)Math.Max(0, (box.Y0 + (Top * height)) / pointsPerPixel), (int)Math.Min(image.Height - 1, (box.Y0 + (Bottom * height)) / pointsPerPixel));
        var (left, right) = ((int)Math.Max(0, box.X0 / pointsPerPixel), (int)Math.Min(image.Width - 1, box.X1 / pointsPerPixel));
        var start = -1;
        for (var x = left; x <= right; x++)
        {
            var isEmpty = true;
            for (var y = top; y <= bottom && isEmpty; y++)
            {
                isEmpty = image.Pixels[(y * image.Width) + x] >= threshold;
            }

            if (isEmpty)
            {
                start = start < 0 ? x : start;
            }
            else if (start >= 0)
            {
                if (start > left)
                {
                    yield return new Gap((start + x) / 2.0 * pointsPerPixel, (x - start) * pointsPerPixel);
                }

                start = -1;
            }
        }
    }
}
