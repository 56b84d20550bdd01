using System.Globalization;
using Plans.Extraction;

namespace Plans.Web.Reviewing;

/// <summary>The fields of a fact as corrections write them.</summary>
internal static class ReviewValues
{
    public static string? Of(Target target, string name) => name switch
    {
        "indicator" => target.Indicator,
        "comparator" => target.Comparator,
        "value" => Plain(target.Value),
        "value_max" => target.ValueMax is { } most ? Plain(most) : null,
        "unit" => target.Unit,
        "year" => target.Year?.ToString(CultureInfo.InvariantCulture),
        "period" => target.Period,
        _ => null,
    };

    public static string? Of(PlanTask task, string name) => name switch
    {
        "text" => task.Text,
        "lead" => string.Join("; ", task.Lead),
        "support" => string.Join("; ", task.Support),
        "deadline" => task.Deadline,
        _ => null,
    };

    /// <summary>With a decimal comma, as the number's grammar reads it: 12.345 would be twelve thousand.</summary>
    private static string Plain(decimal number) => number.ToString("0.############", CultureInfo.InvariantCulture).Replace('.', ',');
}
