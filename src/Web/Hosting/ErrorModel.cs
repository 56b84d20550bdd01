namespace Plans.Web.Hosting;

/// <param name="Status">The HTTP status that is answered.</param>
public sealed record ErrorModel(int Status);
