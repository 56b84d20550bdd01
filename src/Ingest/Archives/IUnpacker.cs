namespace Plans.Ingest.Archives;

/// <summary>Takes one family of archives apart.</summary>
internal interface IUnpacker
{
    /// <summary>Hands every member to the walk, in the order of the archive.</summary>
    /// <exception cref="UnreadableFileException">The archive cannot be read, or not from here on.</exception>
    void Unpack(ArchiveFile file, ArchiveWalk walk);
}
