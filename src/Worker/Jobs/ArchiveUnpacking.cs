using Plans.Extraction;
using Plans.Ingest;
using Plans.Ingest.Archives;
using Plans.Store;
using Plans.Store.Ledger;

namespace Plans.Worker.Jobs;

/// <summary>
/// The life of an archive: every member becomes a file of its own in the ledger, its bytes kept under their hash, and is queued like any
/// other. A run that died goes on behind the last member that was entered.
/// </summary>
internal sealed class ArchiveUnpacking(PlanStore store, ArchiveLimits limits)
{
    /// <summary>Stands between an archive's path and that of its member.</summary>
    public const string Separator = "!/";

    /// <returns>Null for a document.</returns>
    public ArchiveKind? KindOf(FileRecord file)
    {
        using var original = store.Originals.OpenRead(file.Sha256!);
        return ArchiveSniffer.KindOf(original, file.Name);
    }

    /// <summary>Enters the members and ends the archive, as partial where it could not be read to its end.</summary>
    /// <exception cref="UnreadableFileException">No member could be had.</exception>
    public void Unpack(FileRun run, ArchiveKind kind, CancellationToken cancellationToken)
    {
        var archive = run.File;
        if (archive.Depth >= limits.Depth)
        {
            throw new UnreadableFileException(
                FailureReasons.LimitExceeded,
                $"{archive.Name} lies in {archive.Depth} other archives; {limits.Depth} in one another are unpacked (limit {nameof(ArchiveLimits.Depth)}).",
                $"Unpack it yourself and load the files that you want, or raise the limit {nameof(ArchiveLimits.Depth)}.");
        }

        var entered = archive.Members ?? 0;
        var expanded = archive.ExpandedBytes ?? 0;
        var spent = store.Ledger.SpentAround(archive);
        FileFailure? missing = null;
        var wish = new LoadWishes(store, archive.LoadId);
        try
        {
            new ArchiveReader(limits).Read(
                new ArchiveFile(store.Originals.PathOf(archive.Sha256!), archive.Name), kind, Take, new ArchiveSpending(spent.Members, spent.ExpandedBytes), cancellationToken);
        }
        catch (UnreadableFileException exception) when (entered > 0)
        {
            missing = new(exception.Reason, $"{exception.Message} What came before was taken out: {entered} members.", exception.Advice);
        }

        store.Ledger.FinishArchive(run, missing, kind.MediaType(), PlanExtractor.Version);

        void Take(ArchiveMember member)
        {
            if (member.Number > entered)
            {
                wish.Obey(cancellationToken);
                expanded += Enter(run, member, expanded);
                entered = member.Number;
            }
        }
    }

    /// <returns>The bytes of the member.</returns>
    private long Enter(FileRun run, ArchiveMember member, long expanded)
    {
        var found = new FoundMember(member.Number, run.File.Path + Separator + member.Path, member.Note, expanded);
        if (member.Omitted is { } omitted)
        {
            Owned(store.Ledger.RegisterOmittedMember(run, found, omitted.Reason, omitted.Message));
            return 0;
        }

        try
        {
            if (member.Refusal is { } refusal)
            {
                throw refusal;
            }

            var kept = store.Originals.Keep(member.Content!);
            if (kept.Size == 0)
            {
                throw new UnreadableFileException(FailureReasons.Empty, $"{member.Path}: is empty (0 bytes).", "Get the archive again from where it came.");
            }

            Owned(store.Ledger.RegisterMember(
                run, found with { ExpandedBytes = expanded + kept.Size }, new FoundFile(found.Path, kept.Sha256, kept.Size), PlanExtractor.Version) is not null);
            return kept.Size;
        }
        catch (UnreadableFileException unreadable)
        {
            Owned(store.Ledger.RegisterFailedMember(run, found, new(unreadable.Reason, unreadable.Message, unreadable.Advice)));
            return 0;
        }
    }

    /// <summary>Another worker has taken the archive over: this one must not go on.</summary>
    private static void Owned(bool owned)
    {
        if (!owned)
        {
            throw new OperationCanceledException("The archive was taken over by another worker.");
        }
    }
}
