namespace Plans.Ingest.Archives.Tar;

/// <summary>Takes tar archives apart.</summary>
internal sealed class TarUnpacker : IUnpacker
{
    public void Unpack(ArchiveFile file, ArchiveWalk walk)
    {
        using var bytes = File.OpenRead(file.Path);
        Unpack(bytes, file.Name, packedBytes: null, walk);
    }

    /// <param name="packedBytes">The size of the archive, where all of it is compressed.</param>
    public static void Unpack(Stream stream, string name, long? packedBytes, ArchiveWalk walk)
    {
        var tar = new TarStream(stream, walk.Expand);
        while (tar.Next() is { } entry)
        {
            HandOver(entry, NameDecoding.For([entry.Name]).Decode(entry.Name), packedBytes, walk);
        }

        if (tar.IsCutOff)
        {
            throw ArchiveTroubles.Damaged(name, "it is cut off. There may have been more files in it.");
        }

        if (tar.Damages > 0)
        {
            throw ArchiveTroubles.Damaged(name, "parts of it are no tar. There may have been more files in it.");
        }
    }

    private static void HandOver(TarEntry entry, string name, long? packedBytes, ArchiveWalk walk)
    {
        if (entry.IsFolder)
        {
            return;
        }

        if (entry.IsLink)
        {
            walk.Omit(name, OmissionReasons.Link, "A link, which is not followed.");
        }
        else if (entry.IsFile)
        {
            walk.File(name, new MemberFacts(packedBytes, entry.Bytes), entry.Content);
        }
        else
        {
            walk.Omit(name, OmissionReasons.NoFile, "A device, a pipe or of a kind that is not known.");
        }
    }
}
