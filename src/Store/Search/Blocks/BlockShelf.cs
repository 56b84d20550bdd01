using System.Collections.Concurrent;
using System.Data.Common;
using System.Runtime.InteropServices;
using Dapper;
using Plans.Store.Engines;

namespace Plans.Store.Search.Blocks;

/// <summary>
/// Keeps the blocks of a database: makes one whenever enough new passages have come, and holds in memory what searches have read of them.
/// </summary>
internal sealed class BlockShelf(Database database, int blockSize)
{
    /// <summary>New passages that make a block; several of these are made into one of full size later.</summary>
    private readonly int smallSize = Math.Max(1, blockSize / 8);

    private readonly ConcurrentDictionary<long, long[]> idsOf = [];
    private readonly ConcurrentDictionary<long, PassageFacts> factsOf = [];
    private readonly NewestWords newestWords = new();
    private int saved = int.MaxValue;
    private (long After, long Count, long Last, PassageBlock Block)? newest;

    /// <summary>All passages as the connection sees them.</summary>
    public IReadOnlyList<PassageBlock> All(DbConnection connection)
    {
        var rows = connection.Query<Row>("select id, first_id, last_id, passages, gone from blocks order by last_id").AsList();
        var blocks = rows.Select(row => Block(connection, row)).ToList();
        foreach (var forgotten in idsOf.Keys.Except(rows.Select(row => row.Id)).ToList())
        {
            idsOf.TryRemove(forgotten, out _);
            factsOf.TryRemove(forgotten, out _);
        }

        if (Newest(connection, rows.Count == 0 ? 0 : rows[^1].LastId) is { Count: > 0 } rest)
        {
            blocks.Add(rest);
        }

        return blocks;
    }

    /// <summary>Marks a plan's passages as gone in the blocks that have them, inside the transaction that is about to delete them.</summary>
    public static void Forget(DbConnection connection, long plan)
    {
        var ids = connection.Query<long>(
            "select id from passages where plan_id = @plan and id <= (select coalesce(max(last_id), 0) from blocks) order by id", new { plan }).AsList();
        if (ids.Count == 0)
        {
            return;
        }

        var blocks = connection.Query<Row>(
            "select id, first_id, last_id, passages, ids, gone from blocks where last_id >= @least and first_id <= @most order by id",
            new { least = ids[0], most = ids[^1] }).AsList();
        foreach (var block in blocks)
        {
            var all = IdsOf(block.Ids!);
            var gone = block.Gone is null ? Bits.None(block.Passages) : HitCodec.Read(block.Gone, block.Passages);
            foreach (var place in ids.Select(id => Array.BinarySearch(all, id)).Where(place => place >= 0))
            {
                Bits.Add(gone, place);
            }

            connection.Execute(
                "update blocks set gone = @gone, gone_count = @count where id = @Id",
                new { gone = HitCodec.Write(gone), count = Bits.Count(gone), block.Id });
        }
    }

    /// <summary>As <see cref="Tend"/>, after a process's first plan and then whenever it has saved so many passages that it may be worth a look.</summary>
    public void Saved(int passages)
    {
        saved = (int)Math.Min((long)saved + passages, int.MaxValue);
        if (saved >= smallSize / 4)
        {
            saved = 0;
            Tend();
        }
    }

    /// <summary>
    /// Makes a block of the newest passages where there are enough of them, one of several small ones, and anew those that have lost half of
    /// their passages.
    /// </summary>
    /// <returns>Whether anything was made.</returns>
    public bool Tend()
    {
        if (!database.Read(IsDue))
        {
            return false;
        }

        return database.WriteAlone(connection =>
        {
            // Another process may have done it meanwhile.
            if (!IsDue(connection))
            {
                return false;
            }

            database.Index.HoldPassages(connection);
            var rows = connection.Query<Row>("select id, first_id, last_id, passages, gone_count from blocks order by last_id").AsList();
            foreach (var worn in rows.Where(IsWorn))
            {
                connection.Execute("delete from blocks where id = @Id", new { worn.Id });
                Make(connection, worn.FirstId - 1, worn.LastId);
            }

            var after = rows.Count == 0 ? 0 : rows[^1].LastId;
            while (connection.ExecuteScalar<long?>(
                "select id from passages where id > @after order by id limit 1 offset @least", new { after, least = smallSize - 1 }) is not null)
            {
                var last = connection.ExecuteScalar<long>(
                    "select max(id) from (select id from passages where id > @after order by id limit @blockSize) run", new { after, blockSize });
                Make(connection, after, last);
                after = last;
            }

            Join(connection);
            return true;
        });
    }

