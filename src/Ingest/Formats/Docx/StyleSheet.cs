using DocumentFormat.OpenXml.Packaging;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace Plans.Ingest.Formats.Docx;

/// <summary>What a paragraph or run style says, with what it inherits; null where nothing in the chain says it.</summary>
internal sealed record StyleFacts
{
    public static readonly StyleFacts None = new();

    public bool? Bold { get; init; }

    public bool? Italic { get; init; }

    public bool? Hidden { get; init; }

    /// <summary>Its name; empty where a theme chooses it.</summary>
    public string? Font { get; init; }

    /// <summary>Shown as capitals.</summary>
    public bool? Capitals { get; init; }

    /// <summary>In points.</summary>
    public double? FontSize { get; init; }

    public double? Indent { get; init; }

    public Alignment Alignment { get; init; }

    /// <summary>From 1.</summary>
    public int? HeadingLevel { get; init; }

    public int? List { get; init; }

    public int? ListLevel { get; init; }

    /// <summary>A line of a table of contents.</summary>
    public bool IsContents { get; init; }

    /// <summary>Whether the table style draws lines.</summary>
    public bool? Ruled { get; init; }
}

/// <summary>The styles of a document, each resolved once along its chain of parents.</summary>
internal sealed class StyleSheet
{
    private const int LongestChain = 32;

    private readonly Dictionary<string, W.Style> _styles = new(StringComparer.Ordinal);
    private readonly Dictionary<string, StyleFacts> _resolved = new(StringComparer.Ordinal);
    private readonly StyleFacts _defaults = StyleFacts.None;
    private readonly string? _defaultParagraphStyle;

    public StyleSheet(StyleDefinitionsPart? part)
    {
        if (part?.Styles is not { } styles)
        {
            return;
        }

        foreach (var style in styles.Elements<W.Style>())
        {
            if (style.StyleId?.Value is { } id)
            {
                _styles.TryAdd(id, style);
                var isDefault = style.Default is { HasValue: true } mark && mark.Value && Values.Of(style.Type) == W.StyleValues.Paragraph;
                _defaultParagraphStyle = isDefault ? id : _defaultParagraphStyle;
            }
        }

        _defaults = StyleReading.Over(StyleFacts.None, styles.DocDefaults?.RunPropertiesDefault?.RunPropertiesBaseStyle);
    }

    /// <summary>The facts of a paragraph's style, or of the default style where it names none.</summary>
    public StyleFacts Paragraph(string? id) => (id ?? _defaultParagraphStyle) is { } known ? Resolve(known, 0, _defaults) : _defaults;

    /// <summary>The facts that a character or table style itself and its parents state.</summary>
    public StyleFacts Other(string? id) => id is null ? StyleFacts.None : Resolve(id, 0, StyleFacts.None);

    public int? ListOf(string id) => Other(id).List;

    private StyleFacts Resolve(string id, int depth, StyleFacts root)
    {
        if (_resolved.TryGetValue(id, out var known))
        {
            return known;
        }

        if (depth > LongestChain || !_styles.TryGetValue(id, out var style))
        {
            return root;
        }

        var parent = style.BasedOn?.Val?.Value is { } based && based != id ? Resolve(based, depth + 1, root) : root;
        return _resolved[id] = StyleReading.Over(parent, style);
    }
}
