using System.Text.RegularExpressions;
using Plans.Ingest.Building;
using Plans.Ingest.Encodings;

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
    private const string Gap = "    ";

    public static RawTable? At(IReadOnlyList<SourceLine> lines, int start, out int end)
    {
        end = start;
        if (start >= FarDown || Columns(lines[start]) is not { Right: var state } || !StateName().IsMatch(state))
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
        if (Columns(line) is var (one, other) && IsRightPart(other))
        {
            left.Add(one);
            right.Add(other);
            return true;
        }

        if (IsRightPart(line.Text) && line.Raw.Length - line.Raw.TrimStart().Length >= Indented)
        {
            right.Add(line.Text);
            return true;
        }

        // The left column alone, if the other one goes on below.
        if (lines.Skip(at + 1).Take(2).Any(below => Columns(below) is var (_, next) && IsRightPart(next)))
        {
            left.Add(line.Text);
            return true;
        }

        return false;
    }

    /// <summary>What stands before and after the first tab or run of blanks inside the line.</summary>
    private static (string Left, string Right)? Columns(SourceLine line)
    {
        var raw = line.Raw.Trim();
        var tab = raw.IndexOf('\t');
        var blanks = raw.IndexOf(Gap, StringComparison.Ordinal);
        var cut = (tab, blanks) switch
        {
            ( < 0, _) => blanks,
            (_, < 0) => tab,
            _ => Math.Min(tab, blanks),
        };
        return cut < 0 ? null : (CleanText.Squeeze(raw[..cut]), CleanText.Squeeze(raw[cut..]));
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
