using Plans.Ingest;

namespace Plans.Worker.Layout;

/// <summary>A cell on the lattice of a drawn table: rows and columns from the first to the one after the last.</summary>
internal sealed record DrawnCell(int Top, int Bottom, int Left, int Right, IReadOnlyList<string> Paragraphs);

/// <summary>
/// Which cell is where, and how wide the columns are. Places at which no cell begins or ends are no columns here, so that a cell that
/// claims to span a thousand takes no more room than another.
/// </summary>
internal sealed class TableLayout
{
    private const int NarrowestColumn = 3;

    /// <summary>Blanks left and right of a cell's text, and the line beside it.</summary>
    private const int Around = 3;

    private readonly DrawnCell?[,] _owners;

    private TableLayout(DrawnCell?[,] owners, IReadOnlyList<int> widths)
    {
        _owners = owners;
        Widths = widths;
    }

    public int Rows => _owners.GetLength(0);

    public int Columns => _owners.GetLength(1);

    /// <summary>Room for text in each column.</summary>
    public IReadOnlyList<int> Widths { get; }

    /// <summary>The cell that covers a place; null where a row is shorter than the table, or outside of it.</summary>
    public DrawnCell? At(int row, int column) => row >= 0 && row < Rows && column >= 0 && column < Columns ? _owners[row, column] : null;

    /// <summary>Room for text in a cell, with that of the lines between the columns it spans.</summary>
    public int WidthOf(DrawnCell cell) => Widths.Skip(cell.Left).Take(cell.Right - cell.Left).Sum() + ((cell.Right - cell.Left - 1) * Around);

    /// <param name="room">Columns of the screen for the whole table.</param>
    public static TableLayout Of(Table table, string text, int room)
    {
        var borders = table.Rows.SelectMany(row => row.Cells).SelectMany(cell => new[] { cell.Column, cell.Column + cell.ColumnSpan }).Distinct().Order().ToList();
        var index = borders.Select((border, i) => (border, i)).ToDictionary(pair => pair.border, pair => pair.i);
        var owners = new DrawnCell?[table.Rows.Count, Math.Max(1, borders.Count - 1)];
        var cells = new List<DrawnCell>();
        for (var row = 0; row < table.Rows.Count; row++)
        {
            foreach (var cell in table.Rows[row].Cells)
            {
                var paragraphs = cell.Paragraphs.Select(paragraph => paragraph.Of(text)).ToList();
                var drawn = new DrawnCell(row, Math.Min(row + cell.RowSpan, table.Rows.Count), index[cell.Column], index[cell.Column + cell.ColumnSpan], paragraphs);
                cells.Add(drawn);
                Take(owners, drawn);
            }
        }

        return new TableLayout(owners, WidthsOf(cells, owners.GetLength(1), room));
    }

    /// <summary>Where two cells claim a place, the first has it.</summary>
    private static void Take(DrawnCell?[,] owners, DrawnCell cell)
    {
        for (var row = cell.Top; row < cell.Bottom; row++)
        {
            for (var column = cell.Left; column < cell.Right; column++)
            {
                owners[row, column] ??= cell;
            }
        }
    }

    /// <summary>As wide as the texts are; where that is too much, the widest columns give way first.</summary>
    private static int[] WidthsOf(List<DrawnCell> cells, int columns, int room)
    {
        var widths = new int[columns];
        Array.Fill(widths, NarrowestColumn);
        foreach (var cell in cells.OrderBy(cell => cell.Right - cell.Left))
        {
            var span = cell.Right - cell.Left;
            var lacking = Math.Min(room, Wanted(cell)) - widths.Skip(cell.Left).Take(span).Sum() - ((span - 1) * Around);
            for (var column = cell.Left; column < cell.Right && lacking > 0; column++)
            {
                widths[column] += (lacking + span - 1) / span;
            }
        }

        for (var surplus = widths.Sum() + (columns * Around) + 1 - room; surplus > 0; surplus--)
        {
            var widest = Array.IndexOf(widths, widths.Max());
            if (widths[widest] <= NarrowestColumn)
            {
                break;
            }

            widths[widest]--;
        }

        return widths;
    }

    private static int Wanted(DrawnCell cell) => cell.Paragraphs.Select(DisplayText.Width).DefaultIfEmpty(0).Max();
}
