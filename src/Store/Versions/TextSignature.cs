using System.Globalization;
using Plans.Store.Search;

namespace Plans.Store.Versions;

/// <summary>
/// What is kept of a text to tell how much of it another has: of many hash functions the least value over all runs of three words (MinHash,
/// Broder 1997). The share of equal values estimates the share of common runs.
/// </summary>
internal sealed class TextSignature
{
    private const int Run = 3;
    private const int Functions = 64;

    /// <summary>Values of a band: texts of which half the runs are common have one of the 16 bands in common with probability 0.64, of 0.8 with 0.9998.</summary>
    private const int BandRows = 4;

    /// <summary>Runs below which a text is too short to be known by its runs alone.</summary>
    private const int FewRuns = 30;

    private readonly uint[] least;

    private TextSignature(uint[] least, bool isLong) => (this.least, IsLong) = (least, isLong);

    /// <summary>Whether the text is long enough to be looked for by <see cref="Bands"/>.</summary>
    public bool IsLong { get; }

    /// <summary>Numbers of which texts that are much alike share one.</summary>
    public IEnumerable<long> Bands => Enumerable.Range(0, Functions / BandRows).Select(band =>
    {
        var hash = Mix((ulong)band + 1);
        foreach (var value in least.AsSpan(band * BandRows, BandRows))
        {
            hash = Mix(hash ^ value);
        }

        return (long)(hash >> 1);
    });

    public static TextSignature Of(string text)
    {
        var words = Folding.Words(text).Select(word => Hash(Folding.Fold(word))).ToList();
        var least = new uint[Functions];
        Array.Fill(least, uint.MaxValue);
        var runs = Math.Max(0, words.Count - Run + 1);
        for (var i = 0; i < runs; i++)
        {
            var run = Mix(words[i] ^ Mix(words[i + 1] ^ Mix(words[i + 2])));
            for (var f = 0; f < Functions; f++)
            {
                least[f] = Math.Min(least[f], (uint)(Mix(run + ((ulong)f * 0x9E3779B97F4A7C15)) >> 32));
            }
        }

        return new TextSignature(least, runs >= FewRuns);
    }

    public static TextSignature Read(string written)
    {
        var least = Enumerable.Range(0, Functions).Select(i => uint.Parse(written.AsSpan(1 + (8 * i), 8), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture)).ToArray();
        return new TextSignature(least, written[0] == 'L');
    }

    public string Write() => (IsLong ? "L" : "S") + string.Concat(least.Select(value => value.ToString("x8", CultureInfo.InvariantCulture)));

    /// <summary>About which share of their runs of words both have, 0 to 1.</summary>
    public double Likeness(TextSignature other) => (double)least.Zip(other.least).Count(pair => pair.First == pair.Second) / Functions;

    /// <summary>FNV-1a over the letters: the same in every process, as string hashes are not.</summary>
    private static ulong Hash(string word)
    {
        var hash = 0xCBF29CE484222325;
        foreach (var letter in word)
        {
            hash = (hash ^ letter) * 0x100000001B3;
        }

        return hash;
    }

    /// <summary>The finaliser of SplitMix64 (Steele, Lea, Flood 2014).</summary>
    private static ulong Mix(ulong value)
    {
        value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9;
        value = (value ^ (value >> 27)) * 0x94D049BB133111EB;
        return value ^ (value >> 31);
    }
}
