using Plans.Extraction.Language;

namespace Plans.Extraction.Catalogues;

/// <summary>Who an agency that a plan names was at the plan's date, and who has its duties today.</summary>
/// <param name="Printed">As the plan names it.</param>
/// <param name="Name">The name written out; as printed where the catalogue does not know the body.</param>
/// <param name="Id">Which body, or kind of body below the centre: with the plan's province it says which one. Null where not known.</param>
/// <param name="ExistedThen">Whether it stood under this name at the plan's date; null where the body or the date is not known.</param>
/// <param name="TodayId">Who has its duties, or most of them, today; the body itself where it stands; null where not known or shared out.</param>
/// <param name="Instrument">By what its duties passed on.</param>
public sealed record Agency(
    string Printed, string Name, string? Id, AgencyLevel Level, bool? ExistedThen, string? TodayId, string? TodayName, string? Instrument);

/// <summary>Resolves names of agencies by the plan's own date.</summary>
public static class AgencyResolver
{
    private static readonly IReadOnlyList<(AgencyLevel Level, string Phrase, bool AtStart)> LevelWords =
        [.. Catalogue.Rows("agency-level-words.tsv").Select(r => (Enum.Parse<AgencyLevel>(r[0], true), " " + Canon.Form(r[1]) + " ", r[2] == "start"))];

    /// <summary>Titles before a body's name: "Giám đốc Sở Y tế" stands for the Sở.</summary>
    private static readonly PhraseSet Titles = PhraseSet.Of(
        ["giám đốc", "phó giám đốc", "chủ tịch", "phó chủ tịch", "thủ trưởng", "lãnh đạo", "bộ trưởng", "trưởng", "chánh", "cục trưởng", "đồng chí", "các đồng chí", "các"]);

    /// <summary>Words that may follow a body's name and say whose it is.</summary>
    private static readonly PhraseSet Owners = PhraseSet.Of(
        ["tỉnh", "thành phố", "tp", "huyện", "quận", "thị xã", "xã", "phường", "thị trấn", "đặc khu", "các", "cấp", "của", "trung ương", "khu vực", "địa phương", "có liên quan", "liên quan", "cùng cấp"]);

    /// <param name="printed">One agency as a plan names it.</param>
    /// <param name="date">The plan's date, ISO 8601, shortened to what is given; null where it has none.</param>
    /// <param name="province">The plan's province as at its date; null for a plan of the centre.</param>
    public static Agency Resolve(string printed, string? date, string? province = null)
    {
        var canon = Canon.Form(printed);
        var from = Start(canon);
        var (entries, end) = Agencies.Names.At(canon, from);
        if (entries.Count == 0 || !IsWhole(printed, canon, end))
        {
            return new Agency(printed, printed, null, LevelOf(canon, date, province), null, null, null, null);
        }

        var entry = At(entries, date);
        var today = Agencies.Today(entry);
        var stands = entry.ValidUntil is null;
        return new Agency(
            printed,
            entry.Name,
            entry.Id,
            entry.Level,
            date is null ? null : entry.ExistsOn(IsoDate.Latest(date)) || entry.ExistsOn(IsoDate.Earliest(date)),
            stands ? entry.Id : today?.Id,
            stands ? entry.Name : today?.Name,
            stands ? null : Agencies.Succession(entry)?.Instrument ?? entry.Source);
    }

    /// <summary>Of bodies with one name, the one that stood at the date; else the one that ended last.</summary>
    internal static AgencyEntry At(IReadOnlyList<AgencyEntry> entries, string? date) =>
        entries.FirstOrDefault(e => date is not null && e.ExistsOn(IsoDate.Earliest(date))) ?? entries.MaxBy(e => e.ValidUntil ?? "9999", StringComparer.Ordinal)!;

    private static int Start(string canon)
    {
        var at = 0;
        while (Agencies.Names.At(canon, at).Values.Count == 0 && Titles.LengthAt(canon, at) is > 0 and var length)
        {
            at = Math.Min(canon.Length, at + length + 1);
        }

        return at;
    }

    /// <summary>Whether what follows the name only says whose body it is: "Phòng Kinh tế đối ngoại" is not "Phòng Kinh tế".</summary>
    private static bool IsWhole(string printed, string canon, int end)
    {
        var next = end;
        while (next < printed.Length && !char.IsLetterOrDigit(printed[next]))
        {
            next++;
        }

        return next == printed.Length || printed[end..next].Contains('(') || char.IsUpper(printed[next]) || Owners.LengthAt(canon, next) > 0;
    }

    private static AgencyLevel LevelOf(string canon, string? date, string? province)
    {
        var words = " " + string.Join(' ', canon.Split([' ', ',', ';', '(', ')', '-', '.', '/'], StringSplitOptions.RemoveEmptyEntries)) + " ";
        var level = LevelWords.FirstOrDefault(w => w.AtStart ? words.StartsWith(w.Phrase, StringComparison.Ordinal) : words.Contains(w.Phrase, StringComparison.Ordinal), (Level: AgencyLevel.Other, Phrase: "", AtStart: false)).Level;
        var isCityOfProvince = level == AgencyLevel.Province && words.Contains(" thành phố ", StringComparison.Ordinal) && !words.Contains(" tỉnh ", StringComparison.Ordinal)
            && date is not null && string.CompareOrdinal(date, "2025-07-01") < 0 && province is not null && Provinces.At(province, date) is { Status: "tỉnh" };
        return isCityOfProvince ? AgencyLevel.District : level;
    }
}
