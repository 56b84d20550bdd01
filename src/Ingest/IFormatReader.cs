namespace Plans.Ingest;

/// <summary>The bytes of one file as a reader sees them, with its name as a mere hint.</summary>
/// <param name="Name">The file's name with its ending, without folders.</param>
public sealed record FileContent(string Name, ReadOnlyMemory<byte> Bytes);

/// <summary>
/// Reads one family of formats. The reader that is surest of the bytes reads the file; content decides, the ending is only a hint.
/// </summary>
public interface IFormatReader
{
    /// <summary>How sure the reader is that it can read these bytes: 0 not at all, 1 certain.</summary>
    double Score(FileContent file);

    /// <exception cref="UnreadableFileException">The file cannot be read; the exception says why.</exception>
    Document Read(FileContent file, CancellationToken cancellationToken);
}
