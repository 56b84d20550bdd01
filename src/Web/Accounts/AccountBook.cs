using System.Security.Cryptography;
using System.Text;
using Dapper;
using Microsoft.AspNetCore.Identity;

namespace Plans.Web.Accounts;

/// <summary>The accounts of a site and their keys.</summary>
public sealed class AccountBook(SiteDatabase database, TimeProvider clock)
{
    /// <summary>Letters; length is what makes a password hard to guess.</summary>
    public const int ShortestPassword = 12;

    public const int LongestPassword = 200;

    private const int LongestName = 64;
    private const string KeyPrefix = "plans_";
    private const int KeyBytes = 32;

    private readonly PasswordHasher<string> hasher = new();

    /// <summary>What a wrong name is checked against, so that it takes as long as a wrong password.</summary>
    private readonly string nobodys = new PasswordHasher<string>().HashPassword("", Guid.NewGuid().ToString());

    /// <exception cref="ArgumentException">The name or the password will not do; the message says why.</exception>
    public void Add(string name, string password, Role role)
    {
        var trimmed = name.Trim();
        if (trimmed.Length is 0 or > LongestName || !trimmed.All(letter => char.IsLetterOrDigit(letter) || letter is '.' or '-' or '_' or '@'))
        {
            throw new ArgumentException($"An account's name has 1 to {LongestName} letters, digits, dots, hyphens, _ or @.");
        }

        Check(password);
        using var connection = database.Open();
        if (connection.ExecuteScalar<int>("select count(*) from accounts where name_key = @key", new { key = KeyOf(trimmed) }) > 0)
        {
            throw new ArgumentException($"There is an account {trimmed} already. Change its password by: plans user password {trimmed}");
        }

        connection.Execute(
            "insert into accounts (name, name_key, role, password, stamp, created_at) values (@trimmed, @key, @role, @password, @stamp, @now)",
            new { trimmed, key = KeyOf(trimmed), role = role.ToString(), password = hasher.HashPassword(trimmed, password), stamp = Stamp(), now = Now });
    }

    /// <returns>False where there is no such account.</returns>
    /// <exception cref="ArgumentException">The password will not do.</exception>
    public bool SetPassword(string name, string password)
    {
        Check(password);
        using var connection = database.Open();
        return connection.Execute(
            "update accounts set password = @password, stamp = @stamp where name_key = @key",
            new { password = hasher.HashPassword(name, password), stamp = Stamp(), key = KeyOf(name) }) == 1;
    }

    /// <returns>False where there is no such account.</returns>
    public bool Remove(string name)
    {
        using var connection = database.Open();
        return connection.Execute("delete from accounts where name_key = @key", new { key = KeyOf(name) }) == 1;
    }

    public IReadOnlyList<Account> All()
    {
        using var connection = database.Open();
        return [.. connection.Query<Row>("select * from accounts order by name_key").Select(row => row.ToAccount())];
    }

    public Account? Find(string name)
    {
        using var connection = database.Open();
        return connection.QuerySingleOrDefault<Row>("select * from accounts where name_key = @key", new { key = KeyOf(name) })?.ToAccount();
    }

    /// <returns>Null where the name or the password is wrong; which of them is not told.</returns>
    public Account? SignIn(string name, string password)
    {
        using var connection = database.Open();
        var row = connection.QuerySingleOrDefault<Row>("select * from accounts where name_key = @key", new { key = KeyOf(name) });
        var right = password.Length <= LongestPassword
            && hasher.VerifyHashedPassword(name, row?.Password ?? nobodys, password) != PasswordVerificationResult.Failed;
        return right ? row?.ToAccount() : null;
    }

    /// <returns>The key, which is told this once.</returns>
    public string AddKey(Account account, string name)
    {
        var key = KeyPrefix + Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(KeyBytes));
        using var connection = database.Open();
        connection.Execute(
            "insert into api_keys (account_id, name, hash, created_at) values (@Id, @name, @hash, @now)",
            new { account.Id, name, hash = HashOf(key), now = Now });
        return key;
    }

    public IReadOnlyList<ApiKey> Keys(Account account)
    {
        using var connection = database.Open();
        return
        [
            .. connection.Query<(long Id, string Name, string CreatedAt, string? LastUsed)>(
                "select id, name, created_at, last_used from api_keys where account_id = @Id order by id", new { account.Id })
                .Select(row => new ApiKey(row.Id, account.Name, row.Name, SiteDatabase.Time(row.CreatedAt), row.LastUsed is null ? null : SiteDatabase.Time(row.LastUsed))),
        ];
    }

    public bool RemoveKey(Account account, long id)
    {
        using var connection = database.Open();
        return connection.Execute("delete from api_keys where id = @id and account_id = @owner", new { id, owner = account.Id }) == 1;
    }

    public Account? OfKey(string key)
    {
        if (!key.StartsWith(KeyPrefix, StringComparison.Ordinal))
        {
            return null;
        }

        using var connection = database.Open();
        var hash = HashOf(key);
        var row = connection.QuerySingleOrDefault<Row>(
            "select a.* from api_keys k join accounts a on a.id = k.account_id where k.hash = @hash", new { hash });
        if (row is not null)
        {
            // To the hour: a write for each request would cost more than it tells.
            connection.Execute(
                "update api_keys set last_used = @hour where hash = @hash and (last_used is null or last_used < @hour)",
                new { hash, hour = string.Concat(Now.AsSpan(0, 13), ":00:00.000Z") });
        }

        return row?.ToAccount();
    }

    private string Now => SiteDatabase.Time(clock.GetUtcNow());

    private static void Check(string password)
    {
        if (password.Length is < ShortestPassword or > LongestPassword)
        {
            throw new ArgumentException($"A password has {ShortestPassword} to {LongestPassword} letters.");
        }
    }

    private static string KeyOf(string name) => name.Trim().Normalize(NormalizationForm.FormC).ToLowerInvariant();

    /// <summary>A key is random enough that a plain hash keeps it.</summary>
    private static string HashOf(string key) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)));

    private static string Stamp() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));

    private sealed class Row
    {
        public long Id { get; init; }

        public string Name { get; init; } = "";

        public Role Role { get; init; }

        public string Password { get; init; } = "";

        public string Stamp { get; init; } = "";

        public string Created_At { get; init; } = "";

        public Account ToAccount() => new(Id, Name, Role, Stamp, SiteDatabase.Time(Created_At));
    }
}
