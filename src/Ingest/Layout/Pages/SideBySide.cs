using Plans.Ingest.Building;

namespace Plans.Ingest.Layout.Pages;

/// <summary>
/// Two columns without lines between them: the letterhead (agency left, name of the state and motto right) and the signature block
/// ("Nơi nhận" left, signer right). They become a table of one row without lines, as they are in a DOCX.
/// </summary>
internal sealed record SideBySide(IReadOnlyList<TextLine> Left, IReadOnlyList<TextLine> Right)
{
    private const double NarrowestGutter = 7;
    private const double FurthestSignature = 130;

    public IEnumerable<TextLine> Lines => Left.Concat(Right);

    public double Top => Lines.Min(line => line.Box.Y0);

    public RawTable Table(int page)
    {
        var cells = new[] { Left, Right }.Select((lines, i) => CellText.Of(i, lines, lines.Min(line => line.Box.X0), lines.Max(line => line.Box.X1))).ToList();
        return new RawTable([new RawRow(page, cells)], Ruled: false);
    }

    /// <summary>All such places on a page, from its lines cut at wide gaps.</summary>
    public static IReadOnlyList<SideBySide> All(IReadOnlyList<TextLine> segments, double pageWidth)
    {
        var found = new List<SideBySide>();
        var free = segments.OrderBy(line => line.Box.Y0).ToList();
        for (var i = 0; i < free.Count; i++)
        {
            var left = free[i];
            var right = free.Find(other => other.Box.X0 > left.Box.X1 + NarrowestGutter && Overlap(left, other) > 0.3
                && IsAmid((left.Box.X1 + other.Box.X0) / 2, pageWidth));
            if (right is not null && !free.Exists(other => other != right && other != left && IsBetween(left, right, other)) && Grow(free, left, right) is { } columns)
            {
                found.Add(columns);
                free.RemoveAll(columns.Lines.Contains);
                i = -1;
            }
        }

        return found;
    }

    private static bool IsAmid(double x, double pageWidth) => x > pageWidth * 0.2 && x < pageWidth * 0.8;

    private static bool IsBetween(TextLine left, TextLine right, TextLine other) =>
        Overlap(left, other) > 0.3 && (other.Box.X1 <= left.Box.X0 || other.Box.X0 >= right.Box.X1 || (other.Box.X0 >= left.Box.X1 && other.Box.X1 <= right.Box.X0));

    private static double Overlap(TextLine one, TextLine other) =>
        (Math.Min(one.Box.Y1, other.Box.Y1) - Math.Max(one.Box.Y0, other.Box.Y0)) / Math.Min(one.Box.Y1 - one.Box.Y0, other.Box.Y1 - other.Box.Y0);

    private static SideBySide? Grow(List<TextLine> lines, TextLine firstLeft, TextLine firstRight)
    {
        List<TextLine> left = [firstLeft], right = [firstRight];
        foreach (var line in lines.Where(line => line != firstLeft && line != firstRight && line.Box.Y0 >= Math.Min(firstLeft.Box.Y0, firstRight.Box.Y0) - 1))
        {
            var (gutterStart, gutterEnd) = (left.Max(l => l.Box.X1), right.Min(l => l.Box.X0));
            var bottom = left.Concat(right).Max(l => l.Box.Y1);
            var isBeside = line.Box.Y0 < bottom - (line.Height * 0.3);
            if (line.Box.X1 < gutterEnd - NarrowestGutter && (isBeside || Fits(left, line, line.Height * 1.6)))
            {
                left.Add(line);
            }
            else if (line.Box.X0 > gutterStart + NarrowestGutter && (isBeside || Fits(right, line, IsSignature(left, right) ? FurthestSignature : line.Height * 1.6)))
            {
                right.Add(line);
            }
            else
            {
                break;
            }
        }

        return left.Count + right.Count >= 3 && (IsSignature(left, right) || IsLetterhead(right) || (left.Count >= 3 && right.Count >= 3))
            ? new SideBySide(InOrder(left), InOrder(right)) : null;
    }

    /// <summary>Whether a line with nothing beside it goes on with the column: below it, and not wider than it.</summary>
    private static bool Fits(List<TextLine> column, TextLine line, double furthest) =>
        line.Box.Y0 - column.Max(l => l.Box.Y1) < furthest && line.Box.X0 > column.Min(l => l.Box.X0) - line.Height && line.Box.X1 < column.Max(l => l.Box.X1) + line.Height;

    private static bool IsSignature(List<TextLine> left, List<TextLine> right) =>
        left.Exists(line => line.Text.StartsWith("Nơi nhận", StringComparison.OrdinalIgnoreCase)) || right.Exists(line => LineKinds.StartsSignature(line.Text));

    private static bool IsLetterhead(List<TextLine> right) => right.Exists(line => LineKinds.IsStateNameOrMotto(line.Text));

    private static List<TextLine> InOrder(List<TextLine> lines) => lines.OrderBy(line => line.Middle).ThenBy(line => line.Box.X0).ToList();
}
