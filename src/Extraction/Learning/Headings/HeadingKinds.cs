using Plans.Extraction.Language;

namespace Plans.Extraction.Learning.Headings;

/// <summary>
/// The part that an unusual main heading opens, learned from headings (heading-kinds.tsv). Asked only where the catalogue of headings knows no phrase
/// of it; unsure answers are none.
/// </summary>
internal static class HeadingKinds
{
    public const string ModelName = "heading-kinds.tsv";

    /// <summary>From this probability on, the answer counts.</summary>
    public const double Sure = 0.7;

    private static readonly Lazy<SoftmaxModel> Model = new(() => new SoftmaxModel(ModelFile.Rows(ModelName)));

    /// <param name="heading">In canonical form.</param>
    public static SectionKind? Of(string heading) =>
        Model.Value.Best(Features(heading)) is { Probability: >= Sure } best && Enum.Parse<SectionKind>(best.Class, true) is var kind && kind != SectionKind.Other ? kind : null;

    /// <summary>The syllables of a heading, its neighbouring syllables, and how it begins and ends.</summary>
    public static IReadOnlyList<string> Features(string heading)
    {
        var words = heading.Split([' ', ',', '.', ':', ';', '-', '(', ')', '"'], StringSplitOptions.RemoveEmptyEntries).Where(w => !w.Any(char.IsDigit)).ToList();
        var features = new HashSet<string>(words, StringComparer.Ordinal) { "(any)" };
        for (var i = 0; i + 1 < words.Count; i++)
        {
            features.Add(words[i] + " " + words[i + 1]);
        }

        if (words.Count > 0)
        {
            features.Add("^" + words[0]);
        }

        return [.. features];
    }
}
