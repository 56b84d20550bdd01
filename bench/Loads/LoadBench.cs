using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Logging.Abstractions;
using Plans.Extraction;
using Plans.Ingest;
using Plans.Store;
using Plans.Store.Ledger;
using Plans.Worker.Jobs;
using Plans.Worker.Loads;

namespace Plans.Bench.Loads;

/// <summary>
/// What a load costs beyond reading and extracting: <c>loads whole [N] [DATABASE]</c>; the queue's own cost: <c>loads queue [N]
/// [DATABASE]</c>; whether the database bounds many machines: <c>loads workers [N] DATABASE</c>.
/// </summary>
internal static class LoadBench
{
    private const int Warm = 300;
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(20);

    public static async Task RunAsync(IReadOnlyList<string> arguments)
    {
        var count = arguments.Count > 1 ? int.Parse(arguments[1], CultureInfo.InvariantCulture) : 1000;
        var database = arguments.ElementAtOrDefault(2);
        switch (arguments[0])
        {
            case "whole":
                await WholeAsync(count, database);
                break;
            case "queue":
                await QueueAsync(count, database);
                break;
            default:
                await WorkersAsync(count, database ?? throw new ArgumentException("Workers of many machines need a database."));
                break;
        }
    }

    /// <summary>Reading and extracting alone, then the same files loaded from the first look at the folder to the last plan saved.</summary>
    private static async Task WholeAsync(int count, string? database)
    {
        using var files = new LoadFiles(count);
        var pages = 0;
        Extract(files.All.Take(60), ref pages);
        pages = 0;
        var watch = Stopwatch.StartNew();
        var alone = ProcessorTime.Of(() => Extract(files.All, ref pages));
        Say($"reading and extracting alone: {alone.Both / count * 1000:0.0} ms of processor a file ({alone.Own:0.0} s own, {alone.Children:0.0} s children), {count / watch.Elapsed.TotalSeconds:0} files/s");

        var pdfs = files.All.Where(path => path.EndsWith(".pdf", StringComparison.Ordinal)).ToList();
        watch.Restart();
        var poppler = ProcessorTime.Of(() => Parallel.ForEach(pdfs, Two, pdf => BenchFiles.Run("pdftotext", [pdf, "-"], keep: false)));
        Say($"pdftotext alone on {pdfs.Count} PDFs: {poppler.Both / pdfs.Count * 1000:0.0} ms of processor a file, {pdfs.Count / watch.Elapsed.TotalSeconds:0} files/s");

        using var store = PlanStore.Open(new StoreOptions { DataFolder = Path.Combine(files.Root, "data"), Database = database });
        var thousands = new List<TimeSpan>();
        var before = ProcessorTime.Now();
        watch.Restart();
        var load = store.Ledger.StartLoad([files.Plans]);
        await using (var worker = QueueWorker.Start(store, JobSettings.Default, NullLoggerFactory.Instance))
        {
            var entering = Task.Run(() => new Loader(store).Enter(load, [files.Plans], reprocess: false, worker.Wake, CancellationToken.None));
            while (true)
            {
                var ended = entering.IsCompleted;
                var counts = store.Ledger.Counts(load);
                while (counts.Done >= (thousands.Count + 1) * Math.Max(1, count / 10) && thousands.Count < 10)
                {
                    thousands.Add(watch.Elapsed);
                }

                if (ended && counts.Open == 0)
                {
                    break;
                }

                await Task.Delay(TimeSpan.FromMilliseconds(200));
            }

            await entering;
        }

        var whole = new ProcessorTime(ProcessorTime.Now().Own - before.Own, ProcessorTime.Now().Children - before.Children);
        Say($"loaded: {whole.Both / count * 1000:0.0} ms of processor a file, {whole.Both / alone.Both:0.00} times as much; {count / watch.Elapsed.TotalSeconds:0} files/s, {pages / watch.Elapsed.TotalSeconds:0} pages/s; most memory {Process.GetCurrentProcess().PeakWorkingSet64 / 1_000_000} MB; {store.Counts().Plans} plans");
        Say($"seconds for each tenth: {string.Join(' ', thousands.Zip(thousands.Skip(1), (a, b) => (b - a).TotalSeconds.ToString("0.0", CultureInfo.InvariantCulture)).Prepend(thousands[0].TotalSeconds.ToString("0.0", CultureInfo.InvariantCulture)))}");
    }

    private static ParallelOptions Two => new() { MaxDegreeOfParallelism = JobSettings.Default.Concurrency };

