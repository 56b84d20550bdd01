using System.Data;
using System.Data.Common;
using Dapper;
using Npgsql;
using Plans.Store.Engines;
using Plans.Store.Originals;

namespace Plans.Store.Postgres;

/// <summary>
/// A database on a PostgreSQL server (15 or later), for many machines. Readers and writers do not wait for each other. A write whose
/// connection is lost is done again; the server is asked first whether the lost one was committed, so that nothing is written twice.
/// </summary>
internal sealed class PostgresDatabase : Database
{
    private const int OldestMajor = 15;
    private const int MostTries = 7;
    private const int CheckedAtOnce = 500;

    /// <summary>Names of this program's advisory locks on a database.</summary>
    private const long MigrationLock = 0x504C414E53_01;
    private const long WriteLock = 0x504C414E53_02;
    private const long VersionLock = 0x504C414E53_03;

    private static readonly Migrator Migrations = new("Postgres");
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(100);

    private readonly NpgsqlDataSource source;

    static PostgresDatabase() => DefaultTypeMap.MatchNamesWithUnderscores = true;

    private PostgresDatabase(NpgsqlDataSource source, string name)
    {
        this.source = source;
        Name = name;
        Index = new TextSearchIndex(this);
    }

    public override string Name { get; }

    public override ISearchIndex Index { get; }

    /// <exception cref="StoreException"/>
    public static PostgresDatabase Open(StoreOptions options)
    {
        var settings = Settings(options);
        var database = new PostgresDatabase(NpgsqlDataSource.Create(settings), $"{settings.Database ?? settings.Username} on {settings.Host}");
        try
        {
            database.Reach();
            database.Write(connection =>
            {
                CheckServer((NpgsqlConnection)connection, database.Name);
                connection.Execute("select pg_advisory_xact_lock(@MigrationLock)", new { MigrationLock });
                Migrations.Migrate(connection, Tables(connection), database.Name, options.Clock);
                return 0;
            });
            return database;
        }
        catch
        {
            database.Dispose();
            throw;
        }
    }

    public override T Read<T>(Func<DbConnection, T> ask) => Retrying(() =>
    {
        using var connection = source.OpenConnection();
        using var snapshot = connection.BeginTransaction(IsolationLevel.RepeatableRead);
        return ask(connection);
    });

    public override T Write<T>(Func<DbConnection, T> change) => Retrying(() => Commit(change));

    public override T WriteAlone<T>(Func<DbConnection, T> change) => Write(connection =>
    {
        connection.Execute("select pg_advisory_xact_lock(@WriteLock)", new { WriteLock });
        return change(connection);
    });

    public override void LockVersions(DbConnection connection) =>
        connection.Execute("select pg_advisory_xact_lock(@VersionLock)", new { VersionLock });

    public override void Insert(DbConnection connection, string table, IReadOnlyList<string> columns, IEnumerable<object?[]> rows)
    {
        using var copy = ((NpgsqlConnection)connection).BeginTextImport($"copy {table} ({string.Join(", ", columns)}) from stdin");
        foreach (var row in rows)
        {
            copy.Write(CopyText.Row(row));
        }
    }

    public override string? Storable(string? text) => text is null ? null : CopyText.Clean(text);

    public override string NumbersOf(string parameter) => $"(select value::bigint from json_array_elements_text({parameter}::json))";

    public override string TextsOf(string parameter) => $"(select value from json_array_elements_text({parameter}::json))";

    public override DateTimeOffset? Time() => Retrying(() =>
    {
        using var connection = source.OpenConnection();
        return new DateTimeOffset(connection.ExecuteScalar<DateTime>("select clock_timestamp()"), TimeSpan.Zero);
    });

    public override string Joined(string column) => $"string_agg({column}, '; ')";

    public override void AfterCopy(DbConnection connection)
    {
        foreach (var table in new[] { "loads", "files", "plans", "passages", "corrections" })
        {
            connection.Execute($"select setval(pg_get_serial_sequence('{table}', 'id'), (select max(id) from {table})) where exists (select 1 from {table})");
        }
    }

