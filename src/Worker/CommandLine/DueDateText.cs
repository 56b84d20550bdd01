using Plans.Extraction.Language;

namespace Plans.Worker.CommandLine;

/// <summary>What a deadline's words mean, for tables: "2025-12-05", "every year 12-05".</summary>
internal static class DueDateText
{
    public static string? Write(DueDate? due) => due switch
    {
        null => null,
        { Every: { } every, Day: var day } => $"every {every} {day}".TrimEnd(),
        _ => due.Date,
    };
}
