using System.Text;

namespace Plans.Ingest.Archives;

/// <summary>
/// Makes of the names that an archive gives paths that are safe to show and to keep apart. Nothing is ever written under such a name;
/// it is cleaned so that nobody who reads it later, person or program, is led astray.
/// </summary>
internal sealed class MemberNames(int mostCharacters)
{
    private readonly HashSet<string> _taken = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _copies = new(StringComparer.Ordinal);

    /// <returns>The path, and how it differs from the name.</returns>
    public (string Path, string? Note) Next(string name)
    {
        var notes = new List<string>();
        var path = Clean(name, notes);
        if (path.Length > mostCharacters)
        {
            notes.Add($"was shortened from {path.Length} characters");
            path = Shortened(path);
        }

        if (!_taken.Add(path))
        {
            notes.Add("is that of another file in the archive as well");
            path = Numbered(path);
        }

        return (path, notes.Count == 0 ? null : $"Its name in the archive, “{Shown(name)}”, {string.Join(", ", notes)}.");
    }

    /// <summary>Text in which no half of a surrogate pair stands alone, which could not be stored.</summary>
    public static string WithoutHalves(string text) => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text));

    private static string Clean(string name, List<string> notes)
    {
        var visible = string.Concat(name.Normalize().Where(character => !char.IsControl(character) && !IsInvisible(character)));
        if (visible.Length < name.Normalize().Length)
        {
            notes.Add("holds control characters");
        }

        var slashed = visible.Replace('\\', '/');
        var hasDrive = slashed is [var letter, ':', ..] && char.IsAsciiLetter(letter);
        if (hasDrive || slashed.StartsWith('/'))
        {
            notes.Add("begins at the root of a disk");
        }

        var parts = (hasDrive ? slashed[2..] : slashed).Split('/', StringSplitOptions.RemoveEmptyEntries);
        if (parts.Contains(".."))
        {
            notes.Add("leads out of the archive");
        }

        var path = string.Join('/', parts.Where(part => part is not ("." or "..")));
        if (path.Length > 0)
        {
            return path;
        }

        notes.Add("is no name");
        return "noname";
    }

    /// <summary>Marks that turn the direction of writing make one ending look like another.</summary>
    private static bool IsInvisible(char character) => character is (>= '\u200B' and <= '\u200F') or (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069') or '\uFEFF';

    private string Shortened(string path)
    {
        var name = path[(path.LastIndexOf('/') + 1)..];
        var ending = Path.GetExtension(name);
        var keptEnding = ending.Length <= 10 ? ending : "";
        return path[..(mostCharacters - keptEnding.Length)].TrimEnd('/') + keptEnding;
    }

    private string Numbered(string path)
    {
        var ending = Path.GetExtension(path);
        string numbered;
        do
        {
            var number = _copies[path] = _copies.GetValueOrDefault(path, 1) + 1;
            numbered = $"{path[..^ending.Length]} ({number}){ending}";
        }
        while (!_taken.Add(numbered));
        return numbered;
    }

    /// <summary>A name as printed in a note: control characters as their symbols, not too long.</summary>
    private static string Shown(string name)
    {
        const int Most = 200;
        var shown = new StringBuilder();
        foreach (var character in name.Length <= Most ? name : name[..Most])
        {
            shown.Append(character < ' ' ? (char)(0x2400 + character) : char.IsControl(character) || IsInvisible(character) ? '\uFFFD' : character);
        }

        return name.Length <= Most ? shown.ToString() : shown.Append('…').ToString();
    }
}
