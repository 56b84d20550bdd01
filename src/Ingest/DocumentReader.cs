namespace Plans.Ingest;

/// <summary>Reads any file: the reader that is surest of its bytes is asked.</summary>
public sealed class DocumentReader
{
    /// <exception cref="UnreadableFileException">No reader can read it, or the one that should cannot.</exception>
    public Document Read(FileContent file, CancellationToken cancellationToken = default) =>
        throw new UnreadableFileException(FailureReasons.UnsupportedFormat, $"{file.Name}: no reader.", "Convert it to DOCX.");
}
