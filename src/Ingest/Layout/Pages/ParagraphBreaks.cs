namespace Plans.Ingest.Layout.Pages;

/// <summary>
/// Tells where paragraphs begin from what typesetters do: only full lines are broken, first lines are indented or numbered, space stands
/// between paragraphs. Words decide only where the geometry leaves it open.
/// </summary>
internal sealed class ParagraphBreaks(LineSpacing spacing)
{
    private const double Aligned = 5;
    private const double NarrowColumn = 160;
    private const double SameSize = 0.2;

    /// <summary>No lines of a paragraph stand further apart, in line heights; the name of who signs stands so far below the title.</summary>
    private const double Furthest = 2.6;

    /// <summary>What joins a line to the paragraph before it: a blank, nothing, or null where a paragraph begins.</summary>
    /// <param name="text">The paragraph so far.</param>
    public string? Glue(string text, IReadOnlyList<ColumnLine> paragraph, ColumnLine next)
    {
        var last = paragraph[^1];
        if ((LineKinds.IsPlaceAndDate(text) && !char.IsLetter(text[^1])) || LineKinds.IsRule(last.Text) || LineKinds.IsRule(next.Text) || IsSpaced(last, next) || IsOtherSize(last, next) || LineKinds.IsSuperiorBefore(text, next.Text)
            || (LineKinds.StartsSignature(last.Text) && LineKinds.StartsSignature(next.Text) && IsUpperCase(last.Text) && IsUpperCase(next.Text)))
        {
            return null;
        }

        if (IsForced(last, next))
        {
            return "";
        }

        if (LineKinds.IsStateNameOrMotto(text) && (LineKinds.EndsStateNameOrMotto(text) || LineKinds.IsStateNameOrMotto(next.Text)))
        {
            return null;
        }

        var ended = LineKinds.EndsSentence(text);
        if (LineKinds.EndsInsideNumber(last.Text) && !ended && !LineKinds.StartsItem(next.Text))
        {
            return "";
        }

        return RunsOn(text, paragraph, next, ended) ? " " : null;
    }

    private bool RunsOn(string text, IReadOnlyList<ColumnLine> paragraph, ColumnLine next, bool ended)
    {
        var (first, last) = (paragraph[0], paragraph[^1]);
        var isFull = last.IsFullBefore(next);
        var isItem = (LineKinds.StartsItem(next.Text) || LineKinds.StartsPart(next.Text)) && !(isFull && !ended && IsDashInside(text, last, next));
        var goesOn = !ended && ((!isItem && char.IsLower(next.Text[0])) || (LineKinds.IsCutShort(text, next.Text) && (isFull ? !LineKinds.StartsBullet(next.Text) : !isItem && !char.IsUpper(next.Text[0]))));
        var isSameCase = IsUpperCase(last.Text) == IsUpperCase(next.Text);
        if (next.IsCentred && last.IsInMiddle && !IsHanging(first, next))
        {
            return isSameCase && !ended && (goesOn || isFull);
        }

        if (!isFull)
        {
            return goesOn && isSameCase && (next.Indent <= last.Indent + Aligned || IsHanging(first, next) || (last.IsInMiddle && next.IsInMiddle));
        }

        if (goesOn)
        {
            return true;
        }

        if (paragraph.Count > 1)
        {
            var isAligned = Math.Abs(next.Indent - paragraph[1].Indent) <= Aligned;
            // Where first lines are not set off, only the words can tell an item from a dash inside a sentence.
            return isAligned && (!isItem || !(ended || Math.Abs(first.Indent - paragraph[1].Indent) <= Aligned));
        }

        return (!isItem || (!ended && next.Indent < first.Indent - Aligned)) && IsSecondLine(first, next, ended);
    }

    private bool IsSecondLine(ColumnLine first, ColumnLine next, bool ended)
    {
        var step = next.Indent - first.Indent;
        if (step < -Aligned)
        {
            // A first-line indent, and the second line at the margin.
            return next.Indent < Aligned;
        }

        if (step > Aligned)
        {
            return char.IsLower(next.Text[0]) || IsHanging(first, next) || (!ended && LineKinds.StartsItem(first.Text));
        }

        // Two lines at the same place: both at the margin they are one paragraph, both indented they are two first lines.
        return char.IsLower(next.Text[0]) || (first.Indent <= Aligned && (!ended || spacing.IsBetweenParagraphs));
    }

    /// <summary>A narrow cell breaks names at their dash: "Vụ Kế hoạch" / "- Tài chính".</summary>
    private static bool IsDashInside(string text, ColumnLine last, ColumnLine next) => next.Text is ['-' or '–', ' ', ..] && next.Right - next.Left < NarrowColumn
        && !LineKinds.StartsItem(text) && Math.Abs(next.Indent - last.Indent) <= Aligned;

    /// <summary>A number, or "STT", that is wider than its column is cut anywhere.</summary>
    private static bool IsForced(ColumnLine last, ColumnLine next)
    {
        var isPiece = (char.IsDigit(last.Text[^1]) && char.IsDigit(next.Text[0])) || last.Text + next.Text is "TT" or "STT";
        return isPiece && last.Line.Words.Count == 1 && last.Right - last.Line.Box.X1 <= last.Line.Width / last.Text.Length && next.Line.Width <= last.Line.Width;
    }

    private static bool IsUpperCase(string line) => line.Any(char.IsLetter) && !line.Any(char.IsLower);

    /// <summary>A number or bullet stands out to the left, and the line begins where the words behind it do.</summary>
    private static bool IsHanging(ColumnLine first, ColumnLine next) =>
        first.Line.Words.Count > 1 && LineKinds.StartsItem(first.Text) && Math.Abs(next.Line.Box.X0 - first.Line.Words[1].Box.X0) <= Aligned;

    private bool IsSpaced(ColumnLine last, ColumnLine next) => last.Line.Page == next.Line.Page
        && next.Line.Middle - last.Line.Middle > (spacing.Pitch is { } usual ? (usual * LineSpacing.Wider * last.Line.Height) + 0.5 : Furthest * last.Line.Height);

    private static bool IsOtherSize(ColumnLine last, ColumnLine next) =>
        Math.Abs(last.Line.Height - next.Line.Height) > SameSize * Math.Max(last.Line.Height, next.Line.Height);
}
