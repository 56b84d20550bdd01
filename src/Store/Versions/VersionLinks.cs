using System.Data.Common;
using System.Globalization;
using Dapper;
using Plans.Extraction;
using Plans.Ingest;
using Plans.Store.Corrections;
using Plans.Store.Engines;

namespace Plans.Store.Versions;

/// <summary>Links plans that are one, inside the caller's transaction.</summary>
internal static class VersionLinks
{
    /// <summary>Plans that are looked at: those with most in common. Forms that thousands have filled in share their words with all.</summary>
    private const int MostCandidates = 40;

    /// <summary>Formats in the order in which they keep what was written.</summary>
    private static readonly string[] Formats = ["wordprocessingml", "opendocument.text", "html", "msword", "rtf", "text/", "pdf"];

    /// <summary>Finds what else of this plan is held, and which of all is the best.</summary>
    public static void Link(Database database, DbConnection connection, long plan, string text)
    {
        database.LockVersions(connection);
        var before = Group(database, connection, [plan]);
        var signature = TextSignature.Of(text);
        Forget(connection, plan);
        database.Insert(connection, "plan_signatures", ["plan_id", "hashes"], [[plan, signature.Write()]]);
        var bands = signature.IsLong ? signature.Bands.Distinct().ToList() : [];
        database.Insert(connection, "plan_bands", ["band", "plan_id"], bands.Select(band => (object?[])[band, plan]));

        var self = connection.QuerySingle<TraitsRow>($"{TraitsRow.Select} where p.id = @plan", new { plan });
        foreach (var other in Candidates(database, connection, self, bands))
        {
            var likeness = other.Hashes is null ? 0 : signature.Likeness(TextSignature.Read(other.Hashes));
            if (self.Traits.To(other.Traits, likeness) is { } kind)
            {
                connection.Execute(
                    "insert into plan_links (plan_id, other_id, kind, similarity) values (@first, @second, @kind, @likeness)",
                    new { first = Math.Min(plan, other.Id), second = Math.Max(plan, other.Id), kind = StoredJson.Word(kind), likeness });
            }
        }

        Regroup(database, connection, [.. before.Union(Group(database, connection, [plan]))]);
    }

    /// <summary>Before a plan is deleted.</summary>
    public static void Leave(Database database, DbConnection connection, long plan)
    {
        database.LockVersions(connection);
        var group = Group(database, connection, [plan]);
        Forget(connection, plan);
        Regroup(database, connection, group);
    }

    private static void Forget(DbConnection connection, long plan) => connection.Execute(
        """
        delete from plan_links where plan_id = @plan or other_id = @plan;
        delete from plan_bands where plan_id = @plan;
        delete from plan_signatures where plan_id = @plan
        """,
        new { plan });

    private static List<TraitsRow> Candidates(Database database, DbConnection connection, TraitsRow self, List<long> bands)
    {
        var ids = new HashSet<long>();
        if (self.NumberKey is not null)
        {
            ids.UnionWith(connection.Query<long>(
                $"select id from plans where number_key = @NumberKey and id <> @Id order by case when date = @Date then 0 else 1 end, id limit {MostCandidates}", self));
        }

        if (bands.Count > 0)
        {
            ids.UnionWith(connection.Query<long>(
                $"select plan_id from plan_bands where band in {database.NumbersOf("@bands")} and plan_id <> @Id group by plan_id order by count(*) desc, plan_id limit {MostCandidates}",
                new { bands = Numbers(bands), self.Id }));
        }

        return ids.Count == 0 ? [] : connection.Query<TraitsRow>($"{TraitsRow.Select} where p.id in {database.NumbersOf("@ids")}", new { ids = Numbers(ids) }).AsList();
    }

    /// <summary>All that links tie together, in order.</summary>
    private static List<long> Group(Database database, DbConnection connection, IReadOnlyCollection<long> plans)
    {
        var group = plans.ToHashSet();
        for (var edge = group.ToList(); edge.Count > 0;)
        {
            edge = [.. connection.Query<(long A, long B)>(
                    $"select plan_id, other_id from plan_links where plan_id in {database.NumbersOf("@edge")} or other_id in {database.NumbersOf("@edge")}",
                    new { edge = Numbers(edge) })
                .SelectMany(link => new[] { link.A, link.B }).Where(group.Add)];
        }

        return [.. group.Order()];
    }

    private static void Regroup(Database database, DbConnection connection, IReadOnlyList<long> plans)
    {
        var left = plans.ToHashSet();
        while (left.Count > 0)
        {
            var group = Group(database, connection, [left.Min()]);
            left.ExceptWith(group);
            var best = group.Count == 1
                ? group[0]
                : connection.Query<TraitsRow>($"{TraitsRow.SelectWorth} where p.id in {database.NumbersOf("@group")}", new { group = Numbers(group) })
                    .OrderByDescending(row => row.Worth).ThenBy(row => row.Id).First().Id;
            connection.Execute(
                $"update plans set work_id = @work, is_best = case when id = @best then 1 else 0 end where id in {database.NumbersOf("@group")}",
                new { work = group.Count == 1 ? (long?)null : group[0], best, group = Numbers(group) });
        }
    }

    /// <summary>As one parameter: a statement of other words for every plan would be made ready anew each time, which costs more than all else here.</summary>
    private static string Numbers(IEnumerable<long> ids) => $"[{string.Join(',', ids.Select(id => id.ToString(CultureInfo.InvariantCulture)))}]";

    private sealed class TraitsRow
    {
        public const string Select =
            "select p.id, p.number_key, p.number, p.date, p.issuer, p.title, s.hashes from plans p left join plan_signatures s on s.plan_id = p.id";

        /// <summary>What tells which of several files is the best; asked of few.</summary>
        public const string SelectWorth =
            """
            select p.id, p.number_key, p.date, p.media_type, p.page_ledger, p.review,
              (select count(*) from targets t where t.plan_id = p.id) + (select count(*) from tasks k where k.plan_id = p.id) as facts
            from plans p
            """;

        public long Id { get; init; }

        public string? NumberKey { get; init; }

        public string? Number { get; init; }

        public string? Date { get; init; }

        public string? Issuer { get; init; }

        public string? Title { get; init; }

        public string MediaType { get; init; } = "";

        public string PageLedger { get; init; } = "[]";

        public ReviewState Review { get; init; }

        public string? Hashes { get; init; }

        public int Facts { get; init; }

        public VersionTraits Traits => VersionTraits.Of(new DocumentFields { Number = Number, Date = Date, Issuer = Issuer, Title = Title });

        /// <summary>A signed plan before its draft, the later of two, one that a person went through, the whole one, the one that says most.</summary>
        public (bool Signed, string Date, bool Reviewed, int BadPages, int Format, int Facts) Worth => (
            NumberKey is not null && Date is { Length: 10 },
            Date ?? "",
            Review != ReviewState.Unseen,
            -StoredJson.Read<List<PageRecord>>(PageLedger).Count(page => page.Source is PageSource.Failed or PageSource.Ocr),
            -Formats.TakeWhile(format => !MediaType.Contains(format, StringComparison.Ordinal)).Count(),
            Facts);
    }
}
