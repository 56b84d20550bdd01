using System.Globalization;

namespace Plans.Web.Api;

/// <summary>Reads the parameters of an API request strictly: what a program says wrongly it is told.</summary>
internal sealed class ApiQuery(IQueryCollection query)
{
    /// <summary>What is wrong with the first parameter that is; null while all is well.</summary>
    public IResult? Problem { get; private set; }

    public string? Text(string name) => Search.Question.Text(query, name);

    /// <summary>Null where it is not given.</summary>
    public int? Number(string name, int least, int most)
    {
        var text = Text(name);
        if (text is null)
        {
            return null;
        }

        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most)
        {
            return number;
        }

        Problem ??= Problems.BadValue(name, string.Create(CultureInfo.InvariantCulture, $"a whole number from {least} to {most}"));
        return null;
    }

    /// <summary>One of some words; null where it is not given.</summary>
    public string? OneOf(string name, params string[] words)
    {
        var text = Text(name);
        if (text is not null && !words.Contains(text))
        {
            Problem ??= Problems.BadValue(name, $"one of {string.Join(", ", words)}");
        }

        return text;
    }

    /// <summary>One of the words that an enumeration is written with; null where it is not given.</summary>
    public T? Word<T>(string name)
        where T : struct, Enum
    {
        var words = Enum.GetValues<T>().ToDictionary(value => value.ToString().ToLowerInvariant());
        if (Text(name) is not { } text)
        {
            return null;
        }

        if (words.TryGetValue(text, out var word))
        {
            return word;
        }

        Problem ??= Problems.BadValue(name, $"one of {string.Join(", ", words.Keys)}");
        return null;
    }
}
