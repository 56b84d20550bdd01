using BenchmarkDotNet.Running;
using Plans.Bench;
using Plans.Bench.Search;

if (args is ["search", .. var rest])
{
    SearchBench.Run(rest);
}
else
{
    BenchmarkSwitcher.FromAssembly(typeof(ExtractionBenchmark).Assembly).Run(args);
}
