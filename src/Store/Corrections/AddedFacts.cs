using Plans.Extraction;

namespace Plans.Store.Corrections;

/// <summary>Facts that a person found where the extraction found none.</summary>
internal static class AddedFacts
{
    /// <param name="quote">The document's words.</param>
    /// <exception cref="CorrectionException">Indicator or value are missing, or a field makes no sense.</exception>
    public static Target Target(string id, string quote, Span span, string? section, IReadOnlyDictionary<string, string?> values)
    {
        foreach (var needed in new[] { "indicator", "value" }.Where(name => CorrectionFields.Text(values.GetValueOrDefault(name)) is null))
        {
            throw new CorrectionException(CorrectionProblem.BadValue, $"A target needs its {needed}: {needed}=….");
        }

        var empty = new Target
        {
            Id = id,
            Indicator = "",
            Comparator = "=",
            Value = 0,
            Printed = $"{values["value"]!.Trim()}{(values.GetValueOrDefault("unit") is { } unit ? unit is "%" ? unit : " " + unit : "")}",
            Section = section,
            Source = "text",
            Quote = OneLine(quote),
            Confidence = 1,
            Span = span,
        };
        return CorrectionFields.Filled(CorrectionFields.OfTarget, empty, values);
    }

    /// <exception cref="CorrectionException">Nobody is named, or a field makes no sense.</exception>
    public static PlanTask Task(string id, string quote, Span span, string? section, IReadOnlyDictionary<string, string?> values)
    {
        var task = CorrectionFields.Filled(
            CorrectionFields.OfTask,
            new PlanTask { Id = id, Text = OneLine(quote), Section = section, Source = "inline", Confidence = 1, Span = span },
            values);
        return task.Lead.Count + task.Support.Count > 0
            ? task
            : throw new CorrectionException(CorrectionProblem.BadValue, "A task needs who leads or supports it: lead=… or support=….");
    }

    /// <summary>Whether a later extraction has found what was added.</summary>
    public static bool IsSame(object added, object found) => (added, found) switch
    {
        (Target a, Target b) => a.Value == b.Value && Meet(a.Span, b.Span) && WordOverlap.Of(a.Indicator, b.Indicator) >= 0.5,
        (PlanTask a, PlanTask b) => Meet(a.Span, b.Span) && WordOverlap.Of(a.Text, b.Text) >= 0.6,
        _ => false,
    };

    private static bool Meet(Span a, Span b) => a.Start < b.End && b.Start < a.End;

    private static string OneLine(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).Replace("*", "").Trim();
}
