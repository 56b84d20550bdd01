using System.Data.Common;
using Dapper;
using Plans.Store.Engines;

namespace Plans.Store.Search.Blocks;

/// <summary>
/// Finds the passages of a term, block by block: of frequent words in what the block holds of them, of rare ones in the full text, which
/// then is asked for few.
/// </summary>
internal sealed class TermHits(DbConnection connection, ISearchIndex index, IReadOnlyList<PassageBlock> blocks)
{
    private readonly string made = string.Join(',', blocks.Select(block => block.Id).OfType<long>());
    private readonly Dictionary<(string Words, bool Prefix, int? Within, bool AsTyped), HitSet> known = [];

    /// <summary>All that have not been replaced.</summary>
    public HitSet All() => new([.. blocks.Select(block => block.Live)]);

    /// <summary>What the words of a query leave; all where it has none.</summary>
    public HitSet Of(SearchQuery query)
    {
        var hits = query.Wanted.Aggregate(All(), (all, node) => all.And(Of(node, asTyped: false)));

        // -hòa does not exclude hoa.
        return query.Unwanted.Aggregate(hits, (all, term) => all.Without(Term(term, asTyped: term.IsMarked, exactly: true)));
    }

    /// <summary>Of those the ones that have the marked parts as they were typed; null where none is marked.</summary>
    public HitSet? OwnForm(SearchQuery query, HitSet hits)
    {
        var marked = query.Wanted.Where(node => node.Terms.Any(term => term.IsMarked)).ToList();
        return marked.Count == 0 ? null : marked.Aggregate(hits, (all, node) => all.And(Of(node, asTyped: true)));
    }

    /// <summary>The passages of a term, folded.</summary>
    public HitSet Of(SearchTerm term) => Term(term, asTyped: false);

    private HitSet Of(QueryNode node, bool asTyped) => node switch
    {
        AnyOf any => any.Nodes.Select(each => Of(each, asTyped)).Aggregate((a, b) => a.Or(b)),
        AllOf all => all.Nodes.Select(each => Of(each, asTyped)).Aggregate((a, b) => a.And(b)),
        _ => Term((SearchTerm)node, asTyped),
    };

    /// <param name="exactly">Whether passages of which it is not certain may not be among them.</param>
    private HitSet Term(SearchTerm term, bool asTyped, bool exactly = false)
    {
        var name = (string.Join(' ', term.Words), term.Prefix, term.Within, asTyped);
        if (known.TryGetValue(name, out var hits) && !(exactly && hits.IsWide))
        {
            return hits;
        }

        var frequent = term.Within is not null ? []
            : term.Words.Count == 1 ? OfKey(Key(term, asTyped))
            : exactly && (asTyped || term.Words.Count > 2) ? []
            : Phrase(term, asTyped);
        var isWide = frequent.Count > 0 && (asTyped ? term.Words.Count > 1 || term.Prefix : term.Words.Count > 2);
        var bits = blocks.Select(block => block.Id is { } id ? frequent.GetValueOrDefault(id) : Newest(block, term, asTyped)).ToArray();
        foreach (var (from, to) in Rest(bits))
        {
            foreach (var id in index.Find(connection, term, asTyped, blocks[from].First - 1, blocks[to].Last))
            {
                for (var i = from; i <= to; i++)
                {
                    if (id <= blocks[i].Last)
                    {
                        if (blocks[i].Find(id, out var place))
                        {
                            Bits.Add(bits[i]!, place);
                        }

                        break;
                    }
                }
            }
        }

        return known[name] = new HitSet([.. bits.Select((of, i) => Bits.And(of!, blocks[i].Live))]) { IsWide = isWide };
    }

    /// <returns>Null where the full text is to be asked.</returns>
    private ulong[]? Newest(PassageBlock block, SearchTerm term, bool asTyped) =>
        term is { Prefix: true, Within: null, Words: [var word] } && !asTyped ? block.Words?.Beginning(connection, block.Ids, Folding.Fold(word)) : null;

    /// <summary>The runs of blocks that are still to be asked for; their bits are made.</summary>
    private List<(int From, int To)> Rest(ulong[]?[] bits)
    {
        var runs = new List<(int From, int To)>();
        for (var i = 0; i < bits.Length; i++)
        {
            if (bits[i] is not null)
            {
                continue;
            }

            bits[i] = Bits.None(blocks[i].Count);
            if (runs.Count > 0 && runs[^1].To == i - 1)
            {
                runs[^1] = (runs[^1].From, i);
            }
            else
            {
                runs.Add((i, i));
            }
        }

        return runs;
    }

    private static string Key(SearchTerm term, bool asTyped) => (term.Prefix, asTyped) switch
    {
        (true, _) => BlockWords.Beginning(term.Words[0]),
        (_, true) => BlockWords.Typed(term.Words[0]),
        _ => BlockWords.Folded(term.Words[0]),
    };

    /// <summary>A phrase where all of its words are frequent: two words exactly, more by their pairs, marked ones by the words' own forms besides.</summary>
    private Dictionary<long, ulong[]> Phrase(SearchTerm term, bool asTyped)
    {
        if (term.Prefix)
        {
            return [];
        }

        var words = term.Words.Select(BlockWords.Folded).ToList();
        var places = words.Distinct().ToDictionary(word => word, OfKey);
        var ids = places.Values.Select(of => of.Keys.AsEnumerable()).Aggregate((a, b) => a.Intersect(b)).ToList();
        var hits = new Dictionary<long, ulong[]>();
        for (var i = 0; i + 1 < words.Count && ids.Count > 0; i++)
        {
            var pairs = Rows("block_pairs", "following", words[i], ids);
            foreach (var id in ids)
            {
                var count = Count(id);
                var pair = pairs.TryGetValue(id, out var bytes) ? HitCodec.ReadPair(bytes, words[i + 1], count) : Bits.None(count);
                hits[id] = hits.TryGetValue(id, out var before) ? Bits.And(before, pair) : pair;
            }
        }

        if (asTyped)
        {
            foreach (var own in term.Words.Where(Folding.IsMarked).Select(word => OfKey(BlockWords.Typed(word))))
            {
                // A word that is rare with its marks leaves it to the full text which of the block's passages have it.
                hits = hits.Where(of => own.ContainsKey(of.Key)).ToDictionary(of => of.Key, of => Bits.And(of.Value, own[of.Key]));
            }
        }

        return hits;
    }

    private Dictionary<long, ulong[]> OfKey(string key) =>
        Rows("block_words", "hits", key, null).ToDictionary(of => of.Key, of => HitCodec.Read(of.Value, Count(of.Key)));

    private Dictionary<long, byte[]> Rows(string table, string column, string word, List<long>? ids) =>
        made.Length == 0 || ids is { Count: 0 }
            ? []
            : connection.Query<(long Block, byte[] Bytes)>(
                $"select block_id, {column} from {table} where word = @word and block_id in ({(ids is null ? made : string.Join(',', ids))})", new { word })
                .ToDictionary(row => row.Block, row => row.Bytes);

    private int Count(long id) => blocks.First(block => block.Id == id).Count;
}
