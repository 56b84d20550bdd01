namespace Plans.EndToEnd;

/// <summary>Root may read everything; these words before a command line take that from it, so that permissions count in tests too.</summary>
public static class Unprivileged
{
    public static IReadOnlyList<string> Prefix { get; } = Environment.UserName == "root"
        ? ["setpriv", "--bounding-set", "-dac_override,-dac_read_search", "--inh-caps", "-dac_override,-dac_read_search"]
        : [];
}
