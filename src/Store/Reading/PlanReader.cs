namespace Plans.Store.Reading;

/// <summary>Reads saved plans back.</summary>
public sealed class PlanReader
{
    internal PlanReader()
    {
    }

    /// <summary>By province, then date.</summary>
    public IReadOnlyList<PlanSummary> List(PlanFilter? filter = null, int limit = 100, int offset = 0) => throw new NotImplementedException();

    /// <summary>
    /// The plans that a user may mean: by id, document number ("190/KH-UBND"), file name, or the beginning of the SHA-256 (6
    /// letters at least). One is the answer, none is unknown, several are ambiguous.
    /// </summary>
    public IReadOnlyList<PlanSummary> Resolve(string reference) => throw new NotImplementedException();

    public StoredPlan? Get(long planId) => throw new NotImplementedException();

    /// <summary>The document's text into which the spans point.</summary>
    public string? Text(long planId) => throw new NotImplementedException();

    /// <summary>The contract's JSON of the plan, as <c>extract</c> writes it.</summary>
    public string? Json(long planId) => throw new NotImplementedException();
}
