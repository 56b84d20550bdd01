namespace Plans.Ingest.Ocr;

/// <summary>
/// Evens out the grain of a noisy scan: a recogniser loses blanks, marks and whole words in it. Each pixel becomes the mean of the nine around
/// it, weighted 1-2-1 in both directions, which takes away three fifths of the grain and leaves the strokes of letters.
/// </summary>
internal static class Smoothing
{
    public static void Apply(PageImage image)
    {
        var (width, pixels) = (image.Width, image.Pixels);
        if (width < 3 || image.Height < 3)
        {
            return;
        }

        Span<int[]> sums = [Across(pixels.AsSpan(0, width)), Across(pixels.AsSpan(0, width)), new int[width]];
        for (var y = 0; y < image.Height; y++)
        {
            Across(pixels.AsSpan(Math.Min(y + 1, image.Height - 1) * width, width), sums[2]);
            var (above, here, below) = (sums[0], sums[1], sums[2]);
            var row = pixels.AsSpan(y * width, width);
            for (var x = 0; x < row.Length; x++)
            {
                row[x] = (byte)((above[x] + (2 * here[x]) + below[x] + 8) >> 4);
            }

            (sums[0], sums[1], sums[2]) = (here, below, above);
        }
    }

    private static int[] Across(ReadOnlySpan<byte> row)
    {
        var sums = new int[row.Length];
        Across(row, sums);
        return sums;
    }

    private static void Across(ReadOnlySpan<byte> row, int[] sums)
    {
        for (var x = 1; x + 1 < row.Length; x++)
        {
            sums[x] = row[x - 1] + (2 * row[x]) + row[x + 1];
        }

        (sums[0], sums[^1]) = (4 * row[0], 4 * row[^1]);
    }
}
