using Plans.Ingest.Building;

namespace Plans.Ingest.Formats.Text;

/// <summary>A table, or lines of running text.</summary>
internal sealed record Segment(IReadOnlyList<SourceLine> Lines, RawTable? Table = null);

internal static class Segments
{
    public static IReadOnlyList<Segment> Of(IReadOnlyList<SourceLine> lines)
    {
        var segments = new List<Segment>();
        var running = new List<SourceLine>();
        for (var i = 0; i < lines.Count;)
        {
            var bars = PipeTables.At(lines, i, out var end);
            var rows = bars ?? TabTables.At(lines, i, out end);
            if (rows is null)
            {
                running.AddRange(RunningLines(lines[i++]));
                continue;
            }

            Flush();
            segments.Add(new Segment([], TableStitcher.Stitch(rows, ruled: true, bars is null ? null : 1)));
            i = end;
        }

        Flush();
        return segments;

        void Flush()
        {
            if (running.Count > 0)
            {
                segments.Add(new Segment(running.ToList()));
                running.Clear();
            }
        }
    }

    private static IEnumerable<SourceLine> RunningLines(SourceLine line)
    {
        if (!line.Raw.Contains('<'))
        {
            return line.Text.Length > 0 ? [line] : [];
        }

        return InlineTags.Paragraphs(line.Raw).Select((text, i) => line with { Raw = text, AfterBlank = line.AfterBlank || i > 0 });
    }
}
