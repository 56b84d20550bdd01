namespace Plans.Ingest.Ocr;

/// <summary>Takes dirt off a scanned page: groups of dark pixels that are smaller than any dot of a letter.</summary>
internal static class Specks
{
    /// <summary>At 300 dots an inch the dot below a letter of 9 points has 16 pixels.</summary>
    private const int LargestSpeck = 9;

    public static void Remove(PageImage image, byte threshold)
    {
        var seen = new bool[image.Pixels.Length];
        var group = new List<int>(LargestSpeck + 9);
        for (var start = 0; start < seen.Length; start++)
        {
            if (seen[start] || image.Pixels[start] >= threshold)
            {
                continue;
            }

            Gather(image, threshold, seen, start, group);
            if (group.Count <= LargestSpeck)
            {
                group.ForEach(at => image.Pixels[at] = byte.MaxValue);
            }
        }
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
