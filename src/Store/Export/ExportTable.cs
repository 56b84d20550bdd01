using Plans.Store.Search;

namespace Plans.Store.Export;

/// <summary>A column of an export.</summary>
/// <param name="Name">snake_case, the same in every format.</param>
/// <param name="Sql">Of the hit <c>h</c>, its plan <c>l</c>, its file <c>f</c> and, by kind, <c>s</c>, <c>t</c> or <c>k</c>.</param>
/// <param name="IsNumber">A number in spreadsheets.</param>
internal sealed record ExportColumn(string Name, string Sql, bool IsNumber = false);

/// <summary>What is exported of each kind of hit: its own columns, then those of its plan, then where it stands.</summary>
internal static class ExportTable
{
    private static readonly ExportColumn[] OfPlan =
    [
        new("plan_id", "l.id", true),
        new("number", "l.number"),
        new("date", "l.date"),
        new("province", "l.province"),
        new("issuer", "l.issuer"),
        new("title", "l.title"),
    ];

    private static readonly ExportColumn[] OfPlace =
    [
        new("file", "l.file"),
        new("sha256", "l.sha256"),
        new("page", "h.page", true),
        new("start", "h.span_start", true),
        new("end", "h.span_end", true),
    ];

    /// <param name="joined">See <see cref="Engines.Database.Joined"/>.</param>
    public static IReadOnlyList<ExportColumn> Columns(HitKind kind, Func<string, string> joined) => kind switch
    {
        HitKind.Plan =>
        [
            .. OfPlan,
            new("type", "l.type"),
            new("place", "l.place"),
            new("period_from", "l.period_from", true),
            new("period_to", "l.period_to", true),
            new("signer", "l.signer"),
            new("signer_role", "l.signer_role"),
            new("pages", "l.pages", true),
            .. OfPlace.Take(2),
        ],
        HitKind.Section =>
        [
            new("section", "s.path"),
            new("heading", "s.heading"),
            new("kind", "s.kind"),
            new("text", "h.body"),
            .. OfPlan,
            .. OfPlace,
        ],
        HitKind.Target =>
        [
            new("target", "t.item_id"),
            new("indicator", "t.indicator"),
            new("comparator", "t.comparator"),
            new("value", "t.value", true),
            new("value_max", "t.value_max", true),
            new("unit", "t.unit"),
            new("printed", "t.printed"),
            new("year", "t.year", true),
            new("period", "t.period"),
            new("section", "t.section"),
            new("quote", "t.quote"),
            new("confidence", "t.confidence", true),
            .. OfPlan,
            .. OfPlace,
            new("review", "t.review"),
        ],
        _ =>
        [
            new("task", "k.item_id"),
            new("text", "k.text"),
            new("lead", Agencies("lead", joined)),
            new("support", Agencies("support", joined)),
            new("deadline", "k.deadline"),
            new("due_date", "k.due_date"),
            new("section", "k.section"),
            new("confidence", "k.confidence", true),
            .. OfPlan,
            .. OfPlace,
            new("review", "k.review"),
        ],
    };

    /// <summary>The rows of a question's hits of one kind, by plan and as they stand in it.</summary>
    public static string Sql(HitKind kind, IReadOnlyList<ExportColumn> columns, HitSource source)
    {
        var join = kind switch
        {
            HitKind.Section => "join sections s on s.plan_id = h.plan_id and s.ordinal = h.ordinal",
            HitKind.Target => "join targets t on t.plan_id = h.plan_id and t.ordinal = h.ordinal",
            HitKind.Task => "join tasks k on k.plan_id = h.plan_id and k.ordinal = h.ordinal",
            _ => "",
        };
        var body = kind == HitKind.Section ? ", p.body" : "";
        return
            $"""
            select {string.Join(", ", columns.Select(column => $"{column.Sql} as \"{column.Name}\""))}
            from (select p.plan_id, p.ordinal, p.page, p.span_start, p.span_end{body} {source.From(withPassage: true)}) h
            join plans l on l.id = h.plan_id {join} order by h.plan_id, h.ordinal
            """;
    }

    /// <summary>In their order, joined by semicolons.</summary>
    private static string Agencies(string role, Func<string, string> joined) =>
        $"(select {joined("a.name")} from (select name from task_agencies where plan_id = h.plan_id and task = h.ordinal and role = '{role}' order by ordinal) a)";
}
