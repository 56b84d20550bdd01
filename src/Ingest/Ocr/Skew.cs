namespace Plans.Ingest.Ocr;

/// <summary>Finds by how much a scanned page lies askew, and turns it upright.</summary>
internal static class Skew
{
    private const int Sampled = 3;
    private const double Widest = 3;
    private const double Least = 0.12;

    /// <summary>The clockwise angle of the text lines in degrees: at the right one, rows of pixels are either full of ink or empty.</summary>
    public static double Of(PageImage image, byte threshold)
    {
        var points = new List<(int X, int Y)>();
        for (var y = 0; y < image.Height; y += Sampled)
        {
            for (var x = 0; x < image.Width; x += Sampled)
            {
                if (image.Pixels[(y * image.Width) + x] < threshold)
                {
                    points.Add((x, y));
                }
            }
        }

        if (points.Count < 500)
        {
            return 0;
        }

        var rough = Best(points, image, -Widest, Widest, 0.25);
        var angle = Best(points, image, rough - 0.25, rough + 0.25, 0.05);
        return Math.Abs(angle) < Least ? 0 : angle;
    }

    /// <summary>The image turned back by an angle in degrees.</summary>
    public static PageImage Turned(PageImage image, double degrees)
    {
        var turn = Turn.Of(image, degrees);
        var pixels = new byte[image.Pixels.Length];
        Array.Fill(pixels, byte.MaxValue);
        for (var y = 0; y < image.Height; y++)
        {
            for (var x = 0; x < image.Width; x++)
            {
                var (sourceX, sourceY) = turn.Back(x, y);
                var (column, row) = ((int)sourceX, (int)sourceY);
                if (sourceX >= 0 && column + 1 < image.Width && sourceY >= 0 && row + 1 < image.Height)
                {
                    pixels[(y * image.Width) + x] = Between(image, (row * image.Width) + column, (int)((sourceX - column) * 256), (int)((sourceY - row) * 256));
                }
            }
        }

        return new PageImage(image.Width, image.Height, pixels);
    }

    /// <summary>The grey between a pixel and those right and below, by 256ths of the way: the nearest pixel alone would put steps into every stroke.</summary>
    private static byte Between(PageImage image, int at, int right, int below)
    {
        var (pixels, next) = (image.Pixels, at + image.Width);
        var upper = (pixels[at] * (256 - right)) + (pixels[at + 1] * right);
        var lower = (pixels[next] * (256 - right)) + (pixels[next + 1] * right);
        return (byte)(((upper * (256 - below)) + (lower * below) + 32_768) >> 16);
    }

    private static double Best(List<(int X, int Y)> points, PageImage image, double from, double to, double step)
    {
        var (best, angle) = (-1.0, 0.0);
        var rows = new int[image.Height + (2 * image.Width)];
        for (var candidate = from; candidate <= to + (step / 2); candidate += step)
        {
            Array.Clear(rows);
            var slope = Math.Tan(candidate * Math.PI / 180);
            foreach (var (x, y) in points)
            {
                rows[((int)(y - (x * slope)) / Sampled) + (image.Width / Sampled)]++;
            }

            var score = rows.Sum(row => (double)row * row);
            if (score > best)
            {
                (best, angle) = (score, candidate);
            }
        }

        return angle;
    }
}

/// <summary>A turn around the middle of an image.</summary>
internal readonly record struct Turn(double Sine, double Cosine, double MiddleX, double MiddleY)
{
    public static Turn Of(PageImage image, double degrees)
    {
        var (sine, cosine) = Math.SinCos(degrees * Math.PI / 180);
        return new Turn(sine, cosine, image.Width / 2.0, image.Height / 2.0);
    }

    /// <summary>Where a point of the upright image lay on the image as scanned.</summary>
    public (double X, double Y) Back(double x, double y)
    {
        var (dx, dy) = (x - MiddleX, y - MiddleY);
        return ((dx * Cosine) - (dy * Sine) + MiddleX, (dx * Sine) + (dy * Cosine) + MiddleY);
    }
}
