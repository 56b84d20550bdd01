using System.Security.Cryptography;
using Dapper;
using Plans.Web.Accounts;

namespace Plans.Web.Saved;

/// <summary>A question that a reader keeps, and what was there when he last looked.</summary>
/// <param name="Question">The address of the search.</param>
/// <param name="SeenPlan">The latest plan's id then; later ones are news.</param>
/// <param name="Feed">The secret part of its feed's address: whoever has it may read the feed.</param>
public sealed record SavedSearch(long Id, string Owner, string Name, string Question, DateTimeOffset CreatedAt, long SeenPlan, string Feed);

/// <summary>Readers' kept searches.</summary>
public sealed class SavedSearches(SiteDatabase database, TimeProvider clock)
{
    public const int LongestName = 200;

    /// <summary>Of one reader.</summary>
    public const int Most = 100;

    private const int FeedBytes = 16;

    /// <returns>False where the reader has as many as he may.</returns>
    public bool Add(string owner, string name, string question, long seenPlan)
    {
        using var connection = database.Open();
        return connection.Execute(
            """
            insert into saved_searches (owner, name, question, created_at, seen_plan, feed)
            select @owner, @name, @question, @now, @seenPlan, @feed where (select count(*) from saved_searches where owner = @owner) < @Most
            """,
            new
            {
                owner,
                name = name.Length <= LongestName ? name : name[..LongestName],
                question,
                now = SiteDatabase.Time(clock.GetUtcNow()),
                seenPlan,
                feed = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(FeedBytes)),
                Most,
            }) == 1;
    }

    public IReadOnlyList<SavedSearch> Of(string owner) => Read("owner = @owner order by id", new { owner });

    public SavedSearch? Find(string owner, long id) => Read("owner = @owner and id = @id", new { owner, id }).SingleOrDefault();

    public SavedSearch? OfFeed(string feed) => Read("feed = @feed", new { feed }).SingleOrDefault();

    public void Seen(SavedSearch search, long plan)
    {
        using var connection = database.Open();
        connection.Execute("update saved_searches set seen_plan = @plan where id = @Id", new { search.Id, plan });
    }

    public void Remove(SavedSearch search)
    {
        using var connection = database.Open();
        connection.Execute("delete from saved_searches where id = @Id", new { search.Id });
    }

    private IReadOnlyList<SavedSearch> Read(string which, object parameters)
    {
        using var connection = database.Open();
        return
        [
            .. connection.Query<(long Id, string Owner, string Name, string Question, string CreatedAt, long SeenPlan, string Feed)>(
                $"select id, owner, name, question, created_at, seen_plan, feed from saved_searches where {which}", parameters)
                .Select(row => new SavedSearch(row.Id, row.Owner, row.Name, row.Question, SiteDatabase.Time(row.CreatedAt), row.SeenPlan, row.Feed)),
        ];
    }
}
