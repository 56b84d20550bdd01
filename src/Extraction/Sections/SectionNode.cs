using Plans.Extraction.Reading;
using Plans.Ingest;

namespace Plans.Extraction.Sections;

/// <summary>A piece of a section's own text: a paragraph, or a bullet with its depth.</summary>
/// <param name="Marker">'\0' for a plain paragraph, else '-', '+', '*' ….</param>
/// <param name="Body">The words after the marker.</param>
internal sealed record Unit(Line Body, char Marker)
{
    public bool IsBullet => Marker != '\0';
}

/// <summary>A section while the outline is built: its number, heading and own content; children hold theirs.</summary>
internal sealed class SectionNode(string path, string label, NumberStyle style, int depth, SectionNode? parent)
{
    public string Path { get; } = path;

    public string Label { get; } = label;

    public NumberStyle Style { get; } = style;

    public int Depth { get; } = depth;

    public SectionNode? Parent { get; } = parent;

    public int Ordinal { get; init; }

    public required int Start { get; init; }

    public required int Page { get; init; }

    public int End { get; set; }

    /// <summary>The heading as a piece of the text; null where the number opens a plain paragraph.</summary>
    public Line? Heading { get; set; }

    /// <summary>The whole first paragraph after the number: the heading with what is run in after it.</summary>
    public Line? Opening { get; init; }

    public SectionKind Kind { get; set; } = SectionKind.Other;

    /// <summary>Own paragraphs and bullets, without those of subsections.</summary>
    public List<Unit> Units { get; } = [];

    public List<Table> Tables { get; } = [];

    /// <summary>Of an appendix: the lines that say to what it belongs.</summary>
    public List<Line> Notes { get; } = [];

    public List<SectionNode> Children { get; } = [];

    public SectionNode Root => Parent is null ? this : Parent.Root;

    public bool IsAppendix => Root.Kind == SectionKind.Appendix;

    public IEnumerable<SectionNode> Ancestors()
    {
        for (var node = Parent; node is not null; node = node.Parent)
        {
            yield return node;
        }
    }
}
