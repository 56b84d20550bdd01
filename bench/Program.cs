using BenchmarkDotNet.Running;
using Plans.Bench;
using Plans.Bench.Loads;
using Plans.Bench.Search;

switch (args)
{
    case ["reading", .. var parts]:
        ReadingBenchmark.Run(parts);
        break;
    case ["peak", var file]:
        ReadingBenchmark.Peak(file);
        break;
    case ["extraction", .. var folder]:
        ExtractionSpeed.Run(folder.FirstOrDefault());
        break;
    case ["search", .. var rest]:
        SearchBench.Run(rest);
        break;
    case ["loads", .. var rest]:
        await LoadBench.RunAsync(rest);
        break;
    default:
        BenchmarkSwitcher.FromAssembly(typeof(ExtractionBenchmark).Assembly).Run(args);
        break;
}
