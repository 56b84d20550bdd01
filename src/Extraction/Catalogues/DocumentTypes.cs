using Plans.Extraction.Language;

namespace Plans.Extraction.Catalogues;

/// <summary>Names of types of documents (tên loại văn bản), longest first.</summary>
internal static class DocumentTypes
{
    public static readonly IReadOnlyList<(string Name, string Canon)> All =
        [.. Catalogue.Rows("document-types.tsv").Select(row => (row[0], Canon.Form(row[0]))).OrderByDescending(t => t.Item2.Length)];

    /// <summary>The type whose symbol a number bears ("733/QĐ-UBND" is a Quyết định); null where it bears none, as letters do not.</summary>
    public static string? OfSymbol(string number)
    {
        var symbols = number.Split('/', '-').Skip(1).Select(Canon.Form).ToList();
        return Catalogue.Rows("document-types.tsv").Where(row => row.Length > 1 && row[1].Length > 0 && symbols.Take(2).Contains(Canon.Form(row[1]))).Select(row => row[0]).LastOrDefault();
    }

    /// <summary>The type with which a text in canonical form begins; null if none.</summary>
    public static (string Name, int Length)? AtStart(string canon)
    {
        foreach (var (name, form) in All)
        {
            if (canon.StartsWith(form, StringComparison.Ordinal) && (canon.Length == form.Length || !char.IsLetter(canon[form.Length])))
            {
                return (name, form.Length);
            }
        }

        return null;
    }

    /// <summary>The type named last before a position, with where its name begins; null if none stands within reach.</summary>
    public static (string Name, int Start)? Before(string canon, int position, int reach)
    {
        var from = Math.Max(0, position - reach);
        (string Name, int Start)? best = null;
        foreach (var (name, form) in All)
        {
            var at = canon.LastIndexOf(form, Math.Max(from, position - 1), Math.Max(0, Math.Max(from, position - 1) - from + 1), StringComparison.Ordinal);
            if (at >= from && (best is null || at > best.Value.Start || (at == best.Value.Start && name.Length > best.Value.Name.Length))
                && IsWord(canon, at, form.Length) && !(best is { } b && at > b.Start && at < b.Start + b.Name.Length))
            {
                best = (name, at);
            }
        }

        return best;
    }

    /// <summary>A whole word; "Quyết địnhsố" lost only its blank.</summary>
    private static bool IsWord(string canon, int at, int length) =>
        (at == 0 || !char.IsLetter(canon[at - 1])) && (at + length >= canon.Length || !char.IsLetter(canon[at + length]) || canon.AsSpan(at + length).StartsWith("số", StringComparison.Ordinal));
}
