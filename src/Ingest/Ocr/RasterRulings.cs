using Plans.Ingest.Layout.Pages;

namespace Plans.Ingest.Ocr;

/// <summary>Traces the straight lines on an upright image: long runs of dark pixels that are thin across.</summary>
internal static class RasterRulings
{
    /// <summary>In pixels at 300 dots an inch: longer than the strokes of letters; down, as short as a row of one line in small letters is high.</summary>
    private const int ShortestAcross = 60;
    private const int ShortestDown = 50;
    private const int Thickest = 14;

    /// <summary>Between two lines across it may be shorter still, and hardly interrupted.</summary>
    private const int ShortestBetween = 30;
    private const double LeastInkBetween = 0.9;
    private const int WidestGap = 3;

    /// <summary>How far beside a line there is paper, and how much ink may be there all the same: letters that stand close to it.</summary>
    private const int Beside = 6;
    private const double MostInkBeside = 0.25;

    private readonly record struct Run(int Line, int From, int To);

    public static IReadOnlyList<Ruling> Of(PageImage image, byte threshold, double pointsPerPixel)
    {
        var across = Lines(AcrossRuns(image, threshold)).Where(line => IsFree(image, threshold, line, isAcross: true)).ToList();
        var down = Lines(DownRuns(image, threshold)).SelectMany(line => IsFree(image, threshold, line, isAcross: false) ? [line] : Between(across, line).Where(piece => IsDrawn(image, threshold, piece)));
        return [.. across.Select(line => line.Ruling(true, pointsPerPixel)), .. down.Select(line => line.Ruling(false, pointsPerPixel))];
    }

    /// <summary>Paints the lines of tables over, so that they are not read as letters.</summary>
    public static void Erase(PageImage image, IEnumerable<Ruling> rulings, double pointsPerPixel)
    {
        foreach (var ruling in rulings)
        {
            var (at, from, to) = ((int)(ruling.At / pointsPerPixel), (int)(ruling.From / pointsPerPixel), (int)(ruling.To / pointsPerPixel));
            for (var side = -5; side <= 5; side++)
            {
                for (var along = Math.Max(0, from - 2); along <= to + 2; along++)
                {
                    var (x, y) = ruling.IsHorizontal ? (along, at + side) : (at + side, along);
                    if (x >= 0 && x < image.Width && y >= 0 && y < image.Height)
                    {
                        image.Pixels[(y * image.Width) + x] = byte.MaxValue;
                    }
                }
            }
        }
    }

    private static IEnumerable<Run> AcrossRuns(PageImage image, byte threshold)
    {
        for (var y = 0; y < image.Height; y++)
        {
            var (start, last, row, end) = (-1, -1, y * image.Width, (y + 1) * image.Width);
            for (var at = image.NextInk(row, end, threshold); at >= 0; at = image.NextInk(at + 1, end, threshold))
            {
                var x = at - row;
                if (start < 0 || x - last > WidestGap)
                {
                    if (start >= 0 && last - start >= ShortestAcross)
                    {
                        yield return new Run(y, start, last);
                    }

                    start = x;
                }

                last = x;
            }

            if (start >= 0 && last - start >= ShortestAcross)
            {
                yield return new Run(y, start, last);
            }
        }
    }

    /// <summary>Row by row all the same, since memory is read in rows: each column remembers where its run began.</summary>
    private static IEnumerable<Run> DownRuns(PageImage image, byte threshold)
    {
        var start = new int[image.Width];
        var last = new int[image.Width];
        Array.Fill(start, -1);
        var found = new List<Run>();
        for (var y = 0; y < image.Height; y++)
        {
            var (row, end) = (y * image.Width, (y + 1) * image.Width);
            for (var at = image.NextInk(row, end, threshold); at >= 0; at = image.NextInk(at + 1, end, threshold))
            {
                var x = at - row;
                if (start[x] < 0 || y - last[x] > WidestGap)
                {
                    Add(x);
                    start[x] = y;
                }

                last[x] = y;
            }
        }

        for (var x = 0; x < image.Width; x++)
        {
            Add(x);
        }

        return found.OrderBy(run => run.Line);

        void Add(int x)
        {
            if (start[x] >= 0 && last[x] - start[x] >= ShortestDown)
            {
                found.Add(new Run(x, start[x], last[x]));
            }
        }
    }

