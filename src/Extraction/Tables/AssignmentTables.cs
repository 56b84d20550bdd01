using System.Text.RegularExpressions;
using Plans.Extraction.Assignments;
using Plans.Extraction.Language;
using Plans.Extraction.Reading;
using Plans.Extraction.Sections;

namespace Plans.Extraction.Tables;

/// <summary>A row of an assignment table.</summary>
/// <param name="Number">The row's number as printed ("6.3"); null if it has none.</param>
internal sealed record AssignmentRow(TaskDraft Task, string? Number);

/// <summary>Rows of tables that assign tasks: task, lead, support, time in any order of columns (gold: table).</summary>
internal static partial class AssignmentTables
{
    [GeneratedRegex(@"^(?<n>\d{1,2}(?:\.\d{1,2})*|[IVX]{1,5}|[A-H])[.)]?(?:\s+|$)", RegexOptions.None, RegexLimit.Milliseconds)]
    private static partial Regex NumberPattern();

    [GeneratedRegex(@"^[\d.,]+\s?%?\s?/?\s*(?=\p{Lu})", RegexOptions.None, RegexLimit.Milliseconds)]
    private static partial Regex ValueBeforeAgency();

    public static IEnumerable<AssignmentRow> Read(SectionNode section, TableGrid grid, TableShape shape)
    {
        var taskColumn = (shape.First(ColumnRole.Task) ?? shape.First(ColumnRole.Indicator))!.Index;
        var above = new List<string>();
        for (var row = shape.HeaderRows; row < grid.RowCount; row++)
        {
            var (number, body) = TaskCell(grid, row, taskColumn, shape);
            if (body is null || grid.IsMergedFromAbove(row, taskColumn))
            {
                continue;
            }

            var (lead, support) = (Names(grid, shape, row, ColumnRole.Lead), Names(grid, shape, row, ColumnRole.Support));
            if (Worded(grid, shape, row, section) is { } worded)
            {
                (lead, support) = ([.. worded.Lead], [.. support.Except(lead).Concat(worded.Support).Distinct()]);
            }

            if (lead.Count == 0 && (support.Count == 0 || HasValueForLead(grid, shape, row)))
            {
                (lead, support) = Displaced(grid, shape, row, taskColumn);
            }

            if (lead.Count == 0 && support.Count == 0)
            {
                continue;
            }

            lead = lead.Count == 0 && shape.First(ColumnRole.Lead) is not null && support.Count > 0 ? above : lead;
            above = lead;

            yield return new AssignmentRow(
                new TaskDraft(body, section, "table", new Roles(lead, support)) { Deadline = Deadline(grid, shape, row) }, number);
        }
    }

    /// <summary>The task's cell and the row's number, also where recognition put both into one cell.</summary>
    private static (string? Number, Line? Body) TaskCell(TableGrid grid, int row, int taskColumn, TableShape shape)
    {
        var numberColumn = shape.First(ColumnRole.Number)?.Index ?? (taskColumn > 0 ? 0 : -1);
        var numberCell = numberColumn >= 0 && numberColumn != taskColumn ? grid[row, numberColumn] : null;
        var body = grid[row, taskColumn];
        if (body is null && numberCell is { Text.Length: > 12 })
        {
            body = numberCell;
            numberCell = null;
        }

        if (body is not null && !ReferenceEquals(body, numberCell) && numberCell is not null)
        {
            return (NumberPattern().Match(numberCell.Text) is { Success: true } own ? own.Groups["n"].Value : null, body);
        }

        if (body is not null && NumberPattern().Match(body.Text) is { Success: true } inside && inside.Length < body.Text.Length && char.IsLetter(body.Text[inside.Length]))
        {
            return (inside.Groups["n"].Value, body.Slice(inside.Length, body.Text.Length));
        }

        return (null, body);
    }

    /// <summary>A group's title merged over the columns of its row, or copied into each of them, names no agency.</summary>
    private static bool IsGroupCell(TableGrid grid, TableShape shape, int row, Line cell) =>
        grid[row, (shape.First(ColumnRole.Task) ?? shape.First(ColumnRole.Indicator))!.Index] is { } task && (ReferenceEquals(cell, task) || cell.Text == task.Text);

