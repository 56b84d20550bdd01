using Plans.Extraction.Language;

namespace Plans.Extraction.Catalogues;

/// <summary>
/// The names that the catalogues know, by their folded form: what recognition makes of their marks can be set right. A folded form that
/// stands for two spellings is left out.
/// </summary>
internal static class KnownPhrases
{
    /// <summary>Words of the layout of every official document (NĐ 30/2020, Phụ lục I, mục II) and names of bodies that end other names.</summary>
    private static readonly string[] Fixed =
    [
        "cộng hòa xã hội chủ nghĩa việt nam", "độc lập - tự do - hạnh phúc", "ủy ban nhân dân", "hội đồng nhân dân", "nơi nhận", "phó chủ tịch", "chủ tịch",
        "phó giám đốc", "giám đốc", "phụ lục", "mặt trận tổ quốc", "trung ương",
    ];

    private static readonly Dictionary<string, string> ByFold = Build();

    private static readonly PhraseSet Folds = PhraseSet.Of(ByFold.Keys);

    /// <summary>The longest known name at a place of a folded text, in its right spelling and canonical form; null where there is none.</summary>
    public static string? At(string folded, int at) => Folds.LengthAt(folded, at) is > 0 and var length ? ByFold[folded.Substring(at, length)] : null;

    private static Dictionary<string, string> Build()
    {
        var provinces = Provinces.All.Select(province => Canon.Form(province.Name)).ToList();
        var fields = Catalogue.Rows("agency-fields.txt").Select(row => Canon.Form(row[0])).ToList();
        return Fixed
            .Concat(provinces).Concat(provinces.Select(name => "tỉnh " + name)).Concat(provinces.Select(name => "thành phố " + name))
            .Concat(DocumentTypes.All.Select(type => Canon.Form(type.Name)))
            .Concat(fields).Concat(fields.SelectMany(field => (string[])["sở " + field, "bộ " + field]))
            .Concat(((string[])["agency-heads.txt", "agency-levels.txt"]).SelectMany(Catalogue.Rows).Select(row => Canon.Form(row[0])))
            .Concat(Catalogue.Rows("units.tsv").Select(row => Canon.Form(row[0])))
            .Distinct().GroupBy(Canon.Fold).Where(group => group.Count() == 1).ToDictionary(group => group.Key, group => group.Single(), StringComparer.Ordinal);
    }
}