    /// <summary>Whether there is paper on both sides: the feet of letters that run together have their letters above.</summary>
    private static bool IsFree(PageImage image, byte threshold, TracedLine line, bool isAcross) =>
        InkAlong(image, threshold, line, line.First - Beside, isAcross) <= MostInkBeside && InkAlong(image, threshold, line, line.Last + Beside, isAcross) <= MostInkBeside;

    /// <summary>
    /// The pieces of a line down that reach from one line across to the next. A border that ends at a line on which letters stand seems to go
    /// on through them, and so has no paper beside it as a whole.
    /// </summary>
    private static IEnumerable<TracedLine> Between(List<TracedLine> across, TracedLine line)
    {
        var crossing = across.Where(other => other.From <= line.First + WidestGap && other.To >= line.Last - WidestGap && other.Last >= line.From - WidestGap && other.First <= line.To + WidestGap)
            .OrderBy(other => other.First).ToList();
        return crossing.Zip(crossing.Skip(1)).Where(pair => pair.Second.First - pair.First.Last >= ShortestBetween)
            .Select(pair => new TracedLine(line.First, line.Last, pair.First.Last + 1, pair.Second.First - 1));
    }

    private static bool IsDrawn(PageImage image, byte threshold, TracedLine piece) =>
        IsFree(image, threshold, piece, isAcross: false) && Enumerable.Range(piece.First, piece.Last - piece.First + 1).Any(at => InkAlong(image, threshold, piece, at, isAcross: false) >= LeastInkBetween);

    private static double InkAlong(PageImage image, byte threshold, TracedLine line, int at, bool isAcross)
    {
        if (at < 0 || at >= (isAcross ? image.Height : image.Width))
        {
            return 0;
        }

        var (start, step) = isAcross ? ((at * image.Width) + line.From, 1) : ((line.From * image.Width) + at, image.Width);
        var ink = 0;
        for (var along = 0; along <= line.To - line.From; along++)
        {
            ink += image.Pixels[start + (along * step)] < threshold ? 1 : 0;
        }

        return (double)ink / (line.To - line.From + 1);
    }

    /// <summary>Neighbouring runs are one line; what is too thick for one is a picture or a bar.</summary>
    private static IEnumerable<TracedLine> Lines(IEnumerable<Run> runs)
    {
        var open = new List<TracedLine>();
        var done = new List<TracedLine>();
        foreach (var run in runs)
        {
            done.AddRange(open.Where(line => run.Line - line.Last > 2));
            open.RemoveAll(line => run.Line - line.Last > 2);
            var touching = open.Find(line => run.From <= line.To + WidestGap && run.To >= line.From - WidestGap);
            if (touching is null)
            {
                open.Add(new TracedLine(run.Line, run.Line, run.From, run.To));
            }
            else
            {
                touching.Add(run.Line, run.From, run.To);
            }
        }

        return done.Concat(open).Where(line => line.Last - line.First < Thickest);
    }

    private sealed class TracedLine(int first, int last, int from, int to)
    {
        public int First { get; } = first;

        public int Last { get; private set; } = last;

        public int From { get; private set; } = from;

        public int To { get; private set; } = to;

        public void Add(int at, int from, int to) => (Last, From, To) = (at, Math.Min(From, from), Math.Max(To, to));

        public Ruling Ruling(bool isHorizontal, double scale) => new(isHorizontal, (First + Last + 1) / 2.0 * scale, From * scale, (To + 1) * scale);
    }
}
