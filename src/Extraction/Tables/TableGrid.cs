using Plans.Extraction.Reading;
using Plans.Ingest;

namespace Plans.Extraction.Tables;

/// <summary>A table with every place filled: a merged cell stands in each place that it covers.</summary>
internal sealed class TableGrid
{
    private readonly Line?[,] _cells;
    private readonly bool[,] _merged;
    private readonly Dictionary<Line, string> _lists = new(ReferenceEqualityComparer.Instance);

    private TableGrid(Table table, int rows, int columns)
    {
        Table = table;
        RowCount = rows;
        ColumnCount = columns;
        _cells = new Line?[rows, columns];
        _merged = new bool[rows, columns];
    }

    public Table Table { get; }

    public int RowCount { get; }

    public int ColumnCount { get; }

    /// <summary>The cell at a place; null where it is empty.</summary>
    public Line? this[int row, int column] => column < 0 || column >= ColumnCount ? null : _cells[row, column];

    /// <summary>A cell's text with a line break, in place of the blank, between its paragraphs.</summary>
    public string Listed(Line cell) => _lists.GetValueOrDefault(cell, cell.Text);

    /// <summary>Whether a cell from above is merged over this place.</summary>
    public bool IsMergedFromAbove(int row, int column) => column >= 0 && column < ColumnCount && _merged[row, column];

    public IEnumerable<Line> Row(int row)
    {
        Line? last = null;
        for (var column = 0; column < ColumnCount; column++)
        {
            if (_cells[row, column] is { } cell && !ReferenceEquals(cell, last))
            {
                last = cell;
                yield return cell;
            }
        }
    }

    public static TableGrid Of(Table table, string text)
    {
        var columns = table.Rows.SelectMany(r => r.Cells).Select(c => c.Column + c.ColumnSpan).DefaultIfEmpty(0).Max();
        var grid = new TableGrid(table, table.Rows.Count, columns);
        for (var r = 0; r < table.Rows.Count; r++)
        {
            foreach (var cell in table.Rows[r].Cells)
            {
                var line = Pieces.Of(Line.From(text, cell.Range, table.Rows[r].Page)).First();
                grid.KeepParagraphs(line, cell);
                for (var down = 0; down < cell.RowSpan && r + down < table.Rows.Count; down++)
                {
                    for (var across = 0; across < cell.ColumnSpan; across++)
                    {
                        grid._cells[r + down, cell.Column + across] = line.Text.Length > 0 ? line : null;
                        grid._merged[r + down, cell.Column + across] = down > 0;
                    }
                }
            }
        }

        return grid;
    }

    private void KeepParagraphs(Line line, TableCell cell)
    {
        if (cell.Paragraphs.Count < 2)
        {
            return;
        }

        var chars = line.Text.ToCharArray();
        foreach (var at in cell.Paragraphs.Skip(1).Select(p => p.Start - 1 - line.Start).Where(at => at > 0 && at < chars.Length && chars[at] == ' '))
        {
            chars[at] = '\n';
        }

        _lists[line] = new string(chars);
    }
}
