using System.Globalization;

namespace Plans.Web.Reviewing;

internal static class ReviewLinks
{
    public static string Queue(int at, long? plan) => With("/review", at, plan);

    /// <summary>The item at a place of the queue, to be worked on.</summary>
    public static string Work(int at, long? plan) => With("/review/work", at, plan);

    public static string Fact(long plan, string item, int? at = null) => new Address(string.Create(CultureInfo.InvariantCulture, $"/review/{plan}/{Uri.EscapeDataString(item)}"))
        .With("at", at?.ToString(CultureInfo.InvariantCulture)).ToString();

    public static string Add(long plan) => string.Create(CultureInfo.InvariantCulture, $"/review/{plan}");

    /// <summary>Adding what a row of a table says: its words, its first words as the indicator, its first number as the value.</summary>
    public static string Add(long plan, IReadOnlyList<string> row) => new Address(Add(plan))
        .With("words", string.Join(' ', row.Where(cell => cell.Length > 0)))
        .With("indicator", row.FirstOrDefault(cell => cell.Count(char.IsLetter) > 2))
        .With("value", row.FirstOrDefault(cell => cell.Any(char.IsAsciiDigit) && !cell.Any(char.IsLetter) && cell != row[0]))
        .ToString();

    private static string With(string path, int at, long? plan) => new Address(path)
        .With("at", at > 0 ? at.ToString(CultureInfo.InvariantCulture) : null)
        .With("plan", plan?.ToString(CultureInfo.InvariantCulture)).ToString();
}
