using Plans.Store.Search;

namespace Plans.Store.Comparison;

/// <summary>Units of one quantity: what each is in the first of its line.</summary>
internal static class Units
{
    /// <summary>Legal units of measure (Nghị định 86/2012/NĐ-CP) and everyday multiples.</summary>
    private static readonly IReadOnlyList<(string Name, decimal In)>[] Lines =
    [
        [("ha", 1), ("hec ta", 1), ("hecta", 1), ("nghin ha", 1000), ("ngan ha", 1000), ("km2", 100), ("m2", 0.0001m), ("met vuong", 0.0001m)],
        [("km", 1), ("ki lo met", 1), ("kilomet", 1), ("m", 0.001m), ("met", 0.001m)],
        [("tan", 1), ("nghin tan", 1000), ("ngan tan", 1000), ("trieu tan", 1_000_000), ("ta", 0.1m), ("yen", 0.01m), ("kg", 0.001m)],
        [("m3", 1), ("met khoi", 1), ("trieu m3", 1_000_000), ("nghin m3", 1000), ("lit", 0.001m)],
        [("nguoi", 1), ("nghin nguoi", 1000), ("luot nguoi", 1), ("nghin luot nguoi", 1000), ("trieu luot nguoi", 1_000_000), ("lao dong", 1), ("nghin lao dong", 1000)],
        [("%", 1), ("phan tram", 1), ("diem phan tram", 1), ("diem %", 1)],
        [("ty dong", 1), ("trieu dong", 0.001m), ("nghin ty dong", 1000), ("dong", 0.000000001m)],
        [("mw", 1), ("kw", 0.001m), ("gw", 1000)],
        [("nam", 1), ("thang", 1 / 12m)],
    ];

    private static readonly Dictionary<string, (int Line, decimal In)> Known =
        Lines.SelectMany((line, i) => line.Select(unit => (unit.Name, Line: i, unit.In))).ToDictionary(unit => unit.Name, unit => (unit.Line, unit.In));

    /// <summary>By what a number in one unit is multiplied to be one in another; null where they do not measure the same.</summary>
    public static decimal? Factor(string? from, string? to)
    {
        var (a, b) = (Form(from), Form(to));
        return a == b ? 1
            : Known.TryGetValue(a, out var left) && Known.TryGetValue(b, out var right) && left.Line == right.Line ? left.In / right.In
            : null;
    }

    /// <summary>Folded; m² and m2 are one.</summary>
    private static string Form(string? unit) =>
        unit is null ? "" : unit.Trim() == "%" ? "%" : string.Join(' ', Folding.Words(unit.Replace('²', '2').Replace('³', '3')).Select(Folding.Fold)) + (unit.Contains('%') ? " %" : "");
}
