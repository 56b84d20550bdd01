using System.Numerics;

namespace Plans.Store.Search.Blocks;

/// <summary>Sets of the passages of a block, a bit for each in its place.</summary>
internal static class Bits
{
    private const int Width = 64;

    public static ulong[] None(int places) => new ulong[(places + Width - 1) / Width];

    public static ulong[] All(int places)
    {
        var bits = None(places);
        Array.Fill(bits, ulong.MaxValue);
        if (places % Width != 0)
        {
            bits[^1] = (1UL << (places % Width)) - 1;
        }

        return bits;
    }

    /// <summary>The places before one.</summary>
    public static ulong[] First(int places, int before)
    {
        var bits = None(places);
        for (var place = 0; place < before; place++)
        {
            Add(bits, place);
        }

        return bits;
    }

    public static bool Has(ulong[] bits, int place) => (bits[place / Width] & (1UL << (place % Width))) != 0;

    public static void Add(ulong[] bits, int place) => bits[place / Width] |= 1UL << (place % Width);

    public static void Remove(ulong[] bits, int place) => bits[place / Width] &= ~(1UL << (place % Width));

    public static int Count(ulong[] bits)
    {
        var count = 0;
        foreach (var word in bits)
        {
            count += BitOperations.PopCount(word);
        }

        return count;
    }

    public static ulong[] And(ulong[] a, ulong[] b) => Joined(a, b, static (x, y) => x & y);

    public static ulong[] Or(ulong[] a, ulong[] b) => Joined(a, b, static (x, y) => x | y);

    public static ulong[] Without(ulong[] a, ulong[] b) => Joined(a, b, static (x, y) => x & ~y);

    /// <summary>The places in their order.</summary>
    public static IEnumerable<int> Up(ulong[] bits)
    {
        for (var i = 0; i < bits.Length; i++)
        {
            for (var word = bits[i]; word != 0; word &= word - 1)
            {
                yield return (i * Width) + BitOperations.TrailingZeroCount(word);
            }
        }
    }

    /// <summary>The places, last first.</summary>
    public static IEnumerable<int> Down(ulong[] bits)
    {
        for (var i = bits.Length - 1; i >= 0; i--)
        {
            var word = bits[i];
            while (word != 0)
            {
                var bit = BitOperations.Log2(word);
                word &= ~(1UL << bit);
                yield return (i * Width) + bit;
            }
        }
    }

    private static ulong[] Joined(ulong[] a, ulong[] b, Func<ulong, ulong, ulong> join)
    {
        var bits = new ulong[a.Length];
        for (var i = 0; i < bits.Length; i++)
        {
            bits[i] = join(a[i], b[i]);
        }

        return bits;
    }
}
