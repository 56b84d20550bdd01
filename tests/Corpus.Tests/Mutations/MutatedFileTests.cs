using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using Plans.Extraction;
using Plans.Ingest;
using Plans.Ingest.Tests;
using Xunit.Abstractions;

namespace Plans.Corpus.Tests.Mutations;

/// <summary>
/// Damaged files of each format, through reading and extraction: each ends done, partial, or failed with a reason that is not "internal error",
/// and in time. There are 500 files of each format. Of those that LibreOffice or Tesseract must read, a part is read each day, so that all are within the
/// week (scans within the year); PLANS_MUTATED_FILES=500 reads all of them at once.
/// </summary>
public sealed class MutatedFileTests(SmallFiles files, ITestOutputHelper output) : IClassFixture<SmallFiles>
{
    private const int All = 500;

    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(60);

    private static readonly ReadLimits Limits = new() { OfficeTime = TimeSpan.FromSeconds(10), PageTime = TimeSpan.FromSeconds(30), FileTime = TimeSpan.FromSeconds(50) };

    internal static readonly int? Wanted = int.TryParse(Environment.GetEnvironmentVariable("PLANS_MUTATED_FILES"), NumberStyles.None, CultureInfo.InvariantCulture, out var count) ? count : null;

    [Theory]
    [InlineData("txt", "ke-hoach.txt", 500)]
    [InlineData("tcvn3-txt", "ke-hoach.txt", 500)]
    [InlineData("html", "ke-hoach.html", 500)]
    [InlineData("docx", "ke-hoach.docx", 500)]
    [InlineData("xlsx", "bieu.xlsx", 500)]
    [InlineData("pdf", "ke-hoach.pdf", 250)]
    [InlineData("plain-pdf", "ke-hoach.pdf", 250)]
    [InlineData("scan", "ke-hoach.pdf", 4)]
    [InlineData("doc", "ke-hoach.doc", 100)]
    [InlineData("rtf", "ke-hoach.rtf", 100)]
    [InlineData("odt", "ke-hoach.odt", 100)]
    [InlineData("xls", "bieu.xls", 100)]
    public void Damage_ends_with_a_document_or_a_reason(string format, string name, int count)
    {
        var outcomes = new ConcurrentBag<string>();
        var wrong = new ConcurrentBag<string>();
        var clock = Stopwatch.StartNew();
        var seeds = Seeds(format, count);
        Parallel.ForEach(seeds, new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount }, seed =>
        {
            var start = clock.Elapsed;
            try
            {
                outcomes.Add(Read(new FileContent(name, Damaged(format, seed))));
            }
            catch (Exception fault)
            {
                wrong.Add($"{format}, seed {seed}: {fault.InnerException ?? fault}");
            }

            if (clock.Elapsed - start > Longest)
            {
                wrong.Add($"{format}, seed {seed}: took {clock.Elapsed - start}");
            }
        });

        output.WriteLine($"{format}, seeds {seeds[0]} to {seeds[^1]}: {string.Join(", ", outcomes.CountBy(outcome => outcome).OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => $"{pair.Value} {pair.Key}"))}; {clock.Elapsed.TotalSeconds:0} s");
        Assert.True(wrong.IsEmpty, string.Join('\n', wrong.Order(StringComparer.Ordinal).Take(10)));
    }

    /// <summary>All that are wanted, or today's: the same all day, and each day the next.</summary>
    private static IReadOnlyList<int> Seeds(string format, int count)
    {
        var day = (int)(TimeProvider.System.GetUtcNow() - DateTimeOffset.UnixEpoch).TotalDays;
        return Wanted is { } wanted ? [.. Enumerable.Range(0, wanted)] : [.. Enumerable.Range(format is "pdf" or "plain-pdf" ? 0 : day % (All / count) * count, count)];
    }

    private byte[] Damaged(string format, int seed)
    {
        var random = new Random(seed);
        var file = files.Bytes(format);
        return format is not ("docx" or "xlsx" or "odt") ? Damage.Of(file, random) : (seed % 4) switch
        {
            0 => Damage.Of(file, random),
            1 => Damage.InsideZip(file, random),
            _ => Damage.OtherNumbers(file, random),
        };
    }

    private static string Read(FileContent file)
    {
        try
        {
            var document = new DocumentReader(Limits).Read(file);
            Soundness.Check(document);
            Check(document, PlanExtractor.Extract(document));
            return document.Pages.Any(page => page.Source == PageSource.Failed) || document.Warnings.Count > 0 ? "partial or warned" : "done";
        }
        catch (UnreadableFileException refusal) when (refusal.Reason != FailureReasons.Internal)
        {
            return refusal.Reason;
        }
    }

    private static void Check(Document document, Plan plan) =>
        Assert.All(plan.Targets.Select(target => target.Span).Concat(plan.Tasks.Select(task => task.Span)), span =>
            Assert.True(span.Start >= 0 && span.Start <= span.End && span.End <= document.Text.Length, "facts stand in the text"));
}
