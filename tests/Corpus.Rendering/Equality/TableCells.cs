using Plans.Extraction.Evaluation;
using Plans.Ingest;

namespace Plans.Corpus.Rendering.Equality;

/// <summary>How many cells of the ruled tables hold the same words; where lines and blanks break inside a cell makes no difference.</summary>
internal static class TableCells
{
    public static Measure Compare(Document expected, Document read)
    {
        var (wanted, found) = (Count(expected), Count(read));
        var right = wanted.Sum(cell => Math.Min(cell.Value, found.GetValueOrDefault(cell.Key)));
        return new(right, found.Values.Sum() - right, wanted.Values.Sum() - right);
    }

    private static Dictionary<string, int> Count(Document document) => document.Blocks.OfType<Table>().Where(table => table.Ruled)
        .SelectMany(table => table.Rows).SelectMany(row => row.Cells)
        .Select(cell => string.Concat(cell.Range.Of(document.Text).Where(c => !char.IsWhiteSpace(c)))).Where(words => words.Length > 0)
        .CountBy(words => words).ToDictionary();
}
