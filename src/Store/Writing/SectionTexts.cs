using Plans.Extraction;
using Plans.Ingest;

namespace Plans.Store.Writing;

/// <summary>
/// Gives every part of a document's text to one place: the innermost section that holds it, or the plan itself. So a word is found
/// once, and where it stands.
/// </summary>
internal static class SectionTexts
{
    /// <summary>A section's text without its subsections.</summary>
    public static string Own(string text, IReadOnlyList<Section> sections, int index)
    {
        var span = Clip(sections[index].Span, text.Length);
        var inside = sections.Where((other, i) =>
            i != index && other.Span.Start >= span.Start && other.Span.End <= span.End
            && (other.Span.End - other.Span.Start < span.Length || i > index));
        return Without(text, span, inside);
    }

    /// <summary>What stands in no section: the head, the preamble, the signature.</summary>
    public static string Outside(string text, IReadOnlyList<Section> sections) => Without(text, new TextRange(0, text.Length), sections);

    /// <summary>Whether the section's text is the document's in its span, letter for letter.</summary>
    public static bool Stands(string text, Section section) =>
        section.Span.Start >= 0 && section.Span.Start <= section.Span.End && section.Span.End <= text.Length
        && text.AsSpan()[section.Span.Start..section.Span.End].SequenceEqual(section.Text);

    private static string Without(string text, TextRange range, IEnumerable<Section> holes)
    {
        var parts = new List<string>();
        var position = range.Start;
        foreach (var hole in holes.Select(section => Clip(section.Span, text.Length)).OrderBy(hole => hole.Start))
        {
            if (hole.Start > position)
            {
                parts.Add(text[position..hole.Start]);
            }

            position = Math.Max(position, hole.End);
        }

        if (range.End > position)
        {
            parts.Add(text[position..range.End]);
        }

        return string.Join('\n', parts.Select(part => part.Trim()).Where(part => part.Length > 0));
    }

    private static TextRange Clip(Span span, int length) =>
        new(Math.Clamp(span.Start, 0, length), Math.Clamp(span.End, Math.Clamp(span.Start, 0, length), length));
}
