using Dapper;

namespace Plans.Web.Accounts;

/// <summary>Who signed in, was refused, or changed something. Nothing in it can be changed through the site.</summary>
public sealed class AuditLog(SiteDatabase database, TimeProvider clock)
{
    private const int LongestDetail = 500;

    public void Write(string who, string what, string detail, string address)
    {
        using var connection = database.Open();
        connection.Execute(
            "insert into audit (at, who, what, detail, address) values (@at, @who, @what, @detail, @address)",
            new { at = SiteDatabase.Time(clock.GetUtcNow()), who = Cut(who), what, detail = Cut(detail), address });
    }

    /// <summary>Latest first.</summary>
    /// <param name="before">Older than this entry; null from the latest on.</param>
    public IReadOnlyList<AuditEntry> Read(int limit, long? before = null)
    {
        using var connection = database.Open();
        return
        [
            .. connection.Query<(long Id, string At, string Who, string What, string Detail, string Address)>(
                "select id, at, who, what, detail, address from audit where @before is null or id < @before order by id desc limit @limit",
                new { limit, before })
                .Select(row => new AuditEntry(row.Id, SiteDatabase.Time(row.At), row.Who, row.What, row.Detail, row.Address)),
        ];
    }

    private static string Cut(string text) => text.Length <= LongestDetail ? text : text[..LongestDetail];
}
