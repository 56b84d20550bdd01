namespace Plans.Ingest.Layout;

/// <summary>Puts the lines of one paragraph together again, whether a typesetter or a page break cut them.</summary>
internal sealed class LineJoiner(WrapWidth wrap)
{
    public IReadOnlyList<JoinedParagraph> Join(IReadOnlyList<SourceLine> lines)
    {
        var result = new List<JoinedParagraph>();
        var pageNumbers = new PageNumbers();
        OpenParagraph? open = null;
        foreach (var line in lines)
        {
            if (pageNumbers.Next(line))
            {
                result.Add(new JoinedParagraph(line.Text, line.Page, ParagraphStyle.Plain, BlockRole.PageNumber));
            }
            else if (open is not null && Glue(open, line) is { } glue)
            {
                open.Add(glue, line);
            }
            else
            {
                Close();
                open = new OpenParagraph(line, IsRecipient(open, line));
            }
        }

        Close();
        return result;

        void Close()
        {
            if (open is not null)
            {
                result.Add(open.Close());
            }
        }
    }

    private static bool IsRecipient(OpenParagraph? before, SourceLine line) => line.Text.StartsWith("Nơi nhận", StringComparison.Ordinal)
        || (before is { InRecipients: true } && LineKinds.StartsBullet(line.Text));

    /// <summary>What to write between the paragraph and the next line, if the line belongs to it: a blank, or nothing inside a number; else null.</summary>
    private string? Glue(OpenParagraph open, SourceLine next)
    {
        var last = open.Last;
        if (last.HeadingLevel is not null || next.HeadingLevel is not null || LineKinds.IsRule(last.Text) || LineKinds.IsRule(next.Text)
            || LineKinds.IsPlaceAndDate(last.Text))
        {
            return null;
        }

        var full = wrap.IsFull(last.Text, next.Text) && (wrap.IsEverywhere || !next.AfterBlank);
        var ended = LineKinds.EndsSentence(last.Text);
        if (LineKinds.EndsInsideNumber(last.Text) && !ended && (!next.AfterBlank || wrap.Width is not null))
        {
            return "";
        }

        if (LineKinds.StartsItem(next.Text))
        {
            return LineKinds.EndsInYear(last.Text) && LineKinds.StartsWithRangeEnd(next.Text) ? " " : null;
        }

        var tail = open.Tail;
        var cutShort = !ended && (LineKinds.IsCutShort(last.Text, next.Text) || LineKinds.HasOpenBracket(tail));
        if (LineKinds.StartsPart(next.Text))
        {
            return cutShort ? " " : null;
        }

        if (wrap.MarksByIndent && TwoColumns.Indent(next) >= WrapWidth.FirstLineIndent && !cutShort)
        {
            return null;
        }

        var joined = (LineKinds.IsUpperCase(last.Text), LineKinds.IsUpperCase(next.Text)) switch
        {
            // Only a numbered heading runs on in capitals; the lines of a letterhead or a title block stay apart.
            (true, true) => LineKinds.StartsItem(open.First.Text) && (full || cutShort),
            (true, false) or (false, true) => LineKinds.HasOpenBracket(tail) && !next.AfterBlank,
            _ => ended ? RunsOnAfterEnd(open, next, full) : RunsOn(open, next, full, cutShort),
        };
        return joined ? " " : null;
    }

    /// <summary>
    /// After a full line a sentence may have ended just where the line did. What follows an item without a mark of its own belongs to it;
    /// after a plain paragraph only a small letter shows that it goes on.
    /// </summary>
    private bool RunsOnAfterEnd(OpenParagraph open, SourceLine next, bool full)
    {
        var lower = char.IsLower(next.Text[0]);
        return full && open.Last.Text[^1] switch
        {
            ':' => lower || char.IsDigit(next.Text[0]),
            ';' => lower || (wrap.IsEverywhere && (LineKinds.StartsItem(open.First.Text) || LineKinds.StartsBasis(open.First.Text))),
            _ => lower || (wrap.IsEverywhere && !next.AfterBlank && !LineKinds.IsBracketed(next.Text)),
        };
    }

    private bool RunsOn(OpenParagraph open, SourceLine next, bool full, bool cutShort)
    {
        var lower = char.IsLower(next.Text[0]) || LineKinds.IsBracketed(next.Text);
        if (LineKinds.IsRemark(next.Text))
        {
            return full && char.IsLower(next.Text[1]);
        }

        // A legal basis ends in a semicolon or a full stop, and an addressee does in a list of them, whatever their length.
        var inBasis = open.First.Text.StartsWith("Căn cứ", StringComparison.Ordinal) && (!next.AfterBlank || wrap.IsEverywhere);
        var inRecipient = open.InRecipients && LineKinds.StartsBullet(open.First.Text) && !next.AfterBlank;
        return lower || cutShort || full || inBasis || inRecipient;
    }
}
