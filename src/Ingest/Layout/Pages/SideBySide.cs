using Plans.Ingest.Building;

namespace Plans.Ingest.Layout.Pages;

/// <summary>
/// Two columns without lines between them: the letterhead (agency left, name of the state and motto right) and the signature block
/// ("Nơi nhận" left, signer right). They become a table of one row without lines, as they are in a DOCX.
/// </summary>
internal sealed record SideBySide(IReadOnlyList<TextLine> Left, IReadOnlyList<TextLine> Right)
{
    private const double NarrowestGutter = 1;
    private const double FurthestSignature = 130;
    private const double SlantedBy = 2.5;
    private const int MostLines = 400;

    public IEnumerable<TextLine> Lines => Left.Concat(Right);

    public bool HasSignature => IsSignature(Left, Right);

    public double Top => Lines.Min(line => line.Box.Y0);

    /// <summary>Both with what stands on the next page, where a page break cut them.</summary>
    public SideBySide With(SideBySide below) => new([.. Left, .. below.Left], [.. Right, .. below.Right]);

    public RawTable Table(int page)
    {
        var cells = new[] { Left, Right }.Select((lines, i) => CellText.Of(i, lines, lines.Min(line => line.Box.X0), lines.Max(line => line.Box.X1))).ToList();
        return new RawTable([new RawRow(page, cells)], Ruled: false);
    }

    /// <summary>All such places on a page, from its lines cut at wide gaps.</summary>
    /// <param name="goesOn">Whether a signature block was open when the page before ended.</param>
    public static IReadOnlyList<SideBySide> All(IReadOnlyList<TextLine> segments, double pageWidth, double pageHeight, bool goesOn)
    {
        var found = new List<SideBySide>();
        if (segments.Count is 0 or > MostLines)
        {
            return found;
        }

        var free = segments.OrderBy(line => line.Box.Y0).ToList();
        var middle = (free.Min(line => line.Box.X0) + free.Max(line => line.Box.X1)) / 2;
        for (var i = 0; i < free.Count; i++)
        {
            if (Pair(free, free[i], pageWidth) is var (left, right) && Grow(free, left, right, middle, goesOn && found.Count == 0 && left.Box.Y0 < pageHeight / 4) is { } columns)
            {
                found.Add(columns);
                free.RemoveAll(columns.Lines.Contains);
                i = -1;
            }
        }

        return found;
    }

    /// <summary>Two lines that may begin the columns: side by side, or known by their words and nearly so.</summary>
    private static (TextLine Left, TextLine Right)? Pair(List<TextLine> lines, TextLine line, double pageWidth)
    {
        if (LineKinds.IsStateNameOrMotto(line.Text) || LineKinds.StartsSignature(line.Text))
        {
            return lines.Find(other => other.Box.X1 < line.Box.X0 - NarrowestGutter && IsPartner(other, line)) is { } left ? (left, line) : null;
        }

        var right = lines.Find(other => other.Box.X0 > line.Box.X1 + NarrowestGutter && Overlap(line, other) > 0.3
            && IsAmid((line.Box.X1 + other.Box.X0) / 2, pageWidth));
        return right is null || LineKinds.IsStateNameOrMotto(right.Text) || LineKinds.StartsSignature(right.Text) || lines.Exists(other => other != right && other != line && IsBetween(line, right, other)) ? null : (line, right);
    }

    /// <summary>What stands left of the name of the state is an agency in capitals; left of a signature stands "Nơi nhận", perhaps half a line higher.</summary>
    private static bool IsPartner(TextLine left, TextLine right) => Math.Abs(left.Middle - right.Middle) < SlantedBy * right.Height
        && (Overlap(left, right) > 0.3 || (LineKinds.StartsSignature(right.Text) ? StartsRecipients(left) : LineKinds.IsUpperCase(left.Text)));

    private static bool StartsRecipients(TextLine line) => line.Text.StartsWith("Nơi nhận", StringComparison.OrdinalIgnoreCase);

    private static bool IsAmid(double x, double pageWidth) => x > pageWidth * 0.2 && x < pageWidth * 0.8;

    private static bool IsBetween(TextLine left, TextLine right, TextLine other) =>
        Overlap(left, other) > 0.3 && (other.Box.X1 <= left.Box.X0 || other.Box.X0 >= right.Box.X1 || (other.Box.X0 >= left.Box.X1 && other.Box.X1 <= right.Box.X0));

    private static double Overlap(TextLine one, TextLine other) =>
        (Math.Min(one.Box.Y1, other.Box.Y1) - Math.Max(one.Box.Y0, other.Box.Y0)) / Math.Min(one.Box.Y1 - one.Box.Y0, other.Box.Y1 - other.Box.Y0);

