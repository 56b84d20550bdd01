using System.Data.Common;
using Plans.Store.Originals;

namespace Plans.Store.Engines;

/// <summary>
/// The database behind a store. All that SQLite and PostgreSQL do in different ways stands here and in <see cref="ISearchIndex"/>;
/// every other statement is written once, in the SQL that both understand.
/// </summary>
internal abstract class Database : IDisposable
{
    /// <summary>How messages name it: the file's path, or the server's host and the database; never a password.</summary>
    public abstract string Name { get; }

    public abstract ISearchIndex Index { get; }

    /// <summary>Asks; all of it sees the same state.</summary>
    /// <exception cref="StoreException"/>
    public abstract T Read<T>(Func<DbConnection, T> ask);

    /// <summary>
    /// Writes in one transaction: all of it or, where <paramref name="change"/> throws, nothing. Others may write at the same time,
    /// so a change rests on no more than what its own statements check. It may be called again after a connection was lost.
    /// </summary>
    /// <exception cref="StoreException"/>
    public abstract T Write<T>(Func<DbConnection, T> change);

    /// <summary>As <see cref="Write{T}"/>, with no other <see cref="WriteAlone{T}"/> at the same time in any process: for reading first, then writing.</summary>
    /// <exception cref="StoreException"/>
    public abstract T WriteAlone<T>(Func<DbConnection, T> change);

    /// <summary>From here to the end of the transaction no other links versions of plans: two that are saved at once would not see each other.</summary>
    public virtual void LockVersions(DbConnection connection)
    {
    }

    /// <summary>Inserts many rows into a table by the engine's fastest way, inside the caller's transaction.</summary>
    /// <param name="rows">A value for each column: string, int, long, double, bool, byte[] or null.</param>
    public abstract void Insert(DbConnection connection, string table, IReadOnlyList<string> columns, IEnumerable<object?[]> rows);

    /// <summary>The text as the engine can hold it, of the same length; <see cref="Insert"/> sees to it by itself.</summary>
    public virtual string? Storable(string? text) => text;

    /// <summary>A query of the numbers in a JSON list.</summary>
    public abstract string NumbersOf(string parameter);

    /// <summary>A query of the texts in a JSON list.</summary>
    public abstract string TextsOf(string parameter);

    /// <summary>What the time is: the server's own, by which all its machines go; null where there is no server.</summary>
    public virtual DateTimeOffset? Time() => null;

    /// <summary>An aggregate that joins texts by semicolons.</summary>
    public abstract string Joined(string column);

    /// <summary>Before rows are inserted in an order in which one may refer to a later one.</summary>
    public virtual void BeforeCopy(DbConnection connection)
    {
    }

    /// <summary>After rows were inserted that brought their ids with them.</summary>
    public virtual void AfterCopy(DbConnection connection)
    {
    }

    /// <summary>What the engine finds damaged in itself, a sentence each.</summary>
    public abstract IEnumerable<string> Damages(DbConnection connection);

    public abstract OriginalFiles OpenOriginals(StoreOptions options);

    public abstract void Dispose();
}
