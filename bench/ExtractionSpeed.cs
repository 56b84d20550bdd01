using System.Diagnostics;
using System.Globalization;
using System.Text;
using Plans.Extraction;
using Plans.Ingest;

namespace Plans.Bench;

/// <summary>
/// How many plans a second one core extracts, and whether a long plan costs more by the character than a short one. By the processor's time of the
/// process, collection of garbage included: other work on the machine makes it larger, never smaller. Reading the files does not count.
/// </summary>
internal static class ExtractionSpeed
{
    /// <summary>
    /// A load extracts thousands of plans with one process, so what counts is the speed once all is compiled to the end. The runtime counts in methods before it
    /// compiles them for the last time, which costs a fifth of the speed: warming ends only when a few rounds in a row bring nothing more.
    /// </summary>
    private const int SteadyRounds = 4;

    /// <summary>A round is faster only by more than what differs by chance.</summary>
    private const double Faster = 0.97;

    private static readonly TimeSpan LongestWarming = TimeSpan.FromSeconds(120);

    private static readonly TimeSpan Round = TimeSpan.FromSeconds(2);
    private const int Rounds = 5;
    private const int ShortParts = 13;
    private const int LongParts = 1_450;

    /// <param name="folder">A folder of plans; null for the corpus.</param>
    public static void Run(string? folder)
    {
        var reader = new DocumentReader();
        var files = folder is null ? CorpusFolder.Files(".txt") : [.. Directory.GetFiles(folder).Order(StringComparer.Ordinal).Select(BenchFiles.Content)];
        var plans = files.Select(f => reader.Read(f)).ToList();
        Warm(plans);
        var speeds = Enumerable.Range(0, Rounds).Select(_ => 1 / Spend(Round, plans)).Order().ToList();
        Say($"{plans.Count} plans of {plans.Average(p => p.Text.Length):0} characters: {speeds[Rounds / 2]:0} plans a second of one core ({speeds[0]:0} to {speeds[^1]:0} in {Rounds} rounds)");

        var (few, many) = (Long(ShortParts), Long(LongParts));
        Warm([few]);
        Spend(Round, [many]);
        var ratios = Enumerable.Range(0, Rounds).Select(_ => (Short: Spend(Round, [few]) / few.Text.Length, Long: Spend(Round, [many]) / many.Text.Length)).OrderBy(r => r.Long / r.Short).ToList();
        var middle = ratios[Rounds / 2];
        Say($"By the character, a plan of {many.Text.Length} costs {middle.Long / middle.Short:0.00} times what one of {few.Text.Length} does ({ratios[0].Long / ratios[0].Short:0.00} to {ratios[^1].Long / ratios[^1].Short:0.00}; {middle.Short * 1e9:0} and {middle.Long * 1e9:0} ns)");
    }

    private static Document Long(int parts) => new DocumentReader().Read(new FileContent("ke-hoach.md", Encoding.UTF8.GetBytes(new LongPlan(parts).Make(parts))));

    private static void Warm(IReadOnlyList<Document> plans)
    {
        var watch = Stopwatch.StartNew();
        var best = double.MaxValue;
        for (var steady = 0; steady < SteadyRounds && watch.Elapsed < LongestWarming; steady++)
        {
            var spent = Spend(Round, plans);
            steady = spent < best * Faster ? -1 : steady;
            best = Math.Min(best, spent);
        }
    }

    /// <returns>Seconds of processor time a plan, over whole rounds of all plans.</returns>
    private static double Spend(TimeSpan least, IReadOnlyList<Document> plans)
    {
        var watch = Stopwatch.StartNew();
        var before = Environment.CpuUsage.TotalTime;
        var count = 0;
        do
        {
            foreach (var plan in plans)
            {
                PlanExtractor.Extract(plan);
                count++;
            }
        }
        while (watch.Elapsed < least);

        return (Environment.CpuUsage.TotalTime - before).TotalSeconds / count;
    }

    private static void Say(FormattableString text) => Console.WriteLine(text.ToString(CultureInfo.InvariantCulture));
}
