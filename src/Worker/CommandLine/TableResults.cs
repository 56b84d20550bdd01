using System.CommandLine;

namespace Plans.Worker.CommandLine;

/// <summary>The three ways in which a command prints its results: for people, as JSON, as CSV.</summary>
/// <param name="Json">See <see cref="JsonResults"/>.</param>
/// <param name="Csv">See <see cref="CsvResults"/>.</param>
internal sealed record TableResults(Option<bool> Json, Option<bool> Csv)
{
    public static TableResults Options() => new(JsonResults.JsonOption(), CsvResults.CsvOption());

    /// <param name="json">What is written as JSON.</param>
    /// <param name="csv">One table with all of it.</param>
    /// <param name="people">Writes for people.</param>
    public void Write(ParseResult parse, object json, Func<ResultTable> csv, Action<TextWriter> people)
    {
        var output = parse.InvocationConfiguration.Output;
        if (parse.GetValue(Json))
        {
            output.WriteJson(json);
        }
        else if (parse.GetValue(Csv))
        {
            csv().WriteCsv(output);
        }
        else
        {
            people(output);
        }
    }
}
