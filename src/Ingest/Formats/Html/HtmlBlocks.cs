using AngleSharp.Dom;
using Plans.Ingest.Building;
using Plans.Ingest.Encodings;

namespace Plans.Ingest.Formats.Html;

/// <summary>
/// Walks a page in document order and cuts it into paragraphs and tables at its block elements. It recurses as deep as the page is nested,
/// which the parser bounds.
/// </summary>
internal sealed class HtmlBlocks
{
    private static readonly HashSet<string> Blocks = new(StringComparer.Ordinal)
    {
        "address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details", "dir", "div", "dl", "dt", "fieldset", "figcaption", "figure",
        "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "html", "legend", "li", "main", "menu", "ol", "p", "pre", "section", "summary",
        "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul",
    };

    private static readonly HashSet<string> Skipped = new(StringComparer.Ordinal)
    {
        "area", "audio", "button", "canvas", "datalist", "embed", "head", "iframe", "img", "input", "link", "map", "meta", "nav", "noframes", "noscript",
        "object", "script", "select", "style", "svg", "template", "textarea", "title", "video",
    };

    private readonly HtmlTables _tables;
    private readonly HtmlFonts _fonts;
    private readonly CancellationToken _cancellationToken;
    private List<RawBlock> _blocks = [];
    private readonly LegacyText _legacy = new();
    private InlineText _text;
    private HtmlLook _look;
    private string? _number;

    public HtmlBlocks(ReadLimits limits, string fileName, HtmlRules rules, HtmlFonts fonts, CancellationToken cancellationToken)
    {
        _tables = new HtmlTables(limits, fileName, rules);
        _fonts = fonts;
        _cancellationToken = cancellationToken;
        _text = new InlineText(_legacy);
    }

    /// <summary>The page that has been reached.</summary>
    public int Page { get; private set; } = 1;

    public List<RawBlock> Read(IElement root)
    {
        Walk(root, default);
        Flush();
        return _blocks;
    }

    /// <summary>Reads a cell or another part on its own.</summary>
    public List<RawBlock> ReadPart(IElement part, HtmlLook look)
    {
        var (blocks, text, number) = (_blocks, _text, _number);
        (_blocks, _text, _number) = ([], new InlineText(_legacy), null);
        WalkChildren(part, Inside(part, look));
        Flush();
        var read = _blocks;
        (_blocks, _text, _number) = (blocks, text, number);
        return read;
    }

    private void Walk(IElement element, HtmlLook look)
    {
        _cancellationToken.ThrowIfCancellationRequested();
        if (Skipped.Contains(element.LocalName) || HtmlLook.IsHidden(element))
        {
            return;
        }

        if (element.LocalName == "br")
        {
            Break(element);
            return;
        }

        var inner = Inside(element, look);
        if (!Blocks.Contains(element.LocalName))
        {
            WalkChildren(element, inner);
            return;
        }

        Flush();
        Page += HtmlLook.BreaksPage(element) ? 1 : 0;
        if (element.LocalName == "table")
        {
            _blocks.AddRange(_tables.Read(element, this, inner with { Alignment = Alignment.Unknown }));
        }
        else
        {
            _number = element.LocalName == "li" ? HtmlLists.NumberOf(element) : _number;
            WalkChildren(element, inner);
        }

        Flush();
        _number = element.LocalName == "li" ? null : _number;
    }

    private HtmlLook Inside(IElement element, HtmlLook look) => (_fonts.Of(element) is { } font ? look with { Font = font } : look).Inside(element);

    private void WalkChildren(IElement element, HtmlLook look)
    {
        foreach (var child in element.ChildNodes)
        {
            if (child is IText words)
            {
                Append(words.Data, look, element.LocalName == "pre");
            }
            else if (child is IElement inner)
            {
                Walk(inner, look);
            }
        }
    }

    private void Append(string words, HtmlLook look, bool keepsLines)
    {
        // A line break in the source is a blank; only what <br> and <pre> say is a line break.
        words = keepsLines ? words : words.Replace('\n', ' ').Replace('\r', ' ');
        if (!string.IsNullOrWhiteSpace(words))
        {
            _look = look;
        }

        _text.Append(words, look.Bold, look.Italic, look.FontSize, Page, look.Font, look.Capitals);
    }

    private void Break(IElement element)
    {
        if (HtmlLook.BreaksPage(element))
        {
            Flush();
            Page++;
        }
        else
        {
            _text.Append("\n", false, false, null, Page);
        }
    }

    private void Flush()
    {
        var words = CleanText.Of(_text.Decoded());
        if (!string.IsNullOrWhiteSpace(words))
        {
            var style = new ParagraphStyle
            {
                Bold = _text.Bold,
                Italic = _text.Italic,
                Capitals = _text.Capitals,
                FontSize = _text.FontSize,
                Alignment = _look.Alignment,
                HeadingLevel = _look.HeadingLevel,
                ListNumber = _number,
            };
            var page = _text.Page ?? Page;
            var gapped = InlineText.Gapped(words);
            _blocks.AddRange(InlineText.Lines(words, _number).Select((line, i) =>
                new RawParagraph(line, page, i == 0 ? style : style with { ListNumber = null }, Gapped: gapped)));
            _number = null;
        }

        _text = new InlineText(_legacy);
    }
}
