using Plans.Store.Search;

namespace Plans.Store.Comparison;

/// <summary>Units of one quantity: what each is in the first of its line.</summary>
internal static class Units
{
    /// <summary>Legal units of measure (Nghị định 86/2012/NĐ-CP) and everyday multiples.</summary>
    private static readonly IReadOnlyList<(string Name, decimal In)>[] Lines =
    [
        [("ha", 1), ("héc ta", 1), ("hecta", 1), ("nghìn ha", 1000), ("ngàn ha", 1000), ("km2", 100), ("m2", 0.0001m), ("mét vuông", 0.0001m)],
        [("km", 1), ("ki lô mét", 1), ("kilomet", 1), ("m", 0.001m), ("mét", 0.001m)],
        [("tấn", 1), ("nghìn tấn", 1000), ("ngàn tấn", 1000), ("triệu tấn", 1_000_000), ("tạ", 0.1m), ("yến", 0.01m), ("kg", 0.001m)],
        [("m3", 1), ("mét khối", 1), ("triệu m3", 1_000_000), ("nghìn m3", 1000), ("lít", 0.001m)],
        [("người", 1), ("nghìn người", 1000), ("lao động", 1), ("nghìn lao động", 1000)],
        [("lượt người", 1), ("nghìn lượt người", 1000), ("triệu lượt người", 1_000_000)],
        [("lượt khách", 1), ("nghìn lượt khách", 1000), ("triệu lượt khách", 1_000_000)],
        [("%", 1), ("phần trăm", 1), ("điểm phần trăm", 1), ("điểm %", 1)],
        [("tỷ đồng", 1), ("triệu đồng", 0.001m), ("nghìn tỷ đồng", 1000), ("đồng", 0.000000001m)],
        [("mw", 1), ("kw", 0.001m), ("gw", 1000)],
        [("năm", 1), ("tháng", 1 / 12m)],
    ];

    private static readonly Dictionary<string, (int Line, decimal In)> Known =
        Lines.SelectMany((line, i) => line.Select(unit => (Name: Form(unit.Name), Line: i, unit.In))).ToDictionary(unit => unit.Name, unit => (unit.Line, unit.In));

    /// <summary>By what a number in one unit is multiplied to be one in another; null where they do not measure the same.</summary>
    public static decimal? Factor(string? from, string? to)
    {
        var (a, b) = (Form(from), Form(to));
        return a == b ? 1
            : Known.TryGetValue(a, out var left) && Known.TryGetValue(b, out var right) && left.Line == right.Line ? left.In / right.In
            : null;
    }

    /// <summary>What a unit measures: the same word for all units that can be brought to one another.</summary>
    public static string Quantity(string? unit) => Known.TryGetValue(Form(unit), out var known) ? Lines[known.Line][0].Name : Form(unit);

    /// <summary>Of a multiple the unit itself: "nghìn ha" is "ha"; others as they are.</summary>
    public static string? Plain(string? unit) => Known.TryGetValue(Form(unit), out var known) && known.In != 1 ? Lines[known.Line][0].Name : unit;

    /// <summary>Folded; m² and m2 are one.</summary>
    private static string Form(string? unit) =>
        unit is null ? "" : unit.Trim() == "%" ? "%" : string.Join(' ', Folding.Words(unit.Replace('²', '2').Replace('³', '3')).Select(Folding.Fold)) + (unit.Contains('%') ? " %" : "");
}
