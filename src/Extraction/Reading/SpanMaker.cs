using Plans.Ingest;

namespace Plans.Extraction.Reading;

/// <summary>Makes spans that lead back to the page: the boxes of the words, joined line by line.</summary>
internal sealed class SpanMaker(Document document)
{
    public string Text => document.Text;

    public Span Of(Line line) => Of(line.Start, line.End, line.Page);

    public Span Of(int start, int end, int page)
    {
        var words = Words(start, end);
        return words.Count == 0 ? new Span(start, end, page) : new Span(start, end, words[0].Page, Boxes(words));
    }

    private List<Word> Words(int start, int end)
    {
        var words = document.Words;
        var (low, high) = (0, words.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = words[middle].Range.End <= start ? (middle + 1, high) : (low, middle);
        }

        var found = new List<Word>();
        for (var i = low; i < words.Count && words[i].Range.Start < end; i++)
        {
            found.Add(words[i]);
        }

        return found;
    }

    /// <summary>One box for each printed line of the first page of the words.</summary>
    private static List<Box> Boxes(List<Word> words)
    {
        var boxes = new List<Box>();
        foreach (var word in words.Where(w => w.Page == words[0].Page))
        {
            var box = word.Box;
            if (boxes.Count > 0 && Math.Abs(boxes[^1].Y0 - box.Y0) < (box.Y1 - box.Y0) / 2 && box.X0 >= boxes[^1].X0)
            {
                var last = boxes[^1];
                boxes[^1] = new Box(last.X0, Math.Min(last.Y0, box.Y0), Math.Max(last.X1, box.X1), Math.Max(last.Y1, box.Y1));
            }
            else
            {
                boxes.Add(box);
            }
        }

        return boxes;
    }
}
