using Plans.Extraction.Catalogues;
using Plans.Extraction.Language;
using Plans.Ingest;

namespace Plans.Extraction.Reading;

/// <summary>
/// Sets right recognised words of low confidence where the catalogues know what must stand there: names of agencies, provinces, kinds of
/// documents and units whose letters were recognised and whose marks were not ("TĨNH QUẢNG NGÁI", "QUYÉT ĐỊNH"). A letter takes the place of
/// one letter, so that every position stays; the document itself keeps what was recognised. Words read from a text layer are never touched.
/// </summary>
internal static class RecognitionRepair
{
    /// <summary>Recognition is hardly ever wrong above this; a name of several syllables speaks for itself below.</summary>
    private const double SureOfName = 0.95;

    /// <summary>
    /// For a name of three syllables or more: nothing else is spelled like it, and recognisers are as sure of "PHO CHỦ TỊCH" as they ever are.
    /// </summary>
    private const double SureOfLongName = 0.98;

    /// <summary>For a word with a letter that a long name has otherwise.</summary>
    private const double SureOfLetters = 0.93;

    /// <summary>For a unit of one syllable, which says less.</summary>
    private const double SureOfUnit = 0.8;

    /// <summary>For a number that cannot be checked; numbers filled in by hand have no confidence at all.</summary>
    private const double SureOfNumber = 0.5;

    /// <summary>The same document with the text to read; the very same where nothing was recognised.</summary>
    public static Document Of(Document document)
    {
        if (document.Words.All(word => word.Confidence >= SureOfLongName))
        {
            return document;
        }

        var letters = document.Text.ToCharArray();
        var folded = Canon.Fold(document.Text);
        var repairedTo = 0;
        for (var i = 0; i < document.Words.Count; i++)
        {
            var start = document.Words[i].Range.Start + LeadingMarks(document, i);
            if (start >= repairedTo && KnownAt(document, folded, i, start) is { } phrase)
            {
                repairedTo = Repair(document, i, start, phrase, letters);
            }

            if (IsDoubtfulNumber(document, i))
            {
                document.Words[i].Range.Of(document.Text).Select(_ => ' ').ToArray().CopyTo(letters, document.Words[i].Range.Start);
            }
        }

        return document with { Text = new string(letters) };
    }

    /// <summary>What must stand at a place: a name that is spelled so, else one that nearly is, else a single word.</summary>
    private static string? KnownAt(Document document, string folded, int first, int start)
    {
        var known = KnownPhrases.At(folded, start);
        return known is not null && known.Contains(' ') ? known : NearlyKnown(document, folded, first, start) ?? known;
    }

    /// <summary>A long name with one letter read as another ("Sở Thông tỉn và Truyền thônq"), in a word that was not surely recognised.</summary>
    private static string? NearlyKnown(Document document, string folded, int first, int start)
    {
        if (KnownPhrases.Near(folded, start) is not var (phrase, wrongAt))
        {
            return null;
        }

        var wrong = first;
        while (document.Words[wrong].Range.End <= wrongAt && wrong + 1 < document.Words.Count)
        {
            wrong++;
        }

        return document.Words[wrong].Confidence < SureOfLetters ? phrase : null;
    }

    /// <returns>The end of the phrase.</returns>
    private static int Repair(Document document, int first, int start, string phrase, char[] letters)
    {
        var syllables = phrase.Count(c => c == ' ') + 1;
        var isName = syllables > 1;
        if (!isName && !FollowsNumber(document.Text, start))
        {
            return start;
        }

        var sure = syllables > 2 ? SureOfLongName : isName ? SureOfName : SureOfUnit;
        var end = start + phrase.Length;
        for (var i = first; i < document.Words.Count && document.Words[i].Range.Start < end; i++)
        {
            var word = document.Words[i];
            var (from, to) = (Math.Max(word.Range.Start, start), Math.Min(word.Range.End, end));
            if (word.Confidence >= sure || Canon.Form(document.Text[from..to]) == phrase[(from - start)..(to - start)])
            {
                continue;
            }

            for (var at = from; at < to; at++)
            {
                letters[at] = char.IsUpper(letters[at]) ? char.ToUpperInvariant(phrase[at - start]) : phrase[at - start];
            }
        }

        return end;
    }

    private static int LeadingMarks(Document document, int word)
    {
        var range = document.Words[word].Range;
        var at = range.Start;
        while (at < range.End && !char.IsLetterOrDigit(document.Text[at]))
        {
            at++;
        }

        return at - range.Start;
    }

    private static bool FollowsNumber(string text, int at)
    {
        while (at > 0 && text[at - 1] == ' ')
        {
            at--;
        }

        return at > 0 && char.IsDigit(text[at - 1]);
    }

    /// <summary>The digits before the symbol of a document ("44 /QĐ-UBND") that were hardly recognised: no number is better than a wrong one.</summary>
    private static bool IsDoubtfulNumber(Document document, int i)
    {
        var word = document.Words[i];
        return word.Confidence < SureOfNumber && i + 1 < document.Words.Count && word.Range.Of(document.Text).All(char.IsDigit)
            && document.Words[i + 1].Range.Of(document.Text) is ['/', var symbol, ..] && char.IsUpper(symbol);
    }
}
