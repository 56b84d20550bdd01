namespace Plans.Web;

/// <summary>How a site is served. By default to this machine alone, without accounts.</summary>
public sealed record SiteOptions
{
    /// <summary>Whether every request has to come from an account. Must be so where others than this machine can reach the site.</summary>
    public bool RequireAccounts { get; init; }

    /// <summary>Whether readers come over TLS, so that cookies go no other way.</summary>
    public bool IsEncrypted { get; init; }

    /// <summary>Whether a proxy on this machine stands before the site and tells who asks (X-Forwarded-For, X-Forwarded-Proto).</summary>
    public bool IsBehindProxy { get; init; }

    /// <summary>The names under which the site is asked for, besides those of this machine; "*" is any.</summary>
    public IReadOnlyList<string> HostNames { get; init; } = [];

    /// <summary>Bytes of one upload, with all its files.</summary>
    public long UploadBytes { get; init; } = 512L << 20;

    /// <summary>Bytes of any other request.</summary>
    public long RequestBytes { get; init; } = 1L << 20;

    /// <summary>Searches and comparisons that an account may make in a minute; on this machine alone there is no limit.</summary>
    public int SearchesPerMinute { get; init; } = 120;
}
