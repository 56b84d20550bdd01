using System.Data.Common;
using Dapper;

namespace Plans.Store.Search;

/// <summary>Writes the conditions of a query on extracted values. A passage's values are its own (a target's, a task's) or its plan's.</summary>
internal static class FieldFilters
{
    /// <summary>Matches no row: a value that no plan has.</summary>
    private const string None = "1 = 0";

    /// <summary>What was rejected is not found any more; its plan is.</summary>
    private const string HasRejected =
        "p.kind = 'plan' and exists (select 1 from corrections c where c.sha256 = l.sha256 and c.action = 'reject' and c.attached is not null)";

    public static void Apply(IReadOnlyList<FieldCondition> fields, HitSource source, DbConnection connection)
    {
        var number = 0;
        foreach (var group in fields.GroupBy(field => (field.Field, field.Comparison, field.Excluded)))
        {
            var conditions = group.Select(field => Condition(field, connection, source, $"f{number++}")).ToList();
            var any = string.Join(" or ", conditions);
            var condition = group.Key.Excluded ? $"not coalesce(({any}), false)" : $"({any})";
            if (NeedsPlan(group.Key.Field))
            {
                source.WherePlan(condition);
            }
            else
            {
                source.WherePassage(condition);
            }
        }
    }

    private static bool NeedsPlan(QueryField field) =>
        field is QueryField.Province or QueryField.Date or QueryField.Type or QueryField.Number or QueryField.Issuer or QueryField.Review;

    private static string Condition(FieldCondition field, DbConnection connection, HitSource source, string parameter)
    {
        return field.Field switch
        {
            QueryField.Province => With(ProvinceName.Key(field.Value), $"l.province_key = @{parameter}"),
            QueryField.Number => With(DocumentNumber.Key(field.Value), $"l.number_key = @{parameter}"),
            QueryField.Type => OneOf("type", named: key => key == Folding.Key(field.Value)),
            QueryField.Issuer => OneOf("issuer", named: key => $" {key} ".Contains($" {Folding.Key(field.Value)} ", StringComparison.Ordinal)),
            QueryField.Date => DateCondition("l.date"),
            QueryField.Year => YearCondition(),
            QueryField.Agency => With($"% {Folding.Key(field.Value)} %", $"p.agencies like @{parameter}"),
            QueryField.Lead => Role("lead"),
            QueryField.Support => Role("support"),
            QueryField.Kind => $"p.kind = '{field.Value}'",
            QueryField.Section => With(
                field.Value, $"p.section is not null and exists (select 1 from sections s where s.plan_id = p.plan_id and s.path = p.section and s.kind = @{parameter})"),
            QueryField.Value => With((double)field.Number!.Value, OfTarget($"t.value {Sign(field.Comparison)} @{parameter}")),
            QueryField.Unit => With(field.Value, OfTarget($"lower(trim(t.unit)) = @{parameter}")),
            QueryField.Review => field.Value == "rejected" ? HasRejected : $"p.review = '{field.Value}'",
            QueryField.Deadline => OfTask(DateCondition("k.due_date")),
            _ => With(field.Value, $"exists (select 1 from findings d where d.plan_id = p.plan_id and d.code = @{parameter})"),
        };

        string With(object value, string condition)
        {
            source.Parameters.Add(parameter, value);
            return condition;
        }

        string Role(string role) => With(
            $"% {Folding.Key(field.Value)} %",
            $"p.kind = 'task' and exists (select 1 from task_agencies a where a.plan_id = p.plan_id and a.task = p.ordinal and a.role = '{role}' and ' ' || a.name_key || ' ' like @{parameter})");

        // The database cannot fold, but the different names of a column are few.
        string OneOf(string column, Func<string, bool> named)
        {
            var names = connection.Query<string>($"select distinct {column} from plans where {column} is not null")
                .Where(name => named(Folding.Key(name))).ToList();
            for (var i = 0; i < names.Count; i++)
            {
                source.Parameters.Add($"{parameter}_{i}", names[i]);
            }

            return names.Count == 0 ? None : $"l.{column} in ({string.Join(", ", names.Select((_, i) => $"@{parameter}_{i}"))})";
        }

        // Shortened dates: 2025 is any day of 2025, and <=2025 its last, for which ~ stands, after every digit.
        string DateCondition(string column) => field.Comparison switch
        {
            Comparison.Is => With(field.Value + "%", $"{column} like @{parameter}"),
            Comparison.AtLeast => With(field.Value, $"{column} >= @{parameter}"),
            Comparison.MoreThan => With(field.Value + "~", $"{column} > @{parameter}"),
            Comparison.AtMost => With(field.Value + "~", $"({column} <= @{parameter} and {column} like '____%' and {column} < 'A')"),
            _ => With(field.Value, $"{column} < @{parameter}"),
        };

        string YearCondition() => field.Comparison switch
        {
            Comparison.Is => With((int)field.Number!.Value, $"@{parameter} between p.year_from and p.year_to"),
            _ => With((int)field.Number!.Value, $"p.year_to {Sign(field.Comparison)} @{parameter}"),
        };
    }

    private static string OfTarget(string condition) =>
        $"p.kind = 'target' and exists (select 1 from targets t where t.plan_id = p.plan_id and t.ordinal = p.ordinal and {condition})";

    private static string OfTask(string condition) =>
        $"p.kind = 'task' and exists (select 1 from tasks k where k.plan_id = p.plan_id and k.ordinal = p.ordinal and {condition})";

    private static string Sign(Comparison comparison) => comparison switch
    {
        Comparison.AtLeast => ">=",
        Comparison.MoreThan => ">",
        Comparison.AtMost => "<=",
        Comparison.LessThan => "<",
        _ => "=",
    };
}
