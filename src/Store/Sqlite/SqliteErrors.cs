using Microsoft.Data.Sqlite;

namespace Plans.Store.Sqlite;

/// <summary>Says in words what SQLite's result codes mean for the user (https://www.sqlite.org/rescode.html).</summary>
internal static class SqliteErrors
{
    public static StoreException Explain(SqliteException error, string path)
    {
        var (problem, text) = error.SqliteErrorCode switch
        {
            5 or 6 => (StoreProblem.Locked, "is held by another process for too long. Wait until that has ended, then try again."),
            8 => (StoreProblem.ReadOnly, "cannot be written. Check its permissions and those of its folder."),
            10 => (StoreProblem.Other, "could not be read or written. Check the disk."),
            11 or 26 => (
                StoreProblem.Damaged,
                "is damaged or no database. Restore it from a backup, or move it away and load the files again; the originals are kept beside it."),
            13 => (StoreProblem.DiskFull, "cannot grow: the disk is full, or the limit that was set is reached. Free some space, then try again; nothing was half written."),
            14 => (StoreProblem.CannotOpen, "cannot be opened. Check that its folder exists and may be written."),
            _ => (StoreProblem.Other, "reports an error."),
        };
        return new StoreException(problem, $"The database {path} {text} (SQLite {error.SqliteExtendedErrorCode}: {error.Message})", error);
    }
}
