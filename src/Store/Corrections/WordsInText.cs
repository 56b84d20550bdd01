using System.Text;
using Plans.Store.Search;

namespace Plans.Store.Corrections;

/// <summary>Finds words that a person copied out of a document: blanks, line breaks and emphasis make no difference.</summary>
internal static class WordsInText
{
    /// <param name="near">Of several places the one nearest to here is meant; null for the first.</param>
    /// <returns>Null where they stand nowhere.</returns>
    public static Range? Find(string text, string words, int? near = null) => Find(text, words, near, c => c) ?? Find(text, words, near, Folded);

    /// <summary>How often they stand in the text, letter for letter.</summary>
    public static int Count(string text, string words) => Places(Compact.Of(text, c => c), Compact.Of(words, c => c).Letters).Count();

    private static Range? Find(string text, string words, int? near, Func<char, char> form)
    {
        var (compact, sought) = (Compact.Of(text, form), Compact.Of(words, form).Letters);
        var places = Places(compact, sought).ToList();
        if (sought.Length == 0 || places.Count == 0)
        {
            return null;
        }

        var place = near is { } wanted ? places.MinBy(at => Math.Abs(compact.Places[at] - wanted)) : places[0];
        return compact.Places[place]..(compact.Places[place + sought.Length - 1] + 1);
    }

    private static IEnumerable<int> Places(Compact text, string sought)
    {
        for (var at = sought.Length == 0 ? -1 : text.Letters.IndexOf(sought, StringComparison.Ordinal); at >= 0; at = text.Letters.IndexOf(sought, at + 1, StringComparison.Ordinal))
        {
            yield return at;
        }
    }

    private static char Folded(char c) => Folding.Fold(c.ToString()) is [var letter, ..] ? letter : '\0';

    /// <param name="Places">Where each letter stands in the text.</param>
    private sealed record Compact(string Letters, IReadOnlyList<int> Places)
    {
        public static Compact Of(string text, Func<char, char> form)
        {
            var (letters, places) = (new StringBuilder(text.Length), new List<int>(text.Length));
            for (var i = 0; i < text.Length; i++)
            {
                if (!char.IsWhiteSpace(text[i]) && text[i] != '*' && form(text[i]) is not '\0' and var letter)
                {
                    letters.Append(letter);
                    places.Add(i);
                }
            }

            return new Compact(letters.ToString(), places);
        }
    }
}
