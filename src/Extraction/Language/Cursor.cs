using System.Globalization;
using Plans.Extraction.Catalogues;

namespace Plans.Extraction.Language;

/// <summary>
/// A place in a text while a grammar reads it word by word; lost once a step did not fit, and every further step keeps it lost. Each step
/// takes the blanks before what it reads.
/// </summary>
/// <param name="Text">In canonical form.</param>
/// <param name="At">Where reading goes on; -1 once lost.</param>
internal readonly record struct Cursor(string Text, int At)
{
    public bool Fits => At >= 0;

    public Cursor Lost() => this with { At = -1 };

    /// <summary>On to the first of some signs, or to the end, not further than a number of letters; lost where the words before it are more.</summary>
    public Cursor UpTo(string signs, int most)
    {
        var to = At;
        while (Fits && to < Text.Length && !signs.Contains(Text[to]))
        {
            to++;
        }

        return Fits && to - At <= most ? this with { At = to } : Lost();
    }

    /// <summary>The longest of the phrases, as whole words.</summary>
    public Cursor Word(PhraseSet phrases)
    {
        if (!Fits)
        {
            return this;
        }

        var from = AfterBlanks();
        return phrases.LengthAt(Text, from) is > 0 and var length ? this with { At = from + length } : Lost();
    }

    public Cursor Maybe(PhraseSet phrases) => Or(Word(phrases), this);

    /// <summary>A whole number between two, with no more digits than the highest; no part of a longer or a decimal number.</summary>
    public Cursor Number(int highest, int lowest = 1) =>
        Digits(1, highest > 99 ? 3 : 2) is { Fits: true } next && Value(next) is var value && value >= lowest && value <= highest ? next : Lost();

    /// <summary>A year of four digits in this or the last century.</summary>
    public Cursor Year() => Digits(4, 4) is { Fits: true } next && Value(next) is > 1900 and < 2100 ? next : Lost();

    /// <summary>One of a few signs.</summary>
    public Cursor Sign(string signs)
    {
        if (!Fits)
        {
            return this;
        }

        var from = AfterBlanks();
        return from < Text.Length && signs.Contains(Text[from]) ? this with { At = from + 1 } : Lost();
    }

    /// <summary>What a part of the grammar reads, or nothing where it does not fit.</summary>
    public Cursor Try(Func<Cursor, Cursor> part) => Fits ? Or(part(this), this) : this;

    /// <summary>The first that fits.</summary>
    public static Cursor Or(Cursor first, Cursor second) => first.Fits ? first : second;

    /// <summary>The one that reads most.</summary>
    public static Cursor Longest(params ReadOnlySpan<Cursor> tries)
    {
        var best = tries[0];
        foreach (var one in tries)
        {
            best = one.At > best.At ? one : best;
        }

        return best;
    }

    private int AfterBlanks()
    {
        var at = At;
        while (at < Text.Length && Text[at] == ' ')
        {
            at++;
        }

        return at;
    }

    private Cursor Digits(int fewest, int most)
    {
        if (!Fits)
        {
            return this;
        }

        var from = AfterBlanks();
        var to = from;
        while (to < Text.Length && char.IsAsciiDigit(Text[to]))
        {
            to++;
        }

        var isWhole = to + 1 >= Text.Length || Text[to] is not ('.' or ',') || !char.IsAsciiDigit(Text[to + 1]) || to - from <= 2;
        return to - from >= fewest && to - from <= most && isWhole ? this with { At = to } : Lost();
    }

    /// <summary>The number that ends at a cursor.</summary>
    private static int Value(Cursor end)
    {
        var from = end.At;
        while (from > 0 && char.IsAsciiDigit(end.Text[from - 1]))
        {
            from--;
        }

        return int.Parse(end.Text.AsSpan(from, end.At - from), NumberStyles.None, CultureInfo.InvariantCulture);
    }
}
