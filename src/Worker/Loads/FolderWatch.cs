namespace Plans.Worker.Loads;

/// <summary>
/// Looks into a folder again and again for files that are new or have changed. A file is taken when two looks find it the same, so that
/// none is taken while it is still being copied. Looking works on every file system; notices of changes do not cross network drives.
/// </summary>
internal sealed class FolderWatch(string folder)
{
    private Dictionary<string, Look> _before = [];
    private readonly Dictionary<string, Look> _taken = [];

    /// <summary>Looks once.</summary>
    /// <returns>The paths to load now: files that have settled, and what cannot be entered.</returns>
    public IReadOnlyList<string> Settled()
    {
        var now = FileFinder.Find([folder]).ToDictionary(found => found.Path, Of, StringComparer.Ordinal);
        var settled = now
            .Where(file => _before.TryGetValue(file.Key, out var before) && before == file.Value && _taken.GetValueOrDefault(file.Key) != file.Value)
            .ToList();
        foreach (var (path, look) in settled)
        {
            _taken[path] = look;
        }

        foreach (var gone in _taken.Keys.Where(path => !now.ContainsKey(path)).ToList())
        {
            _taken.Remove(gone);
        }

        _before = now;
        return [.. settled.Select(file => file.Key).Order(StringComparer.Ordinal)];
    }

    private static Look Of(FoundPath found)
    {
        try
        {
            return new Look(found.Size, File.GetLastWriteTimeUtc(found.Path));
        }
        catch (IOException)
        {
            return new Look(found.Size, default);
        }
    }

    private sealed record Look(long Size, DateTime ChangedAt);
}
