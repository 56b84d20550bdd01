using Plans.Ingest.Building;

namespace Plans.Ingest.Layout;

/// <summary>Repairs that need several blocks, for formats that know paragraphs and tables but not what belongs together.</summary>
internal static class BlockPasses
{
    /// <summary>Letterheads stand at the top; no later block is held back.</summary>
    private const int Beginning = 24;

    public static IEnumerable<RawBlock> All(IEnumerable<RawBlock> blocks) => JoinedTables(WithLetterhead(blocks));

    /// <summary>A letterhead typed with tabs or blanks becomes a table of two columns.</summary>
    private static IEnumerable<RawBlock> WithLetterhead(IEnumerable<RawBlock> blocks)
    {
        var beginning = new List<RawBlock>();
        using var all = blocks.GetEnumerator();
        while (beginning.Count < Beginning && all.MoveNext())
        {
            beginning.Add(all.Current);
        }

        var lines = beginning.TakeWhile(block => block is RawParagraph).Cast<RawParagraph>()
            .Select(paragraph => new SourceLine(paragraph.Page, AfterBlank: false) { Raw = paragraph.Gapped ?? paragraph.Text }).ToList();
        for (var i = 0; i < beginning.Count; i++)
        {
            if (i < lines.Count && Letterhead.At(lines, i, out var end) is { } letterhead)
            {
                yield return letterhead;
                i = end - 1;
            }
            else
            {
                yield return beginning[i];
            }
        }

        while (all.MoveNext())
        {
            yield return all.Current;
        }
    }

    /// <summary>A table whose headings come again in the next one was cut by a page break.</summary>
    private static IEnumerable<RawBlock> JoinedTables(IEnumerable<RawBlock> blocks)
    {
        RawTable? open = null;
        foreach (var block in blocks)
        {
            if (open is not null && block is RawTable next && TableStitcher.TryAppend(open, next) is { } whole)
            {
                open = whole;
                continue;
            }

            if (open is not null)
            {
                yield return open;
            }

            open = block as RawTable;
            if (open is null)
            {
                yield return block;
            }
        }

        if (open is not null)
        {
            yield return open;
        }
    }
}
