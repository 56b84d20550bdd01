using System.Collections.Frozen;
using System.Text;
using Plans.Ingest.Encodings;
using Plans.Ingest.Layout.Pages;

namespace Plans.Ingest.Ocr;

/// <summary>
/// Sets right the marks of letters that recognition confounds ("kiếm tra", "CHÍ TIÊU", "chỉ phí"): where neighbouring syllables have the letters of a common word
/// but not its marks, nor those of another that is said, that word is meant.
/// </summary>
internal static class MisreadMarks
{
    private const string Before = "“\"(-'‘";
    private const string After = "”\"),.;:…'’/";
    private const int MostSyllables = 4;

    /// <summary>What is written with the same letters, by these letters; the first is meant where none was read.</summary>
    private static readonly FrozenDictionary<string, string[][]> Words = DataFile.Lines("compounds.tsv").Select(row => row.Split('\t').Select(word => word.Split(' ')).ToArray())
        .ToFrozenDictionary(forms => Letters(forms[0]), StringComparer.Ordinal);

    public static IReadOnlyList<PageWord> Repaired(IReadOnlyList<PageWord> words)
    {
        var changes = new Dictionary<PageWord, PageWord>(ReferenceEqualityComparer.Instance);
        foreach (var line in words.GroupBy(word => word.Line).Select(line => line.OrderBy(word => word.Box.X0).ToList()))
        {
            for (var start = 0; start + 1 < line.Count; start++)
            {
                for (var count = Math.Min(MostSyllables, line.Count - start); count > 1; count--)
                {
                    var read = line.GetRange(start, count);
                    if (Cores(read) is { } cores && Words.TryGetValue(Letters(cores), out var forms))
                    {
                        Repair(read, cores, forms, changes);
                        break;
                    }
                }
            }
        }

        return changes.Count == 0 ? words : words.Select(word => changes.GetValueOrDefault(word, word)).ToList();
    }

    private static void Repair(List<PageWord> read, string[] cores, string[][] forms, Dictionary<PageWord, PageWord> changes)
    {
        // In capitals all marks are small, and none can be trusted; in small letters, two wrong ones in a word are two other syllables.
        var most = cores.All(core => core.All(char.IsUpper)) ? cores.Length : 1;
        var differing = forms.Select(form => form.Zip(cores).Count(pair => !AreSame(pair.First, pair.Second))).ToList();
        if (differing.Contains(0) || differing[0] > most)
        {
            return;
        }

        for (var i = 0; i < read.Count; i++)
        {
            if (!AreSame(forms[0][i], cores[i]))
            {
                changes[read[i]] = read[i] with { Text = read[i].Text.Replace(cores[i], InCaseOf(cores[i], forms[0][i]), StringComparison.Ordinal) };
            }
        }
    }

    /// <summary>The syllables without punctuation; null if there is some between them.</summary>
    private static string[]? Cores(List<PageWord> read)
    {
        var cores = new string[read.Count];
        for (var i = 0; i < read.Count; i++)
        {
            var text = read[i].Text.AsSpan();
            text = i == 0 ? text.TrimStart(Before) : text;
            text = i == read.Count - 1 ? text.TrimEnd(After) : text;
            cores[i] = text.ToString();
            if (cores[i].Length == 0 || !cores[i].All(char.IsLetter))
            {
                return null;
            }
        }

        return cores;
    }

    private static string InCaseOf(string read, string syllable) => string.Concat(syllable.Select((letter, i) => char.IsUpper(read[i]) ? char.ToUpperInvariant(letter) : letter));

    /// <summary>Letters without marks, in small.</summary>
    private static string Letters(string[] syllables) => string.Join(' ', syllables.Select(syllable =>
        string.Concat(syllable.ToLowerInvariant().Replace('đ', 'd').Normalize(NormalizationForm.FormD).Where(c => c is < '\u0300' or > '\u036F'))));

    /// <summary>Whether the letters and the tone are the same; the tone may stand on either vowel (hòa, hoà).</summary>
    private static bool AreSame(string one, string other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase) || Spelled(one) == Spelled(other);

    private static string Spelled(string syllable)
    {
        var parts = syllable.ToLowerInvariant().Normalize(NormalizationForm.FormD).ToLookup(c => c is '\u0300' or '\u0301' or '\u0303' or '\u0309' or '\u0323');
        return string.Concat(parts[false].Concat(parts[true]));
    }
}
