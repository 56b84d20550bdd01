using Plans.Ingest.Building;

namespace Plans.Ingest.Layout.Pages;

/// <summary>Makes paragraphs of lines in reading order; they may run over pages.</summary>
internal sealed class ParagraphJoiner
{
    private readonly ParagraphBreaks _breaks;
    private readonly List<ColumnLine> _open = [];
    private RunningText _text = new();

    public ParagraphJoiner(LineSpacing spacing) => _breaks = new ParagraphBreaks(spacing);

    public bool IsOpen => _open.Count > 0;

    /// <summary>Takes the next line.</summary>
    /// <returns>The paragraph that this line shows to be complete, or null.</returns>
    public RawParagraph? Next(ColumnLine line)
    {
        var glue = _open.Count == 0 ? null : _breaks.Glue(_text.Text, _open, line);
        var complete = glue is null ? End() : null;
        _text.Append(line.Line, glue ?? "");
        _open.Add(line);
        return complete;
    }

    public RawParagraph? End()
    {
        if (_open.Count == 0)
        {
            return null;
        }

        var paragraph = new RawParagraph(_text.Text, _open[0].Line.Page, Style()) { Words = _text.Words };
        _open.Clear();
        _text = new RunningText();
        return paragraph;
    }

    /// <summary>All paragraphs of lines that stand in one column.</summary>
    public IEnumerable<RawParagraph> All(IEnumerable<ColumnLine> lines)
    {
        foreach (var line in lines)
        {
            if (Next(line) is { } paragraph)
            {
                yield return paragraph;
            }
        }

        if (End() is { } last)
        {
            yield return last;
        }
    }

    private ParagraphStyle Style() => new()
    {
        Indent = Math.Round(_open[0].Indent, 1),
        Alignment = _open.TrueForAll(line => line.IsCentred) ? Alignment.Centre : Alignment.Unknown,
    };
}
