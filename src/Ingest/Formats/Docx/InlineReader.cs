using System.Globalization;
using DocumentFormat.OpenXml;
using Plans.Ingest.Building;
using Plans.Ingest.Encodings;
using M = DocumentFormat.OpenXml.Math;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace Plans.Ingest.Formats.Docx;

/// <summary>
/// Reads the text of a paragraph as a reader of the accepted document sees it: insertions in, deletions out, the results of fields but
/// not their codes, nothing hidden, and no numbers that only place drawings.
/// </summary>
internal sealed class InlineReader(StyleSheet styles, PageCounter pages, LegacyText legacy)
{
    /// <summary>The open fields, innermost last: whether its result, not its code, is being read. Fields may span paragraphs.</summary>
    private readonly Stack<bool> _fields = new();

    /// <summary>The text boxes anchored in the paragraph read last.</summary>
    public IReadOnlyList<W.TextBoxContent> TextBoxes { get; private set; } = [];

    public InlineText Read(W.Paragraph paragraph, StyleFacts paragraphStyle)
    {
        var text = new InlineText(legacy);
        var boxes = new List<W.TextBoxContent>();
        TextBoxes = boxes;
        Walk(paragraph, paragraphStyle, text, boxes);
        return text;
    }

    /// <summary>Between parts (body, notes, headers) no field stays open, even if a damaged one never ended.</summary>
    public void Reset() => _fields.Clear();

    private void Walk(OpenXmlElement parent, StyleFacts style, InlineText text, List<W.TextBoxContent> boxes)
    {
        foreach (var child in parent.ChildElements)
        {
            switch (child)
            {
                case W.Run run:
                    ReadRun(run, style, text, boxes);
                    break;
                case W.ParagraphProperties or W.SdtProperties or W.SdtEndCharProperties or W.CustomXmlProperties:
                case W.DeletedRun or W.MoveFromRun:
                    break;
                case AlternateContent alternatives:
                    if (Chosen(alternatives) is { } chosen)
                    {
                        Walk(chosen, style, text, boxes);
                    }

                    break;
                case M.Text math:
                    Append(text, math.Text, style);
                    break;
                case OpenXmlCompositeElement composite:
                    Walk(composite, style, text, boxes);
                    break;
            }
        }
    }

    private void ReadRun(W.Run run, StyleFacts paragraphStyle, InlineText text, List<W.TextBoxContent> boxes)
    {
        var look = Look(run, paragraphStyle);
        if (look.Hidden != true)
        {
            ReadRunContent(run, look, text, boxes);
        }
    }

    private void ReadRunContent(OpenXmlElement run, StyleFacts look, InlineText text, List<W.TextBoxContent> boxes)
    {
        foreach (var child in run.ChildElements)
        {
            switch (child)
            {
                case W.FieldChar mark:
                    Follow(mark);
                    break;
                case W.LastRenderedPageBreak:
                    pages.RenderedBreak();
                    break;
                case W.Break { Type: { HasValue: true, Value: W.BreakValues.Page } }:
                    pages.AuthorsBreak();
                    break;
                case AlternateContent alternatives:
                    if (Chosen(alternatives) is { } chosen)
                    {
                        ReadRunContent(chosen, look, text, boxes);
                    }

                    break;
                case W.Ruby ruby:
                    foreach (var based in ruby.Elements<W.RubyBase>().SelectMany(element => element.Elements<W.Run>()))
                    {
                        ReadRunContent(based, look, text, boxes);
                    }

                    break;
                case W.Drawing or W.Picture or W.EmbeddedObject:
                    AddTextBoxes(child, boxes);
                    break;
                default:
                    if (_fields.All(inResult => inResult) && TextOf(child) is { } shown)
                    {
                        Append(text, shown, look);
                    }

                    break;
            }
        }
    }

    private void Append(InlineText text, string words, StyleFacts look) =>
        text.Append(words, look.Bold == true, look.Italic == true, look.FontSize, pages.Page, look.Font, look.Capitals == true);

    private static string? TextOf(OpenXmlElement element) => element switch
    {
        W.Text words => words.Text,
        W.TabChar or W.PositionalTab => "\t",
        W.Break { Type: { HasValue: true, Value: W.BreakValues.Column } } => " ",
        W.Break or W.CarriageReturn => "\n",
        W.NoBreakHyphen => "-",
        // Dropped later, but not where it is a letter of a legacy encoding.
        W.SoftHyphen => "\u00AD",
        W.SymbolChar symbol when ushort.TryParse(symbol.Char?.Value, NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var code) =>
            ((char)code).ToString(),
        _ => null,
    };

    private void Follow(W.FieldChar mark)
    {
        switch (Values.Of(mark.FieldCharType))
        {
            case W.FieldCharValues.Begin:
                _fields.Push(false);
                break;
            case W.FieldCharValues.Separate when _fields.Count > 0:
                _fields.Pop();
                _fields.Push(true);
                break;
            case W.FieldCharValues.End when _fields.Count > 0:
                _fields.Pop();
                break;
        }
    }

    /// <summary>Direct properties win; a bold character style inside a bold paragraph style turns bold off, as in Word.</summary>
    private StyleFacts Look(W.Run run, StyleFacts paragraphStyle)
    {
        var properties = run.RunProperties;
        var character = styles.Other(properties?.RunStyle?.Val?.Value);
        var inherited = paragraphStyle with
        {
            Bold = (paragraphStyle.Bold ?? false) ^ (character.Bold ?? false),
            Italic = (paragraphStyle.Italic ?? false) ^ (character.Italic ?? false),
            Hidden = character.Hidden ?? paragraphStyle.Hidden,
            FontSize = character.FontSize ?? paragraphStyle.FontSize,
            Font = character.Font ?? paragraphStyle.Font,
            Capitals = character.Capitals ?? paragraphStyle.Capitals,
        };
        return StyleReading.Over(inherited, properties);
    }

    /// <summary>The same content is offered in a new and an old form; one of them is read.</summary>
    public static OpenXmlCompositeElement? Chosen(AlternateContent alternatives) =>
        alternatives.Elements<AlternateContentChoice>().FirstOrDefault(choice => choice.Descendants().Any(element => element is W.TextBoxContent or W.Text or M.Text))
            ?? (OpenXmlCompositeElement?)alternatives.GetFirstChild<AlternateContentFallback>();

    private static void AddTextBoxes(OpenXmlElement parent, List<W.TextBoxContent> boxes)
    {
        foreach (var child in parent.ChildElements)
        {
            if (child is W.TextBoxContent box)
            {
                boxes.Add(box);
            }
            else if ((child is AlternateContent alternatives ? Chosen(alternatives) : child) is { } next)
            {
                AddTextBoxes(next, boxes);
            }
        }
    }
}
