using System.Text;
using Plans.Extraction.Tests.Domain;
using Plans.Extraction.Tests.Evaluation;
using Plans.Ingest;

namespace Plans.Extraction.Tests.Properties;

/// <summary>What holds for every text, shown on damaged and hostile ones; the seed makes a failure repeatable.</summary>
[Collection(nameof(Alone))]
public sealed class MutationTests
{
    private const int Short = 30_000;

    private static readonly string[] Files = [.. Corpus.Files.Select(f => f.Name).Where(name => name.EndsWith(".txt", StringComparison.Ordinal) || name.EndsWith(".md", StringComparison.Ordinal))];

    public static TheoryData<string, int> Mutations
    {
        get
        {
            var cases = new TheoryData<string, int>();
            foreach (var mutation in Mutation.Kinds.Keys)
            {
                for (var seed = 0; seed < 5; seed++)
                {
                    cases.Add(mutation, seed);
                }
            }

            return cases;
        }
    }

    [Theory]
    [MemberData(nameof(Mutations))]
    public void A_damaged_plan_is_read_without_fault_and_every_fact_has_its_words(string mutation, int seed)
    {
        var random = new Random(seed);
        var file = Corpus.File(Files[random.Next(Files.Length)]);
        var damaged = Mutation.Kinds[mutation](File.ReadAllText(file.Path), random);
        var document = new DocumentReader().Read(new FileContent("ke-hoach.txt", Encoding.UTF8.GetBytes(damaged)));

        Spans.Check(document, PlanExtractor.Extract(document));
    }

    public static TheoryData<string> HostileNames => [.. Hostile.Texts.Keys];

    [Theory]
    [MemberData(nameof(HostileNames))]
    public void A_hostile_text_costs_time_in_proportion_to_its_length(string name)
    {
        var (small, large) = (Sketch(Hostile.Texts[name](Short)), Sketch(Hostile.Texts[name](2 * Short)));

        CheckTime(small, large);

        Spans.Check(large, PlanExtractor.Extract(large));
    }

    [Fact]
    public void A_long_plan_costs_time_in_proportion_to_its_length()
    {
        var body = string.Concat(Enumerable.Range(1, 300).Select(i => $"{i}. Nhiệm vụ {i}\n- Tổ chức 02 lớp tập huấn cho 70 cán bộ, trong đó 30 cán bộ nữ.\n- Sở Nội vụ chủ trì, phối hợp với Sở Tài chính thực hiện trước ngày 10/12/2024.\n"));
        var (small, large) = (Sketch("I. NHIỆM VỤ\n" + body), Sketch("I. NHIỆM VỤ\n" + body + "II. GIẢI PHÁP\n" + body));

        CheckTime(small, large);

        Assert.Equal(2 * PlanExtractor.Extract(small).Targets.Count, PlanExtractor.Extract(large).Targets.Count);
    }

    /// <summary>Twice the text may take 2.6 times as long, and a tenth of a second more for what the runtime does meanwhile.</summary>
    private static void CheckTime(Document small, Document large)
    {
        var (first, second) = (double.MaxValue, double.MaxValue);
        for (var run = 0; run < 5 && (run == 0 || second >= (2.6 * first) + 100); run++)
        {
            (first, second) = (Math.Min(first, Time(small)), Math.Min(second, Time(large)));
        }

        Assert.True(second < (2.6 * first) + 100, $"{first:0} ms; twice the text {second:0} ms");
    }

    /// <summary>Of the processor, in milliseconds: other programs on the machine do not count.</summary>
    private static double Time(Document document)
    {
        var before = Environment.CpuUsage.TotalTime;
        PlanExtractor.Extract(document);
        return (Environment.CpuUsage.TotalTime - before).TotalMilliseconds;
    }

    private static Document Sketch(string lines) => PlanSketch.Plan().Lines("I. MỤC TIÊU VÀ NHIỆM VỤ").Lines(lines).Build();
}

/// <summary>Tests that measure time run while no others do.</summary>
[CollectionDefinition(nameof(Alone), DisableParallelization = true)]
public sealed class Alone;
