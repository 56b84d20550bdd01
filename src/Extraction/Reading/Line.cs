using Plans.Ingest;

namespace Plans.Extraction.Reading;

/// <summary>A paragraph as the rules see it: its words, their <see cref="Canon"/> and where they stand.</summary>
internal sealed record Line(int Start, string Text, int Page, ParagraphStyle Style)
{
    private string? _canon;

    public int End => Start + Text.Length;

    /// <summary><see cref="Language.Canon.Form"/> of the text; made once, positions as in the text.</summary>
    public string Canon => _canon ??= Language.Canon.Form(Text);

    public bool IsBlank => Text.All(c => !char.IsLetterOrDigit(c));

    /// <summary>Letters, none of them shown in lower case.</summary>
    public bool IsUpper => Style.Capitals || (Text.Any(char.IsLetter) && !Text.Any(char.IsLower));

    public Line Slice(int from, int to) => new(Start + from, Text[from..to], Page, Style);

    /// <summary>Without blanks at both ends.</summary>
    public Line Trim()
    {
        var from = 0;
        var to = Text.Length;
        while (from < to && char.IsWhiteSpace(Text[from]))
        {
            from++;
        }

        while (to > from && char.IsWhiteSpace(Text[to - 1]))
        {
            to--;
        }

        return from == 0 && to == Text.Length ? this : Slice(from, to);
    }

    /// <summary>Words that are shown as capitals are read as capitals, however they were typed: "i. mục tiêu" in such a font is I. MỤC TIÊU.</summary>
    public static Line From(string text, TextRange range, int page, ParagraphStyle? style = null)
    {
        var words = range.Of(text);
        return new Line(range.Start, style is { Capitals: true } ? words.ToUpperInvariant() : words, page, style ?? ParagraphStyle.Plain).Trim();
    }
}
