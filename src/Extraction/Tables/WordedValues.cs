using System.Text.RegularExpressions;
using Plans.Extraction.Reading;
using Plans.Extraction.Targets;

namespace Plans.Extraction.Tables;

/// <summary>
/// Targets written out in a column of a table of tasks: "Tập huấn kiến thức | 45 lớp/2.700 người". The cell is read as a line of text; where it
/// names nothing but the unit, the task says what is counted.
/// </summary>
internal static partial class WordedValues
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

                foreach (var draft in Parts(cell).SelectMany(part => Named(reader.ReadLine(table.Section, part, column.Year, source: "table"), IndicatorWords.Clean(task.Text))))
                {
                    yield return draft;
                }
            }
        }
    }

    /// <summary>"45 lớp/2.700 người" is two values; "9 bác sĩ/10.000 dân" is one.</summary>
    private static IEnumerable<Line> Parts(Line cell)
    {
        var start = 0;
        foreach (var slash in Between().Matches(cell.Text).Select(match => match.Index))
        {
            yield return cell.Slice(start, slash);
            start = slash + 1;
        }

        yield return cell.Slice(start, cell.Text.Length);
    }

    [GeneratedRegex(@"(?<=\p{L}\s?)/(?=\s?(?!1(?:\.?0)+\s)\d[\d.]*\s\p{L})", RegexOptions.None, RegexLimit.Milliseconds)]
    private static partial Regex Between();

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
