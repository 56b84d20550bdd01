namespace Plans.Web.Accounts;

/// <summary>Somebody who may use the site.</summary>
/// <param name="Stamp">Changes with the password; what was signed in before ends then.</param>
public sealed record Account(long Id, string Name, Role Role, string Stamp, DateTimeOffset CreatedAt);

/// <summary>A key with which a program uses the API in an account's name. The key itself is kept nowhere.</summary>
/// <param name="LastUsed">To the hour.</param>
public sealed record ApiKey(long Id, string Account, string Name, DateTimeOffset CreatedAt, DateTimeOffset? LastUsed);

/// <summary>Something that was done or tried.</summary>
/// <param name="Who">An account's name, or what was typed as one.</param>
/// <param name="What">signed-in, refused, locked, signed-out, changed, account.</param>
public sealed record AuditEntry(long Id, DateTimeOffset At, string Who, string What, string Detail, string Address);
