namespace Plans.Ingest.Layout.Pages;

/// <summary>A run of letters as a tool found it on a page. It may be a piece of a word.</summary>
/// <param name="Line">The tool's number of the line, unique on the page.</param>
/// <param name="Block">The tool's number of the group of lines, unique on the page.</param>
internal sealed record PageWord(string Text, Box Box, int Line, int Block, double Confidence = 1);

/// <summary>A straight line drawn on a page, in points; <paramref name="At"/> is its y if it is horizontal, its x if it is vertical.</summary>
internal sealed record Ruling(bool IsHorizontal, double At, double From, double To)
{
    public double Length => To - From;
}

/// <summary>What stands on a page, in points from its top left, before anything is made of it.</summary>
internal sealed record PageContent(int Number, double Width, double Height, IReadOnlyList<PageWord> Words, IReadOnlyList<Ruling> Rulings)
{
    /// <summary>Recognised words are whole and their boxes fit tightly; those of a text layer may be pieces, in boxes of the font's height.</summary>
    public bool IsRecognised { get; init; }
}
