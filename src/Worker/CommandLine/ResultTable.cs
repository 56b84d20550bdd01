using Spectre.Console;

namespace Plans.Worker.CommandLine;

/// <summary>
/// Rows for people and for programs: framed and fitted to the window on a terminal, else one line a row with tabs between
/// the cells, never cut.
/// </summary>
internal sealed class ResultTable(params string[] headings)
{
    private readonly List<string[]> rows = [];

    public void Add(params IReadOnlyList<string?> cells) => rows.Add([.. cells.Select(cell => cell ?? "")]);

    public void WriteTo(TextWriter output)
    {
        if (Terminal.Of(output) is { } terminal)
        {
            terminal.Write(Framed());
            return;
        }

        foreach (var row in rows.Prepend(headings))
        {
            output.WriteLine(string.Join('\t', row.Select(OneLine)));
        }
    }

    private Table Framed()
    {
        var table = new Table().Border(TableBorder.Rounded);
        foreach (var heading in headings)
        {
            table.AddColumn(new TableColumn(new Text(heading, new Style(decoration: Decoration.Bold))));
        }

        foreach (var row in rows)
        {
            table.AddRow(row.Select(cell => new Text(cell)));
        }

        return table;
    }

    private static string OneLine(string cell) => cell.ReplaceLineEndings(" ").Replace('\t', ' ');
}
