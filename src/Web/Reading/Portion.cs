namespace Plans.Web.Reading;

/// <summary>A part of a long list, so that a page stays small: some rows, and where among the parts it is.</summary>
/// <param name="Number">From 1.</param>
public sealed record Portion<T>(IReadOnlyList<T> Items, int Number, int Of)
{
    /// <param name="at">Chooses the part that holds this item, where there is one.</param>
    /// <param name="number">Else this part, or the nearest there is.</param>
    public static Portion<T> Cut(IReadOnlyList<T> all, int size, Func<T, bool> at, int number)
    {
        var parts = Math.Max(1, (all.Count + size - 1) / size);
        var index = all.ToList().FindIndex(item => at(item));
        var chosen = index >= 0 ? index / size : Math.Clamp(number, 1, parts) - 1;
        return new Portion<T>([.. all.Skip(chosen * size).Take(size)], chosen + 1, parts);
    }
}
