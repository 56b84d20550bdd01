using System.Collections.Concurrent;

namespace Plans.Web.Accounts;

/// <summary>Makes guessing passwords hopeless: who errs too often, by name or by address, has to wait, also with the right password.</summary>
public sealed class SignInGuard(TimeProvider clock)
{
    /// <summary>Wrong attempts at one name before a wait.</summary>
    public const int MostErrors = 10;

    /// <summary>Wrong attempts from one address, which a whole office may share.</summary>
    public const int MostErrorsOfAddress = 100;

    public static readonly TimeSpan Wait = TimeSpan.FromMinutes(15);

    /// <summary>Names and addresses that are remembered; beyond it those whose wait is over are forgotten.</summary>
    private const int MostRemembered = 10_000;

    private readonly ConcurrentDictionary<string, Errors> errors = new();

    /// <param name="name">As typed.</param>
    public bool IsLocked(string name, string address) => Of(name, address).Zip([MostErrors, MostErrorsOfAddress]).Any(pair =>
        errors.TryGetValue(pair.First, out var found) && found.Count >= pair.Second && clock.GetUtcNow() < found.Until);

    public void Failed(string name, string address)
    {
        var now = clock.GetUtcNow();
        if (errors.Count > MostRemembered)
        {
            foreach (var (key, _) in errors.Where(pair => pair.Value.Until <= now).ToList())
            {
                errors.TryRemove(key, out _);
            }
        }

        foreach (var key in Of(name, address))
        {
            errors.AddOrUpdate(key, _ => new Errors(1, now + Wait), (_, old) => old.Until <= now ? new Errors(1, now + Wait) : new Errors(old.Count + 1, now + Wait));
        }
    }

    /// <summary>The name's errors are forgiven; the address's are not, else one own account would clear the way to guess at others.</summary>
    public void Succeeded(string name, string address) => errors.TryRemove(Of(name, address)[0], out _);

    private static string[] Of(string name, string address) => [$"name {name.Trim().ToLowerInvariant()}", $"address {address}"];

    private sealed record Errors(int Count, DateTimeOffset Until);
}
