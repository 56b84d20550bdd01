using Plans.Ingest.Building;

namespace Plans.Ingest.Layout.Pages;

/// <summary>
/// Turns pages into the blocks of one text: paragraphs and tables run over page breaks, page numbers, headers, notes and stamps are set
/// apart behind what they interrupted.
/// </summary>
internal sealed class PageFlow
{
    private const double SameBorder = 5;

    private readonly List<RawBlock> _blocks = [];
    private readonly List<RawBlock> _interrupting = [];
    private readonly ParagraphJoiner _joiner;
    private readonly ParagraphJoiner _notes;
    private readonly List<RawRow> _rows = [];
    private IReadOnlyList<double> _borders = [];
    private int _tablePage;
    private (int Page, int Block, SideBySide Columns)? _columns;

    private PageFlow(LineSpacing spacing)
    {
        _joiner = new ParagraphJoiner(spacing);
        _notes = new ParagraphJoiner(default);
    }

    /// <param name="contents">The pages, and for each the words that are known to be stamps.</param>
    public static IReadOnlyList<RawBlock> Blocks(IEnumerable<(PageContent Content, IReadOnlyList<PageWord> Stamps)> contents)
    {
        var parts = new List<PageParts>();
        foreach (var (content, stamps) in contents)
        {
            parts.Add(PageParts.Of(content, stamps, parts.LastOrDefault()));
        }

        var pages = PageMarks.Mark(parts);
        var lines = pages.Select(page => (IReadOnlyList<TextLine>)page.RunningLines.ToList()).ToList();
        var margins = Margins.Of(lines, pages.Select(page => page.Page.Width).ToList());
        var spacing = LineSpacing.Of(lines.Zip(margins).SelectMany(page => page.First.Select(line => new ColumnLine(line, page.Second.Left, page.Second.Right))).ToList());
        var flow = new PageFlow(spacing);
        foreach (var (page, edges) in pages.Zip(margins))
        {
            flow.Add(page, edges);
        }

        flow.EndParagraph();
        flow.EndTable();
        flow.FlushInterrupting();
        return flow._blocks;
    }

    private void Add(PageParts page, Margins margins)
    {
        foreach (var element in page.Elements)
        {
            switch (element)
            {
                case GridElement grid:
                    EndParagraph();
                    AddRows(page.Page.Number, grid);
                    break;
                case SideBySideElement columns:
                    EndParagraph();
                    EndTable();
                    AddColumns(page.Page.Number, columns.Columns);
                    break;
                case LineElement { Role: BlockRole.Body } line:
                    EndTable();
                    Add(_joiner.Next(new ColumnLine(line.Line, margins.Left, margins.Right)));
                    break;
                case LineElement line:
                    Interrupt(line, margins);
                    break;
            }
        }

        AddNote(_notes.End());
        foreach (var stamp in page.Stamps)
        {
            _interrupting.Add(Aside(stamp, BlockRole.Stamp));
        }
    }

    private void AddColumns(int page, SideBySide columns)
    {
        if (_columns is { } open && page == open.Page + 1 && _blocks.FindLastIndex(block => block is not RawParagraph { Role: not BlockRole.Body }) == open.Block)
        {
            _columns = (open.Page, open.Block, open.Columns.With(columns));
            _blocks[open.Block] = _columns.Value.Columns.Table(open.Page);
            return;
        }

        _columns = (page, _blocks.Count, columns);
        _blocks.Add(columns.Table(page));
    }

    private void Interrupt(LineElement line, Margins margins)
    {
        if (line.Role == BlockRole.Footnote)
        {
            AddNote(_notes.Next(new ColumnLine(line.Line, margins.Left, margins.Right)));
        }
        else
        {
            _interrupting.Add(Aside(line.Line, line.Role));
        }

        if (_rows.Count == 0 && !_joiner.IsOpen)
        {
            FlushInterrupting();
        }
    }

    private static RawParagraph Aside(TextLine line, BlockRole role) => new(line.Text, line.Page, ParagraphStyle.Plain, role) { Words = line.Words };

    private void AddNote(RawParagraph? note)
    {
        if (note is not null)
        {
            _interrupting.Add(note with { Role = BlockRole.Footnote });
        }
    }

    private void Add(RawParagraph? complete)
    {
        if (complete is not null)
        {
            _blocks.Add(complete);
            FlushInterrupting();
        }
    }

    private void EndParagraph() => Add(_joiner.End());

    private void FlushInterrupting()
    {
        _blocks.AddRange(_interrupting);
        _interrupting.Clear();
    }

    private void AddRows(int page, GridElement element)
    {
        if (_rows.Count == 0 || page != _tablePage + 1 || !SameBorders(_borders, element.Grid.Xs))
        {
            EndTable();
            _borders = element.Grid.Xs;
        }

        _rows.AddRange(element.Rows);
        _tablePage = page;
    }

    private static bool SameBorders(IReadOnlyList<double> one, IReadOnlyList<double> other) =>
        one.Count == other.Count && one.Zip(other).All(pair => Math.Abs(pair.First - pair.Second) <= SameBorder);

    private void EndTable()
    {
        if (_rows.Count > 0)
        {
            _blocks.Add(TableStitcher.Stitch(_rows.ToList(), ruled: true));
            _rows.Clear();
            FlushInterrupting();
        }
    }
}
