using System.Text;

namespace Plans.Ingest.Formats.Docx;

/// <summary>The visible text of one paragraph as it is gathered, and how its letters look.</summary>
internal sealed class InlineText
{
    private readonly StringBuilder _text = new();
    private readonly Dictionary<double, int> _sizes = [];
    private int _letters;
    private int _bold;
    private int _italic;

    /// <summary>With line breaks and tabs, not yet clean.</summary>
    public string Text => _text.ToString();

    /// <summary>The page of the first visible letter.</summary>
    public int? Page { get; private set; }

    /// <summary>Contents of the text boxes anchored here.</summary>
    public List<DocumentFormat.OpenXml.Wordprocessing.TextBoxContent> TextBoxes { get; } = [];

    public bool Bold => _letters > 0 && _bold == _letters;

    public bool Italic => _letters > 0 && _italic == _letters;

    /// <summary>Of most letters, in points.</summary>
    public double? FontSize => _sizes.Count == 0 ? null : _sizes.MaxBy(size => size.Value).Key;

    public void Append(string text, StyleFacts look, int page)
    {
        _text.Append(text);
        var letters = text.Count(char.IsLetterOrDigit);
        if (letters == 0)
        {
            return;
        }

        Page ??= page;
        _letters += letters;
        _bold += look.Bold == true ? letters : 0;
        _italic += look.Italic == true ? letters : 0;
        if (look.FontSize is { } size)
        {
            _sizes[size] = _sizes.GetValueOrDefault(size) + letters;
        }
    }
}
