using System.Data.Common;
using Dapper;
using Plans.Store.Search;

namespace Plans.Store.Comparison;

/// <summary>Who leads what a target promises: the lead of the task in whose words it stands; else of the task that names the indicator.</summary>
internal static class TargetLeads
{
    /// <summary>Plans of which the words of every task are read; of more, only places.</summary>
    private const int MostRead = 500;

    /// <summary>Words of an indicator below which many tasks have them: "hộ nghèo" says nothing of who leads.</summary>
    private const int FewWords = 3;

    /// <summary>Words with which indicators begin and tasks do not, folded.</summary>
    private static readonly HashSet<string> Empty = ["ty", "ti", "le", "so", "luong", "tong", "muc"];

    public static IReadOnlyList<IndicatorRow> Of(DbConnection connection, IReadOnlyList<IndicatorRow> rows)
    {
        List<long> plans = [.. rows.Select(row => row.PlanId).Distinct()];
        var text = plans.Count <= MostRead ? "k.text" : "''";
        var tasks = plans.Chunk(MostRead).SelectMany(ids => connection.Query<TaskRow>(
            $"""
            select k.plan_id, k.ordinal, {text} as text, k.span_start, k.span_end, a.name
            from tasks k join task_agencies a on a.plan_id = k.plan_id and a.task = k.ordinal and a.role = 'lead'
            where k.plan_id in ({string.Join(',', ids)}) order by k.plan_id, k.ordinal, a.ordinal
            """))
            .GroupBy(row => (row.PlanId, row.Ordinal))
            .Select(of => new LedTask(of.Key.PlanId, of.First().SpanStart, of.First().SpanEnd, $" {Folding.Key(of.First().Text)} ", [.. of.Select(row => row.Name)]))
            .ToLookup(task => task.Plan);
        return [.. rows.Select(row => row with { Lead = Lead(row, tasks[row.PlanId]) })];
    }

    private static IReadOnlyList<string> Lead(IndicatorRow row, IEnumerable<LedTask> tasks)
    {
        if (tasks.Where(task => task.Start <= row.Start && task.End >= row.End).MinBy(task => task.End - task.Start) is { } around)
        {
            return around.Lead;
        }

        List<string> sought = [.. Folding.Words(row.Indicator).Select(Folding.Fold).SkipWhile(Empty.Contains)];
        var words = $" {string.Join(' ', sought)} ";
        return sought.Count < FewWords
            ? []
            : tasks.Where(task => task.Words.Contains(words, StringComparison.Ordinal)).MinBy(task => task.Words.Length)?.Lead ?? [];
    }

    private sealed record LedTask(long Plan, int Start, int End, string Words, IReadOnlyList<string> Lead);

    private sealed class TaskRow
    {
        public long PlanId { get; init; }

        public int Ordinal { get; init; }

        public string Text { get; init; } = "";

        public int SpanStart { get; init; }

        public int SpanEnd { get; init; }

        public string Name { get; init; } = "";
    }
}
