namespace Plans.Ingest.Layout.Pages;

/// <summary>
/// Tells where paragraphs begin from what typesetters do: only full lines are broken, first lines are indented or numbered, space stands
/// between paragraphs. Words decide only where the geometry leaves it open.
/// </summary>
/// <param name="pitch">The distance from line to line inside paragraphs in line heights; null if unknown.</param>
internal sealed class ParagraphBreaks(double? pitch)
{
    private const double Aligned = 3;
    private const double SameSize = 0.15;

    /// <summary>What joins a line to the paragraph before it: a blank, nothing, or null where a paragraph begins.</summary>
    /// <param name="text">The paragraph so far.</param>
    public string? Glue(string text, IReadOnlyList<ColumnLine> paragraph, ColumnLine next)
    {
        var last = paragraph[^1];
        if (LineKinds.IsPlaceAndDate(text) || LineKinds.IsRule(last.Text) || LineKinds.IsRule(next.Text) || IsSpaced(last, next) || IsOtherSize(last, next))
        {
            return null;
        }

        var ended = LineKinds.EndsSentence(text);
        if (LineKinds.EndsInsideNumber(last.Text) && !ended && !LineKinds.StartsItem(next.Text))
        {
            return "";
        }

        return RunsOn(text, paragraph, next, ended) ? " " : null;
    }

    private static bool RunsOn(string text, IReadOnlyList<ColumnLine> paragraph, ColumnLine next, bool ended)
    {
        var (first, last) = (paragraph[0], paragraph[^1]);
        var goesOn = !ended && !LineKinds.StartsItem(next.Text) && !LineKinds.StartsPart(next.Text) && (char.IsLower(next.Text[0]) || LineKinds.IsCutShort(text));
        var (upper, nextUpper) = (LineKinds.IsUpperCase(last.Text), LineKinds.IsUpperCase(next.Text));
        if (next.IsCentred && last.IsInMiddle)
        {
            return upper == nextUpper && !ended && (goesOn || last.IsFullBefore(next));
        }

        if (!last.IsFullBefore(next))
        {
            return goesOn && upper == nextUpper && next.Indent <= last.Indent + Aligned;
        }

        if (paragraph.Count > 1)
        {
            var second = paragraph[1];
            var isAligned = Math.Abs(next.Indent - second.Indent) <= Aligned;
            // Where first lines are not set off, only the words can tell an item from a dash inside a sentence.
            return isAligned && (!LineKinds.StartsItem(next.Text) || !(ended || Math.Abs(first.Indent - second.Indent) <= Aligned));
        }

        return SecondLine(first, next, ended, goesOn);
    }

    private static bool SecondLine(ColumnLine first, ColumnLine next, bool ended, bool goesOn)
    {
        var step = next.Indent - first.Indent;
        if (step < -Aligned)
        {
            // A first-line indent, and the second line at the margin.
            return next.Indent < Aligned || goesOn;
        }

        if (step > Aligned)
        {
            // A hanging number or bullet.
            return goesOn || (first.Line.Words.Count > 1 && LineKinds.StartsItem(first.Text) && Math.Abs(next.Line.Box.X0 - first.Line.Words[1].Box.X0) <= Aligned);
        }

        if (LineKinds.StartsItem(next.Text) || LineKinds.StartsPart(next.Text))
        {
            return false;
        }

        // Two lines at the same place: both at the margin they are one paragraph, both indented they are two first lines.
        return goesOn || (first.Indent <= Aligned && (!ended || char.IsLower(next.Text[0])));
    }

    private bool IsSpaced(ColumnLine last, ColumnLine next) =>
        pitch is { } usual && last.Line.Page == next.Line.Page && next.Line.Middle - last.Line.Middle > (usual * 1.12 * last.Line.Height) + 0.5;

    private static bool IsOtherSize(ColumnLine last, ColumnLine next) =>
        Math.Abs(last.Line.Height - next.Line.Height) > SameSize * Math.Max(last.Line.Height, next.Line.Height);

    /// <summary>The usual distance of lines that certainly belong together: a full line that ends no sentence, and one that begins with a small letter.</summary>
    public static double? UsualPitch(IReadOnlyList<ColumnLine> lines)
    {
        var certain = new List<double>();
        for (var i = 0; i + 1 < lines.Count; i++)
        {
            var (line, next) = (lines[i], lines[i + 1]);
            var step = next.Line.Middle - line.Line.Middle;
            if (line.Line.Page == next.Line.Page && step > 0 && step < 3 * line.Line.Height && line.IsFullBefore(next)
                && !LineKinds.EndsSentence(line.Text) && char.IsLower(next.Text[0]) && !LineKinds.StartsItem(next.Text))
            {
                certain.Add(step / line.Line.Height);
            }
        }

        certain.Sort();
        return certain.Count == 0 ? null : certain[certain.Count * 3 / 4];
    }
}
