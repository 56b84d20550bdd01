using Plans.Worker.CommandLine;
using Plans.Worker.Loads;

namespace Plans.Worker.Files;

/// <summary>A document and its gold annotation.</summary>
/// <param name="Name">Where the annotation lies in its folder, without its ending.</param>
/// <param name="Path">The document; it need not exist, then nothing was read out of it.</param>
internal sealed record AnnotatedFile(string Name, string Path, string GoldPath)
{
    /// <summary>Every annotation below a folder, in the order of the names.</summary>
    /// <param name="folder">Holds the documents.</param>
    /// <param name="goldFolder">Holds the annotations; null where they stand beside their documents.</param>
    /// <exception cref="WrongUseException">A folder is not there or holds no annotation.</exception>
    public static IReadOnlyList<AnnotatedFile> In(string folder, string? goldFolder)
    {
        var golds = Files(goldFolder ?? folder).Where(path => path.EndsWith(FileFinder.GoldEnding, StringComparison.Ordinal)).ToList();
        if (golds.Count == 0)
        {
            throw new WrongUseException($"{goldFolder ?? folder}: holds no annotation, no file whose name ends with {FileFinder.GoldEnding}.");
        }

        var documents = goldFolder is null ? null : Files(folder).ToLookup(path => System.IO.Path.GetFileName(path));
        return [.. golds.Select(gold =>
        {
            var beside = gold[..^FileFinder.GoldEnding.Length];
            var document = documents is null ? beside : documents[System.IO.Path.GetFileName(beside)].FirstOrDefault() ?? System.IO.Path.Combine(folder, System.IO.Path.GetFileName(beside));
            return new AnnotatedFile(System.IO.Path.GetRelativePath(goldFolder ?? folder, beside), document, gold);
        })];
    }

    private static IEnumerable<string> Files(string folder)
    {
        try
        {
            return Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal).ToList();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new WrongUseException($"{folder}: cannot be looked into: {exception.Message}");
        }
    }
}
