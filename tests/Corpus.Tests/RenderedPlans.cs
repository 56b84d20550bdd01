using Plans.Corpus.Rendering;
using Plans.Corpus.Rendering.Equality;

namespace Plans.Corpus.Tests;

/// <summary>A folder of renderings for all tests; each is made when it is first asked for.</summary>
public sealed class RenderedPlans : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("plans-corpus-").FullName;

    private readonly Lazy<ILookup<string, Comparison>> _written;

    public RenderedPlans()
    {
        Corpus = new RenderedCorpus(_folder);
        _written = new(() => Compare(CorpusPlan.All, [.. Rendition.All.OfType<Written>().Select(form => form.Name)]).ToLookup(one => one.Rendition));
    }

    /// <summary>Every plan in a format that we write ourselves; all formats are compared at once.</summary>
    public IReadOnlyList<Comparison> Written(string format) => [.. _written.Value[format]];

    public RenderedCorpus Corpus { get; }

    /// <summary>Every plan where the variable PLANS_CORPUS is "all"; else every n-th, for formats that cost a second a plan.</summary>
    public static IReadOnlyList<CorpusPlan> Sample(int every) =>
        Environment.GetEnvironmentVariable("PLANS_CORPUS") == "all" ? CorpusPlan.All : [.. CorpusPlan.All.Where((_, i) => i % every == 0)];

    public IReadOnlyList<Comparison> Compare(IReadOnlyList<CorpusPlan> plans, params IReadOnlyList<string> names)
    {
        var renditions = names.Select(Rendition.Named).ToList();
        Corpus.Render(plans, renditions.Prepend(Rendition.Docx));
        return [.. plans.AsParallel().WithDegreeOfParallelism(2).SelectMany(plan => Comparison.Of(Corpus, plan, renditions, withOriginal: false))];
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
