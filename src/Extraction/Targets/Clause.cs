using Plans.Extraction.Reading;

namespace Plans.Extraction.Targets;

/// <summary>A candidate number with the stretch of its line that speaks of it.</summary>
/// <param name="Start">Where its clause begins in the line.</param>
/// <param name="End">Where it ends.</param>
/// <param name="ComparatorStart">Where the comparator, or the number, begins.</param>
/// <param name="Parent">The index of the clause of which it is a part ("trong đó …"), -1 if of none.</param>
internal sealed record Clause(Line Line, ClassifiedNumber Number, int Start, int End, int ComparatorStart, string Comparator, int Parent)
{
    public string Left => Line.Text[Start..ComparatorStart];

    public string Right => Line.Text[Math.Min(End, Number.UnitEnd)..End];

    public string LeftCanon => Line.Canon[Start..ComparatorStart];

    public string RightCanon => Line.Canon[Math.Min(End, Number.UnitEnd)..End];
}
