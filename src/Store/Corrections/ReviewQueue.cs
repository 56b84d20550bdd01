using System.Text.Json.Serialization;
using Dapper;
using Plans.Store.Engines;

namespace Plans.Store.Corrections;

/// <summary>A target or task at which nobody has looked yet.</summary>
/// <param name="Item">Its id in the plan.</param>
/// <param name="Finding">The code of something that does not hold together there; null where nothing is known.</param>
public sealed record ReviewItem(
    long PlanId, FactKind Kind, string Item, string Words, double Confidence, string? Finding, int Page, string? PlanNumber, string? PlanTitle, string? Province)
{
    /// <summary>Where it stands in the queue.</summary>
    [JsonIgnore]
    public ReviewPlace Place { get; init; } = ReviewPlace.First;
}

/// <summary>What is to be looked at, the most doubtful first: by confidence, and what does not hold together before the rest of its like.</summary>
public sealed class ReviewQueue
{
    /// <summary>By how much a finding makes a fact more doubtful.</summary>
    private const double FindingDoubt = 0.5;

    private readonly Database database;

    internal ReviewQueue(Database database) => this.database = database;

    /// <param name="planId">Of one plan only; null of all.</param>
    public IReadOnlyList<ReviewItem> Next(int limit, int offset = 0, long? planId = null) => Read(ReviewPlace.First, limit, offset, planId);

    /// <summary>Those behind a place, whatever was looked at meanwhile.</summary>
    /// <param name="place">Of the last item that was seen; null from the first on.</param>
    /// <param name="planId">Of one plan only; null of all.</param>
    public IReadOnlyList<ReviewItem> After(ReviewPlace? place, int limit, long? planId = null) => Read(place ?? ReviewPlace.First, limit, 0, planId);

    private IReadOnlyList<ReviewItem> Read(ReviewPlace after, int limit, int offset, long? planId) => database.Read<IReadOnlyList<ReviewItem>>(connection =>
    [
        .. connection.Query<Row>(
            $"""
            select q.*, l.number as plan_number, l.title as plan_title, l.province from (
              select f.*, f.confidence - case when f.finding is null then 0 else {FindingDoubt.ToString(System.Globalization.CultureInfo.InvariantCulture)} end as trust from (
                {Facts("target", "targets", "t.indicator || ': ' || t.printed")}
                union all
                {Facts("task", "tasks", "t.text")}
              ) f
            ) q join plans l on l.id = q.plan_id
            where (q.trust, q.plan_id, q.span_start, q.item) > (@trust, @behind, @start, @item)
            order by q.trust, q.plan_id, q.span_start, q.item
            limit @limit offset @offset
            """,
            new { limit, offset, planId, trust = after.Trust, behind = after.PlanId, start = after.Start, item = after.Item }).Select(row => row.ToItem()),
    ]);

    /// <summary>How many there are.</summary>
    public int Count(long? planId = null) => database.Read(connection => connection.ExecuteScalar<int>(
        """
        select (select count(*) from targets where review = 'unseen' and (@planId is null or plan_id = @planId))
             + (select count(*) from tasks where review = 'unseen' and (@planId is null or plan_id = @planId))
        """,
        new { planId }));

    private static string Facts(string kind, string table, string words) =>
        $"""
        select '{kind}' as kind, t.plan_id, t.item_id as item, {words} as words, t.confidence, t.page, t.span_start,
          (select min(f.code) from findings f where f.plan_id = t.plan_id and f.span_start < t.span_end and t.span_start < f.span_end) as finding
        from {table} t where t.review = 'unseen' and (@planId is null or t.plan_id = @planId)
        """;

    private sealed class Row
    {
        public long PlanId { get; init; }

        public FactKind Kind { get; init; }

        public string Item { get; init; } = "";

        public string Words { get; init; } = "";

        public double Confidence { get; init; }

        public string? Finding { get; init; }

        public double Trust { get; init; }

        public int SpanStart { get; init; }

        public int Page { get; init; }

        public string? PlanNumber { get; init; }

        public string? PlanTitle { get; init; }

        public string? Province { get; init; }

        public ReviewItem ToItem() => new(PlanId, Kind, Item, Words, Confidence, Finding, Page, PlanNumber, PlanTitle, Province) { Place = new ReviewPlace(Trust, PlanId, SpanStart, Item) };
    }
}
