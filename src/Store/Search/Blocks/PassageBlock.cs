using System.Data.Common;

namespace Plans.Store.Search.Blocks;

/// <summary>Passages in the order of their ids; places in it count from 0.</summary>
/// <param name="Id">Null of the newest passages, which no block has yet.</param>
/// <param name="First">The least id of the run, whether or not a passage has it.</param>
/// <param name="Last">The greatest.</param>
/// <param name="Ids">Ascending.</param>
/// <param name="Live">Those that have not been replaced.</param>
/// <param name="Facts">Reads the block's facts, once for all connections.</param>
internal sealed record PassageBlock(long? Id, long First, long Last, long[] Ids, ulong[] Live, Func<DbConnection, PassageFacts> Facts)
{
    public int Count => Ids.Length;

    /// <summary>Of the newest passages, the words; null of a block, which has them in the database.</summary>
    public NewestWords? Words { get; init; }

    /// <returns>False for an id that is none of the block's.</returns>
    public bool Find(long id, out int place) => (place = Array.BinarySearch(Ids, id)) >= 0;
}

/// <summary>A set of passages: bits of each block, in the order of the blocks.</summary>
internal sealed record HitSet(ulong[][] Bits)
{
    /// <summary>Whether some of them may not be hits: their words stand in pairs, which need not be one phrase.</summary>
    public bool IsWide { get; init; }

    public int Count => Bits.Sum(Blocks.Bits.Count);

    public HitSet And(HitSet other) => Joined(other, Blocks.Bits.And);

    public HitSet Or(HitSet other) => Joined(other, Blocks.Bits.Or);

    public HitSet Without(HitSet other) => Joined(other, Blocks.Bits.Without);

    private HitSet Joined(HitSet other, Func<ulong[], ulong[], ulong[]> join) =>
        new([.. Bits.Select((bits, i) => join(bits, other.Bits[i]))]) { IsWide = IsWide || other.IsWide };
}
