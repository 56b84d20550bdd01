using System.Text;
using Plans.Ingest.Building;

namespace Plans.Ingest.Layout.Pages;

/// <summary>A text that grows line by line and keeps where its words stand.</summary>
internal sealed class RunningText
{
    private readonly StringBuilder _text = new();
    private readonly List<PlacedWord> _words = [];

    public string Text => _text.ToString();

    /// <summary>As they are now; a document has very many, so that no room is kept for more.</summary>
    public IReadOnlyList<PlacedWord> Words => _words.ToArray();

    public void Append(TextLine line, string glue)
    {
        _text.Append(_text.Length > 0 ? glue : "");
        foreach (var word in line.Words)
        {
            _words.Add(word with { Start = word.Start + _text.Length });
        }

        _text.Append(line.Text);
    }
}
