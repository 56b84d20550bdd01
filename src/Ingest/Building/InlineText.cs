using Plans.Ingest.Encodings;
using Plans.Ingest.Layout;

namespace Plans.Ingest.Building;

/// <summary>The visible text of one paragraph as it is gathered from its runs, and how most of its letters look.</summary>
internal sealed class InlineText(LegacyText legacy)
{
    private static readonly LineJoiner Joiner = new(WrapWidth.Of([]));

    private readonly List<FontRun> _runs = [];
    private readonly Dictionary<double, int> _sizes = [];
    private int _letters;
    private int _bold;
    private int _italic;
    private int _capitals;

    /// <summary>In Unicode, with line breaks and tabs, not yet clean. To be asked for once, when all runs are there.</summary>
    public string Decoded() => legacy.Decode(_runs);

    /// <summary>The page of the first visible letter.</summary>
    public int? Page { get; private set; }

    /// <summary>Whether all letters and digits are bold.</summary>
    public bool Bold => _letters > 0 && _bold == _letters;

    public bool Italic => _letters > 0 && _italic == _letters;

    /// <summary>Whether all letters are shown as capitals, however they were typed.</summary>
    public bool Capitals => _letters > 0 && _capitals == _letters;

    /// <summary>Of most letters, in points.</summary>
    public double? FontSize => _sizes.Count == 0 ? null : _sizes.MaxBy(size => size.Value).Key;

    /// <param name="font">The font's name, if the format tells it: it may say in which encoding the text is.</param>
    /// <param name="capitals">Shown as capitals by formatting.</param>
    public void Append(string text, bool bold, bool italic, double? size, int page, string? font = null, bool capitals = false)
    {
        _runs.Add(new FontRun(text, font));
        var letters = text.Count(char.IsLetterOrDigit);
        if (letters == 0)
        {
            return;
        }

        Page ??= page;
        _letters += letters;
        _bold += bold ? letters : 0;
        _italic += italic ? letters : 0;
        _capitals += capitals || LegacyFonts.Of(font) is { IsCapitals: true } ? letters : 0;
        if (size is { } points)
        {
            _sizes[points] = _sizes.GetValueOrDefault(points) + letters;
        }
    }

    /// <summary>A text of one line that has wide gaps, as it is; null for any other.</summary>
    public static string? Gapped(string words) =>
        (words.Contains('\t') || words.Contains("    ", StringComparison.Ordinal)) && !words.Contains('\n') ? words : null;

    /// <summary>The paragraphs that line breaks inside make: a break parts them, unless the next line visibly runs on.</summary>
    /// <param name="words">Clean text of the paragraph.</param>
    /// <param name="number">The automatic number that stands before the first; it may stand alone.</param>
    public static IReadOnlyList<string> Lines(string words, string? number)
    {
        var lines = words.Split('\n').Where(line => !string.IsNullOrWhiteSpace(line)).Select(line => new SourceLine(1, AfterBlank: false) { Raw = line }).ToList();
        var paragraphs = lines is [var single] ? [single.Text] : Joiner.Join(lines).Select(paragraph => paragraph.Text).ToList();
        return (number is null ? "" : CleanText.OneLine(number)) switch
        {
            "" => paragraphs,
            var shown => paragraphs is [var first, .. var rest] ? [$"{shown} {first}", .. rest] : [shown],
        };
    }
}
