using System.Text.RegularExpressions;
using Plans.Ingest.Building;

namespace Plans.Ingest.Layout;

/// <summary>
/// The end of a document typed in two columns: the addressees on the left, who signed on the right. It becomes a table without lines,
/// one cell a column, as it is one in a DOCX.
/// </summary>
internal static partial class SignatureBlock
{
    private const int MostLines = 40;
    private const int RightColumn = 24;
    private static readonly LineJoiner Joiner = new(WrapWidth.Of([]));

    public static RawTable? At(IReadOnlyList<SourceLine> lines, int start, out int end)
    {
        end = start;
        if (TwoColumns.Of(lines[start]) is not var (heading, _) || !Recipients().IsMatch(heading))
        {
            return null;
        }

        var left = new List<SourceLine>();
        var right = new List<string>();
        for (; end < lines.Count && end < start + MostLines; end++)
        {
            var line = lines[end];
            if (line.AfterBlank && right.Exists(IsName))
            {
                break;
            }

            if (TwoColumns.Of(line) is var (one, other))
            {
                left.Add(Left(line, one));
                right.Add(other);
            }
            else if (TwoColumns.Indent(line) >= RightColumn)
            {
                right.Add(line.Text);
            }
            else if (!line.AfterBlank || LineKinds.StartsBullet(line.Text))
            {
                left.Add(line);
            }
            else
            {
                break;
            }
        }

        var recipients = Joiner.Join(left).Select(paragraph => paragraph.Text).ToList();
        return new RawTable([new RawRow(lines[start].Page, [new RawCell(0, recipients), new RawCell(1, right)])], Ruled: false);
    }

    /// <summary>Offices are written in capitals, a note such as "(Đã ký)" in brackets: what remains is who signed.</summary>
    private static bool IsName(string text) => !LineKinds.IsUpperCase(text) && !LineKinds.IsBracketed(text) && text.Contains(' ');

    private static SourceLine Left(SourceLine line, string text) => new(line.Page, AfterBlank: false) { Raw = text };

    [GeneratedRegex(@"^nơi\s+(?:nhận|gửi)", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Recipients();
}
