using Plans.Extraction;
using Plans.Ingest;

namespace Plans.Web.Reading;

/// <summary>A piece of a line that is shown in one way.</summary>
/// <param name="Kinds">Of the facts that cover it.</param>
/// <param name="Ending">The facts whose words end with it.</param>
public sealed record Run(string Text, IReadOnlyList<FactKind> Kinds, bool Marked, IReadOnlyList<Fact> Ending);

/// <summary>A line of the text: a paragraph, or a row of a table where it has several cells.</summary>
/// <param name="Cells">The runs of each.</param>
/// <param name="Section">The section that begins here, the outermost if several do.</param>
/// <param name="Anchors">Of all the sections that begin here.</param>
/// <param name="InMark">Whether it lies in a mark of several lines.</param>
public sealed record SourceLine(
    IReadOnlyList<IReadOnlyList<Run>> Cells, Section? Section, IReadOnlyList<string> Anchors, bool InMark, bool BeginsMark)
{
    public bool IsRow => Cells.Count > 1;
}

/// <summary>One part of a plan's text, cut into lines and runs, with its facts drawn in.</summary>
/// <param name="Start">Where the part begins in the text.</param>
/// <param name="Part">From 1.</param>
public sealed record SourceText(IReadOnlyList<SourceLine> Lines, int Start, int Part, int Parts)
{
    /// <summary>Letters of a part: a page of some 50 kB. A longer line stays whole.</summary>
    public const int PartLength = 30_000;

    /// <param name="mark">The words to be marked; they decide the part.</param>
    /// <param name="part">From 1; the nearest there is.</param>
    public static SourceText Of(string text, Plan plan, TextRange? mark, int part)
    {
        var lines = LinesOf(text);
        var parts = PartsOf(lines);
        var chosen = mark is { } words
            ? parts.FindLastIndex(lines => lines[0].Start <= words.Start)
            : Math.Clamp(part, 1, parts.Count) - 1;
        chosen = Math.Max(chosen, 0);

        var shown = parts[chosen];
        var whole = new TextRange(shown[0].Start, shown[^1].End);
        var facts = Fact.Of(plan).Where(fact => Touches(fact.Span, whole)).ToList();
        var sections = plan.Sections.ToLookup(section => Math.Max(0, lines.FindLastIndex(line => line.Start <= section.Span.Start)));
        var first = lines.IndexOf(shown[0]);
        var lineMark = mark is { } m && shown.Count(line => Overlap(line, m)) > 1 ? mark : null;
        var begun = false;
        return new SourceText(
            [
                .. shown.Select((line, i) =>
                {
                    var here = sections[first + i].ToList();
                    var inMark = lineMark is { } range && Overlap(line, range);
                    var begins = inMark && !begun;
                    begun |= begins;
                    return new SourceLine(
                        [.. CellsOf(text, line).Select(cell => RunsOf(text, cell, facts, lineMark is null ? mark : null))],
                        here.FirstOrDefault(),
                        [.. here.Select(section => Fact.OfSection(section.Path))],
                        inMark,
                        begins);
                }),
            ],
            whole.Start,
            chosen + 1,
            parts.Count);
    }

    private static List<TextRange> LinesOf(string text)
    {
        var lines = new List<TextRange>();
        var start = 0;
        while (start < text.Length)
        {
            var end = text.IndexOf('\n', start);
            end = end < 0 ? text.Length : end;
            lines.Add(new TextRange(start, end));
            start = end + 1;
        }

        return lines.Count > 0 ? lines : [new TextRange(0, 0)];
    }

    private static List<List<TextRange>> PartsOf(List<TextRange> lines)
    {
        var parts = new List<List<TextRange>> { new() };
        foreach (var line in lines)
        {
            if (parts[^1].Count > 0 && line.End - parts[^1][0].Start > PartLength)
            {
                parts.Add([]);
            }

            parts[^1].Add(line);
        }

        return parts;
    }

    /// <summary>Tabs part the cells of a row.</summary>
    private static IEnumerable<TextRange> CellsOf(string text, TextRange line)
    {
        var start = line.Start;
        for (var tab = text.IndexOf('\t', start, line.Length); tab >= 0; tab = text.IndexOf('\t', start, line.End - start))
        {
            yield return new TextRange(start, tab);
            start = tab + 1;
        }

        yield return new TextRange(start, line.End);
    }

    /// <summary>Cuts where a fact or the mark begins or ends. Facts overlap and nest, so each piece knows all that cover it.</summary>
    private static List<Run> RunsOf(string text, TextRange cell, List<Fact> facts, TextRange? mark)
    {
        var here = facts.Where(fact => Touches(fact.Span, cell)).ToList();
        var cuts = here.SelectMany(fact => new[] { fact.Span.Start, fact.Span.End })
            .Concat(mark is { } m ? [m.Start, m.End] : [])
            .Where(cut => cut > cell.Start && cut < cell.End)
            .Concat([cell.Start, cell.End])
            .Distinct().Order().ToList();
        return
        [
            .. cuts.Zip(cuts.Skip(1), (start, end) => new TextRange(start, end)).Select(run => new Run(
                run.Of(text),
                [.. here.Where(fact => Touches(fact.Span, run)).Select(fact => fact.Kind).Distinct().Order()],
                mark is { } words && Overlap(run, words),
                [.. here.Where(fact => fact.Span.End == run.End).OrderBy(fact => fact.Kind)])),
        ];
    }

    private static bool Touches(Span span, TextRange range) => Overlap(new TextRange(span.Start, span.End), range);

    private static bool Overlap(TextRange a, TextRange b) => a.Start < b.End && b.Start < a.End;
}
