namespace Plans.Web.Accounts;

/// <param name="NewKey">A key just made, which is shown this once.</param>
public sealed record AccountModel(Reader Reader, IReadOnlyList<ApiKey> Keys, string? NewKey)
{
    public static AccountModel Of(Reader reader, AccountBook accounts, string? newKey) =>
        new(reader, reader.IsLocal || accounts.Find(reader.Name!) is not { } account ? [] : accounts.Keys(account), newKey);
}

/// <param name="Most">Entries of a page; where there are as many, older ones may follow.</param>
public sealed record AuditModel(IReadOnlyList<AuditEntry> Entries, int Most);
