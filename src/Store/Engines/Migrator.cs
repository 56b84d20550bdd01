using System.Data.Common;
using System.Globalization;
using Dapper;

namespace Plans.Store.Engines;

/// <summary>Brings a database to the schema of this program: an engine's embedded files <c>NNN_name.sql</c>, each once, in order.</summary>
/// <param name="engine">The folder under <c>Store/</c> that has the engine's <c>Migrations/</c>.</param>
internal sealed class Migrator(string engine)
{
    private readonly (int Version, string Resource)[] steps =
    [
        .. typeof(Migrator).Assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith($"Plans.Store.{engine}.Migrations.", StringComparison.Ordinal))
            .Select(name => (Number(name, $"Plans.Store.{engine}.Migrations.".Length), name))
            .Order(),
    ];

    public int Latest => steps[^1].Version;

    /// <summary>Migrates inside the caller's transaction, during which no other process migrates.</summary>
    /// <param name="tables">The tables that the database has.</param>
    /// <param name="name">The database's, for messages.</param>
    /// <exception cref="StoreException">The database is of a newer program or not ours.</exception>
    public void Migrate(DbConnection connection, IReadOnlyCollection<string> tables, string name, TimeProvider clock)
    {
        var current = Version(connection, tables, name);
        if (current == Latest)
        {
            return;
        }

        connection.Execute("create table if not exists schema_version (version integer primary key, applied_at text not null)");
        foreach (var (version, resource) in steps.Where(step => step.Version > current))
        {
            connection.Execute(Script(resource));
            connection.Execute(
                "insert into schema_version (version, applied_at) values (@version, @now)",
                new { version, now = Timestamp.Write(clock.GetUtcNow()) });
        }
    }

    /// <returns>0 where the database is empty.</returns>
    /// <exception cref="StoreException">The database is of a newer program or not ours.</exception>
    public int Version(DbConnection connection, IReadOnlyCollection<string> tables, string name)
    {
        if (!tables.Contains("schema_version"))
        {
            return tables.Count == 0
                ? 0
                : throw new StoreException(
                    StoreProblem.CannotOpen, $"The database {name} belongs to another program. Choose another one.");
        }

        var version = connection.ExecuteScalar<int>("select coalesce(max(version), 0) from schema_version");
        return version <= Latest
            ? version
            : throw new StoreException(
                StoreProblem.NewerVersion,
                $"The database {name} has schema {version}, this program knows schemas up to {Latest}. Install the newer program, or choose another database.");
    }

    private static int Number(string resource, int at) =>
        int.Parse(resource.AsSpan(at, 3), NumberStyles.None, CultureInfo.InvariantCulture);

    private static string Script(string resource)
    {
        using var reader = new StreamReader(typeof(Migrator).Assembly.GetManifestResourceStream(resource)!);
        return reader.ReadToEnd();
    }
}
