using System.Globalization;
using Dapper;
using Microsoft.Data.Sqlite;

namespace Plans.Store.Sqlite;

/// <summary>Brings a database to the schema of this program: the embedded files <c>NNN_name.sql</c>, each once, in order.</summary>
internal static class Migrator
{
    private const string Folder = "Plans.Store.Sqlite.Migrations.";

    private static readonly (int Version, string Resource)[] Steps =
    [
        .. typeof(Migrator).Assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(Folder, StringComparison.Ordinal))
            .Select(name => (int.Parse(name.AsSpan(Folder.Length, 3), NumberStyles.None, CultureInfo.InvariantCulture), name))
            .Order(),
    ];

    public static int Latest => Steps[^1].Version;

    /// <exception cref="StoreException">The database is of a newer program or not ours.</exception>
    public static void Migrate(SqliteConnection connection, string path, TimeProvider clock)
    {
        if (Version(connection, path) == Latest)
        {
            return;
        }

        // All steps in one transaction, the version asked for again inside: another process may migrate at the same moment.
        using var transaction = connection.BeginTransaction(deferred: false);
        connection.Execute(
            "create table if not exists schema_version (version integer primary key, applied_at text not null)");
        var current = Version(connection, path);
        foreach (var (version, resource) in Steps.Where(step => step.Version > current))
        {
            connection.Execute(Script(resource));
            connection.Execute(
                "insert into schema_version (version, applied_at) values (@version, @now)",
                new { version, now = Timestamp.Write(clock.GetUtcNow()) });
        }

        transaction.Commit();
    }

    private static int Version(SqliteConnection connection, string path)
    {
        var tables = connection.Query<string>("select name from sqlite_master where type = 'table'").ToList();
        if (!tables.Contains("schema_version"))
        {
            return tables.Count == 0
                ? 0
                : throw new StoreException(
                    StoreProblem.CannotOpen, $"The database {path} belongs to another program. Choose another data folder.");
        }

        var version = connection.ExecuteScalar<int>("select coalesce(max(version), 0) from schema_version");
        return version <= Latest
            ? version
            : throw new StoreException(
                StoreProblem.NewerVersion,
                $"The database {path} has schema {version}, this program knows schemas up to {Latest}. Install the newer program, or choose another data folder.");
    }

    private static string Script(string resource)
    {
        using var reader = new StreamReader(typeof(Migrator).Assembly.GetManifestResourceStream(resource)!);
        return reader.ReadToEnd();
    }
}
