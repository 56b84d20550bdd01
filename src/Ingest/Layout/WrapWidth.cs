namespace Plans.Ingest.Layout;

/// <summary>
/// The width at which a file's lines were broken by a typesetter (text out of a PDF or an old mail program), in characters.
/// Found from the line pairs that certainly belong together: the first ends no sentence and the second begins with a small letter.
/// </summary>
internal sealed class WrapWidth
{
    private const int Widest = 140;
    private const int FewestPairs = 3;

    /// <summary>Blanks before the first line of a paragraph, at least.</summary>
    public const int FirstLineIndent = 2;

    private WrapWidth(int? width, bool everywhere, bool marksByIndent)
    {
        Width = width;
        IsEverywhere = everywhere;
        MarksByIndent = marksByIndent;
    }

    public int? Width { get; }

    /// <summary>Whether practically no line is longer: then empty lines mean little, since PDF converters sow them freely.</summary>
    public bool IsEverywhere { get; }

    /// <summary>Whether the first lines of paragraphs are indented and the others are not.</summary>
    public bool MarksByIndent { get; }

    public static WrapWidth Of(IReadOnlyList<SourceLine> lines)
    {
        var cut = new List<int>();
        int indented = 0, starts = 0;
        for (var i = 0; i + 1 < lines.Count; i++)
        {
            var (line, next) = (lines[i].Text, lines[i + 1].Text);
            if (line.Length <= Widest && line.Length >= 20 && !LineKinds.EndsSentence(line) && char.IsLower(next[0]) && !LineKinds.StartsItem(next))
            {
                cut.Add(line.Length);
                indented += TwoColumns.Indent(lines[i + 1]) >= FirstLineIndent ? 1 : 0;
                starts += TwoColumns.Indent(lines[i]) >= FirstLineIndent ? 1 : 0;
            }
        }

        if (cut.Count < FewestPairs)
        {
            return new WrapWidth(null, false, false);
        }

        cut.Sort();
        var width = cut[cut.Count * 9 / 10];
        var longer = lines.Count(line => line.Text.Length > width * 13 / 10);
        // Of the lines that run on, the first of each paragraph is indented and what follows is not.
        var marksByIndent = indented * 20 <= cut.Count && starts * 5 >= cut.Count;
        return new WrapWidth(width, longer * 50 < lines.Count, marksByIndent);
    }

    /// <summary>Whether the line is so long that the next line's first word had no room on it.</summary>
    public bool IsFull(string line, string next)
    {
        if (Width is not { } width || line.Length > width * 13 / 10)
        {
            return false;
        }

        var space = next.IndexOf(' ');
        var word = space < 0 ? next.Length : space;
        // Letters differ in breadth, and bold lines hold fewer: a tenth of slack.
        return (line.Length + 1 + word) * 10 >= width * 9;
    }
}
