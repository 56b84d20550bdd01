namespace Plans.Store.Search;

/// <summary>Names of provinces, made comparable.</summary>
internal static class ProvinceName
{
    private static readonly string[] Kinds = ["tinh ", "thanh pho ", "tp "];

    /// <summary>The folded name without the kind of unit before it: "Tỉnh Lạng Sơn" → "lang son".</summary>
    public static string Key(string name)
    {
        var key = Folding.Key(name);
        return Kinds.FirstOrDefault(kind => key.StartsWith(kind, StringComparison.Ordinal)) is { } kind ? key[kind.Length..] : key;
    }
}
