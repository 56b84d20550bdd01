using Plans.Ingest.Archives.Mail;
using Plans.Ingest.Archives.Rar;
using Plans.Ingest.Archives.SevenZip;
using Plans.Ingest.Archives.Tar;
using Plans.Ingest.Archives.Zip;

namespace Plans.Ingest.Archives;

/// <summary>
/// Takes an archive apart, member by member, holding none of them in memory and writing nothing anywhere. What is foreign and needs foreign
/// code (rar, 7z, xz, bzip2) is unpacked in a child process.
/// </summary>
public sealed class ArchiveReader(ArchiveLimits? limits = null)
{
    private readonly ArchiveLimits _limits = limits ?? ArchiveLimits.Default;

    /// <param name="take">Gets each member in turn; what it does not read of a content is passed over.</param>
    /// <exception cref="UnreadableFileException">
    /// The archive as a whole cannot be read, or only as far as it was handed over; a member's own trouble is handed over with the member.
    /// </exception>
    public ArchiveSummary Read(
        ArchiveFile file, ArchiveKind kind, Action<ArchiveMember> take, ArchiveSpending spent = default, CancellationToken cancellationToken = default)
    {
        var walk = new ArchiveWalk(file.Name, _limits, spent, take, cancellationToken);
        try
        {
            UnpackerOf(kind).Unpack(file, walk);
        }
        catch (Exception exception) when (exception is InvalidDataException or EndOfStreamException)
        {
            throw ArchiveTroubles.Damaged(file.Name, $"{exception.Message} There may have been more files in it.", exception);
        }

        return walk.Members > 0 ? new ArchiveSummary(kind, walk.Members, walk.ExpandedBytes) : throw ArchiveTroubles.Empty(file.Name);
    }

    private static IUnpacker UnpackerOf(ArchiveKind kind) => kind switch
    {
        ArchiveKind.Zip => new ZipUnpacker(),
        ArchiveKind.Tar => new TarUnpacker(),
        ArchiveKind.Rar4 or ArchiveKind.Rar5 => new RarUnpacker(kind),
        ArchiveKind.SevenZip => new SevenZipUnpacker(),
        ArchiveKind.Mail => new MailUnpacker(),
        _ => new CompressedUnpacker(kind),
    };
}
