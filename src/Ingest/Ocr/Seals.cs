namespace Plans.Ingest.Ocr;

/// <summary>
/// Takes the red seal off a scanned page: it is stamped over the title and name of who signs (NĐ 30/2020, Phụ lục I, mục II.8), which could not
/// be recognised through it. Red ink is as bright as paper in the red part of the light, black ink under it is not.
/// </summary>
internal static class Seals
{
    /// <summary>Seals are looked for in grains of a square millimetre.</summary>
    private const double GrainsAnInch = 25.4;

    /// <summary>How much brighter red must be than green and blue, to be ink of a seal, or its faded rim.</summary>
    private const int Red = 50;
    private const int Reddish = 20;

    /// <summary>Share of a grain's pixels.</summary>
    private const double LeastRed = 0.07;

    /// <summary>Sizes of seals in millimetres: the official ones measure 30 to 42, small ones of offices less. Lines of red text are longer or lower.</summary>
    private const int Smallest = 15;
    private const int Largest = 60;

    /// <param name="colours">Rows of red, green and blue.</param>
    /// <exception cref="EndOfStreamException">The image is cut off.</exception>
    public static PageImage Removed(int width, int height, Stream colours, double dotsPerInch)
    {
        var grain = Math.Max(1, (int)Math.Round(dotsPerInch / GrainsAnInch));
        var fewest = Math.Max(1, (int)(LeastRed * grain * grain));
        var grey = new byte[width * height];
        var redness = new byte[width * height];
        var (columns, rows) = ((width / grain) + 1, (height / grain) + 1);
        var red = new int[columns * rows];
        var row = new byte[width * 3];
        for (var y = 0; y < height; y++)
        {
            colours.ReadExactly(row);
            for (var x = 0; x < width; x++)
            {
                var (r, g, b) = (row[3 * x], row[(3 * x) + 1], row[(3 * x) + 2]);
                var at = (y * width) + x;
                if (r == g && g == b)
                {
                    grey[at] = r;
                    continue;
                }

                grey[at] = (byte)(((77 * r) + (150 * g) + (29 * b) + 128) >> 8);
                var excess = r - Math.Max(g, b);
                if (excess >= Reddish)
                {
                    redness[at] = (byte)(r - grey[at]);
                    red[((y / grain) * columns) + (x / grain)] += excess >= Red ? 1 : 0;
                }
            }
        }

        foreach (var (left, top, right, bottom) in Found(red, fewest, columns, rows))
        {
            for (var y = top * grain; y < Math.Min(height, (bottom + 1) * grain); y++)
            {
                for (var x = left * grain; x < Math.Min(width, (right + 1) * grain); x++)
                {
                    grey[(y * width) + x] += redness[(y * width) + x];
                }
            }
        }

        return new PageImage(width, height, grey);
    }

    /// <summary>Groups of neighbouring grains with red ink, about as wide as high; widened by one grain for the rim.</summary>
    private static IEnumerable<(int Left, int Top, int Right, int Bottom)> Found(int[] red, int fewest, int columns, int rows)
    {
        var seen = new bool[red.Length];
        var group = new Queue<int>();
        for (var start = 0; start < red.Length; start++)
        {
            if (seen[start] || red[start] < fewest)
            {
                continue;
            }

            seen[start] = true;
            group.Enqueue(start);
            var (left, top, right, bottom) = (int.MaxValue, int.MaxValue, -1, -1);
            while (group.TryDequeue(out var at))
            {
                var (x, y) = (at % columns, at / columns);
                (left, top, right, bottom) = (Math.Min(left, x), Math.Min(top, y), Math.Max(right, x), Math.Max(bottom, y));
                for (var ny = Math.Max(0, y - 2); ny <= Math.Min(rows - 1, y + 2); ny++)
                {
                    for (var nx = Math.Max(0, x - 2); nx <= Math.Min(columns - 1, x + 2); nx++)
                    {
                        var next = (ny * columns) + nx;
                        if (!seen[next] && red[next] >= fewest)
                        {
                            seen[next] = true;
                            group.Enqueue(next);
                        }
                    }
                }
            }

            var (across, down) = (right - left + 1, bottom - top + 1);
            if (Math.Min(across, down) >= Smallest && Math.Max(across, down) <= Largest)
            {
                yield return (Math.Max(0, left - 1), Math.Max(0, top - 1), right + 1, bottom + 1);
            }
        }
    }
}
