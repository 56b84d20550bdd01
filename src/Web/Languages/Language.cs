using System.Globalization;

namespace Plans.Web.Languages;

/// <summary>A language of the site, and how its readers write numbers and dates. Documents' own numbers are shown as printed.</summary>
public sealed class Language
{
    public static readonly Language Vietnamese = new("vi", "Tiếng Việt", group: ".", point: ",");
    public static readonly Language English = new("en", "English", group: ",", point: ".");

    private static readonly string[] EnglishMonths =
        ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

    private readonly NumberFormatInfo numbers;

    private Language(string code, string name, string group, string point)
    {
        (Code, Name) = (code, name);
        numbers = new NumberFormatInfo { NumberGroupSeparator = group, NumberDecimalSeparator = point };
    }

    /// <summary>ISO 639-1.</summary>
    public string Code { get; }

    /// <summary>In itself.</summary>
    public string Name { get; }

    /// <summary>The one that the switch leads to.</summary>
    public Language Other => this == Vietnamese ? English : Vietnamese;

    public static Language? Of(string? code) => code switch
    {
        "vi" => Vietnamese,
        "en" => English,
        _ => null,
    };

    /// <summary>20000 → 20.000; 68.8 → 68,8 in Vietnamese.</summary>
    public string Number(decimal value) => value.ToString("#,0.######", numbers);

    /// <summary>An ISO date, shortened to what is given: 2025-07-15 → 15/07/2025; 2023-03 → 03/2023.</summary>
    public string Date(string iso) => iso.Split('-') switch
    {
        [var year, var month, var day] => this == Vietnamese ? $"{day}/{month}/{year}" : $"{day.TrimStart('0')} {Month(month)} {year}",
        [var year, var month] => this == Vietnamese ? $"{month}/{year}" : $"{Month(month)} {year}",
        _ => iso,
    };

    private static string Month(string number) =>
        int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var month) && month is >= 1 and <= 12
            ? EnglishMonths[month - 1]
            : number;
}
