namespace Plans.Ingest.Archives;

/// <summary>One reading of an archive: hands its members over one by one, with clean names, counted against the limits.</summary>
internal sealed class ArchiveWalk(
    string archiveName, ArchiveLimits limits, ArchiveSpending spent, Action<ArchiveMember> take, CancellationToken cancellation)
{
    private readonly MemberNames _names = new(limits.PathCharacters);
    private UnreadableFileException? _beyond;

    public ArchiveLimits Limits => limits;

    public CancellationToken Cancellation => cancellation;

    public int Members { get; private set; }

    public long ExpandedBytes { get; private set; }

    /// <summary>Hands a file over.</summary>
    /// <param name="name">As the archive has it.</param>
    /// <param name="content">Read as far as the taker likes.</param>
    public void File(string name, MemberFacts facts, Stream content)
    {
        var member = Next(name);
        if (SystemFiles.Which(member.Path) is { } system)
        {
            take(member with { Omitted = new(OmissionReasons.SystemFile, system) });
            return;
        }

        using var counted = new MemberStream(content, facts, member.Path, this);
        take(member with { Content = counted });

        // The taker may have made this the failure of one member; it is that of the archive as well.
        if (_beyond is not null)
        {
            throw _beyond;
        }
    }

    public void Refuse(string name, string reason, string what, string advice)
    {
        var member = Next(name);
        take(member with { Refusal = new(reason, $"{member.Path} {what}", advice) });
    }

    public void Omit(string name, string reason, string message) => take(Next(name) with { Omitted = new(reason, message) });

    /// <summary>Counts bytes that came out of the archive, also those that nobody wanted.</summary>
    public void Expand(long bytes) => Expand(bytes, member: null);

    /// <param name="member">Whose bytes they are; it fails with the archive.</param>
    public void Expand(long bytes, string? member)
    {
        ExpandedBytes += bytes;
        if (spent.ExpandedBytes + ExpandedBytes > limits.ExpandedBytes)
        {
            var what = $"{Around}unpacks to more than {limits.ExpandedBytes} bytes";
            _beyond = Beyond(archiveName, what, nameof(ArchiveLimits.ExpandedBytes));
            throw member is null ? _beyond : Beyond($"{member} was not taken out: {archiveName}", what, nameof(ArchiveLimits.ExpandedBytes));
        }
    }

    public UnreadableFileException Beyond(string name, string what, string setting) => new(FailureReasons.LimitExceeded,
        $"{name} {what} (limit {setting}).", $"Unpack it yourself and load the files that you want, or raise the limit {setting}.");

    private string Around => spent == default ? "" : "with the archives around it ";

    private ArchiveMember Next(string name)
    {
        cancellation.ThrowIfCancellationRequested();
        if (spent.Members + Members >= limits.Members)
        {
            throw Beyond(archiveName, $"{Around}holds more than {limits.Members} files", nameof(ArchiveLimits.Members));
        }

        Members++;
        var (path, note) = _names.Next(name);
        return new ArchiveMember(Members, path, note);
    }
}
