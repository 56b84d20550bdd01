using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Plans.Extraction;
using Plans.Store;
using Plans.Store.Export;
using Plans.Store.Ledger;
using Plans.Store.Search;

namespace Plans.Bench.Search;

/// <summary>
/// <c>search PLANS [DATABASE]</c>: fills a store with generated plans (kept in a temporary folder by its size) and times classes of
/// queries: warm, first page of 20 with snippets and facets, one after another.
/// </summary>
internal static class SearchBench
{
    private const int Rounds = 5;

    private static readonly (string Class, Func<int, string> Query)[] Classes =
    [
        ("one rare word", i => $"{201 + (i * 37)}"),
        ("one word, middling", i => PlanGenerator.Syllable(120 + (i * 7))),
        ("one very common word", i => PlanGenerator.Syllable(i)),
        ("two common words", i => $"{PlanGenerator.Syllable(i)} {PlanGenerator.Syllable(i + 9)}"),
        ("four common words", i => string.Join(' ', Enumerable.Range(0, 4).Select(n => PlanGenerator.Syllable((i + (n * 5)) % 40)))),
        ("phrase of two common words", i => $"\"{PlanGenerator.Syllable(i)} {PlanGenerator.Syllable(i + 1)}\""),
        ("prefix of two letters", i => $"{Folding.Fold(PlanGenerator.Syllable(i + 3))[..2]}*"),
        ("common word, filtered by province", i => $"{PlanGenerator.Syllable(i)} tỉnh:Huế"),
        ("common word, filtered by value and year", i => $"{PlanGenerator.Syllable(i)} value:>=70 unit:% year:2030"),
        ("common without another", i => $"{PlanGenerator.Syllable(i)} -{PlanGenerator.Syllable(i + 5)}"),
    ];

    public static void Run(string[] args)
    {
        var plans = int.Parse(args[0], CultureInfo.InvariantCulture);
        var database = args.Length > 1 ? args[1] : null;
        var folder = Path.Combine(Path.GetTempPath(), $"plans-bench-{plans}");
        using var store = PlanStore.Open(new StoreOptions { DataFolder = folder, Database = database });
        Fill(store, plans);

        var counts = store.Counts();
        Console.WriteLine($"{(database is null ? "SQLite" : "PostgreSQL")}: {counts.Plans} plans, {counts.Plans + counts.Sections + counts.Targets + counts.Tasks} passages");
        Console.WriteLine("| query | hits (avg) | p50 ms | p95 ms | CPU ms | without facets: p50 ms | CPU ms |");
        Console.WriteLine("|---|---|---|---|---|---|---|");
        foreach (var (name, query) in Classes)
        {
            var queries = Enumerable.Range(0, 10).Select(query).ToList();
            var (with, hits, cpu) = Time(store, queries, facets: true);
            var (without, _, cpuWithout) = Time(store, queries, facets: false);
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture, $"| {name} | {hits:0} | {Percentile(with, 0.5):0.0} | {Percentile(with, 0.95):0.0} | {cpu:0.0} | {Percentile(without, 0.5):0.0} | {cpuWithout:0.0} |"));
        }

        TimeExports(store);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Memory: {Process.GetCurrentProcess().PeakWorkingSet64 / 1e6:0} MB"));
    }

    private static void TimeExports(PlanStore store)
    {
        Console.WriteLine("| export of all sections | rows | s | MB |");
        Console.WriteLine("|---|---|---|---|");
        foreach (var format in Enum.GetValues<ExportFormat>())
        {
            using var target = new CountingStream();
            var clock = Stopwatch.StartNew();
            var rows = store.Export.Write(HitKind.Section, new SearchRequest { Query = "" }, format, target);
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture, $"| {format} | {rows} | {clock.Elapsed.TotalSeconds:0.0} | {target.Bytes / 1e6:0} |"));
        }
    }

    private static void Fill(PlanStore store, int plans)
    {
        var held = store.Counts().Plans;
        if (held >= plans)
        {
            return;
        }

        var generator = new PlanGenerator(1);
        var clock = Stopwatch.StartNew();
        var saving = new Stopwatch();
        var (cpu, thousand) = (TimeSpan.Zero, TimeSpan.Zero);
        var load = store.Ledger.StartLoad(["generated"]);
        for (var number = 0; number < plans; number++)
        {
            var (document, plan) = generator.Make(number);
            if (number < held)
            {
                continue;
            }

            saving.Start();
            var before = Process.GetCurrentProcess().TotalProcessorTime;
            var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(document.Text)));
            var file = store.Ledger.Register(load, new FoundFile($"/generated/{number}", hash, document.Text.Length), PlanExtractor.Version);
            store.Save(store.Ledger.Start(file.FileId, "bench")!, document, plan);
            saving.Stop();
            cpu += Process.GetCurrentProcess().TotalProcessorTime - before;
            thousand = number + 1 - held == 1000 ? cpu : thousand;
        }

        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"Processor time of saving a plan: {cpu.TotalMilliseconds / (plans - held):0.0} ms; of the first thousand {thousand.TotalMilliseconds / 1000:0.0} ms"));
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"Saved {plans - held} plans in {saving.Elapsed.TotalSeconds:0.0} s ({(plans - held) / saving.Elapsed.TotalSeconds:0} plans/s; all in all {clock.Elapsed.TotalSeconds:0.0} s)"));
    }

    /// <summary>The processor's time is this process's, an average; it is steadier than the clock's on a machine that has other work.</summary>
    private static (List<double> Milliseconds, double Hits, double Cpu) Time(PlanStore store, List<string> queries, bool facets)
    {
        var (times, hits, before) = (new List<double>(), 0L, TimeSpan.Zero);
        for (var round = 0; round <= Rounds; round++)
        {
            before = round == 1 ? Process.GetCurrentProcess().TotalProcessorTime : before;
            foreach (var query in queries)
            {
                var clock = Stopwatch.StartNew();
                var result = store.Search.Find(new SearchRequest { Query = query, WithFacets = facets });
                if (round > 0)
                {
                    times.Add(clock.Elapsed.TotalMilliseconds);
                    hits += result.Total;
                }
            }
        }

        var cpu = (Process.GetCurrentProcess().TotalProcessorTime - before).TotalMilliseconds / times.Count;
        times.Sort();
        return (times, (double)hits / times.Count, cpu);
    }

    private static double Percentile(List<double> sorted, double share) => sorted[Math.Min(sorted.Count - 1, (int)(sorted.Count * share))];
}
