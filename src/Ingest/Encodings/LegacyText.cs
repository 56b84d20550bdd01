using System.Text;

namespace Plans.Ingest.Encodings;

/// <param name="Font">The font's name where the format tells one.</param>
internal readonly record struct FontRun(string Text, string? Font);

/// <summary>
/// Decodes one document's paragraphs from legacy encodings: run by run where a font names the encoding, else by how many syllables become
/// legal. It remembers what it met, so that a paragraph too short to judge is read like the others. One for each document.
/// </summary>
internal sealed class LegacyText
{
    /// <summary>Of the marked words, what must be legal once decoded. Names and abbreviations of other languages make up the rest.</summary>
    public const double LeastShare = 0.7;

    private readonly Dictionary<LegacyEncoding, int> _met = [];
    private int _unicodeInLegacyFonts;

    /// <summary>Whether text without a telling font was decoded.</summary>
    public bool MetUnnamed { get; private set; }

    /// <summary>The text of one paragraph.</summary>
    public string Decode(IReadOnlyList<FontRun> runs)
    {
        var asTyped = string.Concat(runs.Select(run => run.Text));
        if (IsAscii(asTyped))
        {
            return asTyped;
        }

        var decoded = ByFonts(runs);
        return decoded is null || decoded == asTyped ? Repair(asTyped) : IsBetter(decoded, asTyped) ? decoded : asTyped;
    }

    /// <summary>Text without fonts: decoded if that makes it Vietnamese, else unchanged. Give whole lines or paragraphs.</summary>
    public string Repair(string text)
    {
        if (IsAscii(text) || LegacyFonts.HasUnicode(text) || (_met.Count == 0 && !IsSuspicious(text)))
        {
            return text;
        }

        var before = Measure(text);
        if (before.MarkedShare >= LeastShare)
        {
            return text;
        }

        var best = (Text: text, Measure: before, Encoding: (LegacyEncoding?)null);
        foreach (var encoding in LegacyEncoding.All)
        {
            var decoded = encoding.Decode(text);
            var after = Measure(decoded);
            if (Rank(after, encoding).CompareTo(Rank(best.Measure, best.Encoding)) > 0)
            {
                best = (decoded, after, encoding);
            }
        }

        if (best.Encoding is null || best.Measure.MarkedShare < LeastShare
            || best.Measure.MarkedLegal - before.MarkedLegal < (_met.ContainsKey(best.Encoding) ? 1 : 2))
        {
            return text;
        }

        _met[best.Encoding] = _met.GetValueOrDefault(best.Encoding) + best.Measure.MarkedLegal;
        MetUnnamed = true;
        return best.Encoding == LegacyEncoding.Tcvn3 ? Tcvn3Capitals.Restore(best.Text) : best.Text;
    }

    /// <summary>Line by line. Lines that are too short to judge are read again once the others have told the encoding.</summary>
    public string RepairLines(string text)
    {
        if (IsAscii(text) || !IsSuspicious(text))
        {
            return text;
        }

        var lines = text.Split('\n');
        foreach (var line in lines)
        {
            Repair(line);
        }

        return _met.Count == 0 ? text : string.Join('\n', lines.Select(Repair));
    }

    /// <summary>Characters that Vietnamese in Unicode hardly has, and that legacy encodings read as code page 1252 have in every line.</summary>
    private static bool IsSuspicious(string text)
    {
        foreach (var c in text)
        {
            if (c is >= '\u0080' and <= '\u00FF' && !"àáâãèéêìíòóôõùúýÀÁÂÃÈÉÊÌÍÒÓÔÕÙÚÝÐ\u00A0–°·²³".Contains(c))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsAscii(string text) => !text.AsSpan().ContainsAnyExceptInRange('\0', '\u007F');

    private static SyllableMeasure Measure(string text) => VietnameseSyllables.Measure(CleanText.Of(text));

    /// <summary>
    /// Runs of one encoding are decoded together, since fonts may change between a letter and its mark. Null if no font is a legacy one.
    /// Capitals by their font alone become capitals; not where all of the paragraph is such, which its style tells.
    /// </summary>
    private static string? ByFonts(IReadOnlyList<FontRun> runs)
    {
        var decoded = new StringBuilder();
        var pending = new StringBuilder();
        LegacyFont? current = null;
        var any = false;
        var isMixed = runs.Any(run => run.Text.Any(char.IsLetter) && LegacyFonts.Of(run.Font) is not { IsCapitals: true });
        foreach (var run in runs)
        {
            var font = LegacyFonts.HasUnicode(run.Text) ? null : LegacyFonts.Of(run.Font);
            any |= font is not null;
            if (font != current)
            {
                Finish();
                current = font;
            }

            pending.Append(run.Text);
        }

        Finish();
        return any ? decoded.ToString() : null;

        void Finish()
        {
            var words = current?.Encoding.Decode(pending.ToString()) ?? pending.ToString();
            decoded.Append(isMixed && current is { IsCapitals: true } ? words.ToUpperInvariant() : words);
            pending.Clear();
        }
    }

    /// <summary>Whether the fonts are to be believed: a legacy font's name may have stayed on text that was typed in Unicode.</summary>
    private bool IsBetter(string decoded, string asTyped)
    {
        var (with, without) = (Measure(decoded), Measure(asTyped));
        if (with.MarkedLegal == without.MarkedLegal && with.MarkedShare.Equals(without.MarkedShare))
        {
            return _unicodeInLegacyFonts == 0;
        }

        var isBetter = with.MarkedLegal > without.MarkedLegal || with.MarkedShare > without.MarkedShare;
        _unicodeInLegacyFonts = isBetter ? Math.Max(0, _unicodeInLegacyFonts - 1) : _unicodeInLegacyFonts + 1;
        return isBetter;
    }

    /// <summary>More legal words, then fewer illegal ones, then the encoding that the document is known to have.</summary>
    private (int MarkedLegal, int Illegal, int Met) Rank(SyllableMeasure measure, LegacyEncoding? encoding) =>
        (measure.MarkedLegal, measure.Legal - measure.Words, encoding is null ? int.MaxValue : _met.GetValueOrDefault(encoding));
}
