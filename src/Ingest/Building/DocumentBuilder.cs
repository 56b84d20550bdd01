using System.Text;

namespace Plans.Ingest.Building;

/// <summary>
/// Writes a document's text piece by piece and notes each piece's range. All readers end here, so the promises of <see cref="Document"/>
/// (order, no overlap, line breaks, tabs only between cells) are kept in one place. Texts handed in must be clean lines.
/// </summary>
internal sealed class DocumentBuilder
{
    private readonly StringBuilder _text = new();
    private readonly List<Block> _blocks = [];
    private readonly List<ReadWarning> _warnings = [];
    private readonly List<Word> _words = [];

    public bool IsEmpty => _blocks.Count == 0;

    public void Warn(string code, string message, int? page = null) => _warnings.Add(new ReadWarning(code, message, page));

    public void Add(IEnumerable<RawBlock> blocks)
    {
        foreach (var block in blocks)
        {
            switch (block)
            {
                case RawParagraph paragraph:
                    Place(paragraph.Words);
                    AddParagraph(paragraph.Text, paragraph.Page, paragraph.Style, paragraph.Role);
                    break;
                case RawTable table:
                    AddTable(table);
                    break;
            }
        }
    }

    public void AddParagraph(string line, int page, ParagraphStyle? style = null, BlockRole role = BlockRole.Body)
    {
        if (line.Length == 0)
        {
            return;
        }

        _blocks.Add(new Paragraph(Write(line), page) { Style = style ?? ParagraphStyle.Plain, Role = role });
        _text.Append('\n');
    }

    public void AddTable(RawTable table)
    {
        if (table.Rows.All(row => row.IsEmpty))
        {
            return;
        }

        var start = _text.Length;
        var rows = table.Rows.Select(AddRow).ToList();
        var range = new TextRange(start, _text.Length - 1);
        _blocks.Add(new Table(range, table.Rows[0].Page) { Rows = rows, Ruled = table.Ruled, HeaderRows = table.HeaderRows, Role = table.Role });
    }

    public Document Build(string mediaType, IReadOnlyList<PageRecord> pages) => new()
    {
        MediaType = mediaType,
        Text = _text.ToString(),
        Blocks = _blocks,
        Pages = pages,
        Warnings = _warnings,
        Words = _words,
    };

    private TableRow AddRow(RawRow row)
    {
        var start = _text.Length;
        var cells = new List<TableCell>(row.Cells.Count);
        foreach (var cell in row.Cells)
        {
            if (cells.Count > 0)
            {
                _text.Append('\t');
            }

            cells.Add(AddCell(cell));
        }

        var range = new TextRange(start, _text.Length);
        _text.Append('\n');
        return new TableRow(range, row.Page, cells);
    }

    private TableCell AddCell(RawCell cell)
    {
        Place(cell.Words);
        var start = _text.Length;
        var paragraphs = new List<TextRange>(cell.Paragraphs.Count);
        foreach (var line in cell.Paragraphs)
        {
            if (paragraphs.Count > 0)
            {
                _text.Append(' ');
            }

            paragraphs.Add(Write(line));
        }

        return new TableCell(new TextRange(start, _text.Length), cell.Column)
        {
            ColumnSpan = cell.ColumnSpan,
            RowSpan = cell.RowSpan,
            Paragraphs = paragraphs,
        };
    }

    /// <summary>Words of what is written next.</summary>
    private void Place(IReadOnlyList<PlacedWord> words)
    {
        foreach (var word in words)
        {
            var start = _text.Length + word.Start;
            _words.Add(new Word(new TextRange(start, start + word.Length), word.Page, word.Box, word.Confidence));
        }
    }

    private TextRange Write(string line)
    {
        var start = _text.Length;
        _text.Append(line);
        return new TextRange(start, _text.Length);
    }
}
