using System.Runtime.InteropServices;
using SQLitePCL;

namespace Plans.Store.Sqlite;

/// <summary>
/// The native SQLite of this process: the system's maintained <c>libsqlite3.so.0</c> where there is one, else the older one that the
/// package brings. Whoever opens a SQLite file by other means than the store (the queue) calls <see cref="Use"/> first.
/// </summary>
public static class SqliteLibrary
{
    private static readonly Lazy<string> Loaded = new(Load);

    /// <summary>Loads the library, once for the process.</summary>
    /// <returns>Its version, such as 3.40.1.</returns>
    public static string Use() => Loaded.Value;

    private static string Load()
    {
        NativeLibrary.SetDllImportResolver(
            typeof(SQLite3Provider_e_sqlite3).Assembly,
            (name, _, _) => name == "e_sqlite3" && NativeLibrary.TryLoad("libsqlite3.so.0", out var handle) ? handle : IntPtr.Zero);
        raw.SetProvider(new SQLite3Provider_e_sqlite3());
        raw.FreezeProvider();
        return raw.sqlite3_libversion().utf8_to_string();
    }
}
