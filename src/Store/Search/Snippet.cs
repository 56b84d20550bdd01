using System.Text;

namespace Plans.Store.Search;

/// <summary>Cuts the words around the matches out of a text.</summary>
internal static class Snippet
{
    /// <summary>Letters of a snippet, about three lines of a terminal.</summary>
    private const int Length = 240;

    /// <summary>Letters before the first match.</summary>
    private const int Before = 60;

    /// <returns>The densest part of the text, matches marked; its beginning where nothing matches.</returns>
    public static IReadOnlyList<SnippetPiece> Of(string text, SearchQuery query)
    {
        var words = Folding.WordRanges(text).ToList();
        var matches = Matches.In(text, words, query);
        var start = Begin(words, BestStart(matches));
        var end = Math.Min(text.Length, start + Length);
        end = words.FirstOrDefault(word => word.Start.Value < end && word.End.Value > end, end..end).End.Value;

        var pieces = new List<SnippetPiece>();
        var position = start;
        foreach (var match in matches.Where(match => match.Start >= start && match.End <= end))
        {
            Add(pieces, text[position..match.Start], marked: false);
            Add(pieces, text[match.Start..match.End], marked: true);
            position = match.End;
        }

        Add(pieces, text[position..end], marked: false);
        return Dotted(pieces, before: start > 0, after: end < text.Length);
    }

    public static bool Marks(IReadOnlyList<SnippetPiece> pieces) => pieces.Any(piece => piece.Marked);

    /// <summary>The match from which a snippet's length holds the most different terms, then the most matches.</summary>
    private static int BestStart(IReadOnlyList<Match> matches)
    {
        var best = (Start: 0, Terms: 0, Matches: 0);
        for (var i = 0; i < matches.Count; i++)
        {
            var inside = matches.Skip(i).TakeWhile(match => match.End <= matches[i].Start + Length - Before).ToList();
            var terms = inside.Select(match => match.Term).Distinct().Count();
            if ((terms, inside.Count).CompareTo((best.Terms, best.Matches)) > 0)
            {
                best = (matches[i].Start, terms, inside.Count);
            }
        }

        return best.Start;
    }

    /// <summary>The beginning of a word at most so far before.</summary>
    private static int Begin(IReadOnlyList<Range> words, int match) => match <= Before
        ? 0
        : words.Where(word => word.Start.Value >= match - Before && word.Start.Value <= match)
            .Select(word => word.Start.Value).DefaultIfEmpty(match).First();

    private static void Add(List<SnippetPiece> pieces, string text, bool marked)
    {
        if (text.Length > 0)
        {
            pieces.Add(new SnippetPiece(OnOneLine(text), marked));
        }
    }

    private static string OnOneLine(string text)
    {
        var line = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            var blank = char.IsWhiteSpace(c) || char.IsControl(c);
            if (!blank || line.Length == 0 || line[^1] != ' ')
            {
                line.Append(blank ? ' ' : c);
            }
        }

        return line.ToString();
    }

    private static IReadOnlyList<SnippetPiece> Dotted(List<SnippetPiece> pieces, bool before, bool after)
    {
        if (before)
        {
            pieces.Insert(0, new SnippetPiece("… ", false));
        }

        if (after)
        {
            pieces.Add(new SnippetPiece(" …", false));
        }

        return pieces;
    }
}
