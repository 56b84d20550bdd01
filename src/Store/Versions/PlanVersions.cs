using System.Data.Common;
using Dapper;
using Plans.Store.Engines;

namespace Plans.Store.Versions;

/// <summary>One of the files in which a plan is held.</summary>
/// <param name="Kind">What it is to the plan that was asked for; null for that one itself, and where only others tie them together.</param>
/// <param name="Likeness">Of their texts, 0 to 1.</param>
/// <param name="IsBest">Whether it is the one that is shown and counted.</param>
public sealed record PlanVersion(
    long PlanId, string? Number, string? Date, string? Title, string File, string MediaType, VersionKind? Kind, double? Likeness, bool IsBest);

/// <summary>
/// Plans that are one: recognised when saved by number, issuer, date, title and the likeness of the texts. All are kept and found; the best
/// counts in comparisons.
/// </summary>
public sealed class PlanVersions
{
    private readonly Database database;

    internal PlanVersions(Database database) => this.database = database;

    /// <summary>All that are one plan with this, the best first; nothing where it is the only one.</summary>
    public IReadOnlyList<PlanVersion> Of(long planId) => database.Read(connection => Of(connection, planId));

    internal static IReadOnlyList<PlanVersion> Of(DbConnection connection, long planId) =>
    [
        .. connection.Query<VersionRow>(
            """
            select p.id as plan_id, p.number, p.date, p.title, p.file, p.media_type, k.kind, k.similarity as likeness, p.is_best
            from plans asked join plans p on p.work_id = asked.work_id
            left join plan_links k on k.plan_id = case when p.id < asked.id then p.id else asked.id end
              and k.other_id = case when p.id < asked.id then asked.id else p.id end
            where asked.id = @planId order by p.is_best desc, p.date desc nulls last, p.id
            """,
            new { planId }).Select(row => row.ToVersion()),
    ];

    /// <summary>Compares the plans that were saved before versions were known, some at a time.</summary>
    /// <param name="progress">Told how many are done.</param>
    /// <returns>How many were compared.</returns>
    public int LinkAll(Action<int>? progress = null)
    {
        const int AtOnce = 50;
        for (var done = 0; ; progress?.Invoke(done))
        {
            var some = database.WriteAlone(connection =>
            {
                var plans = connection.Query<(long Id, string Text)>(
                    $"select d.plan_id, d.text from documents d where not exists (select 1 from plan_signatures s where s.plan_id = d.plan_id) order by d.plan_id limit {AtOnce}").AsList();
                plans.ForEach(plan => VersionLinks.Link(database, connection, plan.Id, plan.Text));
                return plans.Count;
            });
            if (some == 0)
            {
                return done;
            }

            done += some;
        }
    }

    private sealed class VersionRow
    {
        public long PlanId { get; init; }

        public string? Number { get; init; }

        public string? Date { get; init; }

        public string? Title { get; init; }

        public string File { get; init; } = "";

        public string MediaType { get; init; } = "";

        public VersionKind? Kind { get; init; }

        public double? Likeness { get; init; }

        public int IsBest { get; init; }

        public PlanVersion ToVersion() => new(PlanId, Number, Date, Title, File, MediaType, Kind, Likeness, IsBest == 1);
    }
}
