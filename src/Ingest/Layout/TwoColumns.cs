using Plans.Ingest.Encodings;

namespace Plans.Ingest.Layout;

/// <summary>Lines typed in two columns, with a tab or a run of blanks between them.</summary>
internal static class TwoColumns
{
    private const string Gap = "    ";

    /// <summary>What stands before and after the first tab or run of blanks inside the line; null where there is none.</summary>
    public static (string Left, string Right)? Of(SourceLine line)
    {
        var raw = line.Raw.Trim();
        var tab = raw.IndexOf('\t');
        var blanks = raw.IndexOf(Gap, StringComparison.Ordinal);
        var cut = (tab, blanks) switch
        {
            ( < 0, _) => blanks,
            (_, < 0) => tab,
            _ => Math.Min(tab, blanks),
        };
        return cut < 0 ? null : (CleanText.Squeeze(raw[..cut]), CleanText.Squeeze(raw[cut..]));
    }

    /// <summary>How many blanks stand before the line's first word; a tab counts as eight.</summary>
    public static int Indent(SourceLine line) => line.Raw.TakeWhile(char.IsWhiteSpace).Sum(c => c == '\t' ? 8 : 1);
}
