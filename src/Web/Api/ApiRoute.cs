using Plans.Web.Accounts;

namespace Plans.Web.Api;

/// <param name="In">path or query.</param>
/// <param name="Type">string or integer.</param>
internal sealed record ApiParameter(string Name, string Description, string In = "query", string Type = "string", bool IsRequired = false)
{
    public long? Least { get; init; }

    public long? Most { get; init; }

    public object? Default { get; init; }

    /// <summary>The words that are understood.</summary>
    public IReadOnlyList<string>? OneOf { get; init; }
}

/// <summary>An address of the API: what it does and how it is described come from this one record, so that neither can be without the other.</summary>
/// <param name="Id">Names it for generated clients.</param>
/// <param name="Answer">What is answered, as JSON; null where the media type is another one, or the shape is told elsewhere.</param>
internal sealed record ApiRoute(string Method, string Path, string Id, string Summary, Type? Answer, Delegate Handler)
{
    public IReadOnlyList<ApiParameter> Parameters { get; init; } = [];

    public string MediaType { get; init; } = "application/json";

    public int Status { get; init; } = StatusCodes.Status200OK;

    /// <summary>What is sent, as JSON; null where nothing is.</summary>
    public Type? Body { get; init; }

    /// <summary>The media type of a body that is no JSON.</summary>
    public string? BodyMediaType { get; init; }

    /// <summary>Errors besides those that every address has.</summary>
    public IReadOnlyList<(int Status, string Code, string When)> Errors { get; init; } = [];

    public Role Role { get; init; } = Role.Reader;

    /// <summary>Whether it counts against <see cref="SiteOptions.SearchesPerMinute"/>.</summary>
    public bool IsLimited { get; init; }
}
