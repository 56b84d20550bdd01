using Plans.Extraction.Language;

namespace Plans.Extraction.Catalogues;

/// <summary>Which part a heading opens, by the phrases of section-kinds.tsv.</summary>
internal static class SectionKinds
{
    private enum Scope { Any, Top, Start }

    private static readonly IReadOnlyList<(SectionKind Kind, string Phrase, Scope Scope)> Phrases =
        [.. Catalogue.Rows("section-kinds.tsv").Select(row => (Enum.Parse<SectionKind>(row[0], true), Canon.Form(row[1]), Enum.Parse<Scope>(row[2], true)))];

    /// <summary>The kind that a heading names itself; null where it says nothing and its parent's holds.</summary>
    /// <param name="heading">The heading in canonical form.</param>
    /// <param name="isTop">Whether it is a main heading.</param>
    public static SectionKind? Of(string heading, bool isTop)
    {
        (SectionKind Kind, int At, int Length)? best = null;
        foreach (var (kind, phrase, scope) in Phrases)
        {
            if (scope == Scope.Top && !isTop)
            {
                continue;
            }

            var at = heading.IndexOf(phrase, StringComparison.Ordinal);
            if (at < 0 || (scope == Scope.Start && at > 0) || !IsWord(heading, at, phrase.Length))
            {
                continue;
            }

            if (best is null || at < best.Value.At || (at == best.Value.At && phrase.Length > best.Value.Length))
            {
                best = (kind, at, phrase.Length);
            }
        }

        return best?.Kind;
    }

    private static bool IsWord(string text, int at, int length) =>
        (at == 0 || !char.IsLetter(text[at - 1])) && (at + length >= text.Length || !char.IsLetter(text[at + length]));
}
