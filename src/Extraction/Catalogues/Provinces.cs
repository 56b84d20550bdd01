using Plans.Extraction.Language;

namespace Plans.Extraction.Catalogues;

/// <summary>A province in a span of time; identity is (code, valid from), for codes were used again in 2025.</summary>
public sealed record Province(
    string Code, string Name, string Status, string ValidFrom, string? ValidUntil, string? SuccessorCode, string? SuccessorName);

/// <summary>Provinces and centrally run cities, past and present (provinces.tsv).</summary>
public static class Provinces
{
    public static readonly IReadOnlyList<Province> All =
        [.. Catalogue.Rows("provinces.tsv").Select(r => new Province(r[0], r[1], r[2], r[3], Text(r, 4), Text(r, 5), Text(r, 6)))];

    private static readonly IReadOnlyList<(string Form, string Name)> Forms =
        [.. All.Select(p => p.Name).Distinct().SelectMany(Spellings).OrderByDescending(f => f.Form.Length)];

    /// <summary>The province named first in a text in canonical form; null where there is none.</summary>
    public static string? NamedIn(string canon)
    {
        var best = Forms.Select(f => (f.Name, At: IndexOfWord(canon, f.Form), f.Form.Length)).Where(f => f.At >= 0)
            .OrderBy(f => f.At).ThenByDescending(f => f.Length).FirstOrDefault();
        return best.Name;
    }

    /// <summary>The province that a text names most often after "tỉnh" or "thành phố"; null where it names none.</summary>
    public static string? MostNamedIn(string canon)
    {
        var best = Forms.Select(f => (f.Name, Count: Count(canon, "tỉnh " + f.Form) + Count(canon, "thành phố " + f.Form) + (f.Form.StartsWith("thành phố", StringComparison.Ordinal) ? Count(canon, f.Form) : 0))).MaxBy(f => f.Count);
        return best.Count > 0 ? best.Name : null;
    }

    private static IEnumerable<(string Form, string Name)> Spellings(string name)
    {
        yield return (Canon.Form(name), name);
        if (name == "Thành phố Hồ Chí Minh")
        {
            yield return ("hồ chí minh", name);
            yield return ("tp.hcm", name);
            yield return ("tphcm", name);
        }

        if (name.Contains("Đắk", StringComparison.Ordinal))
        {
            yield return (Canon.Form(name).Replace("đắk", "đăk"), name);
            yield return (Canon.Form(name).Replace("đắk", "đắc"), name);
            yield return (Canon.Form(name).Replace("đắk ", "đắk").Replace("đắk", "đắc "), name);
        }

        if (name.Contains(" - ", StringComparison.Ordinal))
        {
            yield return (Canon.Form(name).Replace(" - ", "-"), name);
            yield return (Canon.Form(name).Replace(" - ", " "), name);
        }
    }

    private static int IndexOfWord(string text, string form)
    {
        for (var at = text.IndexOf(form, StringComparison.Ordinal); at >= 0; at = text.IndexOf(form, at + 1, StringComparison.Ordinal))
        {
            if ((at == 0 || !char.IsLetter(text[at - 1])) && (at + form.Length >= text.Length || !char.IsLetter(text[at + form.Length])))
            {
                return at;
            }
        }

        return -1;
    }

    private static int Count(string text, string form)
    {
        var count = 0;
        for (var at = text.IndexOf(form, StringComparison.Ordinal); at >= 0; at = text.IndexOf(form, at + form.Length, StringComparison.Ordinal))
        {
            count++;
        }

        return count;
    }

    private static string? Text(string[] row, int column) => column < row.Length && row[column].Length > 0 ? row[column] : null;
}
