using BenchmarkDotNet.Attributes;
using Plans.Extraction;
using Plans.Ingest;

namespace Plans.Bench;

/// <summary>
/// Reading and extraction over the corpus' text plans, one after another on one core. "Doubled" holds each plan's body twice: its ratio to
/// "Once" shows whether the cost is linear in length (2 is linear).
/// </summary>
[MemoryDiagnoser]
public class ExtractionBenchmark
{
    private IReadOnlyList<FileContent> _files = [];
    private IReadOnlyList<Document> _once = [];
    private IReadOnlyList<Document> _doubled = [];

    [GlobalSetup]
    public void Read()
    {
        var reader = new DocumentReader();
        _files = CorpusFolder.Files(".txt");
        _once = CorpusFolder.Documents(".txt");
        _doubled = [.. _files.Select(f => reader.Read(f with { Bytes = (byte[])[.. f.Bytes.Span, (byte)'\n', .. f.Bytes.Span] }))];
    }

    [Benchmark]
    public int Reading()
    {
        var reader = new DocumentReader();
        return _files.Sum(f => reader.Read(f).Blocks.Count);
    }

    [Benchmark(Baseline = true)]
    public int Once() => _once.Sum(d => PlanExtractor.Extract(d).Targets.Count);

    [Benchmark]
    public int Doubled() => _doubled.Sum(d => PlanExtractor.Extract(d).Targets.Count);
}
