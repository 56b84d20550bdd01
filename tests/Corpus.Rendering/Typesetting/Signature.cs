namespace Plans.Corpus.Rendering.Typesetting;

/// <summary>Sets the end: addressees on the left, who signs on the right, whichever was written first.</summary>
internal static class Signature
{
    public static bool IsRecipients(string line) => line.StartsWith("Nơi nhận", StringComparison.Ordinal);

    public static IReadOnlyList<Piece> SetIn(IReadOnlyList<Piece> pieces)
    {
        var set = new List<Piece>();
        for (var i = 0; i < pieces.Count; i++)
        {
            if (pieces[i] is not Line line || !IsRecipients(line.Text))
            {
                set.Add(pieces[i]);
                continue;
            }

            var left = pieces.Skip(i + 1).TakeWhile(piece => piece is Line to && !Looks.IsCapitals(to.Text) && !IsName(to.Text) && to.Look != Look.Appendix).Cast<Line>().ToList();
            var right = Signer(pieces.Skip(i + 1 + left.Count));
            var before = right.Count > 0 ? [] : SignerBefore(set);
            set.RemoveRange(set.Count - before.Count, before.Count);
            set.Add(new SideBySide(
                [new Line(line.Text, Look.Recipients), .. left.Select(to => to with { Look = Look.Recipient })],
                [.. right.Concat(before).Select(signer => signer with { Look = Look.Signer })]));
            i += left.Count + right.Count;
        }

        return set;
    }

    /// <summary>Capacity in capitals, perhaps "(Đã ký)", then a name.</summary>
    private static List<Line> Signer(IEnumerable<Piece> pieces)
    {
        var lines = new List<Line>();
        foreach (var piece in pieces)
        {
            if (piece is not Line line || line.Look == Look.Appendix)
            {
                return [];
            }

            lines.Add(line);
            if (IsName(line.Text))
            {
                return lines.Count > 1 ? lines : [];
            }

            if (!Looks.IsCapitals(line.Text) && line.Text[0] != '(')
            {
                return [];
            }
        }

        return [];
    }

    private static List<Line> SignerBefore(List<Piece> set)
    {
        var lines = new List<Line>();
        for (var i = set.Count - 1; i >= 0 && set[i] is Line line && (lines.Count == 0 ? IsName(line.Text) : Looks.IsCapitals(line.Text) || line.Text[0] == '('); i--)
        {
            lines.Insert(0, line);
        }

        return lines;
    }

    private static bool IsName(string text) =>
        text.Split(' ') is { Length: >= 2 and <= 5 } words && !Looks.IsCapitals(text) && words.All(word => char.IsUpper(word[0]) && word.All(char.IsLetter));
}
