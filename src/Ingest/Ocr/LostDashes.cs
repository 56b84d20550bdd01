using Plans.Ingest.Layout.Pages;

namespace Plans.Ingest.Ocr;

/// <summary>
/// Puts back the dashes that begin list items: a recogniser takes a short thin stroke, set apart from its line, for dirt. Here a dash is
/// seen for what it is: flat ink at half the height of small letters, with nothing above or below.
/// </summary>
internal static class LostDashes
{
    /// <summary>Where to look left of a line and how large a dash is, in heights of the line.</summary>
    private const double Reach = 2.2;
    private const double Narrowest = 0.2;
    private const double Widest = 0.9;
    private const double Thickest = 0.25;

    public static IReadOnlyList<PageWord> PutBack(PageImage image, byte threshold, IReadOnlyList<PageWord> words, double pointsPerPixel)
    {
        var all = words.ToList();
        foreach (var line in words.GroupBy(word => word.Line))
        {
            var first = line.MinBy(word => word.Box.X0)!;
            if (char.IsLetterOrDigit(first.Text[0]) && !words.Any(other => other.Line != first.Line && IsNear(other.Box, first.Box)) && DashBefore(image, threshold, first.Box, pointsPerPixel) is { } box)
            {
                all.Add(first with { Text = "-", Box = box });
            }
        }

        return all;
    }

    private static bool IsNear(Box other, Box first) =>
        other.X1 <= first.X0 + 1 && other.X1 > first.X0 - (Reach * (first.Y1 - first.Y0)) && other.Y0 < first.Y1 && other.Y1 > first.Y0
        && Math.Min(other.Y1, first.Y1) - Math.Max(other.Y0, first.Y0) > 0.5 * (first.Y1 - first.Y0);

    private static Box? DashBefore(PageImage image, byte threshold, Box word, double pointsPerPixel)
    {
        var height = (word.Y1 - word.Y0) / pointsPerPixel;
        var (left, right) = ((int)Math.Max(0, (word.X0 / pointsPerPixel) - (Reach * height)), (int)Math.Max(0, (word.X0 / pointsPerPixel) - (0.1 * height)));
        var (top, bottom) = ((int)Math.Max(0, word.Y0 / pointsPerPixel), (int)Math.Min(image.Height - 1, word.Y1 / pointsPerPixel));
        var (x0, x1, y0, y1) = (int.MaxValue, -1, int.MaxValue, -1);
        for (var y = top; y <= bottom; y++)
        {
            for (var x = left; x < right; x++)
            {
                if (image.Pixels[(y * image.Width) + x] < threshold)
                {
                    (x0, x1, y0, y1) = (Math.Min(x0, x), Math.Max(x1, x), Math.Min(y0, y), Math.Max(y1, y));
                }
            }
        }

        var middle = ((y0 + y1) / 2.0) - top;
        var isDash = x1 >= 0 && x1 - x0 >= Narrowest * height && x1 - x0 <= Widest * height && y1 - y0 <= Thickest * height && middle > 0.3 * height && middle < 0.7 * height;
        return isDash ? new Box(x0 * pointsPerPixel, word.Y0, (x1 + 1) * pointsPerPixel, word.Y1) : null;
    }
}
