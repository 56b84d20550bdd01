using System.Text;

namespace Plans.Ingest.Layout;

internal sealed record JoinedParagraph(string Text, int Page, ParagraphStyle Style, BlockRole Role = BlockRole.Body);

/// <summary>The lines gathered so far for one paragraph.</summary>
internal sealed class OpenParagraph(SourceLine first, bool inRecipients)
{
    /// <summary>An open bracket or quotation mark further back is a slip of the pen, not a sign that more follows.</summary>
    private const int LongestTail = 300;

    private readonly List<SourceLine> _lines = [first];
    private readonly StringBuilder _text = new(first.Text);

    public SourceLine First => _lines[0];

    public SourceLine Last => _lines[^1];

    /// <summary>The end of its text.</summary>
    public string Tail => _text.Length <= LongestTail ? _text.ToString() : _text.ToString(_text.Length - LongestTail, LongestTail);

    /// <summary>Whether it stands in the list under "Nơi nhận", a narrow column.</summary>
    public bool InRecipients { get; } = inRecipients;

    public void Add(string glue, SourceLine line)
    {
        _text.Append(glue).Append(line.Text);
        _lines.Add(line);
    }

    public JoinedParagraph Close() => new(_text.ToString(), First.Page, new ParagraphStyle
    {
        Bold = _lines.TrueForAll(line => line.Bold),
        Italic = _lines.TrueForAll(line => line.Italic),
        HeadingLevel = First.HeadingLevel,
    });
}
