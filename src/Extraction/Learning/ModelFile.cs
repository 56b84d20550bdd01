using System.Globalization;
using System.Text;

namespace Plans.Extraction.Learning;

/// <summary>Models as reviewable text: a line for each weight, "class TAB feature TAB weight" in a fixed order, # for remarks.</summary>
internal static class ModelFile
{
    public static string Write(string remark, IEnumerable<(string Class, string Feature, double Weight)> weights)
    {
        var text = new StringBuilder();
        foreach (var line in remark.Split('\n'))
        {
            text.Append("# ").Append(line).Append('\n');
        }

        foreach (var (name, feature, weight) in weights.Where(w => w.Weight != 0).OrderBy(w => w.Class, StringComparer.Ordinal).ThenBy(w => w.Feature, StringComparer.Ordinal))
        {
            text.Append(name).Append('\t').Append(feature).Append('\t').Append(weight.ToString("0.####", CultureInfo.InvariantCulture)).Append('\n');
        }

        return text.ToString();
    }

    /// <summary>The weights of one class of an embedded model.</summary>
    public static LogisticModel Read(string file, string name) =>
        new(Rows(file).Where(r => r.Class == name).ToDictionary(r => r.Feature, r => r.Weight, StringComparer.Ordinal));

    public static IReadOnlyList<(string Class, string Feature, double Weight)> Rows(string file) =>
        [.. Catalogues.Catalogue.Rows(file).Select(r => (r[0], r[1], double.Parse(r[2], NumberStyles.Float, CultureInfo.InvariantCulture)))];

    public static IEnumerable<(string Class, string Feature, double Weight)> Weights(string name, LogisticModel model) => model.Weights.Select(w => (name, w.Key, w.Value));
}
