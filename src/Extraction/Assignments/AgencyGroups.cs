using Plans.Extraction.Language;
using Plans.Extraction.Reading;
using Plans.Extraction.Sections;

namespace Plans.Extraction.Assignments;

/// <summary>Tasks under a line of a section that names their agency and has no number: "Sở Công Thương:" above its bullets.</summary>
/// <param name="Agencies">Empty for what stands before the first such line.</param>
internal sealed record AgencyGroup(IReadOnlyList<string> Agencies, IReadOnlyList<Unit> Units);

internal static class AgencyGroups
{
    /// <summary>The groups of a section in order; empty where no line heads one.</summary>
    public static IReadOnlyList<AgencyGroup> Of(SectionNode node)
    {
        var groups = new List<AgencyGroup>();
        var agencies = (IReadOnlyList<string>)[];
        var marker = '\0';
        var units = new List<Unit>();
        for (var i = 0; i < node.Units.Count; i++)
        {
            var unit = node.Units[i];
            var heads = Heads(node.Units, i);
            var isOther = agencies.Count > 0 && unit.Marker == marker;
            if (heads.Count > 0 || isOther)
            {
                groups.Add(new AgencyGroup(agencies, units));
                (agencies, marker, units) = (heads, heads.Count > 0 && !node.Units[i + 1].IsBullet ? OfPlainLines : unit.Marker, heads.Count > 0 ? [] : [unit]);
            }
            else
            {
                units.Add(unit);
            }
        }

        groups.Add(new AgencyGroup(agencies, units));
        return groups.Exists(g => g.Agencies.Count > 0) ? groups : [];
    }

    /// <summary>Below a line that heads paragraphs without marks, only another such line ends the group.</summary>
    private const char OfPlainLines = '\u0001';

    private const int LongestPlainHead = 160;

    /// <summary>The agencies of a line that names nothing else and has below it units of another kind, or a paragraph that says what to do.</summary>
    private static IReadOnlyList<string> Heads(List<Unit> units, int at)
    {
        var (unit, line) = (units[at], units[at].Body);
        var below = at + 1 < units.Count ? units[at + 1] : null;
        var headsPlain = below is { IsBullet: false } && !unit.IsBullet && line.Text.Length <= LongestPlainHead && char.IsUpper(line.Text[0]) && IsNameOnly(line) && !IsNameOnly(below.Body);
        if (below is null || !(headsPlain || (below.IsBullet && below.Marker != unit.Marker)))
        {
            return [];
        }

        var name = line.Slice(0, line.Text.TrimEnd(' ', ':').Length);
        if (name.Text.Length == 0 || !AgencyGrammar.BeginsAt(name.Text, name.Canon, AgencySections.RequestLength(name.Canon)))
        {
            return [];
        }

        var (leading, end) = AgencyGrammar.Leading(name.Text, name.Canon, AgencySections.RequestLength(name.Canon), name.Text.Length);
        var isOne = name.Text.Length < line.Text.TrimEnd().Length || leading.All(a => TaskReader.IsNamed(a.Name));
        return leading.Count > 0 && isOne && end >= name.Text.Length ? AgencySections.Agencies(name) : [];
    }

    /// <summary>"Sở Tài chính", "UBND các huyện, thành phố:" and no word more.</summary>
    private static bool IsNameOnly(Line line)
    {
        var end = line.Text.TrimEnd(' ', ':').Length;
        var from = AgencySections.RequestLength(line.Canon);
        return end > from && line.Text[end - 1] is not ('.' or ';' or ',') && AgencyGrammar.BeginsAt(line.Text, line.Canon, from) && AgencyGrammar.Leading(line.Text, line.Canon, from, end).End >= end;
    }
}
