using AngleSharp.Dom;

namespace Plans.Web.Tests;

/// <summary>Reads pages as their readers do: by what stands where.</summary>
internal static class Words
{
    /// <summary>The text that a reader sees, blanks as one.</summary>
    public static string Seen(this INode node) =>
        string.Join(' ', node.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    public static IReadOnlyList<string> All(this IParentNode page, string selector) => [.. page.QuerySelectorAll(selector).Select(Seen)];

    public static IElement One(this IParentNode page, string selector) =>
        Assert.Single(page.QuerySelectorAll(selector));

    /// <summary>The row of a table, cell by cell.</summary>
    public static IReadOnlyList<string> Cells(this IElement row) => row.All("td, th");

    public static string Link(this IParentNode page, string words) =>
        page.QuerySelectorAll("a").FirstOrDefault(link => link.Seen().Contains(words, StringComparison.Ordinal))?.GetAttribute("href")
        ?? throw new InvalidOperationException($"No link says “{words}”.");
}
