using System.Data.Common;
using System.Globalization;
using Dapper;
using Plans.Store.Engines;
using Plans.Store.Originals;
using Plans.Store.Search;

namespace Plans.Store.Upkeep;

/// <param name="Kind">A stable code.</param>
/// <param name="FileId">In the ledger; null where the hole is not one of a file.</param>
/// <param name="Name">The path of the file, or what else it is.</param>
/// <param name="Message">What is wrong and what to do.</param>
public sealed record AuditHole(string Kind, long? FileId, string Name, string Message);

/// <param name="Files">That were looked at, <paramref name="Ended"/> of which have ended.</param>
/// <param name="Plans">That were looked for by their own words.</param>
/// <param name="Originals">Whose bytes were read and whose hash was made anew.</param>
public sealed record AuditReport(int Files, int Ended, int Plans, int Originals, IReadOnlyList<AuditHole> Holes)
{
    public bool IsClean => Holes.Count == 0;
}

/// <summary>
/// Whether a load left no hole: every file that was found has ended with a result or a reason, every plan is found by its own words, every
/// original is there with its hash.
/// </summary>
internal sealed class StoreAudit(Database database, OriginalFiles originals, long? loadId)
{
    private const int WordsAsked = 5;

    private const string InScope = "(@loadId is null or f.id in (select file_id from load_files where load_id = @loadId))";

    private static readonly (string Kind, string Condition, string Message)[] Rules =
    [
        ("not-ended", "f.state in ('queued', 'running')", "The file has not ended. Let the workers go on: plans work"),
        (
            "no-plan",
            "f.state in ('done', 'partial') and f.members is null and not exists (select 1 from plans p where p.sha256 = f.sha256)",
            "The file is done but has no plan. Do it again: plans reprocess {0}"),
        ("no-reason", "f.state = 'failed' and f.reason is null", "The file failed, and nobody knows why. Try it again: plans retry {0}"),
        (
            "duplicate-of-nothing",
            """
            f.state = 'skipped' and f.reason = 'duplicate'
              and not exists (select 1 from files o where o.id = f.duplicate_of and o.sha256 = f.sha256 and (o.state <> 'skipped' or o.reason = 'not-a-document'))
            """,
            "The file was skipped as a duplicate, but what it is a duplicate of is not held. Load it again."),
        (
            "members-missing",
            """
            f.state in ('done', 'partial') and f.members is not null
              and f.members <> (select count(*) from files m where m.archive_id = f.id)
              and not exists (select 1 from files later where later.path = f.path and later.id > f.id)
            """,
            "The archive's members are not all in the ledger. Unpack it again: plans reprocess {0}"),
    ];

    public AuditReport Run()
    {
        var holes = new List<AuditHole>();
        var (files, ended, hashes) = database.Read(connection =>
        {
            holes.AddRange(Loads(connection));
            holes.AddRange(Rules.SelectMany(rule => Broken(connection, rule.Kind, rule.Condition, rule.Message)));
            var (all, open) = connection.QuerySingle<(long All, long Open)>(
                $"select count(*), count(case when f.state in ('queued', 'running') then 1 end) from files f where {InScope}", new { loadId });
            var kept = connection.Query<(string Sha256, long Id, string Path)>(
                $"select f.sha256, min(f.id), min(f.path) from files f where f.sha256 is not null and {InScope} group by f.sha256 order by 2", new { loadId }).ToList();
            return ((int)all, (int)(all - open), kept);
        });
        var plans = Searched(holes);
        foreach (var (sha256, id, path) in hashes.Where(original => !originals.Verify(original.Sha256)))
        {
            holes.Add(new("original-lost", id, path, $"Its original {sha256} is {(originals.Exists(sha256) ? "damaged" : "missing")}. Load the file again."));
        }

        return new AuditReport(files, ended, plans, hashes.Count, holes);
    }

    private IEnumerable<AuditHole> Loads(DbConnection connection) => connection.Query<long>(
            "select id from loads where scanned_at is null and cancelled_at is null and (@loadId is null or id = @loadId) "
            + "and not exists (select 1 from loads l where l.paths = loads.paths and l.id > loads.id and l.scanned_at is not null) order by id",
            new { loadId })
        .Select(id => new AuditHole(
            "scan-cut-off", null, string.Create(CultureInfo.InvariantCulture, $"load {id}"), "Its files were not all found. Start the same load again."));

    private IEnumerable<AuditHole> Broken(DbConnection connection, string kind, string condition, string message) =>
        connection.Query<(long Id, string Path)>($"select f.id, f.path from files f where {condition} and {InScope} order by f.id", new { loadId })
            .Select(file => new AuditHole(kind, file.Id, file.Path, string.Format(CultureInfo.InvariantCulture, message, file.Id)));

    /// <summary>Looks for every plan as a user would: by words of each kind of its passages.</summary>
    /// <returns>How many plans were looked for.</returns>
    private int Searched(List<AuditHole> holes)
    {
        var plans = database.Read(connection => connection.Query<(long Plan, long File, string Path)>(
            $"select p.id, f.id, f.path from plans p join files f on f.id = p.file_id where {InScope} order by p.id", new { loadId }).ToList());
        foreach (var some in plans.Chunk(100))
        {
            database.Read(connection =>
            {
                foreach (var (plan, file, path) in some.Where(plan => !IsFound(connection, plan.Plan)))
                {
                    holes.Add(new("not-searchable", file, path, $"Its plan {plan} is not found by its own words. Do it again: plans reprocess {file}"));
                }

                return 0;
            });
        }

        return plans.Count;
    }

    private bool IsFound(DbConnection connection, long plan)
    {
        var parts = connection.QuerySingle<(long Parts, long Passages)>(
            """
            select 1 + (select count(*) from sections where plan_id = @plan) + (select count(*) from targets where plan_id = @plan)
                + (select count(*) from tasks where plan_id = @plan), (select count(*) from passages where plan_id = @plan)
            """,
            new { plan });
        var samples = connection.Query<(long Id, string Body)>(
            "select id, body from passages where id in (select min(id) from passages where plan_id = @plan and body <> '' group by kind)", new { plan }).ToList();
        return parts.Parts == parts.Passages && samples.TrueForAll(sample => HasWords(connection, sample.Id, sample.Body));
    }

    private bool HasWords(DbConnection connection, long passage, string body)
    {
        var words = Folding.Words(body).Take(WordsAsked).Select(Folding.Lower).ToList();
        if (words.Count == 0)
        {
            return true;
        }

        var match = database.Index.Match(new SearchQuery([new SearchTerm(words)], [], []), column: null);
        var parameters = new DynamicParameters(match.Parameters);
        parameters.Add("passage", passage);
        return connection.ExecuteScalar<bool>(
            $"select exists (select 1 from {match.Hits} where {match.Condition} and {match.Id} = @passage)", parameters);
    }
}
