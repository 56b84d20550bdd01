using Plans.Ingest;

namespace Plans.Worker.CommandLine;

/// <summary>Why a file failed, as users and programs are told.</summary>
/// <param name="Reason">A stable code, mostly one of <see cref="FailureReasons"/>.</param>
/// <param name="Message">Names the file.</param>
/// <param name="Advice">What to do about it.</param>
internal sealed record Failure(string Reason, string Message, string Advice)
{
    /// <summary>Anything but an unreadable file is a fault of the program.</summary>
    public static Failure Of(Exception exception, string path) => exception is UnreadableFileException unreadable
        ? new(unreadable.Reason, Naming(path, unreadable.Message), unreadable.Advice)
        : new(
            FailureReasons.Internal,
            $"{path}: the program failed: {exception.GetType().Name}: {exception.Message}",
            "Try again; if it fails again, report it with the file.");

    public void WriteTo(TextWriter error)
    {
        error.WriteLine($"{Message} [{Reason}]");
        error.WriteLine($"    {Advice}");
    }

    private static string Naming(string path, string message) =>
        message.Contains(Path.GetFileName(path), StringComparison.Ordinal) ? message : $"{path}: {message}";
}
