namespace Plans.Ingest.Layout.Pages;

/// <summary>How far apart the lines of a text stand, as the text itself shows.</summary>
/// <param name="Pitch">From line to line inside paragraphs, in line heights; null if unknown.</param>
/// <param name="IsBetweenParagraphs">Whether space sets all paragraphs apart, so that no space means no new paragraph.</param>
internal readonly record struct LineSpacing(double? Pitch, bool IsBetweenParagraphs)
{
    /// <summary>From what multiple of the pitch on lines are set apart.</summary>
    public const double Wider = 1.12;

    private const int FewestBreaks = 4;

    public static LineSpacing Of(IReadOnlyList<ColumnLine> lines)
    {
        var inside = new List<double>();
        var between = new List<double>();
        for (var i = 0; i + 1 < lines.Count; i++)
        {
            var (line, next) = (lines[i], lines[i + 1]);
            var step = (next.Line.Middle - line.Line.Middle) / line.Line.Height;
            if (line.Line.Page != next.Line.Page || step is <= 0 or > 3)
            {
                continue;
            }

            // These lines certainly belong together: the first is full and ends no sentence, the next begins with a small letter.
            if (line.IsFullBefore(next) && !LineKinds.EndsSentence(line.Text) && char.IsLower(next.Text[0]) && !LineKinds.StartsItem(next.Text))
            {
                inside.Add(step);
            }
            else if (!line.IsFullBefore(next) && LineKinds.EndsSentence(line.Text))
            {
                between.Add(step);
            }
        }

        inside.Sort();
        double? pitch = inside.Count == 0 ? null : inside[inside.Count * 3 / 4];
        return new LineSpacing(pitch, between.Count >= FewestBreaks && between.Count(step => step > pitch * Wider) * 10 >= between.Count * 9);
    }
}
