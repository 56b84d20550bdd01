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
    public static PlacesUp Up(ulong[] bits) => new(bits);

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

    /// <summary>How many places of a run there are.</summary>
    /// <param name="from">The first place of the run.</param>
    /// <param name="to">The place after its last.</param>
    public static int CountIn(ulong[] bits, int from, int to)
    {
        if (from >= to)
        {
            return 0;
        }

        var (first, last) = (from / Width, (to - 1) / Width);
        var (head, tail) = (ulong.MaxValue << (from % Width), ulong.MaxValue >> (Width - 1 - ((to - 1) % Width)));
        if (first == last)
        {
            return BitOperations.PopCount(bits[first] & head & tail);
        }

        var count = BitOperations.PopCount(bits[first] & head) + BitOperations.PopCount(bits[last] & tail);
        for (var i = first + 1; i < last; i++)
        {
            count += BitOperations.PopCount(bits[i]);
        }

        return count;
    }

    /// <summary>Adds to a set the places of a run that another has.</summary>
    public static void AddRun(ulong[] bits, ulong[] of, int from, int to)
    {
        for (var i = from / Width; i <= (to - 1) / Width; i++)
        {
            var start = i * Width;
            var run = ulong.MaxValue << Math.Max(0, from - start);
            run &= to - start >= Width ? ulong.MaxValue : (1UL << (to - start)) - 1;
            bits[i] |= of[i] & run;
        }
    }

    /// <summary>Walks a set without an object for it: facets do so for every block and every question.</summary>
    internal struct PlacesUp(ulong[] bits)
    {
        private int next;
        private ulong word;

        public int Current { get; private set; }

        public readonly PlacesUp GetEnumerator() => this;

        public bool MoveNext()
        {
            while (word == 0)
            {
                if (next == bits.Length)
                {
                    return false;
                }

                word = bits[next++];
            }

            Current = ((next - 1) * Width) + BitOperations.TrailingZeroCount(word);
            word &= word - 1;
            return true;
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
