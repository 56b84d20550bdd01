using System.Formats.Tar;

namespace Plans.Ingest.Tests.Archives;

/// <summary>Tar files made in the tests.</summary>
internal static class Tars
{
    public static byte[] Of(params (string Name, byte[] Bytes)[] files) =>
        Of(TarEntryFormat.Pax, files.Select(file => (TarEntry)new PaxTarEntry(TarEntryType.RegularFile, file.Name) { DataStream = new MemoryStream(file.Bytes) }).ToArray());

    public static byte[] Of(TarEntryFormat format, params TarEntry[] entries)
    {
        using var stream = new MemoryStream();
        using (var tar = new TarWriter(stream, format, leaveOpen: true))
        {
            foreach (var entry in entries)
            {
                tar.WriteEntry(entry);
            }
        }

        return stream.ToArray();
    }
}
