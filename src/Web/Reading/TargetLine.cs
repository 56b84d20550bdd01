using Plans.Extraction;

namespace Plans.Web.Reading;

/// <summary>A target in the table: parts stand under the target of which they are parts.</summary>
/// <param name="Depth">0 for a target that is no part.</param>
public sealed record TargetLine(Target Target, int Depth)
{
    public static IReadOnlyList<TargetLine> Tree(IReadOnlyList<Target> targets)
    {
        var ids = targets.Select(target => target.Id).ToHashSet();
        var parts = targets.Where(IsPart).ToLookup(target => target.Parent!);
        var lines = new List<TargetLine>();
        var seen = new HashSet<Target>(ReferenceEqualityComparer.Instance);
        foreach (var target in targets.Where(target => !IsPart(target)))
        {
            Add(target, 0);
        }

        // Parts that name each other as their whole hang on no root; they are facts all the same.
        foreach (var target in targets)
        {
            Add(target, 0);
        }

        return lines;

        bool IsPart(Target target) => target.Parent is { } parent && parent != target.Id && ids.Contains(parent);

        void Add(Target target, int depth)
        {
            if (!seen.Add(target))
            {
                return;
            }

            lines.Add(new TargetLine(target, depth));
            foreach (var part in parts[target.Id])
            {
                Add(part, depth + 1);
            }
        }
    }
}
