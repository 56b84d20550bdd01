namespace Plans.Web.Search;

/// <summary>Filters whose values are offered with their counts. Each is a field of the query language, so that it means the same when typed.</summary>
public sealed record Narrowing
{
    public static readonly Narrowing None = new();

    /// <summary>Of the plan.</summary>
    public string? Type { get; init; }

    /// <summary>Of the plan.</summary>
    public string? Issuer { get; init; }

    /// <summary>Of tasks.</summary>
    public string? Lead { get; init; }

    /// <summary>The kind of the section.</summary>
    public string? Section { get; init; }

    /// <summary>Of targets.</summary>
    public string? Unit { get; init; }

    /// <summary>The code of something in the plan that does not hold together.</summary>
    public string? Finding { get; init; }

    /// <summary>As addresses name them.</summary>
    public IEnumerable<(string Name, string? Value)> Fields =>
    [
        ("type", Type), ("issuer", Issuer), ("lead", Lead), ("section", Section), ("unit", Unit), ("finding", Finding),
    ];

    public static Narrowing Read(IQueryCollection query)
    {
        return new Narrowing
        {
            Type = Value("type"),
            Issuer = Value("issuer"),
            Lead = Value("lead"),
            Section = Value("section"),
            Unit = Value("unit"),
            Finding = Value("finding"),
        };

        string? Value(string name) => Question.Text(query, name) is { } text && text.Length <= Question.LongestFilter ? text : null;
    }

    /// <summary>The query with these conditions.</summary>
    public string AddTo(string words) => string.Join(
        ' ', new[] { words }.Concat(Fields.Where(field => field.Value is not null).Select(field => $"{field.Name}:\"{Unquoted(field.Value!)}\""))).Trim();

    /// <summary>A quote would end the value.</summary>
    private static string Unquoted(string value) => string.Concat(value.Where(letter => letter is not ('"' or '“' or '”' or '„')));
}
