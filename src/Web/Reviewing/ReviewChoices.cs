namespace Plans.Web.Reviewing;

/// <summary>Fields that take only some words, so that nobody has to know how they are written.</summary>
internal static class ReviewChoices
{
    private static readonly string[] Comparators = ["=", ">=", ">", "<=", "<", "~", "+", "-", "range"];
    private static readonly string[] Periods = ["", "year"];

    /// <param name="value">What stands there now, which can always be kept.</param>
    /// <returns>Null where anything may be typed.</returns>
    public static IReadOnlyList<string>? Of(string field, string? value) => field switch
    {
        "comparator" => With(Comparators, value),
        "period" => With(Periods, value),
        _ => null,
    };

    private static string[] With(string[] words, string? value) => string.IsNullOrEmpty(value) || words.Contains(value) ? words : [.. words, value];

    /// <summary>Whether a field is short enough to stand beside another.</summary>
    public static bool IsShort(string field) => field is "comparator" or "value" or "value_max" or "unit" or "year" or "period";
}
