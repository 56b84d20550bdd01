namespace Plans.Ingest.Layout;

internal sealed record JoinedParagraph(string Text, int Page, ParagraphStyle Style, BlockRole Role = BlockRole.Body);

/// <summary>Puts the lines of one paragraph together again, whether a typesetter or a page break cut them.</summary>
internal sealed class LineJoiner(WrapWidth wrap)
{
    private enum Glue { None, Blank, Nothing }

    public IEnumerable<JoinedParagraph> Join(IReadOnlyList<SourceLine> lines)
    {
        var result = new List<JoinedParagraph>();
        var open = new List<SourceLine>();
        var text = "";
        var inRecipients = false;
        var pageNumbers = new PageNumbers();
        foreach (var line in lines)
        {
            if (pageNumbers.Next(line))
            {
                result.Add(new JoinedParagraph(line.Text, line.Page, ParagraphStyle.Plain, BlockRole.PageNumber));
                continue;
            }

            var glue = open.Count == 0 ? Glue.None : Between(text, open[0], open[^1], line, inRecipients);
            if (glue == Glue.None)
            {
                Close();
                text = line.Text;
                inRecipients = line.Text.StartsWith("Nơi nhận", StringComparison.Ordinal)
                    || (inRecipients && LineKinds.StartsBullet(line.Text));
            }
            else
            {
                text += (glue == Glue.Blank ? " " : "") + line.Text;
            }

            open.Add(line);
        }

        Close();
        return result;

        void Close()
        {
            if (open.Count > 0)
            {
                result.Add(new JoinedParagraph(text, open[0].Page, StyleOf(open)));
                open.Clear();
            }
        }
    }

    private static ParagraphStyle StyleOf(List<SourceLine> lines) => new()
    {
        Bold = lines.TrueForAll(line => line.Bold),
        Italic = lines.TrueForAll(line => line.Italic),
        HeadingLevel = lines[0].HeadingLevel,
    };

    /// <param name="soFar">The paragraph up to here.</param>
    private Glue Between(string soFar, SourceLine first, SourceLine last, SourceLine next, bool inRecipients)
    {
        if (LineKinds.IsPlaceAndDate(soFar) || last.HeadingLevel is not null || next.HeadingLevel is not null || LineKinds.IsRule(last.Text) || LineKinds.IsRule(next.Text))
        {
            return Glue.None;
        }

        var full = wrap.IsFull(last.Text, next.Text) && (wrap.IsEverywhere || !next.AfterBlank);
        var ended = LineKinds.EndsSentence(soFar);
        if (LineKinds.EndsInsideNumber(last.Text) && !ended && (full || !next.AfterBlank || wrap.Width is not null))
        {
            return Glue.Nothing;
        }

        if (LineKinds.StartsItem(next.Text))
        {
            // "giai đoạn 2021" / "- 2025": a dash between years, not a bullet.
            var range = next.Text is ['-' or '–', ' ', >= '0' and <= '9', ..] && char.IsDigit(last.Text[^1]);
            return range ? Glue.Blank : Glue.None;
        }

        var cutShort = !ended && LineKinds.IsCutShort(soFar);
        if (LineKinds.StartsPart(next.Text))
        {
            return cutShort ? Glue.Blank : Glue.None;
        }

        var upper = (LineKinds.IsUpperCase(last.Text), LineKinds.IsUpperCase(next.Text));
        if (upper is (true, true))
        {
            // Only a numbered heading runs on in capitals; the lines of a letterhead or a title block stay apart.
            return LineKinds.StartsItem(first.Text) && (full || cutShort) ? Glue.Blank : Glue.None;
        }

        if (upper is (true, false) or (false, true))
        {
            return LineKinds.HasOpenBracket(soFar) && !next.AfterBlank ? Glue.Blank : Glue.None;
        }

        return Sentences(soFar, first, next, full, ended, cutShort, inRecipients) ? Glue.Blank : Glue.None;
    }

    private bool Sentences(string soFar, SourceLine first, SourceLine next, bool full, bool ended, bool cutShort, bool inRecipients)
    {
        var lower = char.IsLower(next.Text[0]);
        if (ended)
        {
            // After a full line the sentence may have ended where the line did. What follows an item without a mark of its own
            // belongs to it; after a plain paragraph only a small letter shows that it goes on.
            return full && soFar[^1] switch
            {
                ':' => lower || char.IsDigit(next.Text[0]),
                ';' => lower || (wrap.IsEverywhere && LineKinds.StartsItem(first.Text)),
                _ => lower || (wrap.IsEverywhere && !next.AfterBlank && !LineKinds.IsBracketed(next.Text)),
            };
        }

        if (LineKinds.IsBracketed(next.Text))
        {
            return full && lower;
        }

        // A legal basis ends in a semicolon or a full stop, whatever its length.
        var inBasis = soFar.StartsWith("Căn cứ", StringComparison.Ordinal) && (!next.AfterBlank || wrap.IsEverywhere);
        return lower || cutShort || full || inBasis || (inRecipients && !next.AfterBlank && LineKinds.StartsBullet(soFar));
    }
}
