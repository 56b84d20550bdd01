using Plans.Extraction.Reading;
using Plans.Extraction.Sections;

namespace Plans.Extraction.Tables;

/// <summary>A table of content, understood: its place, its columns and the assignments in its rows.</summary>
internal sealed record ReadTable(SectionNode Section, TableGrid Grid, TableShape Shape, IReadOnlyList<AssignmentRow> Assignments, string Text)
{
    public string Kind => Shape.IsIndicators ? "indicators" : Shape.IsAssignments ? "assignments" : Shape.First(ColumnRole.Money) is not null ? "funding" : "other";

    public static IReadOnlyList<ReadTable> All(Outline outline, string text) =>
        [.. outline.All().SelectMany(section => section.Tables.Select(table => Of(section, TableGrid.Of(table, text), text)))];

    private static ReadTable Of(SectionNode section, TableGrid grid, string text)
    {
        var shape = TableShape.Of(grid);
        return new ReadTable(section, grid, shape, shape.IsAssignments ? [.. AssignmentTables.Read(section, grid, shape)] : [], text);
    }

    public PlanTable ToPlanTable(SpanMaker spans) => new(
        Grid.Table.Page,
        Section.Heading?.Text,
        [.. Shape.Columns.Select(c => c.Heading)],
        [.. Enumerable.Range(Shape.HeaderRows, Grid.RowCount - Shape.HeaderRows).Select(Cells)],
        Kind,
        spans.Of(Grid.Table.Range.Start, Grid.Table.Range.End, Grid.Table.Page));

    private IReadOnlyList<string> Cells(int row) => [.. Enumerable.Range(0, Grid.ColumnCount).Select(c => Grid[row, c]?.Text ?? "")];
}
