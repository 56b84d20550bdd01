using Plans.Extraction.Reading;

namespace Plans.Extraction.Sections;

/// <summary>
/// Builds the tree of sections from the numbers at the starts of lines. A number opens a section only where it continues a series or
/// begins one: a paragraph that happens to begin with "2024." or a wrapped "12." does not.
/// </summary>
internal sealed class OutlineBuilder
{
    private const int LargestGap = 2;
    /// <summary>Before a mark that a converter to Markdown wrote down: "\- Mở lớp".</summary>
    private const char Escape = '\\';
    private const string Bullets = "-–—+*•●○▪■►✓·";

    private static readonly string[] ClosingStarts =
        ["trên đây là", "yêu cầu các", "đề nghị các", "căn cứ kế hoạch này", "căn cứ nội dung kế hoạch", "nghị quyết này", "chỉ thị này", "ubnd tỉnh yêu cầu", "ủy ban nhân dân tỉnh yêu cầu", "trong quá trình"];

    private readonly List<SectionNode> _roots = [];
    private readonly List<Line> _closing = [];
    private readonly SectionNode? _root;
    private SectionNode? _current;

    /// <param name="root">The appendix in which the sections stand; null for the body.</param>
    public OutlineBuilder(SectionNode? root = null) => _current = _root = root;

    /// <summary>What follows is another body: its sections stand beside those before, not under them.</summary>
    public void StartBody() => _current = _root;

    public void Add(FlowItem item)
    {
        switch (item)
        {
            case TableItem { Table: var table }:
                if (_current is not null)
                {
                    _current.Tables.Add(table);
                    Extend(table.Range.End);
                }

                break;
            case LineItem { Line: var line }:
                AddLine(line);
                break;
        }
    }

    public (List<SectionNode> Roots, IReadOnlyList<Line> Closing) Finish()
    {
        MoveClosing();
        return (_roots, _closing);
    }

    private void AddLine(Line line)
    {
        var number = Numbering.Of(line);
        if (number is not null && Place(number) is { } place)
        {
            Open(line, number, place.Parent);
        }
        else if (_current is not null && !line.IsBlank)
        {
            _current.Units.Add(ToUnit(line));
            Extend(line.End);
        }
    }

    public static Unit ToUnit(Line line)
    {
        line = line.Text.Length > 2 && line.Text[0] == Escape && Bullets.Contains(line.Text[1]) ? line.Slice(1, line.Text.Length) : line;
        var marker = line.Text[0];
        if (!Bullets.Contains(marker) || line.Text.Length < 2)
        {
            return new Unit(line, '\0');
        }

        var from = 1;
        while (from < line.Text.Length && (char.IsWhiteSpace(line.Text[from]) || Bullets.Contains(line.Text[from])))
        {
            from++;
        }

        return new Unit(line.Slice(from, line.Text.Length), marker is '–' or '—' ? '-' : marker);
    }

    private sealed record Placement(SectionNode? Parent);

    /// <summary>The parent of a new section with this number; null where the number does not fit the outline.</summary>
    private Placement? Place(LineNumber number)
    {
        for (var node = _current; node is not null && node != _root; node = node.Parent)
        {
            if (node.Style == number.Style && SameSeries(node, number))
            {
                return number.Ordinal > node.Ordinal && number.Ordinal - node.Ordinal <= LargestGap ? new Placement(node.Parent) : null;
            }
        }

        var isFirst = _root is null && _roots.Count == 0;
        return isFirst || number.Ordinal <= (number.Depth > 1 || number.Style == NumberStyle.Letter ? 2 : 1) ? new Placement(ParentFor(number)) : null;
    }

    /// <summary>"1.2" continues "1.1" but not "2.1"; "3" continues "2".</summary>
    private static bool SameSeries(SectionNode node, LineNumber number) =>
        node.Depth == number.Depth && (number.Depth == 1 || Prefix(node.Label) == Prefix(number.Label));

    private static string Prefix(string label) => label[..Math.Max(0, label.LastIndexOf('.'))];

    /// <summary>"A. Về kinh tế" under "II. NHIỆM VỤ" of a document whose main numbers are Roman; null where letters stand above them.</summary>
    private SectionNode? OpenChapter()
    {
        var open = _current;
        while (open is not null && open.Style != NumberStyle.Roman)
        {
            open = open.Parent;
        }

        return open is not null && open != _root && open.Ancestors().All(a => a.Style != NumberStyle.Capital) && _roots.TrueForAll(r => r.Style != NumberStyle.Capital) ? open : null;
    }

    /// <summary>The deepest open section that may hold a new series with this number.</summary>
    private SectionNode? ParentFor(LineNumber number)
    {
        var chapter = number.Style == NumberStyle.Capital ? OpenChapter() : null;
        if (chapter is not null)
        {
            return chapter;
        }

        for (var node = _current; node is not null; node = node.Parent)
        {
            if (node == _root)
            {
                return node;
            }

            var holds = number.Style switch
            {
                NumberStyle.Arabic when number.Depth > 1 => node.Style == NumberStyle.Arabic
                    ? node.Label == Prefix(number.Label)
                    : Rank(node) < Rank(number),
                _ => Rank(node) < Rank(number),
            };
            if (holds)
            {
                return node;
            }
        }

        return _root;
    }

    private static int Rank(SectionNode node) => ((int)node.Style * 10) + node.Depth;

    private static int Rank(LineNumber number) => ((int)number.Style * 10) + number.Depth;

    private void Open(Line line, LineNumber number, SectionNode? parent)
    {
        var holder = parent;
        while (number.Style == NumberStyle.Arabic && number.Depth > 1 && holder?.Style == NumberStyle.Arabic)
        {
            holder = holder.Parent;
        }

        var path = holder is null ? number.Label : holder.Path + "." + number.Label;
        var node = new SectionNode(path, number.Label, number.Style, number.Depth, parent)
        {
            Ordinal = number.Ordinal,
            Start = line.Start,
            Page = line.Page,
            End = line.End,
            Heading = line.Slice(Math.Min(number.TextStart, line.Text.Length), line.Text.Length),
            Opening = line.Slice(Math.Min(number.TextStart, line.Text.Length), line.Text.Length),
        };
        if (parent is null)
        {
            _roots.Add(node);
        }
        else
        {
            parent.Children.Add(node);
        }

        _current = node;
        Extend(line.End);
    }

    private void Extend(int end)
    {
        for (var node = _current; node is not null; node = node.Parent)
        {
            node.End = Math.Max(node.End, end);
        }
    }

    /// <summary>The last paragraphs, which speak of the whole plan, are not the last agency's.</summary>
    private void MoveClosing()
    {
        if (_current is null || _root is not null)
        {
            return;
        }

        var last = _current;
        var at = last.Units.FindLastIndex(u => !u.IsBullet && IsClosing(u.Body));
        if (at < 0)
        {
            return;
        }

        _closing.AddRange(last.Units.Skip(at).Select(u => u.Body));
        last.Units.RemoveRange(at, last.Units.Count - at);
        var end = last.Units.Count > 0 ? last.Units[^1].Body.End : last.Heading?.End ?? last.End;
        for (var node = last; node is not null && last.Tables.Count == 0; node = node.Parent)
        {
            node.End = end;
        }
    }

    private static bool IsClosing(Line line) => ClosingStarts.Any(s => line.Canon.StartsWith(s, StringComparison.Ordinal))
        || (line.Canon.Contains("./.", StringComparison.Ordinal) && line.Canon.Contains("yêu cầu", StringComparison.Ordinal));
}
