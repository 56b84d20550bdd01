using System.Text;
using Plans.Corpus.Rendering.Legacy;
using Plans.Corpus.Rendering.Typesetting;

namespace Plans.Corpus.Rendering;

/// <summary>Writes a plan as text without fonts: a line for each paragraph, tabs between the cells of a row.</summary>
public static class PlainText
{
    public static byte[] Write(TypesetPlan plan, Typing typing)
    {
        var text = new StringBuilder();
        foreach (var piece in plan.Pieces)
        {
            switch (piece)
            {
                case Line line:
                    text.Append(line.Text).Append('\n');
                    break;
                case SideBySide columns:
                    columns.Left.Concat(columns.Right).ToList().ForEach(line => text.Append(line.Text).Append('\n'));
                    break;
                case Grid grid:
                    text.Append('\n');
                    foreach (var row in grid.Rows)
                    {
                        text.AppendJoin('\t', Enumerable.Range(0, grid.Columns).Select(column => Words(row, column))).Append('\n');
                    }

                    text.Append('\n');
                    break;
            }
        }

        return typing.File(text.ToString());
    }

    private static string Words(IReadOnlyList<GridCell> row, int column) =>
        row.FirstOrDefault(cell => cell.Column == column) is { } cell ? string.Join(' ', cell.Lines) : "";
}
