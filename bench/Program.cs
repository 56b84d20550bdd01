using BenchmarkDotNet.Running;
using Plans.Bench;

BenchmarkSwitcher.FromAssembly(typeof(ExtractionBenchmark).Assembly).Run(args);