    private bool IsDue(DbConnection connection) =>
        connection.ExecuteScalar<long?>(
            "select id from passages where id > (select coalesce(max(last_id), 0) from blocks) order by id limit 1 offset @least",
            new { least = smallSize - 1 }) is not null
        || connection.Query<Row>("select passages, gone_count from blocks where gone_count > 0").Any(IsWorn);

    private static bool IsWorn(Row block) => block.GoneCount * 2 > block.Passages;

    /// <summary>Makes one of the small blocks at the end once they are enough.</summary>
    private void Join(DbConnection connection)
    {
        var small = connection.Query<Row>("select id, first_id, last_id, passages from blocks order by last_id desc").AsList()
            .TakeWhile(block => block.Passages < blockSize).ToList();
        if (small.Count < 2 || small.Sum(block => block.Passages) < blockSize)
        {
            return;
        }

        var all = small.AsEnumerable().Reverse().ToList();
        var (taken, count) = (0, 0);
        while (taken < all.Count && count + all[taken].Passages <= blockSize)
        {
            count += all[taken++].Passages;
        }

        foreach (var block in all.Take(taken))
        {
            connection.Execute("delete from blocks where id = @Id", new { block.Id });
        }

        Make(connection, all[0].FirstId - 1, all[taken - 1].LastId);
    }

    private void Make(DbConnection connection, long after, long upTo)
    {
        var (ids, facts) = FactsReader.Read(connection, after, upTo);
        if (ids.Length == 0)
        {
            return;
        }

        var texts = connection.Query<(string, string)>("select heading, body from passages where id > @after and id <= @upTo order by id", new { after, upTo }).AsList();
        var words = BlockWords.Of(texts);
        var id = connection.ExecuteScalar<long>(
            "insert into blocks (first_id, last_id, passages, ids, facts) values (@first, @upTo, @count, @ids, @facts) returning id",
            new { first = after + 1, upTo, count = ids.Length, ids = MemoryMarshal.AsBytes(ids.AsSpan()).ToArray(), facts = facts.Write() });
        database.Insert(
            connection, "block_words", ["block_id", "word", "hits"],
            words.Words.OrderBy(of => of.Key, StringComparer.Ordinal).Select(of => new object?[] { id, of.Key, HitCodec.Write(of.Value) }));
        database.Insert(
            connection, "block_pairs", ["block_id", "word", "following"],
            words.Pairs.OrderBy(of => of.Key, StringComparer.Ordinal).Select(of => new object?[] { id, of.Key, HitCodec.WritePairs(of.Value) }));
    }

    private PassageBlock Block(DbConnection connection, Row row)
    {
        var ids = idsOf.GetOrAdd(row.Id, id => IdsOf(connection.ExecuteScalar<byte[]>("select ids from blocks where id = @id", new { id })!));
        var live = Bits.All(ids.Length);
        return new PassageBlock(
            row.Id, row.FirstId, row.LastId, ids, row.Gone is null ? live : Bits.Without(live, HitCodec.Read(row.Gone, ids.Length)), Facts);

        PassageFacts Facts(DbConnection asking) => factsOf.GetOrAdd(
            row.Id, id => PassageFacts.Read(asking.ExecuteScalar<byte[]>("select facts from blocks where id = @id", new { id })!));
    }

    /// <summary>The passages that no block has. Ids are not given twice, so the same number up to the same last one are the same.</summary>
    private PassageBlock Newest(DbConnection connection, long after)
    {
        var (count, last) = connection.QuerySingle<(long Count, long? Last)>("select count(*), max(id) from passages where id > @after", new { after });
        if (newest is { } known && known.After == after && known.Count == count && known.Last == (last ?? after))
        {
            return known.Block;
        }

        var (ids, facts) = FactsReader.Read(connection, after, last ?? after);
        var block = new PassageBlock(null, after + 1, last ?? after, ids, Bits.All(ids.Length), _ => facts) { Words = newestWords };
        newest = (after, count, last ?? after, block);
        return block;
    }

    private static long[] IdsOf(byte[] bytes) => MemoryMarshal.Cast<byte, long>(bytes).ToArray();

    private sealed class Row
    {
        public long Id { get; init; }

        public long FirstId { get; init; }

        public long LastId { get; init; }

        public int Passages { get; init; }

        public byte[]? Ids { get; init; }

        public byte[]? Gone { get; init; }

        public int GoneCount { get; init; }
    }
}
