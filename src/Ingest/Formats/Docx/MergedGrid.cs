using Plans.Ingest.Building;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace Plans.Ingest.Formats.Docx;

/// <summary>Gathers a table's cells row by row and lets cells grow over the rows below that continue them.</summary>
internal sealed class MergedGrid
{
    private sealed class Draft(int column, int span, IReadOnlyList<string> lines)
    {
        public int Column { get; } = column;

        public int Span { get; set; } = span;

        public int Rows { get; set; } = 1;

        public RawCell Cell => new(Column, lines, Span, Rows);
    }

    private readonly List<(int Page, List<Draft> Cells)> _rows = [];
    private readonly Dictionary<int, Draft> _growing = [];

    public void NextRow() => _rows.Add((1, []));

    public void SetPage(int page) => _rows[^1] = (page, _rows[^1].Cells);

    /// <summary>A cell merged with the one on its left, in the old way that keeps a place for it.</summary>
    public void Widen(int span)
    {
        if (_rows[^1].Cells is [.., var last])
        {
            last.Span += span;
        }
    }

    public void Add(int column, int span, IReadOnlyList<string> lines, W.MergedCellValues? merge)
    {
        if (merge == W.MergedCellValues.Continue && _growing.TryGetValue(column, out var above))
        {
            above.Rows++;
            return;
        }

        var cell = new Draft(column, span, lines);
        _rows[^1].Cells.Add(cell);
        if (merge is null)
        {
            _growing.Remove(column);
        }
        else
        {
            _growing[column] = cell;
        }
    }

    public IReadOnlyList<RawRow> Rows() =>
        _rows.Select(row => new RawRow(row.Page, row.Cells.Select(draft => draft.Cell).ToList())).ToList();
}
