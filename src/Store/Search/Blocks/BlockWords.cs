using System.Runtime.InteropServices;

namespace Plans.Store.Search.Blocks;

/// <summary>
/// The frequent words of a block: those that stand in at least one of <see cref="Share"/> of its passages. The full text finds rare
/// words by itself at next to no cost; a frequent one costs it time for every passage that has it.
/// </summary>
internal sealed class BlockWords
{
    /// <summary>A word in fewer than one passage of so many is rare.</summary>
    public const int Share = 64;

    private BlockWords(Dictionary<string, ulong[]> words, Dictionary<string, Dictionary<string, List<ushort>>> pairs) => (Words, Pairs) = (words, pairs);

    /// <summary>Passages of a key: see <see cref="Folded"/>, <see cref="Typed"/> and <see cref="Beginning"/>.</summary>
    public IReadOnlyDictionary<string, ulong[]> Words { get; }

    /// <summary>Of two folded words that are both frequent: where the second follows the first; all of them, however rare they are.</summary>
    public IReadOnlyDictionary<string, Dictionary<string, List<ushort>>> Pairs { get; }

    /// <param name="word">In any case, with or without marks.</param>
    public static string Folded(string word) => Folding.Fold(word);

    /// <summary>The word with its marks, the tone mark where <see cref="Folding.TonePlacement"/> puts it.</summary>
    public static string Typed(string word) => "=" + Folding.TonePlacement(Folding.Lower(word));

    /// <summary>All words that begin so, folded.</summary>
    public static string Beginning(string word) => Folding.Fold(word) + "*";

    /// <param name="passages">At most 65,536.</param>
    public static BlockWords Of(IReadOnlyList<(string Heading, string Body)> passages)
    {
        var vocabulary = new Vocabulary();
        var texts = passages.Select(passage => (Heading: vocabulary.Read(passage.Heading), Body: vocabulary.Read(passage.Body))).ToList();
        var frequent = vocabulary.KeysIn(texts.Select(text => text.Heading.Concat(text.Body)), Math.Max(1, passages.Count / Share));
        var hits = new ulong[]?[vocabulary.Keys.Count];
        foreach (var key in frequent)
        {
            hits[key] = Bits.None(passages.Count);
        }

        var following = new Dictionary<(int First, int Second), List<ushort>>();
        for (var place = 0; place < texts.Count; place++)
        {
            Enter(texts[place].Heading, place);
            Enter(texts[place].Body, place);
        }

        return new BlockWords(
            frequent.ToDictionary(key => vocabulary.Keys[key], key => hits[key]!),
            following.GroupBy(pair => pair.Key.First).ToDictionary(
                of => vocabulary.Keys[of.Key], of => of.ToDictionary(pair => vocabulary.Keys[pair.Key.Second], pair => pair.Value)));

        void Enter(int[] text, int place)
        {
            var before = -1;
            foreach (var word in text)
            {
                var keys = vocabulary.KeysOf(word);
                foreach (var key in keys)
                {
                    if (hits[key] is { } bits)
                    {
                        Bits.Add(bits, place);
                    }
                }

                var folded = hits[keys[0]] is null ? -1 : keys[0];
                if (before >= 0 && folded >= 0)
                {
                    var places = CollectionsMarshal.GetValueRefOrAddDefault(following, (before, folded), out _) ??= [];
                    if (places.Count == 0 || places[^1] != place)
                    {
                        places.Add((ushort)place);
                    }
                }

                before = folded;
            }
        }
    }

    /// <summary>Numbers for the words as they are written, and for the keys under which each is found; the first is the folded word.</summary>
    private sealed class Vocabulary
    {
        private readonly Dictionary<string, int> numbers = [];
        private readonly Dictionary<string, int> keyNumbers = [];
        private readonly List<int[]> keysOf = [];

        public List<string> Keys { get; } = [];

        public int[] KeysOf(int word) => keysOf[word];

        public int[] Read(string text)
        {
            var found = new List<int>();
            var lookup = numbers.GetAlternateLookup<ReadOnlySpan<char>>();
            var cutter = new WordCutter(text);
            while (cutter.Next(out var range))
            {
                var word = text.AsSpan()[range];
                if (!lookup.TryGetValue(word, out var number))
                {
                    number = numbers[word.ToString()] = numbers.Count;
                    keysOf.Add(KeysFor(word.ToString()));
                }

                found.Add(number);
            }

            return [.. found];
        }

        /// <summary>The keys that stand in at least so many texts.</summary>
        public List<int> KeysIn(IEnumerable<IEnumerable<int>> texts, int least)
        {
            var (counts, last, number) = (new int[Keys.Count], new int[Keys.Count], 0);
            foreach (var text in texts)
            {
                number++;
                foreach (var key in text.SelectMany(KeysOf))
                {
                    counts[key] += last[key] == number ? 0 : 1;
                    last[key] = number;
                }
            }

            return [.. Enumerable.Range(0, counts.Length).Where(key => counts[key] >= least)];
        }

        private int[] KeysFor(string word)
        {
            var folded = Folded(word);
            var beginnings = Enumerable.Range(QueryParser.MinPrefixLetters, Math.Max(0, folded.Length - QueryParser.MinPrefixLetters + 1))
                .Select(length => Beginning(folded[..length]));
            return [.. new[] { folded, Typed(word) }.Concat(beginnings).Select(Number)];
        }

        private int Number(string key)
        {
            if (!keyNumbers.TryGetValue(key, out var number))
            {
                keyNumbers[key] = number = Keys.Count;
                Keys.Add(key);
            }

            return number;
        }
    }
}
