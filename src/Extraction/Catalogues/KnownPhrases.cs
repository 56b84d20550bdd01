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

    /// <summary>Names so long that no other words are spelled like them but for one letter.</summary>
    private const int ShortestOfLong = 14;
    private const int FewestWordsOfLong = 3;

    /// <summary>The long names by their first word and by their second, one of which may hold the wrong letter.</summary>
    private static readonly ILookup<string, string> LongByWord = ByFold.Keys.Where(name => name.Length >= ShortestOfLong && name.Count(c => c == ' ') >= FewestWordsOfLong - 1)
        .SelectMany(name => FirstWords(name, 0).Select(word => (word, name))).ToLookup(entry => entry.word, entry => entry.name);

    /// <summary>The longest known name at a place of a folded text, in its right spelling and canonical form; null where there is none.</summary>
    public static string? At(string folded, int at) => Folds.LengthAt(folded, at) is > 0 and var length ? ByFold[folded.Substring(at, length)] : null;

    /// <summary>
    /// The longest long name (from <see cref="ShortestOfLong"/> letters on) that stands at a place of a folded text but for one letter that is
    /// another, and where that letter is; null where there is none.
    /// </summary>
    public static (string Phrase, int WrongAt)? Near(string folded, int at) => FirstWords(folded, at).SelectMany(word => LongByWord[word]).Distinct()
        .OrderByDescending(name => name.Length).Select(name => (ByFold[name], WrongAt: OnlyDifference(folded, at, name)))
        .Where(one => one.WrongAt >= 0).Select(one => ((string, int)?)one).FirstOrDefault();

    private static int OnlyDifference(string folded, int at, string name)
    {
        if (at + name.Length > folded.Length || (at + name.Length < folded.Length && char.IsLetterOrDigit(folded[at + name.Length])))
        {
            return -1;
        }

        var found = -1;
        for (var i = 0; i < name.Length; i++)
        {
            if (name[i] == folded[at + i])
            {
                continue;
            }

            if (found >= 0 || !char.IsLetter(name[i]) || !char.IsLetterOrDigit(folded[at + i]))
            {
                return -1;
            }

            found = at + i;
        }

        return found;
    }

    /// <summary>The first word, and the second with a mark; blanks of other kinds part no name.</summary>
    private static string[] FirstWords(string text, int at)
    {
        var first = text.IndexOf(' ', at);
        if (first < 0)
        {
            return [];
        }

        var second = text.IndexOf(' ', first + 1);
        return [text[at..first], "+" + text[(first + 1)..(second < 0 ? text.Length : second)]];
    }

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
