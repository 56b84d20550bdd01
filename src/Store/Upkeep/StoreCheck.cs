using System.Data.Common;
using Dapper;
using Plans.Store.Engines;
using Plans.Store.Originals;

namespace Plans.Store.Upkeep;

/// <summary>Looks for what should not be: damage of the database, and rows and originals that do not fit together.</summary>
internal static class StoreCheck
{
    private static readonly (string Count, string Says)[] Rules =
    [
        (
            "select count(*) from files f where f.state in ('done', 'partial') and f.members is null and not exists (select 1 from plans p where p.sha256 = f.sha256)",
            "{0} files are done but have no plan. Load them again: plans load --reprocess"),
        (
            "select count(*) from plans p where not exists (select 1 from documents d where d.plan_id = p.id)",
            "{0} plans have no text. Load their files again: plans load --reprocess"),
        (
            """
            select count(*) from plans p where (select count(*) from passages a where a.plan_id = p.id) <> 1
              + (select count(*) from sections s where s.plan_id = p.id) + (select count(*) from targets t where t.plan_id = p.id)
              + (select count(*) from tasks k where k.plan_id = p.id)
            """,
            "{0} plans have parts that the search does not know. Load their files again: plans load --reprocess"),
        (
            "select count(*) from plans p where not exists (select 1 from plan_signatures s where s.plan_id = p.id)",
            "{0} plans have not been compared with others, so that one plan may count twice. Compare them: plans db versions"),
        (
            """
            select abs((select coalesce(sum(passages - gone_count), 0) from blocks)
              - (select count(*) from passages where id <= (select coalesce(max(last_id), 0) from blocks)))
            """,
            "{0} passages are missing in the search's blocks, or too many. Make them anew: plans db reindex"),
        (
            "select count(*) from files f where f.state = 'running' and not exists (select 1 from workers w where w.name = f.worker)",
            "{0} files are run by no known worker."),
    ];

    public static IReadOnlyList<string> Of(Database database, OriginalFiles originals)
    {
        var hashes = new List<string>();
        var wrong = database.Write(connection =>
        {
            hashes = [.. connection.Query<string>("select distinct sha256 from files where sha256 is not null and state <> 'skipped' order by sha256")];
            return (List<string>)[.. database.Damages(connection), .. Rules.Select(rule => Broken(connection, rule.Count, rule.Says)).OfType<string>()];
        });
        wrong.AddRange(hashes.Where(sha256 => !originals.Verify(sha256)).Select(
            sha256 => $"The original {sha256} is {(originals.Exists(sha256) ? "damaged" : "missing")}. Load its source file again."));
        return wrong;
    }

    private static string? Broken(DbConnection connection, string count, string says) =>
        connection.ExecuteScalar<int>(count) is > 0 and var found ? string.Format(System.Globalization.CultureInfo.InvariantCulture, says, found) : null;
}
