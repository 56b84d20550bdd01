using System.Text.RegularExpressions;
using Plans.Ingest.Layout;

namespace Plans.Ingest.Formats.Text;

/// <summary>Cuts clean text into lines, counts pages, and takes Markdown and stray HTML marks off.</summary>
internal static partial class SourceLines
{
    /// <returns>The lines that are not blank, and how many pages form feeds make.</returns>
    public static (IReadOnlyList<SourceLine> Lines, int Pages) Of(string clean, bool isMarkdown)
    {
        var lines = new List<SourceLine>();
        var page = 1;
        var afterBlank = false;
        var paragraph = new List<(string Raw, int Page)>();
        foreach (var line in clean.Split('\n'))
        {
            var feeds = line.Count(c => c == '\f');
            // A form feed stands before the page's first line, or alone on a line.
            page += feeds;
            var raw = feeds > 0 ? line.Replace("\f", "") : line;
            raw = isMarkdown ? MarkdownMarks.Drop(raw) : raw;
            if (string.IsNullOrWhiteSpace(raw))
            {
                Flush();
                afterBlank = true;
            }
            else
            {
                paragraph.Add((raw.TrimEnd(' '), page));
            }
        }

        Flush();
        return (lines, page);

        void Flush()
        {
            if (paragraph.Count > 0)
            {
                lines.AddRange(Marked(paragraph, afterBlank));
                paragraph.Clear();
                afterBlank = false;
            }
        }
    }

    /// <summary>Emphasis may span the lines of one paragraph, never more.</summary>
    private static IEnumerable<SourceLine> Marked(List<(string Raw, int Page)> paragraph, bool afterBlank)
    {
        var emphasised = Emphasis.Of(paragraph.Select(line => line.Raw).ToList());
        for (var i = 0; i < paragraph.Count; i++)
        {
            var (raw, bold, italic) = emphasised[i];
            int? level = null;
            if (AtxHeading().Match(raw) is { Success: true } heading)
            {
                level = heading.Groups["marks"].Length;
                raw = heading.Groups["text"].Value;
            }

            yield return new SourceLine(paragraph[i].Page, afterBlank && i == 0, bold, italic, level) { Raw = raw };
        }
    }

    [GeneratedRegex(@"^ {0,3}(?<marks>#{1,6})\s+(?<text>.*?)\s*#*$", RegexOptions.NonBacktracking)]
    private static partial Regex AtxHeading();
}
