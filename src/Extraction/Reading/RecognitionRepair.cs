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

    /// <summary>For a unit of one syllable, which says less.</summary>
    private const double SureOfUnit = 0.8;

    /// <summary>For a number that cannot be checked; numbers filled in by hand have no confidence at all.</summary>
    private const double SureOfNumber = 0.5;

    /// <summary>The same document with the text to read; the very same where nothing was recognised.</summary>
    public static Document Of(Document document)
    {
        if (document.Words.All(word => word.Confidence >= SureOfName))
        {
            return document;
        }

        var letters = document.Text.ToCharArray();
        var folded = Canon.Fold(document.Text);
        var repairedTo = 0;
        for (var i = 0; i < document.Words.Count; i++)
        {
            var start = document.Words[i].Range.Start + LeadingMarks(document, i);
            if (start >= repairedTo && KnownPhrases.At(folded, start) is { } phrase)
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

    /// <returns>The end of the phrase.</returns>
    private static int Repair(Document document, int first, int start, string phrase, char[] letters)
    {
        var isName = phrase.Contains(' ');
        if (!isName && !FollowsNumber(document.Text, start))
        {
            return start;
        }

        var end = start + phrase.Length;
        for (var i = first; i < document.Words.Count && document.Words[i].Range.Start < end; i++)
        {
            var word = document.Words[i];
            var (from, to) = (Math.Max(word.Range.Start, start), Math.Min(word.Range.End, end));
            if (word.Confidence >= (isName ? SureOfName : SureOfUnit) || Canon.Form(document.Text[from..to]) == phrase[(from - start)..(to - start)])
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
