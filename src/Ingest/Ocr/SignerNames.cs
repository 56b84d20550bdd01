using System.Collections.Frozen;
using System.Text;
using Plans.Ingest.Encodings;
using Plans.Ingest.Layout.Pages;

namespace Plans.Ingest.Ocr;

/// <summary>
/// Sets right the marks in the name of who signs ("Mai Vẫn Hữu", "Vũ Đức Lầm"): a name that stands by itself below an office in capitals, of which a syllable
/// is none that persons are called by.
/// </summary>
internal static class SignerNames
{
    /// <summary>How far below its office a name may stand, with room for the seal and the hand between, in points.</summary>
    private const double SealRoom = 130;

    /// <summary>How wide a blank is at most, in heights of a line.</summary>
    private const double WidestBlank = 0.8;

    private static readonly FrozenSet<string> Offices = new[] { "tich", "doc", "truong", "tuong", "thu", "vien", "nhiem", "huy", "luat", "thong" }.ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> Family = Rows().Single(row => row.Letters == "family").Names.ToFrozenSet(StringComparer.Ordinal);
    private static readonly FrozenDictionary<string, string[]> Given = Rows().Where(row => row.Letters != "family").ToFrozenDictionary(row => row.Letters, row => row.Names, StringComparer.Ordinal);

    public static IReadOnlyList<PageWord> Repaired(IReadOnlyList<PageWord> words)
    {
        var runs = words.GroupBy(word => word.Line).SelectMany(line => Runs(line.OrderBy(word => word.Box.X0))).ToList();
        var offices = runs.Where(IsOffice).Select(run => run[0].Box with { X1 = run[^1].Box.X1 }).ToList();
        var changes = new Dictionary<PageWord, PageWord>(ReferenceEqualityComparer.Instance);
        foreach (var run in runs.Where(run => IsName(run) && offices.Exists(office => IsBelow(run, office))))
        {
            for (var i = 1; i < run.Count; i++)
            {
                changes[run[i]] = run[i] with { Text = Meant(run[i].Text, isMiddle: i + 1 < run.Count) };
            }
        }

        return changes.Count == 0 ? words : words.Select(word => changes.GetValueOrDefault(word, word)).ToList();
    }

    private static IEnumerable<(string Letters, string[] Names)> Rows() => DataFile.Lines("names.tsv").Select(row => row.Split('\t')).Select(row => (row[0], row[1].Split(' ')));

    /// <summary>Words of a line that are parted by no more than blanks: columns stand side by side.</summary>
    private static IEnumerable<List<PageWord>> Runs(IEnumerable<PageWord> line)
    {
        var run = new List<PageWord>();
        foreach (var word in line)
        {
            if (run.Count > 0 && word.Box.X0 - run[^1].Box.X1 > WidestBlank * (word.Box.Y1 - word.Box.Y0))
            {
                yield return run;
                run = [];
            }

            run.Add(word);
        }

        yield return run;
    }

    private static bool IsOffice(List<PageWord> run) => run.Count >= 2 && run.TrueForAll(word => !word.Text.Any(char.IsLower)) && Offices.Contains(Letters(run[^1].Text));

    private static bool IsName(List<PageWord> run) => run.Count is 3 or 4 && Family.Contains(run[0].Text)
        && run.TrueForAll(word => word.Text.Length > 0 && word.Text.All(char.IsLetter) && char.IsUpper(word.Text[0]) && !word.Text.Skip(1).Any(char.IsUpper));

    private static bool IsBelow(List<PageWord> name, Box office) =>
        name[0].Box.Y0 >= office.Y1 - 2 && name[0].Box.Y0 <= office.Y1 + SealRoom && name[0].Box.X0 < office.X1 && name[^1].Box.X1 > office.X0;

    /// <summary>Of the names with these letters, one whose vowels are the same but for the tone, else the most common; between family and given name, "van" is Văn.</summary>
    private static string Meant(string read, bool isMiddle)
    {
        if (!Given.TryGetValue(Letters(read), out var names) || names.Contains(read, StringComparer.Ordinal))
        {
            return read;
        }

        return isMiddle ? names[0] : names.FirstOrDefault(name => Toneless(name) == Toneless(read)) ?? names[0];
    }

    private static string Toneless(string word) => string.Concat(word.Normalize(NormalizationForm.FormD).Where(c => c is not ('\u0300' or '\u0301' or '\u0303' or '\u0309' or '\u0323')));

    private static string Letters(string word) =>
        string.Concat(word.ToLowerInvariant().Replace('đ', 'd').Normalize(NormalizationForm.FormD).Where(c => c is < '\u0300' or > '\u036F'));
}
