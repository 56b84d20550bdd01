using System.Data.Common;
using System.Globalization;
using Dapper;
using Microsoft.Data.Sqlite;
using Plans.Store.Engines;
using Plans.Store.Originals;

namespace Plans.Store.Sqlite;

/// <summary>
/// The database file. Each call takes a pooled connection and one transaction: readers see one state and never wait, writers wait
/// for each other, within the process at a lock and among processes at SQLite's.
/// </summary>
internal sealed class SqliteDatabase : Database
{
    /// <summary>SQLITE_CORRUPT, by which FTS5's integrity check answers.</summary>
    private const int DamagedIndex = 11;

    /// <summary>SQLite's own choice for new databases.</summary>
    private const int PageBytes = 4096;

    /// <summary>SQLite's own limit (https://www.sqlite.org/limits.html).</summary>
    private const long MostPages = 2147483646;

    private static readonly Migrator Migrations = new("Sqlite");

    private readonly string path;
    private readonly string connectionString;
    private readonly string settings;
    private readonly Lock writing = new();

    static SqliteDatabase() => DefaultTypeMap.MatchNamesWithUnderscores = true;

    private SqliteDatabase(StoreOptions options)
    {
        path = options.DatabasePath;
        connectionString = new SqliteConnectionStringBuilder
        {
            DataSource = path,
            ForeignKeys = true,
            DefaultTimeout = Math.Max(1, (int)options.BusyTimeout.TotalSeconds),
        }.ToString();

        // NORMAL: in WAL a killed process loses nothing; a power cut may lose the last transactions, whole ones.
        var milliseconds = ((long)options.BusyTimeout.TotalMilliseconds).ToString(CultureInfo.InvariantCulture);
        var pages = Math.Clamp((options.MaxDatabaseBytes ?? long.MaxValue) / PageBytes, 1, MostPages).ToString(CultureInfo.InvariantCulture);
        settings = $"pragma busy_timeout = {milliseconds}; pragma synchronous = normal; pragma max_page_count = {pages}; pragma cache_size = -{options.CacheKilobytes};";

        Index = new Fts5Index(this);
    }

    public override string Name => path;

    public override ISearchIndex Index { get; }

    /// <exception cref="StoreException"/>
    public static SqliteDatabase Open(StoreOptions options)
    {
        SqliteLibrary.Use();
        var database = new SqliteDatabase(options);
        try
        {
            database.Guard(() =>
            {
                using var connection = database.Connect();
                connection.Execute("pragma journal_mode = wal");
                if (Migrations.Version(connection, Tables(connection), database.path) < Migrations.Latest)
                {
                    // Another process may migrate at the same moment: the version is asked for again inside.
                    using var transaction = connection.BeginTransaction(deferred: false);
                    Migrations.Migrate(connection, Tables(connection), database.path, options.Clock);
                    transaction.Commit();
                }

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

    public override T Read<T>(Func<DbConnection, T> ask) => Guard(() =>
    {
        using var connection = Connect();
        using var snapshot = connection.BeginTransaction(deferred: true);
        return ask(connection);
    });

    public override T Write<T>(Func<DbConnection, T> change)
    {
        lock (writing)
        {
            return Guard(() =>
            {
                using var connection = Connect();
                using var transaction = connection.BeginTransaction(deferred: false);
                var result = change(connection);
                transaction.Commit();
                return result;
            });
        }
    }

    /// <summary>SQLite has one writer at a time anyway.</summary>
    public override T WriteAlone<T>(Func<DbConnection, T> change) => Write(change);

    public override void Insert(DbConnection connection, string table, IReadOnlyList<string> columns, IEnumerable<object?[]> rows)
    {
        using var command = (SqliteCommand)connection.CreateCommand();
        command.CommandText =
            $"insert into {table} ({string.Join(", ", columns)}) values ({string.Join(", ", columns.Select(column => "@" + column))})";
        var parameters = columns.Select(column => command.Parameters.AddWithValue("@" + column, DBNull.Value)).ToList();
        foreach (var row in rows)
        {
            for (var i = 0; i < row.Length; i++)
            {
                parameters[i].Value = row[i] ?? DBNull.Value;
            }

            command.ExecuteNonQuery();
        }
    }

    public override string NumbersOf(string parameter) => $"(select value from json_each({parameter}))";

    public override string TextsOf(string parameter) => NumbersOf(parameter);

    public override string Joined(string column) => $"group_concat({column}, '; ')";

    public override void BeforeCopy(DbConnection connection) => connection.Execute("pragma defer_foreign_keys = on");

    public override IEnumerable<string> Damages(DbConnection connection)
    {
        foreach (var damage in connection.Query<string>("pragma integrity_check").Where(line => line != "ok"))
        {
            yield return $"SQLite reports: {damage}.";
        }

        var orphans = connection.Query("pragma foreign_key_check").Count();
        if (orphans > 0)
        {
            yield return $"{orphans} rows belong to rows that are not there.";
        }

        foreach (var index in new[] { "passages_fts", "passages_marked" })
        {
            if (!Agrees(connection, index))
            {
                yield return $"The full text {index} does not agree with the passages.";
            }
        }
    }

    public override OriginalFiles OpenOriginals(StoreOptions options) => new OriginalFolder(options.OriginalsFolder);

    public override void Dispose()
    {
        using var connection = new SqliteConnection(connectionString);
        SqliteConnection.ClearPool(connection);
    }

    /// <summary>FTS5 says it by an error.</summary>
    private static bool Agrees(DbConnection connection, string index)
    {
        try
        {
            connection.Execute($"insert into {index} ({index}, rank) values ('integrity-check', 1)");
            return true;
        }
        catch (SqliteException e) when (e.SqliteErrorCode == DamagedIndex)
        {
            return false;
        }
    }

    private static List<string> Tables(SqliteConnection connection) =>
        [.. connection.Query<string>("select name from sqlite_master where type = 'table'")];

    private SqliteConnection Connect()
    {
        var connection = new SqliteConnection(connectionString);
        connection.Open();
        connection.Execute(settings);
        return connection;
    }

    private T Guard<T>(Func<T> action)
    {
        try
        {
            return action();
        }
        catch (SqliteException e)
        {
            throw SqliteErrors.Explain(e, path);
        }
    }
}
