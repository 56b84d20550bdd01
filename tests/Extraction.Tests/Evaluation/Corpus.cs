using System.Text;
using Plans.Extraction.Evaluation;
using Plans.Ingest;

namespace Plans.Extraction.Tests.Evaluation;

/// <summary>A document with what a person says that it holds.</summary>
internal sealed record AnnotatedFile(string Path, string GoldPath)
{
    public string Name => System.IO.Path.GetFileName(Path);

    public Document Document => new DocumentReader().Read(new FileContent(Name, File.ReadAllBytes(Path)));

    public string GoldJson => File.ReadAllText(GoldPath, Encoding.UTF8);

    public Score Score() => GoldScore.Of(GoldPlan.Parse(GoldJson), PlanExtractor.Extract(Document));
}

/// <summary>The annotated plans: those of the repository, and real ones beside it where a developer has them.</summary>
internal static class Corpus
{
    /// <summary>Never looked at while rules are written: kept for measuring by hand.</summary>
    private const string SetAside = "set-aside";

    private const string GoldEnding = ".gold.json";

    public static string Root { get; } = FindRoot();

    /// <summary>The folder shared/ beside the repository; null where there is none.</summary>
    public static string? Shared { get; } =
        Path.Combine(Path.GetDirectoryName(Root)!, "shared") is var folder && Directory.Exists(folder) ? folder : null;

    public static IReadOnlyList<AnnotatedFile> Files { get; } =
    [
        .. Directory.EnumerateFiles(Path.Combine(Root, "corpus"), "*" + GoldEnding, SearchOption.AllDirectories)
            .Where(path => !path.Contains(Path.DirectorySeparatorChar + SetAside, StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select(path => new AnnotatedFile(path[..^GoldEnding.Length], path)),
    ];

    public static AnnotatedFile File(string name) => Files.Single(file => file.Name == name);

    /// <summary>The real plans, whose annotations lie in a folder of their own.</summary>
    public static IReadOnlyList<AnnotatedFile> SharedFiles() => Shared is null ? [] :
    [
        .. Directory.EnumerateFiles(Path.Combine(Shared, "gold"), "*" + GoldEnding).Order(StringComparer.Ordinal)
            .Select(path => new AnnotatedFile(Path.Combine(Shared, "plans", Path.GetFileName(path)[..^GoldEnding.Length]), path)),
    ];

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (System.IO.File.Exists(Path.Combine(folder.FullName, "Pipeline.sln")))
            {
                return folder.FullName;
            }
        }

        throw new InvalidOperationException($"No Pipeline.sln above {AppContext.BaseDirectory}: run the tests inside the repository.");
    }
}
