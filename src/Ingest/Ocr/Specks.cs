namespace Plans.Ingest.Ocr;

/// <summary>Takes dirt off a scanned page: groups of dark pixels that are smaller than any dot of a letter.</summary>
internal static class Specks
{
    /// <summary>Without its pale rim, and with it. At 300 dots an inch the dot below a letter of 9 points has 16 pixels without it.</summary>
    private const int LargestCore = 12;
    private const int LargestSpeck = 26;

    /// <summary>One speck in so many pixels; a page with fewer is clean, and what is taken for specks there may be parts of thin marks.</summary>
    private const int DirtyFrom = 20_000;

    /// <returns>Whether the page was dirty.</returns>
    public static bool Remove(PageImage image, byte threshold)
    {
        // Pale pixels connect: the hook of "ổ" is thin, and its dark core alone would fall apart.
        var pale = (byte)Math.Min(235, (threshold + byte.MaxValue) / 2);
        var seen = new bool[image.Pixels.Length];
        var group = new List<int>();
        var specks = new List<int[]>();
        for (var start = image.NextInk(0, seen.Length, pale); start >= 0; start = image.NextInk(start + 1, seen.Length, pale))
        {
            if (seen[start])
            {
                continue;
            }

            Gather(image, pale, seen, start, group);
            if (group.Count <= LargestSpeck && group.Count(at => image.Pixels[at] < threshold) <= LargestCore)
            {
                specks.Add([.. group]);
            }
        }

        if (specks.Count <= image.Pixels.Length / DirtyFrom)
        {
            return false;
        }

        specks.ForEach(speck => Array.ForEach(speck, at => image.Pixels[at] = byte.MaxValue));
        return true;
    }

    /// <summary>All dark pixels that are connected with the first.</summary>
    private static void Gather(PageImage image, byte threshold, bool[] seen, int start, List<int> group)
    {
        group.Clear();
        group.Add(start);
        seen[start] = true;
        for (var next = 0; next < group.Count; next++)
        {
            var (x, y) = (group[next] % image.Width, group[next] / image.Width);
            for (var row = Math.Max(0, y - 1); row <= Math.Min(image.Height - 1, y + 1); row++)
            {
                for (var column = Math.Max(0, x - 1); column <= Math.Min(image.Width - 1, x + 1); column++)
                {
                    var at = (row * image.Width) + column;
                    if (!seen[at] && image.Pixels[at] < threshold)
                    {
                        seen[at] = true;
                        group.Add(at);
                    }
                }
            }
        }
    }
}
