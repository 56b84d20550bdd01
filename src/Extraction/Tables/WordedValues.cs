using Plans.Extraction.Targets;

namespace Plans.Extraction.Tables;

/// <summary>
/// Targets written out in a column of a table of tasks: "Tập huấn kiến thức | 45 lớp/2.700 người". The cell is read as a line of text; where it
/// names nothing but the unit, the task says what is counted.
/// </summary>
internal static class WordedValues
{
    public static IEnumerable<TargetDraft> Read(ReadTable table, TextTargets reader)
    {
        var (grid, shape) = (table.Grid, table.Shape);
        if ((shape.First(ColumnRole.Task) ?? shape.First(ColumnRole.Indicator)) is not { } tasks)
        {
            yield break;
        }

        foreach (var column in shape.All(ColumnRole.Value))
        {
            for (var row = shape.HeaderRows; row < grid.RowCount; row++)
            {
                if (grid[row, column.Index] is not { } cell || grid.IsMergedFromAbove(row, column.Index) || grid[row, tasks.Index] is not { } task || !cell.Text.Any(char.IsLetter))
                {
                    continue;
                }

                foreach (var draft in Named(reader.ReadLine(table.Section, cell, column.Year, source: "table"), IndicatorWords.Clean(task.Text)))
                {
                    yield return draft;
                }
            }
        }
    }

    private static IEnumerable<TargetDraft> Named(IEnumerable<TargetDraft> drafts, string task)
    {
        var renamed = new Dictionary<TargetDraft, TargetDraft>(ReferenceEqualityComparer.Instance);
        foreach (var draft in drafts)
        {
            var isBare = draft.Parent is null && string.Equals(draft.Indicator, draft.Unit, StringComparison.OrdinalIgnoreCase);
            var whole = draft.Parent is { } parent ? renamed.GetValueOrDefault(parent) ?? parent : null;
            renamed[draft] = draft with { Indicator = isBare ? task : draft.Indicator, Parent = whole };
            yield return renamed[draft];
        }
    }
}
