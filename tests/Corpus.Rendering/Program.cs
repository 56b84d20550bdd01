using Plans.Corpus.Rendering;
using Plans.Corpus.Rendering.Equality;
using Plans.Corpus.Rendering.Packing;
using Plans.Ingest;
using Plans.Ingest.Ocr;

const string Usage = """
    Renders the plans of corpus/ in every format, and measures what is read from each by what is read from its DOCX.

      render  FOLDER [--formats a,b] [--plans a,b]             writes FOLDER/FORMAT/PLAN.ending
      pack    FOLDER [--formats a,b] [--plans a,b]             the same, and packs all in FOLDER/corpus.zip, .tar.gz and .7z
      compare FOLDER [--formats a,b] [--plans a,b] [--errors N]  renders what is missing, then shows F1 by format and by plan, worst first
                                                               (--cache FOLDER keeps what was recognised for the next time)
    """;

if (args is not ["render" or "pack" or "compare", var folder, .. var options] || options.Length % 2 != 0)
{
    Console.Error.WriteLine(Usage);
    Console.Error.WriteLine("Formats: " + string.Join(", ", Rendition.All.Select(rendition => rendition.Name)));
    return 2;
}

var plans = CorpusPlan.All.Where(plan => Names("--plans") is not { } names || names.Any(plan.Name.Contains)).ToList();
var renditions = Rendition.All.Where(rendition => Names("--formats") is not { } names || names.Contains(rendition.Name)).ToList();
var corpus = new RenderedCorpus(folder);
corpus.Render(plans, renditions.Prepend(Rendition.Docx));
if (args[0] == "pack")
{
    var files = renditions.SelectMany(rendition => plans.Select(plan =>
        new PackedFile($"{rendition.Name}/{plan.Name}.{rendition.Ending}", File.ReadAllBytes(corpus.PathOf(plan, rendition))))).ToList();
    foreach (var (ending, pack) in Packs.Kinds)
    {
        File.WriteAllBytes(Path.Combine(folder, $"corpus.{ending}"), pack(files));
    }
}
else if (args[0] == "compare")
{
    var ocr = OcrSettings.Default with { CacheFolder = Value("--cache") };
    var comparisons = plans.AsParallel().WithDegreeOfParallelism(2).SelectMany(plan => Comparison.Of(corpus, plan, renditions, withOriginal: Names("--formats") is null, ocr)).ToList();
    ComparisonTable.Write(comparisons, int.Parse(Value("--errors") ?? "0", System.Globalization.CultureInfo.InvariantCulture), Console.Out);
}

return 0;

string? Value(string option) => Array.IndexOf(options, option) is >= 0 and var at ? options[at + 1] : null;

string[]? Names(string option) => Value(option)?.Split(',');
