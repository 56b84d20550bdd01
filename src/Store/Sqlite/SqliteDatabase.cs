using System.Globalization;
using Dapper;
using Microsoft.Data.Sqlite;

namespace Plans.Store.Sqlite;

/// <summary>
/// The database file. Each call takes a pooled connection and one transaction: readers see one state and never wait, writers wait
/// for each other, within the process at a lock and among processes at SQLite's.
/// </summary>
internal sealed class SqliteDatabase : IDisposable
{
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
        settings = $"pragma busy_timeout = {milliseconds}; pragma synchronous = normal;";
    }

    /// <exception cref="StoreException"/>
    public static SqliteDatabase Open(StoreOptions options)
    {
        SqliteLibrary.Use();
        try
        {
            Directory.CreateDirectory(options.DataFolder);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new StoreException(
                StoreProblem.CannotOpen, $"The data folder {options.DataFolder} cannot be made: {e.Message} Choose another one.", e);
        }

        var database = new SqliteDatabase(options);
        try
        {
            database.Guard(() =>
            {
                using var connection = database.Connect();
                connection.Execute("pragma journal_mode = wal");
                Migrator.Migrate(connection, options.DatabasePath, options.Clock);
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

    /// <summary>Asks; all of it sees the same state.</summary>
    public T Read<T>(Func<SqliteConnection, T> ask) => Guard(() =>
    {
        using var connection = Connect();
        using var snapshot = connection.BeginTransaction(deferred: true);
        return ask(connection);
    });

    /// <summary>Writes in one transaction: all of it or, where <paramref name="change"/> throws, nothing.</summary>
    public T Write<T>(Func<SqliteConnection, T> change)
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

    public void Dispose()
    {
        using var connection = new SqliteConnection(connectionString);
        SqliteConnection.ClearPool(connection);
    }

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
