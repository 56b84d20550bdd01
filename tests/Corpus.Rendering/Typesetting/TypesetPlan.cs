namespace Plans.Corpus.Rendering.Typesetting;

/// <summary>How a line of a plan is set, in the terms of Decree 30/2020, Appendix I.</summary>
public enum Look { Body, Basis, Heading, Title, Appendix, Agency, Motto, Rule, Number, Date, Recipients, Recipient, Signer }

/// <summary>A plan as a typist sees it: what stands where, before any file format.</summary>
public sealed record TypesetPlan(string Name, Manner Manner, IReadOnlyList<Piece> Pieces);

/// <summary>Habits that differ from typist to typist.</summary>
/// <param name="NumbersAutomatically">Numbers and bullets are list numbering, not typed.</param>
/// <param name="StylesHeadings">Headings have the styles "heading 1" to "heading 3"; else they are bold paragraphs.</param>
/// <param name="NumbersPagesOnTop">The page number stands in the top margin; else at the foot.</param>
public sealed record Manner(bool NumbersAutomatically, bool StylesHeadings, bool NumbersPagesOnTop)
{
    public static Manner Of(int seed) => new((seed & 1) == 0, (seed & 2) == 0, (seed & 4) == 0);
}

public abstract record Piece;

public sealed record Line(string Text, Look Look) : Piece;

/// <summary>Two columns without lines: letterhead, or addressees and signature.</summary>
public sealed record SideBySide(IReadOnlyList<Line> Left, IReadOnlyList<Line> Right) : Piece;

/// <param name="HeaderRows">How many of the first rows are column headings.</param>
public sealed record Grid(IReadOnlyList<IReadOnlyList<GridCell>> Rows, int HeaderRows) : Piece
{
    /// <summary>From here on a table is set across a landscape page.</summary>
    private const int WideColumns = 7;

    public int Columns => Rows.Max(row => row.Select(cell => cell.Column + cell.ColumnSpan).DefaultIfEmpty(0).Max());

    public bool IsWide => Columns >= WideColumns;
}

/// <param name="Column">The first column it covers, from 0.</param>
public sealed record GridCell(int Column, int ColumnSpan, int RowSpan, IReadOnlyList<string> Lines);
