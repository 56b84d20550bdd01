using System.Collections.Frozen;

namespace Plans.Extraction.Catalogues;

/// <summary>The kind of body that an agency is; for authorities, the level of government to which it belongs.</summary>
public enum AgencyLevel { Central, Province, District, Commune, Party, Front, Force, Judiciary, Enterprise, Other }

/// <summary>A body under one name, in a span of time (agencies.tsv). Dates are ISO 8601, null where not known.</summary>
/// <param name="ReportedFrom">The day from which naming the body as if it stood is a finding; null where it never is.</param>
/// <param name="ReportedBefore">The day until which it is one, for a body not yet made; null where it never is.</param>
/// <param name="Source">The instruments that say so.</param>
public sealed record AgencyEntry(
    string Id, string Name, AgencyLevel Level, string? ValidFrom, string? ValidUntil, string? ReportedFrom, string? ReportedBefore, string Source)
{
    public bool ExistsOn(string day) =>
        string.CompareOrdinal(ValidFrom ?? "", day) <= 0 && (ValidUntil is null || string.CompareOrdinal(day, ValidUntil) <= 0);
}

/// <summary>What became of an agency.</summary>
/// <param name="Share">"whole"; "main" for the body into which it was merged while parts went elsewhere; else the part.</param>
public sealed record AgencySuccession(string From, string To, string On, string Share, string Instrument);

/// <summary>The agencies that the catalogue knows, under every spelling.</summary>
internal static class Agencies
{
    public static readonly IReadOnlyList<AgencyEntry> All =
        [.. Catalogue.Rows("agencies.tsv").Select(r => new AgencyEntry(r[0], r[1], Enum.Parse<AgencyLevel>(r[2], true), Text(r[3]), Text(r[4]), Text(r[5]), Text(r[6]), r[7]))];

    public static readonly IReadOnlyList<AgencySuccession> Successions =
        [.. Catalogue.Rows("agency-successions.tsv").Select(r => new AgencySuccession(r[0], r[1], r[2], r[3], r[4]))];

    private static readonly FrozenDictionary<string, AgencyEntry> ById = All.ToFrozenDictionary(a => a.Id);

    /// <summary>Every spelling of every name, in <see cref="WordTree{T}"/>.</summary>
    public static readonly WordTree<AgencyEntry> Names = Tree();

    /// <summary>The body that has the agency's duties today, or most of them; null where it stands, or where nobody took over as a whole.</summary>
    public static AgencyEntry? Today(AgencyEntry agency)
    {
        var last = agency;
        while (Succession(last) is { } next && ById[next.To] is var to && to != last)
        {
            last = to;
        }

        return last == agency ? null : last;
    }

    /// <summary>Into what the agency was merged; null where it was not.</summary>
    public static AgencySuccession? Succession(AgencyEntry agency) => Successions.FirstOrDefault(s => s.From == agency.Id && s.Share is "whole" or "main" && s.From == agency.Id);

    public static AgencyEntry Of(string id) => ById[id];

    private static WordTree<AgencyEntry> Tree()
    {
        var aliases = Catalogue.Rows("agency-aliases.tsv").Select(r => (Words: WordTree.Words(r[0]), Also: WordTree.Words(r[1]))).ToList();
        var tree = new WordTree<AgencyEntry>();
        foreach (var agency in All)
        {
            foreach (var spelling in Spellings(WordTree.Words(agency.Name), aliases))
            {
                tree.Add(spelling, agency);
            }
        }

        return tree;
    }

    /// <summary>The words of a name with each of its parts written each way; two aliases may meet in one name ("UBMTTQ", "BCH BĐBP").</summary>
    private static List<string[]> Spellings(string[] name, List<(string[] Words, string[] Also)> aliases)
    {
        var spellings = new List<string[]> { name };
        for (var i = 0; i < spellings.Count && spellings.Count < 64; i++)
        {
            foreach (var (words, also) in aliases)
            {
                var at = spellings[i].AsSpan().IndexOf(words);
                if (at < 0 || spellings[i].SequenceEqual(also))
                {
                    continue;
                }

                string[] other = [.. spellings[i][..at], .. also, .. spellings[i][(at + words.Length)..]];
                if (other.Length <= name.Length + 1 && !spellings.Exists(s => s.SequenceEqual(other)))
                {
                    spellings.Add(other);
                }
            }
        }

        return spellings;
    }

    private static string? Text(string cell) => cell.Length > 0 ? cell : null;
}
