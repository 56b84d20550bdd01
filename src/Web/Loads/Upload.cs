namespace Plans.Web.Loads;

/// <summary>Files that were sent, written under clean names into a folder of their own.</summary>
internal static class Upload
{
    private const int LongestName = 120;
    private const int DeepestFolder = 20;

    /// <returns>The folder; null where nothing was sent.</returns>
    public static async Task<string?> KeepAsync(IFormFileCollection files, string dataFolder, CancellationToken cancellationToken)
    {
        var sent = files.Where(file => file.FileName.Length > 0).ToList();
        if (sent.Count == 0)
        {
            return null;
        }

        var folder = Directory.CreateDirectory(Path.Combine(dataFolder, "uploads", Guid.NewGuid().ToString("n"))).FullName;
        foreach (var file in sent)
        {
            var path = Free(Path.Combine([folder, .. CleanPath(file.FileName)]));
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            await using var target = new FileStream(path, FileMode.CreateNew);
            await file.CopyToAsync(target, cancellationToken);
        }

        return folder;
    }

    /// <summary>The parts of a name as a browser sends it, none of which leads anywhere else: no "..", no signs that mean something to a file system.</summary>
    internal static string[] CleanPath(string name)
    {
        var parts = name.Split('/', '\\').Select(part => string.Concat(part.Normalize().Where(letter => !char.IsControl(letter) && letter != ':')).Trim().TrimStart('.'))
            .Where(part => part.Length > 0).Select(Shortened).ToArray();
        return parts.Length == 0 ? ["file"] : [.. parts.Take(DeepestFolder - 1), .. parts.Skip(DeepestFolder - 1).TakeLast(1)];
    }

    private static string Shortened(string part) => part.Length <= LongestName ? part : part[..(LongestName - 20)] + part[^20..];

    private static string Free(string path)
    {
        var free = path;
        for (var i = 2; File.Exists(free) || Directory.Exists(free); i++)
        {
            free = Path.Combine(Path.GetDirectoryName(path)!, FormattableString.Invariant($"{Path.GetFileNameWithoutExtension(path)} ({i}){Path.GetExtension(path)}"));
        }

        return free;
    }
}
