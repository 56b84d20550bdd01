namespace Plans.Ingest.Archives;

/// <summary>What systems put into archives for themselves.</summary>
internal static class SystemFiles
{
    /// <param name="path">A member's clean path.</param>
    /// <returns>What kind of thing it is, as a sentence; null for all that may be a document.</returns>
    public static string? Which(string path)
    {
        var parts = path.Split('/');
        return parts switch
        {
            _ when parts.Contains("__MACOSX") => "A resource fork of macOS.",
            [.., var name] when name.StartsWith("._", StringComparison.Ordinal) => "A resource fork of macOS.",
            [.., ".DS_Store"] => "The view of a folder in macOS.",
            [.., var name] when name.Equals("Thumbs.db", StringComparison.OrdinalIgnoreCase) => "Previews made by Windows.",
            [.., var name] when name.Equals("desktop.ini", StringComparison.OrdinalIgnoreCase) => "The view of a folder in Windows.",
            _ when parts.Any(part => part.StartsWith('.')) => "A hidden file.",
            _ => null,
        };
    }
}
