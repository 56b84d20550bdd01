using System.Text;

namespace Plans.Ingest.Formats.Text;

/// <summary>
/// Takes the asterisks of Markdown's emphasis out of lines. An asterisk is emphasis only where a partner closes it;
/// others, as in "(*) Ghi chú" or "* Mục tiêu", stay.
/// </summary>
internal static class Emphasis
{
    private readonly record struct Run(int Line, int Start, int Length, bool Opens, bool Closes);

    /// <returns>For each line its text without marks and whether all of its letters and digits are bold or italic.</returns>
    public static IReadOnlyList<(string Text, bool Bold, bool Italic)> Of(IReadOnlyList<string> lines)
    {
        if (!lines.Any(line => line.Contains('*')))
        {
            return lines.Select(line => (line, false, false)).ToList();
        }

        var marks = Pair(lines);
        var result = new List<(string, bool, bool)>(lines.Count);
        int bold = 0, italic = 0;
        for (var n = 0; n < lines.Count; n++)
        {
            var text = new StringBuilder();
            bool anyPlain = false, anyWord = false, allItalic = true;
            for (var i = 0; i < lines[n].Length; i++)
            {
                if (marks.TryGetValue((n, i), out var mark))
                {
                    bold += mark.Bold;
                    italic += mark.Italic;
                    continue;
                }

                var c = lines[n][i];
                if (c == '\\' && i + 1 < lines[n].Length && lines[n][i + 1] == '*')
                {
                    continue;
                }

                text.Append(c);
                if (char.IsLetterOrDigit(c))
                {
                    anyWord = true;
                    anyPlain |= bold == 0;
                    allItalic &= italic > 0;
                }
            }

            result.Add((text.ToString().TrimEnd(' '), anyWord && !anyPlain, anyWord && allItalic));
        }

        return result;
    }

    /// <summary>What each asterisk that is a mark does to the depth of bold and italic.</summary>
    private static Dictionary<(int Line, int Index), (int Bold, int Italic)> Pair(IReadOnlyList<string> lines)
    {
        var marks = new Dictionary<(int, int), (int, int)>();
        var open = new List<(int Line, int Index)>();
        foreach (var run in lines.SelectMany(Runs))
        {
            var left = run.Length;
            var at = run.Start;
            while (run.Closes && left > 0 && open.Count > 0)
            {
                var width = Adjacent(open) && left >= 2 ? 2 : 1;
                for (var k = 0; k < width; k++)
                {
                    var opener = open[^1];
                    open.RemoveAt(open.Count - 1);
                    // Of the two asterisks of a bold mark only one counts.
                    var counts = k == 0 ? 1 : 0;
                    marks[opener] = width == 2 ? (counts, 0) : (0, 1);
                    marks[(run.Line, at + k)] = width == 2 ? (-counts, 0) : (0, -1);
                }

                at += width;
                left -= width;
            }

            for (; run.Opens && left > 0; left--)
            {
                open.Add((run.Line, at++));
            }
        }

        return marks;
    }

    private static bool Adjacent(List<(int Line, int Index)> open) =>
        open.Count >= 2 && open[^1].Line == open[^2].Line && open[^1].Index == open[^2].Index + 1;

    private static IEnumerable<Run> Runs(string line, int number)
    {
        for (var i = 0; i < line.Length; i++)
        {
            if (line[i] != '*' || (i > 0 && line[i - 1] == '\\'))
            {
                continue;
            }

            var start = i;
            while (i + 1 < line.Length && line[i + 1] == '*')
            {
                i++;
            }

            var length = i - start + 1;
            var before = start > 0 ? line[start - 1] : ' ';
            var after = i + 1 < line.Length ? line[i + 1] : ' ';
            // Bold may begin or end inside a word (converters do that), a single asterisk may not: "5*6" is a product.
            var inWord = length >= 2;
            var opens = !char.IsWhiteSpace(after) && after != ')' && (inWord || !char.IsLetterOrDigit(before));
            var closes = !char.IsWhiteSpace(before) && before != '(' && (inWord || !char.IsLetterOrDigit(after));
            yield return new Run(number, start, length, opens, closes);
        }
    }
}
