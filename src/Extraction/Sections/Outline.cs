using Plans.Extraction.Head;
using Plans.Extraction.Reading;

namespace Plans.Extraction.Sections;

/// <summary>The document cut into its parts: head, preamble, sections, closing and appendices.</summary>
internal sealed record Outline
{
    /// <summary>Lines before the preamble: agency, motto, number, date, type, title.</summary>
    public required IReadOnlyList<Line> Head { get; init; }

    /// <summary>The legal bases, up to the first section.</summary>
    public required IReadOnlyList<Line> Preamble { get; init; }

    /// <summary>The sections and appendices on the outermost level.</summary>
    public required IReadOnlyList<SectionNode> Roots { get; init; }

    /// <summary>Paragraphs that close the plan ("Trên đây là Kế hoạch …"), before the signature.</summary>
    public required IReadOnlyList<Line> Closing { get; init; }

    /// <summary>Recipients and signature.</summary>
    public required IReadOnlyList<Line> Signature { get; init; }

    /// <summary>Every section in document order.</summary>
    public IEnumerable<SectionNode> All() => Roots.SelectMany(WithDescendants);

    private static IEnumerable<SectionNode> WithDescendants(SectionNode node) => node.Children.SelectMany(WithDescendants).Prepend(node);

    public static Outline Of(IReadOnlyList<FlowItem> flow)
    {
        var parts = DocumentParts.Of(flow);
        var builder = new OutlineBuilder();
        foreach (var body in parts.Bodies)
        {
            builder.StartBody();
            foreach (var item in body)
            {
                builder.Add(item);
            }
        }

        var (roots, closing) = builder.Finish();
        AppendixBuilder.AddTo(roots, parts.Appendices);
        Headings.Resolve(roots);
        return new Outline { Head = parts.Head, Preamble = parts.Preamble, Roots = roots, Closing = closing, Signature = parts.Signature };
    }
}
