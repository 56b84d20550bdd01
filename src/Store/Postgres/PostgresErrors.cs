using Npgsql;

namespace Plans.Store.Postgres;

/// <summary>Says in words what the server's error codes mean for the user (PostgreSQL documentation, appendix A).</summary>
internal static class PostgresErrors
{
    public static StoreException Explain(NpgsqlException error, string name)
    {
        var (problem, text) = error.SqlState switch
        {
            null => (StoreProblem.CannotOpen, "does not answer. Check that the server runs and that host, port, user and password are right."),
            ['2', '8', ..] => (StoreProblem.CannotOpen, "does not let this user in. Check user and password."),
            PostgresErrorCodes.InvalidCatalogName => (StoreProblem.CannotOpen, "does not exist. Make it: createdb, or create database."),
            PostgresErrorCodes.TooManyConnections => (StoreProblem.CannotOpen, "has too many connections. Raise max_connections, or stop other programs."),
            PostgresErrorCodes.LockNotAvailable => (
                StoreProblem.Locked, "is held by another process for too long. Wait until that has ended, then try again."),
            PostgresErrorCodes.ReadOnlySqlTransaction or PostgresErrorCodes.InsufficientPrivilege => (
                StoreProblem.ReadOnly, "cannot be written. Check the rights of the user, and that the server is no standby."),
            PostgresErrorCodes.DiskFull => (StoreProblem.DiskFull, "cannot grow: the server's disk is full. Free some space, then try again; nothing was half written."),
            PostgresErrorCodes.DataCorrupted or PostgresErrorCodes.IndexCorrupted => (StoreProblem.Damaged, "is damaged. Restore it from a backup."),
            ['5', '7', ..] or ['0', '8', ..] => (StoreProblem.CannotOpen, "was shut down or lost its connection. Try again when the server runs."),
            _ => (StoreProblem.Other, "reports an error."),
        };
        var code = error.SqlState is null ? "" : $" {error.SqlState}";
        return new StoreException(problem, $"The database {name} {text} (PostgreSQL{code}: {error.Message})", error);
    }
}
