using System.Data.Common;
using Dapper;

namespace Plans.Store.Search.Blocks;

/// <summary>Reads what the tables say of a run of passages into columns.</summary>
internal sealed class FactsReader
{
    private readonly Dictionary<string, int> numbers = new(StringComparer.Ordinal) { [""] = 0 };

    private FactsReader()
    {
    }

    /// <param name="after">The passages' ids are above it.</param>
    /// <param name="upTo">They are at most this.</param>
    /// <returns>The ids, ascending, and the facts in the same order.</returns>
    public static (long[] Ids, PassageFacts Facts) Read(DbConnection connection, long after, long upTo) => new FactsReader().Of(connection, new Run(after, upTo));

    private (long[] Ids, PassageFacts Facts) Of(DbConnection connection, Run run)
    {
        const string Plans = "(select distinct plan_id from passages where id > @After and id <= @UpTo)";
        var rows = connection.Query<Row>(
            "select id, plan_id, kind, ordinal, section, year_from, year_to, agencies, review from passages where id > @After and id <= @UpTo order by id", run).AsList();
        var findings = connection.Query<(long Plan, string Code)>(
            $"select distinct plan_id, code from findings where plan_id in {Plans}", run).ToLookup(row => row.Plan, row => row.Code);
        var plans = connection.Query<PlanRow>(
            $"""
            select l.id, l.province, l.province_key, l.type, l.issuer, l.date, l.number_key,
              exists (select 1 from corrections c where c.sha256 = l.sha256 and c.action = 'reject' and c.attached is not null) as has_rejected
            from plans l where l.id in {Plans} order by l.id
            """,
            run)
            .Select(row => new PlanFacts(
                row.Id, row.Province, row.ProvinceKey, row.Type, row.Issuer, row.Date, row.NumberKey, [.. findings[row.Id].Order(StringComparer.Ordinal)],
                row.HasRejected))
            .ToArray();
        var sections = First(connection.Query<(long Plan, string Path, string Kind)>(
            $"select plan_id, path, kind from sections where plan_id in {Plans} order by plan_id, ordinal", run).Select(row => ((row.Plan, row.Path), Number(row.Kind))));
        var targets = First(connection.Query<(long Plan, int Ordinal, string? Unit, double Value)>(
            $"select plan_id, ordinal, unit, value from targets where plan_id in {Plans}", run).Select(row => ((row.Plan, row.Ordinal), (Unit: Number(row.Unit), row.Value))));
        var due = First(connection.Query<(long Plan, int Ordinal, string Date)>(
            $"select plan_id, ordinal, due_date from tasks where due_date is not null and plan_id in {Plans}", run).Select(row => ((row.Plan, row.Ordinal), Number(row.Date))));
        var agencies = connection.Query<(long Plan, int Task, string Role, string Name)>(
            $"select plan_id, task, role, name from task_agencies where plan_id in {Plans} order by plan_id, task, role, ordinal", run)
            .ToLookup(row => (row.Plan, row.Task, row.Role), row => Number(row.Name));

        var place = plans.Select((plan, i) => (plan.Id, i)).ToDictionary(of => of.Id, of => of.i);
        return (
            [.. rows.Select(row => row.Id)],
            new PassageFacts
            {
                Plans = plans,
                Plan = [.. rows.Select(row => place[row.PlanId])],
                Kind = [.. rows.Select(row => (byte)row.Kind)],
                YearFrom = [.. rows.Select(row => (short)(row.YearFrom ?? 0))],
                YearTo = [.. rows.Select(row => (short)(row.YearTo ?? 0))],
                SectionKind = [.. rows.Select(row => row.Section is null ? 0 : sections.GetValueOrDefault((row.PlanId, row.Section)))],
                Unit = [.. rows.Select(row => row.Kind == HitKind.Target ? targets.GetValueOrDefault((row.PlanId, row.Ordinal)).Unit : 0)],
                Value = [.. rows.Select(row => row.Kind == HitKind.Target && targets.TryGetValue((row.PlanId, row.Ordinal), out var of) ? of.Value : double.NaN)],
                Due = [.. rows.Select(row => row.Kind == HitKind.Task ? due.GetValueOrDefault((row.PlanId, row.Ordinal)) : 0)],
                Review = [.. rows.Select(row => Number(row.Review))],
                Agencies = ListsOf(rows, row => row.Agencies.Split('|', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(Number)),
                Leads = ListsOf(rows, row => Role(row, "lead")),
                Supports = ListsOf(rows, row => Role(row, "support")),
                Texts = [.. numbers.OrderBy(of => of.Value).Select(of => of.Key)],
            });

        IEnumerable<int> Role(Row row, string role) => row.Kind == HitKind.Task ? agencies[(row.PlanId, row.Ordinal, role)].Distinct() : [];
    }

    private int Number(string? text)
    {
        text ??= "";
        if (!numbers.TryGetValue(text, out var number))
        {
            numbers[text] = number = numbers.Count;
        }

        return number;
    }

    private static Dictionary<TKey, T> First<TKey, T>(IEnumerable<(TKey Key, T Value)> rows)
        where TKey : notnull
    {
        var first = new Dictionary<TKey, T>();
        foreach (var (key, value) in rows)
        {
            first.TryAdd(key, value);
        }

        return first;
    }

    private static PassageFacts.Lists ListsOf(List<Row> rows, Func<Row, IEnumerable<int>> of)
    {
        var (ends, items) = (new int[rows.Count], new List<int>());
        for (var i = 0; i < rows.Count; i++)
        {
            items.AddRange(of(rows[i]));
            ends[i] = items.Count;
        }

        return new PassageFacts.Lists(ends, [.. items]);
    }

    private sealed record Run(long After, long UpTo);

    private sealed class Row
    {
        public long Id { get; init; }

        public long PlanId { get; init; }

        public HitKind Kind { get; init; }

        public int Ordinal { get; init; }

        public string? Section { get; init; }

        public int? YearFrom { get; init; }

        public int? YearTo { get; init; }

        public string Agencies { get; init; } = "";

        public string Review { get; init; } = "";
    }

    private sealed class PlanRow
    {
        public long Id { get; init; }

        public string? Province { get; init; }

        public string? ProvinceKey { get; init; }

        public string? Type { get; init; }

        public string? Issuer { get; init; }

        public string? Date { get; init; }

        public string? NumberKey { get; init; }

        public bool HasRejected { get; init; }
    }
}
