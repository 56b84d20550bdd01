using System.Text;
using Plans.Ingest;

namespace Plans.Worker.Layout;

/// <summary>Draws a table with box characters, line by line; a cell that spans columns or rows has no lines inside.</summary>
internal sealed class TableDrawing
{
    /// <summary>By the directions in which lines leave a crossing: 1 up, 2 right, 4 down, 8 left.</summary>
    private const string Crossings = " ╵╶└╷│┌├╴┘─┴┐┤┬┼";

    private readonly TableLayout _layout;
    private readonly Dictionary<DrawnCell, Queue<string>> _lines = new(ReferenceEqualityComparer.Instance);
    private readonly int[] _heights;

    private TableDrawing(TableLayout layout)
    {
        _layout = layout;
        _heights = new int[layout.Rows];
        Array.Fill(_heights, 1);
        for (var row = 0; row < layout.Rows; row++)
        {
            for (var column = 0; column < layout.Columns; column++)
            {
                if (layout.At(row, column) is { } cell && _lines.TryAdd(cell, []))
                {
                    _lines[cell] = new(cell.Paragraphs.SelectMany(paragraph => DisplayText.Wrapped(paragraph, layout.WidthOf(cell))));
                }
            }
        }

        // What does not fit into the rows that a cell spans makes its last row higher.
        foreach (var (cell, lines) in _lines.OrderBy(pair => pair.Key.Bottom - pair.Key.Top))
        {
            _heights[cell.Bottom - 1] += Math.Max(0, lines.Count - _heights[cell.Top..cell.Bottom].Sum());
        }
    }

    /// <param name="width">Columns of the screen; a table of very many columns may be wider.</param>
    public static IEnumerable<string> Lines(Table table, string text, int width)
    {
        var drawing = new TableDrawing(TableLayout.Of(table, text, width));
        for (var row = 0; row < table.Rows.Count; row++)
        {
            yield return drawing.Border(row);
            for (var line = 0; line < drawing._heights[row]; line++)
            {
                yield return drawing.Content(row);
            }
        }

        yield return drawing.Border(table.Rows.Count);
    }

    private string Content(int row)
    {
        var line = new StringBuilder();
        for (var column = 0; column < _layout.Columns;)
        {
            var cell = _layout.At(row, column);
            var end = column + 1;
            while (end < _layout.Columns && cell is not null && ReferenceEquals(_layout.At(row, end), cell))
            {
                end++;
            }

            var text = cell is not null && _lines[cell].TryDequeue(out var next) ? next : "";
            line.Append(IsBorderLeft(row, column) ? "│ " : "  ").Append(DisplayText.Padded(text, Room(column, end))).Append(' ');
            column = end;
        }

        return line.Append(IsBorderLeft(row, _layout.Columns) ? "│" : "").ToString().TrimEnd();
    }

    private int Room(int from, int to) => _layout.Widths.Skip(from).Take(to - from).Sum() + ((to - from - 1) * 3);

    /// <summary>The line above a row.</summary>
    private string Border(int row)
    {
        var line = new StringBuilder();
        for (var column = 0; column <= _layout.Columns; column++)
        {
            var directions = (IsBorderLeft(row - 1, column) ? 1 : 0) | (IsBorderAbove(row, column) ? 2 : 0) | (IsBorderLeft(row, column) ? 4 : 0) | (IsBorderAbove(row, column - 1) ? 8 : 0);
            line.Append(Crossings[directions]);
            if (column < _layout.Columns)
            {
                line.Append(IsBorderAbove(row, column) ? '─' : ' ', _layout.Widths[column] + 2);
            }
        }

        return line.ToString().TrimEnd();
    }

    private bool IsBorderLeft(int row, int column) => !ReferenceEquals(_layout.At(row, column - 1), _layout.At(row, column));

    private bool IsBorderAbove(int row, int column) => !ReferenceEquals(_layout.At(row - 1, column), _layout.At(row, column));
}
