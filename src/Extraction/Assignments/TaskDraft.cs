using Plans.Extraction.Reading;
using Plans.Extraction.Sections;

namespace Plans.Extraction.Assignments;

/// <summary>A task before it is numbered: its words, where it stands and who does it.</summary>
internal sealed record TaskDraft(Line Body, SectionNode Section, string Source, Roles Roles)
{
    /// <summary>What a label or a column says about the time; null where the task's own words are to be searched.</summary>
    public string? Deadline { get; init; }

    /// <summary>Whether the words after the agencies' names begin an action; a paragraph that merely begins with a body's name does not.</summary>
    public bool StartsWithAction { get; init; } = true;
}
