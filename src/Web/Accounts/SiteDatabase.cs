using System.Globalization;
using Dapper;
using Microsoft.Data.Sqlite;

namespace Plans.Web.Accounts;

/// <summary>
/// What belongs to a site and not to the plans: accounts, keys, the audit log, saved searches. A file of its own, <c>site.db</c> in the
/// data folder, so that a store can be moved or shared without its readers.
/// </summary>
public sealed class SiteDatabase
{
    private const string Schema =
        """
        create table if not exists accounts (
          id integer primary key, name text not null, name_key text not null unique, role text not null, password text not null,
          stamp text not null, created_at text not null);
        create table if not exists api_keys (
          id integer primary key, account_id integer not null references accounts (id) on delete cascade, name text not null,
          hash text not null unique, created_at text not null, last_used text);
        create table if not exists audit (
          id integer primary key, at text not null, who text not null, what text not null, detail text not null, address text not null);
        create table if not exists saved_searches (
          id integer primary key, owner text not null, name text not null, question text not null, created_at text not null,
          seen_plan integer not null, feed text not null unique);
        create index if not exists saved_searches_owner on saved_searches (owner);
        """;

    private readonly string connectionString;

    /// <param name="folder">Made if absent.</param>
    public SiteDatabase(string folder)
    {
        Directory.CreateDirectory(folder);
        var path = Path.Combine(folder, "site.db");
        connectionString = new SqliteConnectionStringBuilder { DataSource = path, ForeignKeys = true, DefaultTimeout = 30 }.ToString();
        if (!File.Exists(path))
        {
            // Hashes of passwords are for nobody else on the machine.
            var options = new FileStreamOptions { Mode = FileMode.OpenOrCreate, Access = FileAccess.Write };
            if (!OperatingSystem.IsWindows())
            {
                options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
            }

            using var file = new FileStream(path, options);
        }

        using var connection = Open();
        connection.Execute("pragma journal_mode = wal");
        connection.Execute(Schema);
    }

    public SqliteConnection Open()
    {
        var connection = new SqliteConnection(connectionString);
        connection.Open();
        return connection;
    }

    /// <summary>UTC, ISO 8601, so that times sort as text.</summary>
    public static string Time(DateTimeOffset time) => time.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);

    public static DateTimeOffset Time(string time) => DateTimeOffset.Parse(time, CultureInfo.InvariantCulture);
}
