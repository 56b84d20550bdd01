using System.Data.Common;
using Dapper;
using Plans.Store.Engines;
using Plans.Store.Search;
using Plans.Store.Writing;

namespace Plans.Store.Postgres;

/// <summary>Full text by the server's own search, over words that this program cuts and folds.</summary>
internal sealed class TextSearchIndex(Database database) : ISearchIndex
{
    private static readonly IReadOnlyList<Column<Passage>> WithWords =
        [.. Columns.OfPassage, new("words", passage => PassageWords.Of(passage.Heading, passage.Body))];

    public void Replace(DbConnection connection, long plan, IEnumerable<Passage> passages)
    {
        connection.Execute("delete from passages where plan_id = @plan", new { plan });
        RowWriter.Insert(database, connection, plan, "passages", passages, WithWords);
    }

    public TextMatch Match(SearchQuery query, string? column)
    {
        var match = TextSearchQuery.Of(query, column);
        var parameters = new Dictionary<string, object> { ["match"] = match };
        var own = TextSearchQuery.OwnForm(query, column);
        if (own is not null)
        {
            // One look into the index each: the hits that have their own form, and those that have not.
            parameters["own"] = $"({match}) & ({own})";
            parameters["others"] = $"({match}) & !({own})";
        }

        // Weights of D, C, B and A: words of the heading (A) count double. 1: long passages count less.
        return new TextMatch(
            "passages p",
            "passages p",
            "p.id",
            "p.words @@ @match::tsquery",
            own is null ? null : "p.words @@ @own::tsquery",
            own is null ? null : "p.words @@ @others::tsquery",
            "-ts_rank('{0.5, 0.5, 0.5, 1}', p.words, @match::tsquery, 1)",
            parameters);
    }
}
