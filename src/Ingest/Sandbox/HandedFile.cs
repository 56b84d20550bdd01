using System.Globalization;

namespace Plans.Ingest.Sandbox;

/// <summary>
/// Bytes under a path that child processes can open, while this lives. The file behind it is deleted as soon as it is opened and stays
/// reachable through this process alone, so that nothing is left over however the process ends.
/// </summary>
internal sealed class HandedFile : IDisposable
{
    private readonly FileStream _file;

    public HandedFile(ReadOnlySpan<byte> bytes)
    {
        var name = System.IO.Path.Combine(System.IO.Path.GetTempPath(), System.IO.Path.GetRandomFileName());
        _file = new FileStream(name, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.ReadWrite | FileShare.Delete, bufferSize: 1);
        File.Delete(name);
        _file.Write(bytes);
        _file.Flush();
        Path = string.Create(CultureInfo.InvariantCulture, $"/proc/{Environment.ProcessId}/fd/{_file.SafeFileHandle.DangerousGetHandle()}");
    }

    public string Path { get; }

    public void Dispose() => _file.Dispose();
}
