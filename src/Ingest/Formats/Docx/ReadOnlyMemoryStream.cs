using System.Runtime.InteropServices;

namespace Plans.Ingest.Formats.Docx;

/// <summary>A stream over bytes without copying them, where they lie in an array.</summary>
internal sealed class ReadOnlyMemoryStream : MemoryStream
{
    public ReadOnlyMemoryStream(ReadOnlyMemory<byte> bytes)
        : base(Array(bytes).Array!, Array(bytes).Offset, Array(bytes).Count, writable: false)
    {
    }

    private static ArraySegment<byte> Array(ReadOnlyMemory<byte> bytes) =>
        MemoryMarshal.TryGetArray(bytes, out var segment) ? segment : new ArraySegment<byte>(bytes.ToArray());
}