    /// <summary>"nt", "-nt-", a ditto mark, "Như trên": the cell above it in its column holds what is meant.</summary>
    [GeneratedRegex(@"^[\s-]*(?:nt|n/t|như trên|như mục trên|""|''|”|“|〃)[\s.-]*$", RegexOptions.None, RegexLimit.Milliseconds)]
    private static partial Regex Ditto();

    /// <summary>What a column says of a row, ditto marks followed upwards; null where it says nothing.</summary>
    private static Line? Said(TableGrid grid, TableShape shape, int row, int column)
    {
        var at = row;
        while (at > shape.HeaderRows && grid[at, column] is { } mark && Ditto().IsMatch(mark.Canon))
        {
            at--;
            while (at > shape.HeaderRows && (grid[at, column] is not { } above || IsGroupCell(grid, shape, at, above)))
            {
                at--;
            }
        }

        return grid[at, column] is { } cell && !IsGroupCell(grid, shape, at, cell) && !Ditto().IsMatch(cell.Canon) ? cell : null;
    }

    /// <summary>One cell for both parts: "Chủ trì: Sở Y tế; phối hợp: …", "Sở Y tế chủ trì, phối hợp với …"; null where cells only name bodies.</summary>
    private static Roles? Worded(TableGrid grid, TableShape shape, int row, SectionNode section) =>
        shape.First(ColumnRole.Lead) is { } column && Said(grid, shape, row, column.Index) is { } cell && SaysRole().IsMatch(cell.Canon)
        && InlineAssignments.InCell(section, new Line(cell.Start, grid.Listed(cell), cell.Page, cell.Style)) is { Lead.Count: > 0 } roles ? roles : null;

    [GeneratedRegex(@"(?:^|[\s(])(?:chủ trì|phối hợp)", RegexOptions.None, RegexLimit.Milliseconds)]
    private static partial Regex SaysRole();

    private static List<string> Names(TableGrid grid, TableShape shape, int row, ColumnRole role)
    {
        var names = new List<string>();
        foreach (var column in shape.All(role))
        {
            if (Said(grid, shape, row, column.Index) is { } cell)
            {
                names.AddRange(Agencies(grid, cell).Where(n => !names.Contains(n)));
            }
        }

        return names;
    }

    private static bool HasValueForLead(TableGrid grid, TableShape shape, int row) =>
        shape.First(ColumnRole.Lead) is { } column && grid[row, column.Index] is { } cell && char.IsDigit(cell.Text[0]);

    /// <summary>In recognised tables cells slip to the right: the first cell that begins with an agency leads, the next supports.</summary>
    private static (List<string> Lead, List<string> Support) Displaced(TableGrid grid, TableShape shape, int row, int taskColumn)
    {
        if (!shape.IsIndicators)
        {
            return ([], []);
        }

        var found = new List<List<string>>();
        for (var column = taskColumn + 1; column < grid.ColumnCount; column++)
        {
            if (grid[row, column] is { } cell && AgencyStart(cell) is >= 0)
            {
                found.Add([.. Agencies(grid, cell)]);
            }
        }

        return (found.Count > 0 ? found[0] : [], found.Count > 1 ? found[1] : []);
    }

    /// <summary>Where an agency begins in a cell, a value before it allowed; -1 where none does.</summary>
    internal static int AgencyStart(Line cell)
    {
        var from = ValueBeforeAgency().Match(cell.Text) is { Success: true } value ? value.Length : 0;
        return AgencyGrammar.BeginsAt(cell.Text, cell.Canon, from) ? from : -1;
    }

    private static IEnumerable<string> Agencies(TableGrid grid, Line cell)
    {
        var text = grid.Listed(cell);
        var from = ValueBeforeAgency().Match(cell.Text) is { Success: true } value ? value.Length : 0;
        while (from < cell.Text.Length && (cell.Text[from] is '-' or '+' or ' ' or '•'))
        {
            from++;
        }

        return AgencyGrammar.Whole(text, Canon.Form(text), from, text.Length).Select(a => a.Name.TrimStart('-', ' ', '+', '•'))
            .Where(n => n.Any(char.IsLetter)).Distinct();
    }

    private static string? Deadline(TableGrid grid, TableShape shape, int row) =>
        shape.First(ColumnRole.Deadline) is { } column && Said(grid, shape, row, column.Index) is { } cell && cell.Text.Any(char.IsLetterOrDigit) ? cell.Text : null;
}
