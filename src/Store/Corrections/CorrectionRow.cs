namespace Plans.Store.Corrections;

/// <summary>A row of <c>corrections</c>, with what tells of its plan.</summary>
internal sealed record CorrectionRow
{
    public const string Select =
        """
        select c.*, p.id as plan_id, p.number as plan_number, p.title as plan_title from corrections c left join plans p on p.sha256 = c.sha256
        """;

    public long Id { get; init; }

    public long? PlanId { get; init; }

    public string? PlanNumber { get; init; }

    public string? PlanTitle { get; init; }

    public string Sha256 { get; init; } = "";

    public FactKind Fact { get; init; }

    public string? Item { get; init; }

    public CorrectionAction Action { get; init; }

    public string? Field { get; init; }

    public string? Value { get; init; }

    public string? Was { get; init; }

    public string Words { get; init; } = "";

    public string Mark { get; init; } = "";

    public int SpanStart { get; init; }

    public int SpanEnd { get; init; }

    public string Who { get; init; } = "";

    public string At { get; init; } = "";

    public string? Why { get; init; }

    public string? UndoneAt { get; init; }

    public string? UndoneBy { get; init; }

    public string? UndoneWhy { get; init; }

    public string? Attached { get; init; }

    /// <summary>The fact's id where this adds one.</summary>
    public string AddedItem => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"c{Id}");

    /// <summary>Where the fact was when it was last found.</summary>
    public Anchor Anchor => new(Fact, Attached ?? Item, Words, Mark, SpanStart, SpanEnd);

    public CorrectionRow Signed(Signature by, string now) => this with { Who = by.Who, Why = by.Why, At = now };

    public CorrectionRow Numbered(long id) => this with { Id = id };

    public Correction ToCorrection() => new()
    {
        Id = Id,
        PlanId = PlanId,
        PlanNumber = PlanNumber,
        PlanTitle = PlanTitle,
        Sha256 = Sha256,
        Kind = Fact,
        Item = Item,
        Action = Action,
        Field = Field,
        Value = Value,
        Was = Was,
        Words = Words,
        Start = SpanStart,
        End = SpanEnd,
        Who = Who,
        At = Timestamp.Read(At),
        Why = Why,
        UndoneAt = Timestamp.ReadOptional(UndoneAt),
        UndoneBy = UndoneBy,
        UndoneWhy = UndoneWhy,
        Attached = PlanId is null || UndoneAt is not null ? null : Attached,
    };
}
