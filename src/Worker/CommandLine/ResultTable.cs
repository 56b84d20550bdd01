using System.Globalization;
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

    /// <summary>CSV (RFC 4180) with a byte order mark, by which Excel knows UTF-8; a text that a spreadsheet would take for a formula begins with an apostrophe.</summary>
    public void WriteCsv(TextWriter output)
    {
        output.Write('\uFEFF');
        foreach (var row in rows.Prepend(headings))
        {
            output.Write(string.Join(',', row.Select(Cell)));
            output.Write("\r\n");
        }
    }

    private static string Cell(string cell)
    {
        var harmless = cell is ['=' or '+' or '-' or '@' or '\t' or '\r', ..] && !decimal.TryParse(cell, NumberStyles.Float, CultureInfo.InvariantCulture, out _) ? "'" + cell : cell;
        return harmless.AsSpan().ContainsAny(",\"\r\n;") ? $"\"{harmless.Replace("\"", "\"\"")}\"" : harmless;
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
