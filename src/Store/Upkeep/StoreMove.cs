using System.Data.Common;
using Dapper;
using Plans.Store.Engines;
using Plans.Store.Writing;

namespace Plans.Store.Upkeep;

/// <param name="Sha256">Of all values in the order of the rows, the same in both stores.</param>
public sealed record MovedRows(string Table, long Rows, string Sha256);

/// <param name="Bytes">Of the originals.</param>
public sealed record MoveReport(IReadOnlyList<MovedRows> Tables, int Originals, long Bytes);

/// <summary>
/// Carries all that a store holds into an empty one, of the same engine or the other: ledger, plans with their ids, originals. The full
/// text is made anew. The database is written in one transaction, which is committed only when what was written has been read back and
/// has the same counts and hashes; a move that breaks off leaves at most originals, which moving again finds there.
/// </summary>
public static class StoreMove
{
    /// <param name="progress">Told what is being moved.</param>
    /// <exception cref="StoreException">The target holds something, an original is damaged, or what arrived is not what was sent.</exception>
    public static MoveReport Move(PlanStore from, PlanStore to, Action<string>? progress = null)
    {
        var (originals, bytes) = (0, 0L);
        foreach (var sha256 in from.Originals.All())
        {
            originals++;
            progress?.Invoke($"original {originals}");
            using var content = from.Originals.OpenRead(sha256);
            var kept = to.Originals.Keep(content);
            bytes += kept.Size;
            if (kept.Sha256 != sha256)
            {
                throw new StoreException(
                    StoreProblem.OriginalDamaged, $"The original {sha256} is damaged. Load its source file again, then move again.");
            }
        }

        var tables = from.Database.Read(source => to.Database.WriteAlone(target => Tables(source, to.Database, target, progress)));
        to.Reindex();
        return new MoveReport(tables, originals, bytes);
    }

    private static List<MovedRows> Tables(DbConnection source, Database database, DbConnection target, Action<string>? progress)
    {
        if (target.ExecuteScalar<long>("select (select count(*) from loads) + (select count(*) from files) + (select count(*) from plans)") > 0)
        {
            throw new StoreException(StoreProblem.Other, $"{database.Name} holds plans or files already. Move into an empty store.");
        }

        database.BeforeCopy(target);
        var moved = new List<MovedRows>();
        foreach (var table in MovedTable.All)
        {
            progress?.Invoke(table.Name);
            moved.Add(Moved(table, source, target, database, (columns, rows) => database.Insert(target, table.Name, columns, rows)));
        }

        progress?.Invoke("passages");
        moved.Add(Moved(MovedTable.Passages, source, target, database, (_, rows) => Index(database, target, rows)));
        database.AfterCopy(target);
        return moved;
    }

    private static MovedRows Moved(
        MovedTable table, DbConnection source, DbConnection target, Database database, Action<IReadOnlyList<string>, IEnumerable<object?[]>> write)
    {
        var (sent, arrived) = (new RowDigest(), new RowDigest());
        IReadOnlyList<string> columns = [];
        using (var rows = table.Rows(source, sent, database.Storable, names => columns = names).GetEnumerator())
        {
            // The columns are known once the first row has been asked for.
            if (rows.MoveNext())
            {
                write(columns, Rest(rows));
            }
        }

        foreach (var _ in table.Rows(target, arrived, text => text))
        {
            // Reading them makes the digest.
        }

        var hash = sent.End();
        return sent.Rows == arrived.Rows && hash == arrived.End()
            ? new MovedRows(table.Name, sent.Rows, hash)
            : throw new StoreException(
                StoreProblem.Other,
                $"Of the table {table.Name} {sent.Rows} rows were sent and {arrived.Rows} arrived, or not the same ones. Nothing was moved; please report this.");
    }

    private static IEnumerable<object?[]> Rest(IEnumerator<object?[]> rows)
    {
        do
        {
            yield return rows.Current;
        }
        while (rows.MoveNext());
    }

    /// <summary>Enters a plan's passages at a time; they come plan by plan.</summary>
    private static void Index(Database database, DbConnection target, IEnumerable<object?[]> rows)
    {
        var (plan, passages) = (0L, new List<Passage>());
        foreach (var row in rows)
        {
            var of = Convert.ToInt64(row[0], System.Globalization.CultureInfo.InvariantCulture);
            if (of != plan && passages.Count > 0)
            {
                database.Index.Replace(target, plan, passages);
                passages.Clear();
            }

            plan = of;
            passages.Add(Read(row));
        }

        database.Index.Replace(target, plan, passages);
    }

    private static Passage Read(object?[] row) => new(
        (string)row[1]!,
        Number(row[2])!.Value,
        (string?)row[3],
        (string?)row[4],
        (string)row[5]!,
        (string)row[6]!,
        Number(row[7]),
        Number(row[8]),
        (string)row[9]!,
        Number(row[10])!.Value,
        Number(row[11])!.Value,
        Number(row[12])!.Value,
        (string)row[13]!);

    private static int? Number(object? value) =>
        value is null ? null : Convert.ToInt32(value, System.Globalization.CultureInfo.InvariantCulture);
}
