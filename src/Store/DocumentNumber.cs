using Plans.Store.Search;

namespace Plans.Store;

/// <summary>Numbers of documents (số, ký hiệu), made comparable.</summary>
internal static class DocumentNumber
{
    /// <summary>Folded, without the zeros that fill up a number below ten: "05/KH-UBND" → "5 kh ubnd".</summary>
    public static string Key(string number) => Folding.Key(number).TrimStart('0');
}
