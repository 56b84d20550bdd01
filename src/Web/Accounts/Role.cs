namespace Plans.Web.Accounts;

/// <summary>What an account may do; each may also do what those before it may.</summary>
public enum Role
{
    /// <summary>Search, read, compare, take away.</summary>
    Reader,

    /// <summary>Correct what was read.</summary>
    Reviewer,

    /// <summary>Load files; see the audit log.</summary>
    Administrator,
}
