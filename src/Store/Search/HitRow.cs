namespace Plans.Store.Search;

/// <summary>A passage with what a hit tells of its plan.</summary>
internal sealed class HitRow
{
    public long Id { get; init; }

    public HitKind Kind { get; init; }

    public long PlanId { get; init; }

    public string? PlanNumber { get; init; }

    public string? PlanTitle { get; init; }

    public string? PlanDate { get; init; }

    public string? Province { get; init; }

    public string File { get; init; } = "";

    public string? Section { get; init; }

    public string? SectionHeading { get; init; }

    public string? ItemId { get; init; }

    public string Heading { get; init; } = "";

    public string Body { get; init; } = "";

    public int Page { get; init; }

    public int SpanStart { get; init; }

    public int SpanEnd { get; init; }

    public SearchHit ToHit(SearchQuery query) => new()
    {
        Kind = Kind,
        PlanId = PlanId,
        PlanNumber = PlanNumber,
        PlanTitle = PlanTitle,
        PlanDate = PlanDate,
        Province = Province,
        File = File,
        SectionPath = Section,
        SectionHeading = SectionHeading,
        ItemId = ItemId,
        Page = Page,
        Start = SpanStart,
        End = SpanEnd,
        Snippet = Cut(query),
    };

    /// <summary>From the body, unless only the heading shows why this is a hit.</summary>
    private IReadOnlyList<SnippetPiece> Cut(SearchQuery query)
    {
        var body = Snippet.Of(Body, query);
        if (!query.IsEmpty && !Snippet.Marks(body))
        {
            var heading = Snippet.Of(Heading, query);
            return Snippet.Marks(heading) || body.Count == 0 ? heading : body;
        }

        return body;
    }
}
