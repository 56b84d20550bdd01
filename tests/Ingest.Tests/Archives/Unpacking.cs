using System.Diagnostics;
using System.Text;
using Plans.Ingest.Archives;

namespace Plans.Ingest.Tests.Archives;

/// <summary>What came out of an archive: a line for each member, and how the archive ended.</summary>
/// <param name="Members"><c>path: text</c>, <c>path ! reason</c> of a failure, <c>path ~ reason</c> of what is left out.</param>
internal sealed record Unpacking(IReadOnlyList<string> Members, IReadOnlyList<ArchiveMember> Records, UnreadableFileException? End)
{
    public static Unpacking Of(byte[] archive, string name, ArchiveLimits? limits = null)
    {
        var path = Path.GetTempFileName();
        try
        {
            File.WriteAllBytes(path, archive);
            return OfFile(path, name, limits);
        }
        finally
        {
            File.Delete(path);
        }
    }

    public static Unpacking OfFile(string path, string name, ArchiveLimits? limits = null)
    {
        var lines = new List<string>();
        var members = new List<ArchiveMember>();
        try
        {
            new ArchiveReader(limits).Read(new ArchiveFile(path, name), Kind(path, name)!.Value, member =>
            {
                members.Add(member);
                lines.Add(Line(member));
            });
            return new(lines, members, null);
        }
        catch (UnreadableFileException end)
        {
            return new(lines, members, end);
        }
    }

    public static ArchiveKind? Kind(string path, string name)
    {
        using var file = File.OpenRead(path);
        return ArchiveSniffer.KindOf(file, name);
    }

    /// <summary>Runs a packer in a folder that holds the given files.</summary>
    /// <returns>The files that it made, by their names.</returns>
    public static IReadOnlyDictionary<string, byte[]> Packed(IReadOnlyDictionary<string, byte[]> files, string program, params string[] arguments)
    {
        var folder = Directory.CreateTempSubdirectory("plans-tests-");
        try
        {
            foreach (var (name, bytes) in files)
            {
                File.WriteAllBytes(Path.Combine(folder.FullName, name), bytes);
            }

            var start = new ProcessStartInfo(program, arguments) { WorkingDirectory = folder.FullName, RedirectStandardOutput = true, RedirectStandardError = true };
            using var process = Process.Start(start)!;
            process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            Assert.Equal(0, process.ExitCode);
            return folder.GetFiles().Where(file => !files.ContainsKey(file.Name)).ToDictionary(file => file.Name, file => File.ReadAllBytes(file.FullName));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static string Line(ArchiveMember member)
    {
        if (member.Omitted is { } omitted)
        {
            return $"{member.Path} ~ {omitted.Reason}";
        }

        try
        {
            if (member.Refusal is { } refusal)
            {
                throw refusal;
            }

            using var held = new MemoryStream();
            member.Content!.CopyTo(held);
            var text = Encoding.UTF8.GetString(held.ToArray());
            return $"{member.Path}: {(text.Length <= 60 ? text : $"{text.Length} characters")}";
        }
        catch (UnreadableFileException unreadable)
        {
            Assert.Contains(member.Path, unreadable.Message, StringComparison.Ordinal);
            Assert.NotEmpty(unreadable.Advice);
            return $"{member.Path} ! {unreadable.Reason}";
        }
    }
}
