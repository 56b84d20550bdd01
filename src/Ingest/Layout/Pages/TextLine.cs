using System.Text;
using Plans.Ingest.Building;
using Plans.Ingest.Encodings;

namespace Plans.Ingest.Layout.Pages;

/// <summary>A printed line, or the part of one that stands in a column or cell; its words are whole.</summary>
internal sealed class TextLine
{
    /// <summary>Pieces of one word stand closer together than this share of the line's height; words stand twice as far apart and more.</summary>
    private const double WordGap = 0.12;

    private TextLine(int page, string text, IReadOnlyList<PlacedWord> words, Box box, double height)
    {
        Page = page;
        Text = text;
        Words = words;
        Box = box;
        Height = height;
    }

    public int Page { get; }

    public string Text { get; }

    public IReadOnlyList<PlacedWord> Words { get; }

    public Box Box { get; }

    /// <summary>Of most of its words, in points.</summary>
    public double Height { get; }

    public double Middle => (Box.Y0 + Box.Y1) / 2;

    public double Width => Box.X1 - Box.X0;

    public double FirstWordWidth => Words[0].Box.X1 - Words[0].Box.X0;

    /// <summary>A line that runs upwards; its words keep the boxes that they have on the page.</summary>
    public static TextLine? Upwards(int page, IEnumerable<PageWord> pieces, bool areWhole)
    {
        var line = Of(page, pieces.Select(piece => piece with { Box = new Box(-piece.Box.Y1, piece.Box.X0, -piece.Box.Y0, piece.Box.X1) }), areWhole);
        return line is null ? null : new TextLine(page, line.Text,
            line.Words.Select(word => word with { Box = new Box(word.Box.Y0, -word.Box.X1, word.Box.Y1, -word.Box.X0) }).ToList(), line.Box, line.Height);
    }

    /// <summary>Null if nothing visible is left of the words.</summary>
    public static TextLine? Of(int page, IEnumerable<PageWord> pieces, bool areWhole)
    {
        var text = new StringBuilder();
        var placed = new List<PlacedWord>();
        foreach (var word in areWhole ? InOrder(pieces) : Joined(InOrder(pieces)))
        {
            var clean = CleanText.OneLine(word.Text);
            if (clean.Length > 0)
            {
                text.Append(text.Length > 0 ? " " : "");
                placed.Add(new PlacedWord(text.Length, clean.Length, page, word.Box, word.Confidence));
                text.Append(clean);
            }
        }

        if (placed.Count == 0)
        {
            return null;
        }

        var box = placed.Select(word => word.Box).Aggregate(Around);
        var heights = placed.Select(word => word.Box.Y1 - word.Box.Y0).Order().ToList();
        return new TextLine(page, text.ToString(), placed.ToArray(), box, heights[heights.Count / 2]);
    }

    public static Box Around(Box one, Box other) =>
        new(Math.Min(one.X0, other.X0), Math.Min(one.Y0, other.Y0), Math.Max(one.X1, other.X1), Math.Max(one.Y1, other.Y1));

    private static IEnumerable<PageWord> InOrder(IEnumerable<PageWord> words) => words.OrderBy(word => word.Box.X0).ThenBy(word => word.Box.X1);

    private static IEnumerable<PageWord> Joined(IEnumerable<PageWord> pieces)
    {
        PageWord? open = null;
        foreach (var piece in pieces)
        {
            if (open is not null && IsSameWord(open.Box, piece.Box))
            {
                open = open with { Text = open.Text + piece.Text, Box = Around(open.Box, piece.Box), Confidence = Math.Min(open.Confidence, piece.Confidence) };
            }
            else
            {
                if (open is not null)
                {
                    yield return open;
                }

                open = piece;
            }
        }

        if (open is not null)
        {
            yield return open;
        }
    }

    private static bool IsSameWord(Box left, Box right)
    {
        var height = Math.Max(left.Y1 - left.Y0, right.Y1 - right.Y0);
        var gap = right.X0 - left.X1;
        return gap < WordGap * height && gap > -height / 2;
    }
}
