namespace Plans.Store.Writing;

/// <summary>One thing that the full text finds; a row of <c>passages</c>.</summary>
/// <param name="Kind">plan, section, target or task.</param>
/// <param name="Ordinal">Of the thing among its kind in the plan, from 0.</param>
/// <param name="Section">Path of the section that it is or stands in.</param>
/// <param name="Agencies">Keys, see <see cref="AgencyKeys"/>.</param>
/// <param name="Review">The word of a <see cref="Corrections.ReviewState"/>.</param>
internal sealed record Passage(
    string Kind,
    int Ordinal,
    string? Section,
    string? ItemId,
    string Heading,
    string Body,
    int? YearFrom,
    int? YearTo,
    string Agencies,
    int SpanStart,
    int SpanEnd,
    int Page,
    string Review);
