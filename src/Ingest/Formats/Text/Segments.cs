using Plans.Ingest.Building;
using Plans.Ingest.Layout;

namespace Plans.Ingest.Formats.Text;

/// <summary>A table with the page numbers that stood in it, or lines of running text.</summary>
internal sealed record Segment(IReadOnlyList<SourceLine> Lines, RawTable? Table = null)
{
    public IReadOnlyList<SourceLine> PageNumbers { get; init; } = [];
}

internal static class Segments
{
    public static IReadOnlyList<Segment> Of(IReadOnlyList<SourceLine> lines)
    {
        var segments = new List<Segment>();
        var running = new List<SourceLine>();
        for (var i = 0; i < lines.Count;)
        {
            if (TableAt(lines, i, out var end, out var pageNumbers) is { } table)
            {
                Flush();
                segments.Add(new Segment([], table) { PageNumbers = pageNumbers });
                i = end;
            }
            else
            {
                running.AddRange(RunningLines(lines[i++]));
            }
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

    private static RawTable? TableAt(IReadOnlyList<SourceLine> lines, int start, out int end, out IReadOnlyList<SourceLine> pageNumbers)
    {
        pageNumbers = [];
        if (Letterhead.At(lines, start, out end) is { } letterhead)
        {
            return letterhead;
        }

        if (SignatureBlock.At(lines, start, out end) is { } signatures)
        {
            return signatures;
        }

        if (PipeTables.At(lines, start, out end) is { } bars)
        {
            return TableStitcher.Stitch(bars, ruled: true, headerRows: 1);
        }

        return (BarTables.At(lines, start, out end) ?? TabTables.At(lines, start, out end) ?? SpaceTables.At(lines, start, out end, out pageNumbers)) is { } rows ? TableStitcher.Stitch(rows, ruled: true) : null;
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
