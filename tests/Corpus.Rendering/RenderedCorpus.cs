using Plans.Corpus.Rendering.Office;
using Plans.Corpus.Rendering.Scans;
using Plans.Corpus.Rendering.Typesetting;

namespace Plans.Corpus.Rendering;

/// <summary>A folder of renderings: FOLDER/RENDITION/PLAN.ending. What is there already, stays.</summary>
public sealed class RenderedCorpus(string folder)
{
    public string PathOf(CorpusPlan plan, Rendition rendition) => Path.Combine(folder, rendition.Name, $"{plan.Name}.{rendition.Ending}");

    /// <summary>Renders the plans, and first what the renditions are made from.</summary>
    public void Render(IReadOnlyList<CorpusPlan> plans, IEnumerable<Rendition> renditions)
    {
        foreach (var rendition in renditions)
        {
            Directory.CreateDirectory(Path.Combine(folder, rendition.Name));
            var missing = plans.Where(plan => !File.Exists(PathOf(plan, rendition))).ToList();
            if (missing.Count > 0)
            {
                Render(missing, rendition);
            }
        }
    }

    private void Render(IReadOnlyList<CorpusPlan> plans, Rendition rendition)
    {
        switch (rendition)
        {
            case Written written:
                foreach (var plan in plans)
                {
                    File.WriteAllBytes(PathOf(plan, rendition), written.Write(Typesetter.Set(plan), written.Typing));
                }

                break;
            case Saved saved:
                Render(plans, [saved.From]);
                using (var office = new OfficePrinter())
                {
                    office.Save([.. plans.Select(plan => PathOf(plan, saved.From))], rendition.Ending, Path.Combine(folder, rendition.Name));
                }

                break;
            case Scanned scanned:
                Render(plans, [scanned.From]);
                Parallel.ForEach(plans, new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount },
                    plan => File.WriteAllBytes(PathOf(plan, scanned), Scanner.Scan(PathOf(plan, scanned.From), scanned.Quality, plan.Seed)));
                break;
        }
    }
}
