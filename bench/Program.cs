using BenchmarkDotNet.Running;
using Plans.Bench;

switch (args)
{
    case ["reading", .. var parts]:
        ReadingBenchmark.Run(parts);
        break;
    case ["peak", var file]:
        ReadingBenchmark.Peak(file);
        break;
    default:
        BenchmarkSwitcher.FromAssembly(typeof(ExtractionBenchmark).Assembly).Run(args);
        break;
}
