using Plans.Store.Search;

namespace Plans.Store.Writing;

/// <summary>Agencies as a passage holds them: "| so cong thuong | so y te |", so that words of one name are found and never across two.</summary>
internal static class AgencyKeys
{
    public static string Of(IEnumerable<string?> names)
    {
        var keys = names.OfType<string>().Select(Folding.Key).Where(key => key.Length > 0).Distinct().ToList();
        return keys.Count == 0 ? "" : $"| {string.Join(" | ", keys)} |";
    }
}
