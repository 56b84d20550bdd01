using System.Data.Common;
using Dapper;

namespace Plans.Store.Search.Blocks;

/// <summary>
/// The folded words of the newest passages, which no block has yet. The full text of either engine puts together all passages of all words that begin
/// with two letters before it leaves the newest; here the few thousand texts are looked through.
/// </summary>
internal sealed class NewestWords
{
    private readonly Lock reading = new();

    /// <summary>Of each passage, its words with a blank before each. Ids are not given twice, so what was read stays true.</summary>
    private Dictionary<long, string> wordsOf = [];

    /// <param name="ids">The newest passages as the connection sees them, ascending.</param>
    /// <param name="beginning">Folded.</param>
    /// <returns>Places among the ids whose passage has a word that begins so.</returns>
    public ulong[] Beginning(DbConnection connection, long[] ids, string beginning)
    {
        var words = Of(connection, ids);
        var (bits, wanted) = (Bits.None(ids.Length), " " + beginning);
        for (var place = 0; place < ids.Length; place++)
        {
            if (words[ids[place]].Contains(wanted, StringComparison.Ordinal))
            {
                Bits.Add(bits, place);
            }
        }

        return bits;
    }

    private Dictionary<long, string> Of(DbConnection connection, long[] ids)
    {
        lock (reading)
        {
            var missing = ids.Where(id => !wordsOf.ContainsKey(id)).ToList();
            if (missing.Count > 0)
            {
                // A new dictionary: another thread may be looking through the old one.
                var known = ids.Where(wordsOf.ContainsKey).ToDictionary(id => id, id => wordsOf[id]);
                foreach (var (id, heading, body) in connection.Query<(long, string, string)>(
                    "select id, heading, body from passages where id >= @first and id <= @last", new { first = missing[0], last = missing[^1] }))
                {
                    known[id] = Words(heading) + Words(body);
                }

                wordsOf = known;
            }

            return wordsOf;
        }
    }

    private static string Words(string text) => string.Concat(Folding.Words(text).Select(word => " " + Folding.Fold(word)).Distinct());
}
