namespace Plans.Ingest.Layout.Pages;

/// <summary>A cell of a drawn grid: rows and columns that it covers, from the first to the one after the last.</summary>
internal readonly record struct GridCell(int Top, int Bottom, int Left, int Right);

/// <summary>A table's drawn lines as rows and columns with merged cells.</summary>
/// <param name="Xs">The columns' borders from left to right, in points.</param>
/// <param name="Ys">The rows' borders from top to bottom.</param>
internal sealed record Grid(IReadOnlyList<double> Xs, IReadOnlyList<double> Ys, IReadOnlyList<GridCell> Cells)
{
    private const double DrawnShare = 0.5;
    private const double OpenSide = 8;

    /// <summary>No page holds a table of more cells; so many lines are a drawing.</summary>
    private const int MostCells = 10_000;

    public Box Box => new(Xs[0], Ys[0], Xs[^1], Ys[^1]);

    public int Columns => Xs.Count - 1;

    public int Rows => Ys.Count - 1;

    public bool Contains(double x, double y) => x >= Xs[0] && x <= Xs[^1] && y >= Ys[0] && y <= Ys[^1];

    /// <summary>The cell around a point inside the grid.</summary>
    public int CellAt(double x, double y)
    {
        var (column, row) = (Index(Xs, x), Index(Ys, y));
        for (var i = 0; i < Cells.Count; i++)
        {
            if (Cells[i] is var cell && row >= cell.Top && row < cell.Bottom && column >= cell.Left && column < cell.Right)
            {
                return i;
            }
        }

        throw new InvalidOperationException("The cells of a grid cover it.");
    }

    /// <summary>The tables that the lines of a page draw, without those inside others; a mere frame is none.</summary>
    public static IReadOnlyList<Grid> All(IReadOnlyList<Ruling> rulings)
    {
        var grids = Rulings.Connected(Rulings.Whole(rulings)).Select(Of).OfType<Grid>().OrderByDescending(grid => Area(grid.Box)).ToList();
        var outer = new List<Grid>();
        foreach (var grid in grids)
        {
            var (x, y) = ((grid.Xs[0] + grid.Xs[^1]) / 2, (grid.Ys[0] + grid.Ys[^1]) / 2);
            if (!outer.Exists(other => other.Contains(x, y)))
            {
                outer.Add(grid);
            }
        }

        return outer.OrderBy(grid => grid.Ys[0]).ToList();
    }

    private static double Area(Box box) => (box.X1 - box.X0) * (box.Y1 - box.Y0);

    private static int Index(IReadOnlyList<double> borders, double place)
    {
        var i = 0;
        while (i + 2 < borders.Count && place >= borders[i + 1])
        {
            i++;
        }

        return i;
    }

    private static Grid? Of(IReadOnlyList<Ruling> lines)
    {
        var (across, down) = (lines.Where(line => line.IsHorizontal).ToList(), lines.Where(line => !line.IsHorizontal).ToList());
        if (across.Count < 2 || down.Count < 1)
        {
            return null;
        }

        // A table may be open at its sides: its rows' lines then end where no column's line stands.
        var xs = Borders(down, across);
        var ys = Borders(across, down);
        if (xs.Count < 2 || ys.Count < 2 || (xs.Count - 1) * (ys.Count - 1) is < 2 or > MostCells)
        {
            return null;
        }

        var cells = Merged(xs, ys, across, down);
        return cells.Count < 2 ? null : new Grid(xs, ys, cells);
    }

    private static List<double> Borders(List<Ruling> own, List<Ruling> crossing)
    {
        var borders = Rulings.Distinct(own.Select(line => line.At));
        var (start, end) = (crossing.Min(line => line.From), crossing.Max(line => line.To));
        if (borders[0] - start > OpenSide)
        {
            borders.Insert(0, start);
        }

        if (end - borders[^1] > OpenSide)
        {
            borders.Add(end);
        }

        return borders;
    }

    /// <summary>Neighbours without a line between them are one cell.</summary>
    private static List<GridCell> Merged(List<double> xs, List<double> ys, List<Ruling> across, List<Ruling> down)
    {
        var (columns, rows) = (xs.Count - 1, ys.Count - 1);
        var taken = new bool[rows, columns];
        var cells = new List<GridCell>();
        for (var row = 0; row < rows; row++)
        {
            for (var column = 0; column < columns; column++)
            {
                if (taken[row, column])
                {
                    continue;
                }

                var right = column + 1;
                while (right < columns && !taken[row, right] && !IsDrawn(down, xs[right], ys[row], ys[row + 1]))
                {
                    right++;
                }

                var bottom = row + 1;
                while (bottom < rows && IsOpenBelow(bottom, column, right))
                {
                    bottom++;
                }

                for (var r = row; r < bottom; r++)
                {
                    for (var c = column; c < right; c++)
                    {
                        taken[r, c] = true;
                    }
                }

                cells.Add(new GridCell(row, bottom, column, right));
            }
        }

        return cells;

        // The row below belongs to the cell if no line is above it, none parts it, and its ends are where the cell's are.
        bool IsOpenBelow(int row, int left, int right) =>
            Enumerable.Range(left, right - left).All(c => !taken[row, c] && !IsDrawn(across, ys[row], xs[c], xs[c + 1])
                && (c == left || !IsDrawn(down, xs[c], ys[row], ys[row + 1])))
            && (left == 0 || IsDrawn(down, xs[left], ys[row], ys[row + 1])) && (right == columns || IsDrawn(down, xs[right], ys[row], ys[row + 1]));
    }

    private static bool IsDrawn(List<Ruling> lines, double at, double from, double to) =>
        lines.Where(line => Math.Abs(line.At - at) <= Rulings.Tolerance).Sum(line => Math.Max(0, Math.Min(line.To, to) - Math.Max(line.From, from))) >= DrawnShare * (to - from);
}
