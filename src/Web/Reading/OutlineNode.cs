using Plans.Extraction;

namespace Plans.Web.Reading;

/// <summary>A section with those inside it.</summary>
public sealed record OutlineNode(Section Section, IReadOnlyList<OutlineNode> Inside)
{
    /// <summary>A section stands under the nearest one before it whose path begins its own.</summary>
    public static IReadOnlyList<OutlineNode> Tree(IReadOnlyList<Section> sections)
    {
        var next = 0;
        return Under(null);

        List<OutlineNode> Under(string? parent)
        {
            var nodes = new List<OutlineNode>();
            while (next < sections.Count && (parent is null || sections[next].Path.StartsWith(parent + ".", StringComparison.Ordinal)))
            {
                var section = sections[next++];
                nodes.Add(new OutlineNode(section, Under(section.Path)));
            }

            return nodes;
        }
    }
}
