using System.Globalization;
using Plans.Extraction.Evaluation;

namespace Plans.Corpus.Rendering.Equality;

/// <summary>Shows comparisons: each format over all plans, then each plan that is not equal, worst first.</summary>
public static class ComparisonTable
{
    private static readonly IReadOnlyList<string> Shown =
        [.. Comparison.Parts, ScoredPart.TargetsStrict, ScoredPart.Deadlines, ScoredPart.Sections, ScoredPart.LegalBases, ScoredPart.Funding, ScoredPart.DocumentFields];

    public static void Write(IReadOnlyList<Comparison> comparisons, int errors, TextWriter output)
    {
        output.WriteLine(Heading());
        foreach (var (name, of) in comparisons.GroupBy(one => one.Rendition).Select(group => (group.Key, Sum(group))).OrderBy(row => row.Item2.Worst))
        {
            output.WriteLine(Row(name, of));
        }

        output.WriteLine();
        foreach (var one in comparisons.OrderBy(one => one.Worst).Where(one => Shown.Any(part => one.Score[part].F1 < 1) || one.Cells.F1 < 1 || one.Failure is not null))
        {
            output.WriteLine(Row($"{one.Rendition} {one.Plan}", one) + (one.Failure is null ? "" : $"  {one.Failure}"));
            foreach (var error in one.Score.Errors.Where(error => Shown.Contains(error.Part)).Take(errors))
            {
                output.WriteLine($"    {error.Part}: {error.Difference} {error.What}");
            }
        }
    }

    private static Comparison Sum(IEnumerable<Comparison> comparisons)
    {
        var all = comparisons.ToList();
        return new("", all[0].Rendition, Score.Sum(all.Select(one => one.Score)), all.Aggregate(Measure.None, (sum, one) => sum + one.Cells), [], null);
    }

    private static string Heading() => $"{"",-60}{string.Concat(Shown.Append("cells").Select(part => $"{part[..Math.Min(9, part.Length)],10}"))}";

    private static string Row(string name, Comparison one) =>
        $"{name,-60}{string.Concat(Shown.Select(part => one.Score[part]).Append(one.Cells).Select(measure => measure.F1 is { } f1 ? f1.ToString("0.0000", CultureInfo.InvariantCulture).PadLeft(10) : "         -"))}";
}
