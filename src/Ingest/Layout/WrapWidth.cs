namespace Plans.Ingest.Layout;

/// <summary>
/// The width at which a file's lines were broken by a typesetter (text out of a PDF or an old mail program), in characters.
/// Found from the line pairs that certainly belong together: the first ends no sentence and the second begins with a small letter.
/// </summary>
internal sealed class WrapWidth
{
    private const int Widest = 140;
    private const int FewestPairs = 3;

    private WrapWidth(int? width, bool everywhere)
    {
        Width = width;
        IsEverywhere = everywhere;
    }

    public int? Width { get; }

    /// <summary>Whether practically no line is longer: then empty lines mean little, since PDF converters sow them freely.</summary>
    public bool IsEverywhere { get; }

    public static WrapWidth Of(IReadOnlyList<SourceLine> lines)
    {
        var cut = new List<int>();
        for (var i = 0; i + 1 < lines.Count; i++)
        {
            var (line, next) = (lines[i].Text, lines[i + 1].Text);
            if (line.Length <= Widest && line.Length >= 20 && !LineKinds.EndsSentence(line) && char.IsLower(next[0]) && !LineKinds.StartsItem(next))
            {
                cut.Add(line.Length);
            }
        }

        if (cut.Count < FewestPairs)
        {
            return new WrapWidth(null, false);
        }

        cut.Sort();
        var width = cut[cut.Count * 9 / 10];
        var longer = lines.Count(line => line.Text.Length > width * 13 / 10);
        return new WrapWidth(width, longer * 50 < lines.Count);
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
