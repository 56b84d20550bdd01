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

    /// <summary>The province that bore a name at a date (ISO 8601, may be shortened); null where none did.</summary>
    public static Province? At(string name, string date)
    {
        var form = Canon.Form(name);
        var names = Forms.Where(f => f.Form == form || "thành phố " + f.Form == form || "tỉnh " + f.Form == form).Select(f => f.Name).ToHashSet();
        return All.FirstOrDefault(p => names.Contains(p.Name) && string.CompareOrdinal(p.ValidFrom, IsoDate.Latest(date)) <= 0
            && (p.ValidUntil is null || string.CompareOrdinal(IsoDate.Earliest(date), p.ValidUntil) <= 0));
    }

    /// <summary>The province in which a former one lies today; itself where it stands.</summary>
    public static Province Today(Province province)
    {
        while (province.SuccessorCode is not null && All.FirstOrDefault(p => p.Code == province.SuccessorCode && p.Name == province.SuccessorName && Follows(province, p)) is { } next)
        {
            province = next;
        }

        return province;
    }

    /// <summary>The provinces from which one was made; a change of name or status alone has one, a province as old as the catalogue none.</summary>
    public static IReadOnlyList<Province> Predecessors(Province province) =>
        [.. All.Where(p => p.SuccessorCode == province.Code && p.SuccessorName == province.Name && Follows(p, province))];

    /// <summary>Whether the one begins where the other ends; a merger into a standing province (Hà Tây) ends within its time.</summary>
    private static bool Follows(Province former, Province later) => former.ValidUntil is { } until && former != later
        && string.CompareOrdinal(until, later.ValidUntil ?? "9999") < 0
        && !All.Any(p => p.Code == later.Code && p.Name == later.Name && string.CompareOrdinal(until, p.ValidUntil ?? "9999") < 0 && string.CompareOrdinal(p.ValidFrom, later.ValidFrom) < 0);

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
