using Plans.Ingest;
using Plans.Store.Ledger;
using Plans.Worker.Files;

namespace Plans.Worker.Loads;

/// <summary>
/// Finds the files under paths, folders recursively and everything in the order of its name. Files and folders whose name begins
/// with a dot are left out, as are links to folders, which could lead round in circles, and the gold annotations that stand beside
/// the documents of a corpus. What cannot be entered is found as failed.
/// </summary>
internal static class FileFinder
{
    /// <summary>What the name of a document's gold annotation has beyond the document's own.</summary>
    public const string GoldEnding = ".gold.json";

    /// <param name="entered">Called with each folder that could be entered.</param>
    public static IEnumerable<FoundPath> Find(IEnumerable<string> paths, Action<string>? entered = null) =>
        paths.Select(Path.GetFullPath).SelectMany(path => Directory.Exists(path) ? InFolder(path, entered) : [AtPath(path)]);

    private static IEnumerable<FoundPath> InFolder(string folder, Action<string>? entered)
    {
        string[] entries;
        FoundPath? closed = null;
        try
        {
            entries = Directory.GetFileSystemEntries(folder);
            Array.Sort(entries, StringComparer.Ordinal);
            entered?.Invoke(folder);
        }
        catch (Exception exception) when (exception is UnauthorizedAccessException or IOException)
        {
            entries = [];
            closed = new(folder, 0, CannotEnter(folder, exception));
        }

        if (closed is not null)
        {
            yield return closed;
        }

        foreach (var entry in entries.Where(entry => !Path.GetFileName(entry).StartsWith('.') && !IsAnnotation(entry)))
        {
            foreach (var found in !Directory.Exists(entry) ? [AtPath(entry)] : IsLink(entry) ? [] : InFolder(entry, entered))
            {
                yield return found;
            }
        }
    }

    /// <summary>Whether it annotates the document of the same name beside it, as in <c>corpus/</c>.</summary>
    private static bool IsAnnotation(string path) =>
        path.EndsWith(GoldEnding, StringComparison.Ordinal) && File.Exists(path[..^GoldEnding.Length]);

    private static bool IsLink(string folder) => new DirectoryInfo(folder).LinkTarget is not null;

    private static FoundPath AtPath(string path)
    {
        try
        {
            return new(path, SourceFile.Check(path).Length);
        }
        catch (UnreadableFileException exception)
        {
            return new(path, 0, new(exception.Reason, exception.Message, exception.Advice));
        }
    }

    private static FileFailure CannotEnter(string folder, Exception exception) => exception is UnauthorizedAccessException
        ? new(FailureReasons.AccessDenied, $"{folder}: you have no permission to look into this folder.", "Give yourself permission (chmod u+rx) or run as its owner.")
        : new(FileReasons.ReadError, $"{folder}: looking into this folder failed: {exception.Message}", "Check the disk or the network drive and load it again.");
}
