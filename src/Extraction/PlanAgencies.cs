using Plans.Extraction.Catalogues;

namespace Plans.Extraction;

/// <summary>A province as at a plan's date, and where it lies today.</summary>
/// <param name="ValidFrom">With the code, its identity: codes were used again in 2025.</param>
/// <param name="Predecessors">From which provinces it was made.</param>
public sealed record ProvinceIdentity(string Code, string ValidFrom, string Name, string Status, string TodayCode, string TodayName, IReadOnlyList<string> Predecessors);

/// <summary>The agencies and the province of a plan, resolved by its own date. Pure, so that a saved plan is resolved by the catalogues of the day.</summary>
public static class PlanAgencies
{
    /// <summary>Every agency that leads or supports a task, once, in document order.</summary>
    public static IReadOnlyList<Agency> Of(Plan plan) =>
    [
        .. plan.Tasks.SelectMany(task => task.Lead.Concat(task.Support)).Distinct()
            .Select(printed => AgencyResolver.Resolve(printed, plan.Document.Date, plan.Document.Province)),
    ];

    /// <summary>Null where the plan names no province, or has no date by which to know it.</summary>
    public static ProvinceIdentity? ProvinceOf(DocumentFields document)
    {
        if (document.Province is not { } name || document.Date is not { } date || Provinces.At(name, date) is not { } province)
        {
            return null;
        }

        var today = Provinces.Today(province);
        return new ProvinceIdentity(
            province.Code, province.ValidFrom, province.Name, province.Status, today.Code, today.Name,
            [.. Provinces.Predecessors(province).Select(p => p.Name).Where(n => n != province.Name)]);
    }
}
