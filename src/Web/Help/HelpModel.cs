namespace Plans.Web.Help;

/// <summary>The page says the same to everyone.</summary>
public sealed record HelpModel;