    private static void Extract(IEnumerable<string> paths, ref int pages)
    {
        var reader = new DocumentReader();
        var (read, timeouts) = (0, 0);
        Parallel.ForEach(paths, Two, path =>
        {
            // On a machine that has much else to do, a pattern of a rule may run into its limit of time; the worker tries again, too.
            var document = reader.Read(BenchFiles.Content(path));
            for (var tried = false; !tried;)
            {
                try
                {
                    PlanExtractor.Extract(document);
                    tried = true;
                }
                catch (RegexMatchTimeoutException)
                {
                    Interlocked.Increment(ref timeouts);
                }
            }

            Interlocked.Add(ref read, document.Pages.Count);
        });
        pages += read;
        if (timeouts > 0)
        {
            Say($"{timeouts} extractions ran into a limit of time and were repeated: the machine is too busy for these figures.");
        }
    }

    /// <summary>Files with which nothing is done but to start and to end them; some before, so that the program is warm.</summary>
    private static async Task QueueAsync(int count, string? database)
    {
        await QueueOnceAsync(Warm, database, _ => { });
        await QueueOnceAsync(count, database, Say);
    }

    private static async Task QueueOnceAsync(int count, string? database, Action<FormattableString> say)
    {
        using var folder = new Scratch();
        using var store = PlanStore.Open(new StoreOptions { DataFolder = folder.Path, Database = database });
        var load = Register(store, count);
        var watch = Stopwatch.StartNew();
        await using (var queue = await JobQueue.OpenAsync(store.Options, "bench", new FileWork((_, _) => Task.CompletedTask), JobSettings.Default, NullLoggerFactory.Instance))
        {
            await queue.AddAsync(store.Ledger.Feed(count));
            say($"scheduling {count} files: {watch.Elapsed.TotalSeconds:0.0} s");
            store.Ledger.Unfeed(new HashSet<long>(), TimeSpan.Zero);
        }

        var before = ProcessorTime.Now();
        watch.Restart();
        await using (QueueWorker.Start(store, JobSettings.Default, NullLoggerFactory.Instance, name => new FileWork((file, _) =>
        {
            store.Ledger.Fail(store.Ledger.Start(file, name)!, new("bench", "", ""));
            return Task.CompletedTask;
        })))
        {
            await UntilEndedAsync(store, load, count);
        }

        say($"queue and ledger: {watch.Elapsed.TotalMilliseconds / count:0.00} ms a file by the clock, {(ProcessorTime.Now().Own - before.Own) / count * 1000:0.00} ms of this process");
    }

    /// <summary>One worker, then eight, whose work is to sleep: what remains is the database.</summary>
    private static async Task WorkersAsync(int count, string database)
    {
        var alone = await RateAsync(1, count / 8, database);
        var eight = await RateAsync(8, count, database);
        Say($"1 worker {alone:0.0} files/s, 8 workers {eight:0.0} files/s: {eight / alone:0.0} times");
    }

    private static async Task<double> RateAsync(int workers, int count, string database)
    {
        using var folder = new Scratch();
        var stores = Enumerable.Range(0, workers).Select(number => PlanStore.Open(new StoreOptions { DataFolder = Path.Combine(folder.Path, $"{number}"), Database = database })).ToList();
        var load = Register(stores[0], count);
        var settings = JobSettings.Default with { Concurrency = 2 };
        var watch = Stopwatch.StartNew();
        var running = stores.Select(store => QueueWorker.Start(store, settings, NullLoggerFactory.Instance, name => new FileWork(async (file, stopping) =>
        {
            if (store.Ledger.Start(file, name) is { } run)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(400), stopping);
                store.Ledger.Fail(run, new("bench", "", ""));
            }
        }))).ToList();
        await UntilEndedAsync(stores[0], load, count);
        var rate = count / watch.Elapsed.TotalSeconds;
        foreach (var worker in running)
        {
            await worker.DisposeAsync();
        }

        stores.ForEach(store => store.Dispose());
        return rate;
    }

    private static long Register(PlanStore store, int count)
    {
        var load = store.Ledger.StartLoad(["bench"]);
        var salt = Guid.NewGuid().ToString("n");
        for (var number = 0; number < count; number++)
        {
            store.Ledger.Register(load, new FoundFile($"/{salt}/{number}.txt", $"{salt}{number:x32}", 1), PlanExtractor.Version);
        }

        return load;
    }

    private static async Task UntilEndedAsync(PlanStore store, long load, int count)
    {
        while (store.Ledger.Counts(load).Failed < count)
        {
            await Task.Delay(Look * Math.Max(1, count / 100));
        }
    }

    private static void Say(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));

    private sealed class Scratch : IDisposable
    {
        public string Path { get; } = Directory.CreateTempSubdirectory("plans-bench-").FullName;

        public void Dispose() => Directory.Delete(Path, recursive: true);
    }
}
