using System.IO.Compression;
using System.Text;

namespace Plans.Ingest.Tests.Archives;

/// <summary>Zip files made in the tests, good and bad.</summary>
internal static class Zips
{
    public const int SymbolicLink = 0xA000;
    public const int Device = 0x2000;

    public static byte[] Of(params (string Name, string Text)[] files) => Of(files.Select(file => (file.Name, Encoding.UTF8.GetBytes(file.Text), 0)).ToArray());

    /// <param name="files">Names in UTF-8; the last part is the type of a Unix file, 0 for an ordinary one.</param>
    public static byte[] Of(params (string Name, byte[] Bytes, int UnixType)[] files)
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, bytes, type) in files)
            {
                var entry = zip.CreateEntry(name, CompressionLevel.Optimal);
                if (type != 0)
                {
                    entry.ExternalAttributes = (type | 0x1FF) << 16;
                }

                using var content = entry.Open();
                content.Write(bytes);
            }
        }

        return stream.ToArray();
    }

    /// <summary>Names as raw bytes, of which nobody says in which encoding they are.</summary>
    public static byte[] Named(params byte[][] names)
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true, Encoding.Latin1))
        {
            foreach (var name in names)
            {
                using var content = zip.CreateEntry(Encoding.Latin1.GetString(name)).Open();
                content.Write("x"u8);
            }
        }

        return stream.ToArray();
    }

    /// <summary>A changed byte behind the local header of a member.</summary>
    public static byte[] Spoiled(byte[] zip, string member)
    {
        var spoiled = zip.ToArray();
        var at = spoiled.AsSpan().IndexOf(Encoding.UTF8.GetBytes(member)) + Encoding.UTF8.GetByteCount(member);
        spoiled[at + 2] ^= 0x55;
        return spoiled;
    }

    /// <summary>The flag of encryption in the headers of the first so many members.</summary>
    public static byte[] Encrypted(byte[] zip, int members)
    {
        var locked = zip.ToArray();
        SetFlag(locked, "PK\x03\x04"u8, 6, members);
        SetFlag(locked, "PK\x01\x02"u8, 8, members);
        return locked;
    }

    private static void SetFlag(byte[] zip, ReadOnlySpan<byte> signature, int flags, int members)
    {
        for (int at = 0, done = 0; done < members && zip.AsSpan(at).IndexOf(signature) is >= 0 and var found; done++)
        {
            zip[at + found + flags] |= 1;
            at += found + 4;
        }
    }
}
