using System.Security.Cryptography;
using System.Text;

namespace Plans.Ingest.Ocr;

/// <summary>Keeps what was recognised on an image: recognition costs a thousand times more than anything else that is done with a page.</summary>
internal sealed class OcrCache(OcrSettings settings, byte[] image)
{
    /// <summary>Goes up whenever the same image is recognised in another way.</summary>
    private const string Version = "1";

    private readonly string? _path = settings.CacheFolder is { } folder ? Path.Combine(folder, Name(settings, image)) : null;

    public string? Find() => _path is not null && File.Exists(_path) ? File.ReadAllText(_path) : null;

    public void Keep(string table)
    {
        if (_path is null)
        {
            return;
        }

        // Written aside and moved, so that nobody ever finds half a page.
        Directory.CreateDirectory(Path.GetDirectoryName(_path)!);
        var draft = $"{_path}.{Guid.NewGuid():N}";
        File.WriteAllText(draft, table);
        File.Move(draft, _path, overwrite: true);
    }

    private static string Name(OcrSettings settings, byte[] image)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes($"{Version} {settings.Language}\n"));
        hash.AppendData(image);
        var name = Convert.ToHexStringLower(hash.GetHashAndReset());
        return Path.Combine(name[..2], name + ".tsv");
    }
}
