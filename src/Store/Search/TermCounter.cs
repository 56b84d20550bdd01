namespace Plans.Store.Search;

/// <summary>Counts how often each term stands in texts. It reads a text once, and of most words no more than the first letter.</summary>
internal sealed class TermCounter
{
    private const int LongestWord = 64;

    private readonly IReadOnlyList<SearchTerm> terms;
    private readonly string[][] words;

    /// <summary>The words with their marks; null where marks do not matter.</summary>
    private readonly string[][]? typed;
    private readonly int[] counts;
    private readonly bool[] isFirstLetter = new bool[char.MaxValue + 1];

    /// <summary>Of each term, at which of its words each beginning of it that may become the whole has arrived.</summary>
    private readonly List<int>[] begun;

    /// <summary>Of each term whose words may be apart, where each was seen last.</summary>
    private readonly int[][] seen;

    /// <param name="asTyped">Whether words must have the marks that they were typed with.</param>
    public TermCounter(IReadOnlyList<SearchTerm> terms, bool asTyped = false)
    {
        typed = asTyped ? [.. terms.Select(term => term.Words.Select(word => Folding.TonePlacement(Folding.Lower(word))).ToArray())] : null;
        this.terms = terms;
        words = [.. terms.Select(term => term.Words.Select(Folding.Fold).ToArray())];
        foreach (var word in words.SelectMany(of => of).Where(word => word.Length > 0))
        {
            isFirstLetter[word[0]] = true;
        }

        counts = new int[terms.Count];
        begun = [.. terms.Select(_ => new List<int>())];
        seen = [.. terms.Select(term => Enumerable.Repeat(-1, term.Words.Count).ToArray())];
    }

    public int Count(int term) => counts[term];

    /// <summary>Begins anew.</summary>
    public void Clear() => Array.Clear(counts);

    /// <summary>Adds what a text has; no phrase goes from one text into the next.</summary>
    /// <returns>The words of the text.</returns>
    public int Read(string text)
    {
        Forget();
        Span<char> folded = stackalloc char[LongestWord];
        var (cutter, place, isBegun) = (new WordCutter(text), 0, false);
        while (cutter.Next(out var range))
        {
            var written = text.AsSpan()[range];
            var isWanted = isFirstLetter[Folding.First(written)];
            if (isWanted || isBegun)
            {
                isBegun = false;
                var word = new Word(written, Folding.Fold(written, folded));
                for (var term = 0; term < terms.Count; term++)
                {
                    if (terms[term].Within is { } within)
                    {
                        Near(term, word, place, within);
                    }
                    else
                    {
                        Phrase(term, word);
                        isBegun |= begun[term].Count > 0;
                    }
                }
            }

            place++;
        }

        return place;
    }

    private void Forget()
    {
        for (var term = 0; term < terms.Count; term++)
        {
            begun[term].Clear();
            Array.Fill(seen[term], -1);
        }
    }

    private void Phrase(int term, Word word)
    {
        var (wanted, arrived) = (words[term], begun[term]);
        for (var i = arrived.Count - 1; i >= 0; i--)
        {
            if (!Is(term, arrived[i], word))
            {
                arrived.RemoveAt(i);
            }
            else if (++arrived[i] == wanted.Length)
            {
                counts[term]++;
                arrived.RemoveAt(i);
            }
        }

        if (Is(term, 0, word))
        {
            if (wanted.Length == 1)
            {
                counts[term]++;
            }
            else
            {
                arrived.Add(1);
            }
        }
    }

    private void Near(int term, Word word, int place, int within)
    {
        var (wanted, last) = (words[term], seen[term]);
        for (var i = 0; i < wanted.Length; i++)
        {
            if (Is(term, i, word))
            {
                last[i] = place;
                counts[term] += Array.TrueForAll(last, at => at >= 0) && last.Max() - last.Min() - 1 <= within ? 1 : 0;
            }
        }
    }

    private bool Is(int term, int number, Word word)
    {
        var begins = terms[term].Prefix && number == words[term].Length - 1;
        return Same(word.Folded, words[term][number], begins)
            && (typed is null || Same(Folding.TonePlacement(Folding.Lower(word.Written.ToString())), typed[term][number], begins));
    }

    private static bool Same(ReadOnlySpan<char> word, string wanted, bool begins) => begins ? word.StartsWith(wanted) : word.SequenceEqual(wanted);

    private readonly ref struct Word(ReadOnlySpan<char> written, ReadOnlySpan<char> folded)
    {
        public ReadOnlySpan<char> Written { get; } = written;

        public ReadOnlySpan<char> Folded { get; } = folded;
    }
}
