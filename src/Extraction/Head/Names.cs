using System.Globalization;
using Plans.Extraction.Catalogues;
using Plans.Extraction.Language;

namespace Plans.Extraction.Head;

/// <summary>Gives a name printed in capitals the letters of running text.</summary>
internal static class Names
{
    private static readonly HashSet<string> Small =
        ["ban", "nhân", "dân", "tỉnh", "thành", "phố", "huyện", "xã", "phường", "thị", "trấn", "quận", "và", "đồng", "tướng", "của", "đặc", "khu", "ủy", "hành", "bộ", "vụ"];

    /// <summary>"ủy ban nhân dân tỉnh lạng sơn" → "Ủy ban nhân dân tỉnh Lạng Sơn".</summary>
    public static string Raise(string canon)
    {
        var words = canon.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        for (var i = 0; i < words.Length; i++)
        {
            if (i == 0 || !Small.Contains(words[i]))
            {
                words[i] = char.ToUpper(words[i][0], CultureInfo.InvariantCulture) + words[i][1..];
            }
        }

        var raised = string.Join(' ', words);
        var province = Provinces.All.Select(p => p.Name).FirstOrDefault(n => Canon.Form(raised).EndsWith(" " + Canon.Form(n), StringComparison.Ordinal));
        return province is null ? raised : raised[..^province.Length] + province;
    }
}
