using System.Text.RegularExpressions;
using Plans.Ingest.Building;

namespace Plans.Ingest.Layout;

/// <summary>
/// A letterhead typed in two columns with blanks or tabs between: the agency and the number on the left, the name of the state,
/// its motto, place and date on the right. It becomes a table without lines, one cell a column, as it is one in a DOCX.
/// </summary>
internal static partial class Letterhead
{
    private const int FarDown = 20;
    private const int MostLines = 10;
    private const int Indented = 8;

    public static RawTable? At(IReadOnlyList<SourceLine> lines, int start, out int end)
    {
        end = start;
        if (start >= FarDown || !TwoColumns.Splits(lines[start]).Any(split => StateName().IsMatch(split.Right)))
        {
            return null;
        }

        var left = new List<string>();
        var right = new List<string>();
        for (; end < lines.Count && end < start + MostLines && TryAdd(lines, end, left, right); end++)
        {
        }

        return new RawTable([new RawRow(lines[start].Page, [new RawCell(0, left), new RawCell(1, right)])], Ruled: false);
    }

    private static bool TryAdd(IReadOnlyList<SourceLine> lines, int at, List<string> left, List<string> right)
    {
        var line = lines[at];
        foreach (var (one, other) in TwoColumns.Splits(line).Where(split => IsRightPart(split.Right)))
        {
            left.Add(one);
            right.Add(other);
            return true;
        }

        if (IsRightPart(line.Text) && TwoColumns.Indent(line) >= Indented)
        {
            right.Add(line.Text);
            return true;
        }

        // The left column alone, if the other one goes on below.
        if (lines.Skip(at + 1).Take(2).Any(below => TwoColumns.Splits(below).Any(split => IsRightPart(split.Right))))
        {
            left.Add(line.Text);
            return true;
        }

        return false;
    }

    private static bool IsRightPart(string text) =>
        StateName().IsMatch(text) || Motto().IsMatch(text) || PlaceAndDate().IsMatch(text) || LineKinds.IsRule(text);

    [GeneratedRegex(@"^cộng\s+ho[àa]\s*xã\s+hội|^cộng\s+hòa\s+xã\s+hội", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex StateName();

    [GeneratedRegex(@"^độc\s+lập\s*[-–]\s*tự\s+do", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Motto();

    [GeneratedRegex(@"^[\p{L}\s.\-]{2,40},\s*ngày\s", RegexOptions.NonBacktracking)]
    private static partial Regex PlaceAndDate();
}
