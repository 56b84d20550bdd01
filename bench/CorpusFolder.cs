using Plans.Ingest;

namespace Plans.Bench;

/// <summary>The plans of corpus/, read once.</summary>
internal static class CorpusFolder
{
    /// <summary>The nearest folder above the running program that holds the corpus.</summary>
    private static string Path()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (Directory.Exists(System.IO.Path.Combine(folder.FullName, "corpus")))
            {
                return System.IO.Path.Combine(folder.FullName, "corpus");
            }
        }

        throw new DirectoryNotFoundException("No folder 'corpus' above the benchmark: run it inside the repository.");
    }

    public static IReadOnlyList<FileContent> Files(string ending) =>
        [.. Directory.EnumerateFiles(Path(), "*" + ending, SearchOption.AllDirectories).Order(StringComparer.Ordinal)
            .Where(f => System.IO.Path.GetFileName(f) != "README.md")
            .Select(f => new FileContent(System.IO.Path.GetFileName(f), File.ReadAllBytes(f)))];

    public static IReadOnlyList<Document> Documents(string ending)
    {
        var reader = new DocumentReader();
        return [.. Files(ending).Select(f => reader.Read(f))];
    }
}