    private static SideBySide? Grow(List<TextLine> lines, TextLine firstLeft, TextLine firstRight, double middle, bool isKnown)
    {
        List<TextLine> left = [firstLeft], right = [firstRight];
        var isSigned = false;
        foreach (var line in lines.Where(line => line != firstLeft && line != firstRight && line.Box.Y0 >= Math.Min(firstLeft.Box.Y0, firstRight.Box.Y0) - 1))
        {
            var (gutterStart, gutterEnd) = (left.Max(l => l.Box.X1), right.Min(l => l.Box.X0));
            var bottom = left.Concat(right).Max(l => l.Box.Y1);
            var isBeside = line.Box.Y0 < bottom - (line.Height * 0.3);
            var isSignature = isKnown || IsSignature(left, right);
            if (!isBeside && IsAfter(left, right, line, middle, isSignature))
            {
                break;
            }

            if (line.Box.X1 < gutterEnd - NarrowestGutter && (isBeside || Follows(left, line)))
            {
                left.Add(line);
            }
            else if (line.Box.X0 > gutterStart + NarrowestGutter && (isBeside || Follows(right, line)))
            {
                isSigned |= line.Box.Y0 - right.Max(l => l.Box.Y1) > line.Height * 1.6;
                right.Add(line);
            }
            else if (isSignature && !isSigned && line.Box.X0 > gutterStart && line.Box.Y0 - right.Max(l => l.Box.Y1) < FurthestSignature && IsAligned(right, line))
            {
                // The name of the signer, below the space for signature and seal.
                isSigned = true;
                right.Add(line);
            }
            else
            {
                break;
            }
        }

        var isLayout = isKnown || (StartsRecipients(firstLeft) && LineKinds.StartsSignature(firstRight.Text))
            || (left.Count + right.Count >= 3 && (IsSignature(left, right) || IsLetterhead(right))) || (left.Count >= 3 && right.Count >= 3);
        return isLayout ? new SideBySide(InOrder(left), InOrder(right)) : null;
    }

    /// <summary>
    /// Whether a line with nothing beside it is in neither column, even where it stands as far in as one: a title in the middle of the page, a
    /// heading below the recipients, of whom the archive ("Lưu: …") is the last, anything but the subject below a letterhead that has its number and date.
    /// </summary>
    private static bool IsAfter(List<TextLine> left, List<TextLine> right, TextLine line, double middle, bool isSignature)
    {
        var isTitle = LineKinds.IsUpperCase(line.Text) && !LineKinds.StartsBullet(line.Text);
        var isComplete = left.Exists(l => l.Text.StartsWith("Số", StringComparison.Ordinal)) && right.Exists(l => LineKinds.IsPlaceAndDate(l.Text) && !char.IsLetter(l.Text[^1]));
        return (isTitle && Math.Abs(line.Box.X0 + line.Box.X1 - (2 * middle)) < line.Height)
            || (isSignature && line.Box.X1 < right.Min(l => l.Box.X0) && (isTitle || (left[^1].Text.Contains("Lưu", StringComparison.Ordinal) && char.IsUpper(line.Text[0]))))
            || (isComplete && !isSignature && !line.Text.StartsWith("V/v", StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>
    /// Whether a line with nothing beside it goes on with the column: right below it, and set as its lines are. A title below stands in the
    /// middle of the page, in neither column.
    /// </summary>
    private static bool Follows(List<TextLine> column, TextLine line) =>
        line.Box.Y0 - column.Max(l => l.Box.Y1) < line.Height * 1.6 && IsAligned(column, line);

    /// <summary>With the left edge of the column's lines, or with their middle.</summary>
    private static bool IsAligned(List<TextLine> column, TextLine line) =>
        IsFlush(column, line) || column.Exists(other => Math.Abs(line.Box.X0 + line.Box.X1 - other.Box.X0 - other.Box.X1) < line.Height);

    private static bool IsFlush(List<TextLine> column, TextLine line) => Math.Abs(line.Box.X0 - column.Min(l => l.Box.X0)) < line.Height;

    private static bool IsSignature(IReadOnlyList<TextLine> left, IReadOnlyList<TextLine> right) =>
        left.Any(StartsRecipients) || right.Any(line => LineKinds.StartsSignature(line.Text));

    private static bool IsLetterhead(List<TextLine> right) => right.Exists(line => LineKinds.IsStateNameOrMotto(line.Text));

    private static List<TextLine> InOrder(List<TextLine> lines) => lines.OrderBy(line => line.Middle).ThenBy(line => line.Box.X0).ToList();
}
