using System.Collections.Concurrent;

namespace Plans.Web.Hosting;

/// <summary>
/// Answers that many ask for at the same time, kept for a few seconds: fifty readers of one page cost one reading of the store. What is
/// changed through the site clears it; what a load adds is seen when the seconds are over.
/// </summary>
/// <typeparam name="TKey">With equality by value.</typeparam>
/// <typeparam name="TValue">That is never changed.</typeparam>
internal sealed class Recent<TKey, TValue>(TimeProvider clock, TimeSpan kept, int most)
    where TKey : notnull
{
    private readonly ConcurrentDictionary<TKey, Entry> entries = new();

    /// <summary>The value, made at most once in the time; an error is no value and is made again.</summary>
    public TValue Get(TKey key, Func<TValue> make)
    {
        var now = clock.GetTimestamp();
        var entry = entries.AddOrUpdate(
            key,
            static (_, given) => new Entry(given.Now, new Lazy<TValue>(given.Make)),
            (_, old, given) => clock.GetElapsedTime(old.Since, given.Now) < kept ? old : new Entry(given.Now, new Lazy<TValue>(given.Make)),
            (Now: now, Make: make));
        try
        {
            return entry.Value.Value;
        }
        catch
        {
            entries.TryRemove(new KeyValuePair<TKey, Entry>(key, entry));
            throw;
        }
        finally
        {
            Sweep(now);
        }
    }

    public void Clear() => entries.Clear();

    private void Sweep(long now)
    {
        if (entries.Count > most)
        {
            foreach (var (key, entry) in entries.OrderBy(pair => pair.Value.Since).Take(most / 2).Concat(entries.Where(pair => clock.GetElapsedTime(pair.Value.Since, now) > kept)))
            {
                entries.TryRemove(new KeyValuePair<TKey, Entry>(key, entry));
            }
        }
    }

    private sealed record Entry(long Since, Lazy<TValue> Value);
}
