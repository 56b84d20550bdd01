using System.Globalization;

namespace Plans.Worker.CommandLine;

/// <summary>A target's number for programs and tables: a point before the decimals, whatever the machine's language.</summary>
internal static class TargetValue
{
    /// <param name="comparator">As in the contract: =, &gt;=, range ….</param>
    public static string Write(string comparator, decimal value, decimal? valueMax) => (comparator, valueMax) switch
    {
        ("range", { } most) => $"{Number(value)}–{Number(most)}",
        ("=", _) => Number(value),
        _ => $"{comparator} {Number(value)}",
    };

    private static string Number(decimal value) => value.ToString("0.############", CultureInfo.InvariantCulture);
}
