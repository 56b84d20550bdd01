using Plans.Ingest;

namespace Plans.Corpus.Rendering;

/// <summary>A plan of corpus/ as it was written: text, Markdown, HTML or DOCX.</summary>
public sealed record CorpusPlan(string Path)
{
    private const string GoldEnding = ".gold.json";

    /// <summary>The file's name without its ending; no two plans share one.</summary>
    public string Name => System.IO.Path.GetFileNameWithoutExtension(Path);

    /// <summary>A number that the name alone decides: what is left to chance in a rendering, is drawn from it.</summary>
    public int Seed => Name.Aggregate(17, (seed, letter) => unchecked((seed * 31) + letter)) & int.MaxValue;

    public Document Read() => new DocumentReader().Read(new FileContent(System.IO.Path.GetFileName(Path), File.ReadAllBytes(Path)));

    /// <summary>All plans of the corpus that have an annotation, by path.</summary>
    public static IReadOnlyList<CorpusPlan> All { get; } =
    [
        .. Directory.EnumerateFiles(Folder(), "*" + GoldEnding, SearchOption.AllDirectories).Order(StringComparer.Ordinal)
            .Select(path => new CorpusPlan(path[..^GoldEnding.Length])),
    ];

    public static CorpusPlan Named(string name) => All.Single(plan => plan.Name == name);

    private static string Folder()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(System.IO.Path.Combine(folder.FullName, "Pipeline.sln")))
            {
                return System.IO.Path.Combine(folder.FullName, "corpus");
            }
        }

        throw new DirectoryNotFoundException($"No Pipeline.sln above {AppContext.BaseDirectory}: run this inside the repository.");
    }
}
