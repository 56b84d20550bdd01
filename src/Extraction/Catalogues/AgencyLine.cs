namespace Plans.Extraction.Catalogues;

/// <summary>A body in the line of another.</summary>
/// <param name="Name">The name that it bears or bore.</param>
/// <param name="From">ISO 8601; null where not known.</param>
/// <param name="Until">Null where it stands.</param>
/// <param name="Share">What passed between the two where it was not all or most: "báo chí, xuất bản"; else null.</param>
/// <param name="Instrument">By what it passed; null for the body itself.</param>
public sealed record AgencyOfLine(string Id, string Name, string? From, string? Until, string? Share, string? Instrument);

/// <summary>What a body was before, and who has its duties after it (agency-successions.tsv).</summary>
public static class AgencyLine
{
    /// <summary>
    /// The body itself, all that went into it and all that followed it, each under its name; what went into its successors from elsewhere is
    /// not of its line. With those that took over or gave only a part of the duties, each with that part.
    /// </summary>
    /// <param name="id">As in <see cref="Agency.Id"/>.</param>
    public static IReadOnlyList<AgencyOfLine> Of(string id)
    {
        var self = Agencies.Of(id);
        var line = new List<AgencyOfLine> { new(self.Id, self.Name, self.ValidFrom, self.ValidUntil, null, null) };
        Follow(line, id, s => s.To, s => s.From);
        Follow(line, id, s => s.From, s => s.To);
        return [.. line.OrderBy(a => a.Share is not null).ThenBy(a => a.Until ?? "9999", StringComparer.Ordinal)];
    }

    private static void Follow(List<AgencyOfLine> line, string id, Func<AgencySuccession, string> here, Func<AgencySuccession, string> there)
    {
        foreach (var step in Agencies.Successions.Where(s => here(s) == id && line.TrueForAll(a => a.Id != there(s))))
        {
            var isWhole = step.Share is "whole" or "main";
            var next = Agencies.Of(there(step));
            line.Add(new AgencyOfLine(next.Id, next.Name, next.ValidFrom, next.ValidUntil, isWhole ? null : step.Share, step.Instrument));
            if (isWhole)
            {
                Follow(line, next.Id, here, there);
            }
        }
    }
}
