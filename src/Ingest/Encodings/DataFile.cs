using System.Text;

namespace Plans.Ingest.Encodings;

/// <summary>The reviewable tables in Encodings/Data: one entry a line, # for remarks and sources.</summary>
internal static class DataFile
{
    /// <summary>The lines of one file without remarks.</summary>
    public static IReadOnlyList<string> Lines(string file)
    {
        var name = $"{typeof(DataFile).Namespace}.Data.{file}";
        using var reader = new StreamReader(typeof(DataFile).Assembly.GetManifestResourceStream(name)!, Encoding.UTF8);
        var lines = new List<string>();
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 0 && line[0] != '#')
            {
                lines.Add(line);
            }
        }

        return lines;
    }
}
