using System.Collections.Concurrent;
using System.Data.Common;
using Dapper;
using Plans.Extraction.Catalogues;
using Plans.Extraction.Language;
using Plans.Store.Corrections;
using Plans.Store.Engines;
using Plans.Store.Search;

namespace Plans.Store.Comparison.Agencies;

/// <summary>All that a body has to do, under all its names over time.</summary>
public sealed class AgencyComparison
{
    /// <summary>Names asked for at once; SQLite takes 32,766 parameters, PostgreSQL 65,535.</summary>
    private const int NamesAtOnce = 500;

    /// <summary>Names are resolved once: a national archive has some hundred thousand.</summary>
    private const int MostKnown = 500_000;

    private readonly Database database;
    private readonly ConcurrentDictionary<string, string?> known = [];

    internal AgencyComparison(Database database) => this.database = database;

    /// <exception cref="QueryException">The name has no words.</exception>
    public AgencyDuties Of(AgencyRequest request)
    {
        if (Folding.Key(request.Name) is not { Length: > 0 } key)
        {
            throw new QueryException(QueryProblem.Empty, "The agency has no name. Write it as plans do: \"Sở Y tế\".");
        }

        var line = AgencyResolver.Resolve(request.Name, null).Id is { } id ? AgencyLine.Of(id) : [];
        return new AgencyDuties(request.Name.Trim(), line, database.Read<IReadOnlyList<AgencyDuty>>(connection =>
        {
            var shares = Names(connection, [.. line.Where(body => request.InPart || body.Share is null)], key);
            var rows = shares.Keys.Chunk(NamesAtOnce).SelectMany(names => Rows(connection, request, names)).ToList();
            var others = Others(connection, rows);
            return
            [
                .. rows.Where(row => IsOf(request.Province, row.Province))
                    .Select(row => row.ToDuty(shares[row.Name], others[(row.PlanId, row.Task)]))
                    .OrderBy(duty => DueOrder(duty.Due), StringComparer.Ordinal).ThenBy(duty => duty.PlanDate, StringComparer.Ordinal)
                    .ThenBy(duty => duty.PlanId).ThenBy(duty => duty.Start).ThenBy(duty => duty.Role, StringComparer.Ordinal),
            ];
        }));
    }

    /// <summary>The different names under which the body stands in plans, each with the part that ties it to the one that was asked for.</summary>
    private Dictionary<string, string?> Names(DbConnection connection, IReadOnlyList<AgencyOfLine> bodies, string key)
    {
        var shares = bodies.ToDictionary(body => body.Id, body => body.Share);
        var names = new Dictionary<string, string?>();
        foreach (var (name, nameKey) in connection.Query<(string, string)>("select distinct name, name_key from task_agencies"))
        {
            if (bodies.Count == 0)
            {
                if ($" {nameKey} ".Contains($" {key} ", StringComparison.Ordinal))
                {
                    names[name] = null;
                }
            }
            else if (IdOf(name) is { } id && shares.TryGetValue(id, out var share))
            {
                names[name] = share;
            }
        }

        return names;
    }

    private string? IdOf(string name)
    {
        if (known.Count > MostKnown)
        {
            known.Clear();
        }

        return known.GetOrAdd(name, static printed => AgencyResolver.Resolve(printed, null).Id);
    }

    private static IEnumerable<DutyRow> Rows(DbConnection connection, AgencyRequest request, IReadOnlyList<string> names)
    {
        var parameters = new DynamicParameters(new { request.From, request.To, request.Role });
        for (var i = 0; i < names.Count; i++)
        {
            parameters.Add($"n{i}", names[i]);
        }

        return connection.Query<DutyRow>(
            $"""
            select a.plan_id, a.task, a.role, a.name, k.item_id, k.text, k.deadline, k.due_date, k.due_every, k.due_day, k.section, k.page, k.span_start,
              k.span_end, k.review, l.number, l.date, l.title, l.province, l.file, l.sha256, l.period_to
            from task_agencies a join tasks k on k.plan_id = a.plan_id and k.ordinal = a.task join plans l on l.id = a.plan_id
            where l.is_best = 1 and a.name in ({string.Join(", ", names.Select((_, i) => $"@n{i}"))})
              and (@Role is null or a.role = @Role) and (@From is null or l.year >= @From) and (@To is null or l.year <= @To)
            """,
            parameters);
    }

    private static ILookup<(long, int), (string Role, string Name)> Others(DbConnection connection, List<DutyRow> rows) =>
        rows.Select(row => row.PlanId).Distinct().Chunk(NamesAtOnce).SelectMany(plans => connection.Query<(long Plan, int Task, string Role, string Name)>(
            $"select plan_id, task, role, name from task_agencies where plan_id in ({string.Join(',', plans)}) order by plan_id, task, role, ordinal"))
            .ToLookup(row => (row.Plan, row.Task), row => (row.Role, row.Name));

    private static bool IsOf(string? asked, string? province) => string.IsNullOrWhiteSpace(asked)
        || (province is not null && (ProvinceName.Key(province) == ProvinceName.Key(asked) || ProvinceName.Key(ProvinceToday.Of(province)) == ProvinceName.Key(asked)));

    /// <summary>A month or year without its day ends with its last.</summary>
    private static string DueOrder(DueDate? due) => due switch
    {
        { Date: { } date } => "1" + date + "~",
        { Every: { } every } => "2" + every + due.Day,
        _ => "3",
    };

    private sealed class DutyRow
    {
        public long PlanId { get; init; }

        public int Task { get; init; }

        public string Role { get; init; } = "";

        public string Name { get; init; } = "";

        public string ItemId { get; init; } = "";

        public string Text { get; init; } = "";

        public string? Deadline { get; init; }

        public string? DueDate { get; init; }

        public string? DueEvery { get; init; }

        public string? DueDay { get; init; }

        public string? Section { get; init; }

        public int Page { get; init; }

        public int SpanStart { get; init; }

        public int SpanEnd { get; init; }

        public ReviewState Review { get; init; }

        public string? Number { get; init; }

        public string? Date { get; init; }

        public string? Title { get; init; }

        public string? Province { get; init; }

        public string File { get; init; } = "";

        public string Sha256 { get; init; } = "";

        public int? PeriodTo { get; init; }

        public AgencyDuty ToDuty(string? share, IEnumerable<(string Role, string Name)> agencies) => new()
        {
            PlanId = PlanId,
            PlanNumber = Number,
            PlanDate = Date,
            PlanTitle = Title,
            Province = Province,
            File = File,
            Sha256 = Sha256,
            PeriodTo = PeriodTo,
            TaskId = ItemId,
            Text = Text,
            Role = Role,
            Printed = Name,
            Share = share,
            Lead = [.. agencies.Where(a => a.Role == "lead").Select(a => a.Name)],
            Support = [.. agencies.Where(a => a.Role == "support").Select(a => a.Name)],
            Deadline = Deadline,
            Due = DueDate is null && DueEvery is null ? null : new DueDate(DueDate, DueEvery, DueDay),
            Section = Section,
            Page = Page,
            Start = SpanStart,
            End = SpanEnd,
            Review = Review,
        };
    }
}