    /// <summary>The server itself guards its pages and its references; what it cannot know is whether the words are those of the texts.</summary>
    public override IEnumerable<string> Damages(DbConnection connection)
    {
        var passages = connection.Query<(long Id, string Heading, string Body)>("select id, heading, body from passages order by id").ToList();
        var words = 0;
        foreach (var batch in passages.Chunk(CheckedAtOnce))
        {
            words += connection.ExecuteScalar<int>(
                """
                select count(*) from unnest(@ids, @vectors) as told (id, vector) join passages p on p.id = told.id
                where p.words <> told.vector::tsvector
                """,
                new { ids = batch.Select(p => p.Id).ToArray(), vectors = batch.Select(p => PassageWords.Of(p.Heading, p.Body)).ToArray() });
        }

        if (words > 0)
        {
            yield return $"The words of {words} passages do not agree with their texts.";
        }
    }

    public override OriginalFiles OpenOriginals(StoreOptions options) => new OriginalRows(this, Path.Combine(options.DataFolder, "copies"));

    public override void Dispose() => source.Dispose();

    private static NpgsqlConnectionStringBuilder Settings(StoreOptions options)
    {
        try
        {
            var settings = new NpgsqlConnectionStringBuilder(options.Database)
            {
                CommandTimeout = 0,
                MaxAutoPrepare = 100,
                AutoPrepareMinUsages = 2,
            };

            // A plan made for any query at all would scan every passage for a rare word; and compiling costs more than any query here.
            settings.Options ??= $"-c plan_cache_mode=force_custom_plan -c jit=off -c lock_timeout={(long)options.BusyTimeout.TotalMilliseconds}";
            settings.ApplicationName ??= "plans";
            return settings.Host is null
                ? throw new StoreException(StoreProblem.CannotOpen, "The database has no host. Write it as \"Host=…;Database=…;Username=…\".")
                : settings;
        }
        catch (Exception e) when (e is ArgumentException or FormatException)
        {
            throw new StoreException(
                StoreProblem.CannotOpen, $"The database cannot be understood: {e.Message} Write it as \"Host=…;Database=…;Username=…\".", e);
        }
    }

    private static void CheckServer(NpgsqlConnection connection, string name)
    {
        if (connection.PostgreSqlVersion.Major < OldestMajor)
        {
            throw new StoreException(
                StoreProblem.CannotOpen, $"The database {name} is on PostgreSQL {connection.PostgreSqlVersion}; {OldestMajor} or later is needed.");
        }

        if (connection.ExecuteScalar<string>("show server_encoding") != "UTF8")
        {
            throw new StoreException(
                StoreProblem.CannotOpen, $"The database {name} is not in UTF-8. Make one: create database plans encoding 'UTF8' template template0.");
        }
    }

    private static List<string> Tables(DbConnection connection) =>
        [.. connection.Query<string>("select table_name::text from information_schema.tables where table_schema = current_schema()")];

    /// <summary>A server that is not there at the beginning is a mistake of the user's, not worth trying again.</summary>
    private void Reach()
    {
        try
        {
            source.OpenConnection().Dispose();
        }
        catch (NpgsqlException e)
        {
            throw PostgresErrors.Explain(e, Name);
        }
    }

    private T Commit<T>(Func<DbConnection, T> change)
    {
        using var connection = source.OpenConnection();
        using var transaction = connection.BeginTransaction();
        var number = connection.ExecuteScalar<string>("select pg_current_xact_id()::text")!;
        var result = change(connection);
        try
        {
            transaction.Commit();
        }
        catch (NpgsqlException)
        {
            if (!WasCommitted(number))
            {
                throw;
            }
        }

        return result;
    }

    /// <summary>What became of a transaction whose connection was lost while it was being committed.</summary>
    private bool WasCommitted(string number)
    {
        while (true)
        {
            var state = Retrying(() =>
            {
                using var connection = source.OpenConnection();
                return connection.ExecuteScalar<string?>($"select pg_xact_status('{number}'::xid8)");
            });
            if (state != "in progress")
            {
                return state == "committed";
            }

            Thread.Sleep(FirstPause);
        }
    }

    private T Retrying<T>(Func<T> action)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return action();
            }
            catch (NpgsqlException e) when (CanPass(e) && attempt < MostTries)
            {
                Thread.Sleep(FirstPause * Math.Pow(2, attempt - 1));
            }
            catch (NpgsqlException e)
            {
                throw PostgresErrors.Explain(e, Name);
            }
        }
    }

    /// <summary>A lost connection, a restart of the server, a deadlock; a lock has been waited for already.</summary>
    private static bool CanPass(NpgsqlException error) =>
        error.SqlState is not PostgresErrorCodes.LockNotAvailable
        && (error.IsTransient || error.SqlState is ['5', '7', 'P', ..] or ['0', '8', ..]);
}
