using System.Collections.Frozen;

namespace Plans.Ingest.Encodings;

/// <summary>
/// Whether words are spelled as Vietnamese syllables can be: an onset, a rhyme, one tone. It tells text read in the right encoding, or
/// recognised well, from text that was not. Texts must be NFC.
/// </summary>
internal static class VietnameseSyllables
{
    /// <summary>The longest, "nghiêng", and a stray tone mark or two.</summary>
    private const int Longest = 8;

    private static readonly FrozenSet<string> Onsets = DataFile.Lines("onsets.tsv").ToFrozenSet(StringComparer.Ordinal);
    private static readonly FrozenSet<string> Rhymes = DataFile.Lines("rhymes.tsv").SelectMany(line => line.Split(' ')).ToFrozenSet(StringComparer.Ordinal);
    private static readonly FrozenDictionary<char, (char Plain, Tone Tone)> Tones = TonesOfLetters();

    private enum Tone { Level, Grave, Hook, Tilde, Acute, Dot }

    public static SyllableMeasure Measure(ReadOnlySpan<char> text)
    {
        int words = 0, legal = 0, marked = 0, markedLegal = 0;
        for (var at = 0; at < text.Length;)
        {
            var start = at;
            while (at < text.Length && !IsBreak(text[at]))
            {
                at++;
            }

            var token = text[start..at];
            at++;
            var word = TrimToLetters(token);
            var isLegal = IsSyllable(word);
            if (token.IsEmpty || (word.IsEmpty && !IsMarked(token)) || (!isLegal && IsAbbreviation(word)))
            {
                continue;
            }

            words++;
            legal += isLegal ? 1 : 0;
            if (IsMarked(token))
            {
                marked++;
                markedLegal += isLegal ? 1 : 0;
            }
        }

        return new SyllableMeasure(words, legal, marked, markedLegal);
    }

    /// <summary>In any case: "Nghị", "QUYẾT". Both placements of the tone (hòa, hoà) are legal.</summary>
    public static bool IsSyllable(ReadOnlySpan<char> word)
    {
        if (word.IsEmpty || word.Length > Longest)
        {
            return false;
        }

        Span<char> plain = stackalloc char[word.Length];
        var tone = Tone.Level;
        for (var i = 0; i < word.Length; i++)
        {
            plain[i] = char.ToLowerInvariant(word[i]);
            if (Tones.TryGetValue(plain[i], out var letter))
            {
                if (tone != Tone.Level)
                {
                    return false;
                }

                (plain[i], tone) = letter;
            }
        }

        return IsSyllable(plain, tone);
    }

    private static bool IsSyllable(ReadOnlySpan<char> plain, Tone tone)
    {
        var rhymes = Rhymes.GetAlternateLookup<ReadOnlySpan<char>>();
        var onsets = Onsets.GetAlternateLookup<ReadOnlySpan<char>>();
        for (var onset = Math.Min(3, plain.Length - 1); onset >= 0; onset--)
        {
            var rhyme = plain[onset..];
            if ((onset == 0 || onsets.Contains(plain[..onset])) && rhymes.Contains(rhyme) && FitTogether(plain[..onset], rhyme))
            {
                // Before a stop only the sharp and the heavy tone can be spoken.
                return rhyme[^1] is not ('c' or 'p' or 't') && !rhyme.EndsWith("ch") || tone is Tone.Acute or Tone.Dot;
            }
        }

        return false;
    }

    /// <summary>k, gh and ngh stand before e, ê, i and y; c, g and ng before the others.</summary>
    private static bool FitTogether(ReadOnlySpan<char> onset, ReadOnlySpan<char> rhyme)
    {
        var isFront = rhyme[0] is 'e' or 'ê' or 'i' or 'y';
        return onset switch
        {
            "k" or "gh" or "ngh" => isFront,
            "c" or "ng" => !isFront,
            "g" => !isFront || rhyme[0] == 'i',
            "qu" => rhyme[0] is not ('u' or 'ư'),
            _ => true,
        };
    }

    private static bool IsBreak(char c) => char.IsWhiteSpace(c) || (char.IsAscii(c) && !char.IsAsciiLetter(c)) || c is >= '\u2010' and <= '\u2027';

    private static bool IsMarked(ReadOnlySpan<char> token) => token.ContainsAnyExceptInRange('\0', '\u007F');

    private static ReadOnlySpan<char> TrimToLetters(ReadOnlySpan<char> token)
    {
        while (!token.IsEmpty && !char.IsLetter(token[0]))
        {
            token = token[1..];
        }

        while (!token.IsEmpty && !char.IsLetter(token[^1]))
        {
            token = token[..^1];
        }

        return token;
    }

    /// <summary>Plain capitals: "UBND", "NĐ"; also a lone letter that counts items.</summary>
    private static bool IsAbbreviation(ReadOnlySpan<char> word)
    {
        foreach (var c in word)
        {
            if (!char.IsAsciiLetterUpper(c) && c != 'Đ')
            {
                return false;
            }
        }

        return !word.IsEmpty;
    }

    private static FrozenDictionary<char, (char Plain, Tone Tone)> TonesOfLetters()
    {
        const string Toned = "àảãáạ ằẳẵắặ ầẩẫấậ èẻẽéẹ ềểễếệ ìỉĩíị òỏõóọ ồổỗốộ ờởỡớợ ùủũúụ ừửữứự ỳỷỹýỵ";
        var vowels = "aăâeêioôơuưy";
        return Toned.Split(' ').SelectMany((letters, vowel) => letters.Select((letter, tone) => (letter, plain: vowels[vowel], tone: (Tone)(tone + 1))))
            .ToFrozenDictionary(entry => entry.letter, entry => (entry.plain, entry.tone));
    }
}
