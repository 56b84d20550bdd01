using Plans.Store.Comparison.Agencies;
using Plans.Web.Search;

namespace Plans.Web.Agencies;

/// <summary>Whose duties are asked for, as the address says it.</summary>
/// <param name="Role">lead, support, or null for both.</param>
public sealed record AgencyQuestion(string Name, string? Province, string? Role, int? From, int? To, bool InPart)
{
    public static AgencyQuestion Read(IQueryCollection query) => new(
        Question.Text(query, "name") is { Length: <= Question.LongestFilter } name ? name : "",
        Question.Text(query, "province"),
        Question.Text(query, "role") is "lead" or "support" ? Question.Text(query, "role") : null,
        Question.Number(query, "from", 1000, 9999),
        Question.Number(query, "to", 1000, 9999),
        query["part"] == "1");

    public string Url(string path = "/agencies") => new Address(path)
        .With("name", Name).With("province", Province).With("role", Role)
        .With("from", From?.ToString(System.Globalization.CultureInfo.InvariantCulture))
        .With("to", To?.ToString(System.Globalization.CultureInfo.InvariantCulture))
        .With("part", InPart ? "1" : null).ToString();

    public AgencyRequest ToRequest() => new() { Name = Name, Province = Province, Role = Role, From = From, To = To, InPart = InPart };
}

/// <param name="Duties">Null where nobody was asked for, or the name has no words.</param>
/// <param name="Known">Agencies to choose from, those with most tasks first.</param>
public sealed record AgencyModel(AgencyQuestion Question, AgencyDuties? Duties, IReadOnlyList<Store.Search.FacetCount> Known, int Part)
{
    public const int Rows = 150;

    public IReadOnlyList<AgencyDuty> Shown => [.. (Duties?.Duties ?? []).Skip((Part - 1) * Rows).Take(Rows)];

    public int Parts => Math.Max(1, ((Duties?.Duties.Count ?? 0) + Rows - 1) / Rows);
}
