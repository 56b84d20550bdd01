using System.Text;

namespace Plans.Extraction.Catalogues;

/// <summary>
/// The reviewable data of the domain: tab-separated files in Catalogues/Data, one entry a line, # for remarks and sources.
/// </summary>
internal static class Catalogue
{
    /// <summary>The rows of one file, each split at tabs; blank lines and remarks are left out.</summary>
    public static IReadOnlyList<string[]> Rows(string file)
    {
        var assembly = typeof(Catalogue).Assembly;
        var name = assembly.GetManifestResourceNames().Single(n => n.EndsWith("." + file, StringComparison.Ordinal));
        using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!, Encoding.UTF8);
        var rows = new List<string[]>();
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 0 && line[0] != '#')
            {
                rows.Add(line.Split('\t'));
            }
        }

        return rows;
    }
}
