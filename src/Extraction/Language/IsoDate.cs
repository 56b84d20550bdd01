namespace Plans.Extraction.Language;

/// <summary>Dates in ISO 8601 that may lack their day or month; as text, they compare in order of time.</summary>
internal static class IsoDate
{
    /// <summary>The first day that a date may mean: 2025-03 is 2025-03-01.</summary>
    public static string Earliest(string date) => date.Length switch
    {
        4 => date + "-01-01",
        7 => date + "-01",
        _ => date,
    };

    /// <summary>The last day that a date may mean; of a month its 31st, which serves to compare.</summary>
    public static string Latest(string date) => date.Length switch
    {
        4 => date + "-12-31",
        7 => date + "-31",
        _ => date,
    };

    /// <summary>As plans print it: 01/3/2025 … 15/10/2026; a shortened date without what it lacks.</summary>
    public static string Printed(string date) => date.Length switch
    {
        4 => "năm " + date,
        7 => $"tháng {int.Parse(date[5..], System.Globalization.CultureInfo.InvariantCulture)}/{date[..4]}",
        _ => $"{date[8..10]}/{int.Parse(date[5..7], System.Globalization.CultureInfo.InvariantCulture)}/{date[..4]}",
    };
}
