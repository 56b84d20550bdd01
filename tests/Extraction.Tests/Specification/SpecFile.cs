namespace Plans.Extraction.Tests.Specification;

/// <summary>An example of a specification: a text and the facts that are to be read out of it.</summary>
/// <param name="Line">Where it stands in the file, from 1.</param>
/// <param name="Form">The heading of the column of texts: it says what kind of text they are.</param>
/// <param name="Facts">One for each fact, in order; the fields by the columns' headings.</param>
internal sealed record Example(string File, int Line, string Form, string Text, IReadOnlyList<IReadOnlyDictionary<string, string>> Facts);

/// <summary>
/// Reads the tables of examples out of docs/grammar. A table counts that stands under a heading which begins with "Ví dụ". Its first column is the
/// text, in which &lt;br&gt; parts lines; a row with an empty first cell holds a further fact of the text above; a row of dashes says that the
/// text holds no such fact.
/// </summary>
internal static class SpecFile
{
    public const string Nothing = "—";

    private const string ExamplesHeading = "Ví dụ";

    public static IReadOnlyList<Example> Read(string path)
    {
        var examples = new List<Example>();
        string[]? columns = null;
        var underExamples = false;
        var number = 0;
        foreach (var line in File.ReadLines(path))
        {
            number++;
            if (line.StartsWith('#'))
            {
                underExamples = line.TrimStart('#', ' ').StartsWith(ExamplesHeading, StringComparison.Ordinal);
                columns = null;
            }
            else if (!underExamples || !line.StartsWith('|'))
            {
                columns = null;
            }
            else if (columns is null)
            {
                columns = Cells(line);
            }
            else if (!IsRule(line))
            {
                Add(examples, Path.GetFileName(path), number, columns, Cells(line));
            }
        }

        return examples;
    }

    private static void Add(List<Example> examples, string file, int number, string[] columns, string[] cells)
    {
        if (cells.Length != columns.Length)
        {
            throw new FormatException($"{file}, line {number}: {cells.Length} cells under {columns.Length} headings.");
        }

        var fact = columns.Skip(1).Zip(cells.Skip(1)).ToDictionary(field => field.First, field => field.Second);
        if (cells[0].Length > 0)
        {
            var isNone = fact.Values.All(value => value == Nothing);
            examples.Add(new Example(file, number, columns[0], cells[0].Replace("<br>", "\n"), isNone ? [] : [fact]));
        }
        else
        {
            examples[^1] = examples[^1] with { Facts = [.. examples[^1].Facts, fact] };
        }
    }

    private static bool IsRule(string line) => line.All(c => c is '|' or '-' or ':' or ' ');

    private static string[] Cells(string line) => [.. line.Trim().Trim('|').Split('|').Select(cell => cell.Trim())];
}
