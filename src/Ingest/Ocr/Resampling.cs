namespace Plans.Ingest.Ocr;

/// <summary>Brings an image to another size: greys between neighbouring pixels where it grows, means of the pixels underneath where it shrinks.</summary>
internal static class Resampling
{
    /// <summary>So few pixels more or less come from rounding the page's size.</summary>
    private const int Rounded = 2;

    /// <summary>Weights are 256ths.</summary>
    private const int One = 256;

    /// <summary>Which pixels make one, from the first on, and by how much each.</summary>
    private readonly record struct Source(int First, int[] Weights);

    public static PageImage To(PageImage image, int width, int height)
    {
        if (Math.Abs(image.Width - width) <= Rounded && Math.Abs(image.Height - height) <= Rounded)
        {
            return image;
        }

        var (across, down) = (Sources(image.Width, width), Sources(image.Height, height));
        var pixels = new byte[width * height];
        var known = new Dictionary<int, int[]>();
        var sums = new int[width];
        for (var y = 0; y < height; y++)
        {
            Array.Clear(sums);
            var (first, weights) = (down[y].First, down[y].Weights);
            foreach (var passed in known.Keys.Where(row => row < first).ToList())
            {
                known.Remove(passed);
            }

            for (var i = 0; i < weights.Length; i++)
            {
                var row = known.TryGetValue(first + i, out var kept) ? kept : known[first + i] = Across(image, first + i, across);
                for (var x = 0; x < sums.Length; x++)
                {
                    sums[x] += row[x] * weights[i];
                }
            }

            var target = pixels.AsSpan(y * width, width);
            for (var x = 0; x < target.Length; x++)
            {
                target[x] = (byte)((sums[x] + (One * One / 2)) / (One * One));
            }
        }

        return new PageImage(width, height, pixels);
    }

    /// <summary>A row of the old image at the new width, in 256ths.</summary>
    private static int[] Across(PageImage image, int y, Source[] across)
    {
        var row = image.Pixels.AsSpan(y * image.Width, image.Width);
        var result = new int[across.Length];
        for (var x = 0; x < across.Length; x++)
        {
            var (first, weights) = (across[x].First, across[x].Weights);
            var sum = 0;
            for (var i = 0; i < weights.Length; i++)
            {
                sum += row[first + i] * weights[i];
            }

            result[x] = sum;
        }

        return result;
    }

    /// <summary>A triangle as wide as a pixel of the grosser of the two images, around the middle of each new pixel.</summary>
    private static Source[] Sources(int from, int to)
    {
        var step = (double)from / to;
        var reach = Math.Max(1, step);
        return [.. Enumerable.Range(0, to).Select(place => Around(((place + 0.5) * step) - 0.5, reach, from))];
    }

    private static Source Around(double middle, double reach, int count)
    {
        var (first, last) = (Math.Clamp((int)Math.Ceiling(middle - reach), 0, count - 1), Math.Clamp((int)Math.Floor(middle + reach), 0, count - 1));
        var shares = Enumerable.Range(first, last - first + 1).Select(at => Math.Max(0, 1 - (Math.Abs(at - middle) / reach))).ToArray();
        var sum = shares.Sum();
        var weights = shares.Select(share => sum > 0 ? (int)Math.Round(share / sum * One) : 0).ToArray();
        weights[Array.IndexOf(weights, weights.Max())] += One - weights.Sum();
        return new Source(first, weights);
    }
}
