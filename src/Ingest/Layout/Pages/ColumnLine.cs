namespace Plans.Ingest.Layout.Pages;

/// <summary>A line with the edges of the column, cell or page that it stands in.</summary>
/// <param name="Left">Where the column's unindented lines begin.</param>
/// <param name="Right">Where its full lines end.</param>
internal sealed record ColumnLine(TextLine Line, double Left, double Right)
{
    private const double Slack = 2;
    private const double CentreSlack = 4;
    private const double CentreMargin = 12;

    public string Text => Line.Text;

    public double Indent => Line.Box.X0 - Left;

    public bool IsCentred => IsInMiddle && Indent > CentreMargin && Right - Line.Box.X1 > CentreMargin;

    public bool IsInMiddle => Math.Abs(Line.Box.X0 - Left - (Right - Line.Box.X1)) < 2 * CentreSlack;

    /// <summary>Whether the first word of the next line had no room on this one; a typesetter breaks no other line.</summary>
    public bool IsFullBefore(ColumnLine next)
    {
        var needed = next.Line.FirstWordWidth + (Line.Height / 5);
        return Line.Box.X1 + needed > Right - Slack || (IsCentred && Line.Width + needed > Right - Left - Slack - (Line.Height / 2));
    }
}
