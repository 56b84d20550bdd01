using System.Globalization;

namespace Plans.Ingest.Archives;

/// <summary>What an archive says of a member beforehand; null where it does not say.</summary>
/// <param name="PackedBytes">What it takes up in the archive, or the whole archive where members are packed together.</param>
internal sealed record MemberFacts(long? PackedBytes = null, long? Bytes = null, uint? Checksum = null);

/// <summary>A member's content, counted against the limits and checked against what the archive says of it.</summary>
internal sealed class MemberStream(Stream inner, MemberFacts facts, string path, ArchiveWalk walk) : ReadingStream
{
    private readonly Crc32? _crc = facts.Checksum is null ? null : new();
    private long _given;
    private bool _checked;

    public override int Read(Span<byte> buffer)
    {
        walk.Cancellation.ThrowIfCancellationRequested();
        int count;
        try
        {
            count = inner.Read(buffer);
        }
        catch (Exception exception) when (exception is InvalidDataException or EndOfStreamException)
        {
            throw Damaged(exception is EndOfStreamException ? exception.Message : "its packed data cannot be unpacked.", exception);
        }

        if (count == 0 && !buffer.IsEmpty)
        {
            CheckEnd();
            return 0;
        }

        _given += count;
        _crc?.Add(buffer[..count]);
        walk.Expand(count, path);
        CheckLimits();
        return count;
    }

    private void CheckLimits()
    {
        var limits = walk.Limits;
        if (_given > limits.MemberBytes)
        {
            throw walk.Beyond(path, $"is larger than {limits.MemberBytes} bytes", nameof(ArchiveLimits.MemberBytes));
        }

        if (_given > limits.RatioFromBytes && facts.PackedBytes is { } packed && _given / limits.Ratio > packed)
        {
            throw walk.Beyond(path, $"unpacks to more than {limits.Ratio} times its packed size of {packed} bytes, as bombs do", nameof(ArchiveLimits.Ratio));
        }
    }

    private void CheckEnd()
    {
        if (_checked)
        {
            return;
        }

        _checked = true;
        if (facts.Bytes is { } bytes && bytes != _given)
        {
            throw Damaged(string.Create(CultureInfo.InvariantCulture, $"it has {_given} bytes, the archive says {bytes}."));
        }

        if (_crc is not null && _crc.Value != facts.Checksum)
        {
            throw Damaged("its checksum is wrong.");
        }
    }

    private UnreadableFileException Damaged(string why, Exception? inner = null) => new(FailureReasons.Damaged,
        $"{path} is damaged in its archive: {why}", "Get the archive again from where it came, or repair it with the program that made it.", inner);
}
