using Plans.Extraction.Language;

namespace Plans.Store.Search;

/// <summary>What <c>field:value</c> can ask about.</summary>
public enum QueryField { Province, Year, Date, Type, Number, Issuer, Agency, Lead, Support, Deadline, Kind, Section, Value, Unit, Finding, Review }

/// <summary>How a value is compared.</summary>
public enum Comparison { Is, AtLeast, MoreThan, AtMost, LessThan }

/// <summary>A condition on an extracted value.</summary>
/// <param name="Value">As typed, in lower case; numbers are in <paramref name="Number"/> and dates ISO 8601, be it shortened.</param>
/// <param name="Number">Of the fields that are numbers.</param>
/// <param name="Excluded">Written with a leading minus.</param>
public sealed record FieldCondition(QueryField Field, Comparison Comparison, string Value, decimal? Number = null, bool Excluded = false);

/// <summary>The names of the fields, in Vietnamese (with or without marks, - or _ between the words) and English, and how their values are written.</summary>
public static class QueryFields
{
    private static readonly Dictionary<string, QueryField> Names = new()
    {
        ["province"] = QueryField.Province,
        ["tinh"] = QueryField.Province,
        ["year"] = QueryField.Year,
        ["nam"] = QueryField.Year,
        ["date"] = QueryField.Date,
        ["ngay"] = QueryField.Date,
        ["type"] = QueryField.Type,
        ["loai"] = QueryField.Type,
        ["number"] = QueryField.Number,
        ["so"] = QueryField.Number,
        ["issuer"] = QueryField.Issuer,
        ["banhanh"] = QueryField.Issuer,
        ["agency"] = QueryField.Agency,
        ["coquan"] = QueryField.Agency,
        ["lead"] = QueryField.Lead,
        ["chutri"] = QueryField.Lead,
        ["support"] = QueryField.Support,
        ["phoihop"] = QueryField.Support,
        ["deadline"] = QueryField.Deadline,
        ["due"] = QueryField.Deadline,
        ["han"] = QueryField.Deadline,
        ["kind"] = QueryField.Kind,
        ["phan"] = QueryField.Kind,
        ["section"] = QueryField.Section,
        ["muc"] = QueryField.Section,
        ["value"] = QueryField.Value,
        ["giatri"] = QueryField.Value,
        ["unit"] = QueryField.Unit,
        ["donvi"] = QueryField.Unit,
        ["finding"] = QueryField.Finding,
        ["phathien"] = QueryField.Finding,
        ["review"] = QueryField.Review,
        ["duyet"] = QueryField.Review,
    };

    /// <summary>"đến:2030" is year:&lt;=2030.</summary>
    private static readonly string[] ByNames = ["by", "den"];

    private static readonly Dictionary<string, string> KindWords = new()
    {
        ["plan"] = "plan",
        ["kehoach"] = "plan",
        ["section"] = "section",
        ["muc"] = "section",
        ["target"] = "target",
        ["chitieu"] = "target",
        ["task"] = "task",
        ["nhiemvu"] = "task",
    };

    private static readonly Dictionary<string, string> ReviewWords = new()
    {
        ["unseen"] = "unseen",
        ["chuaxem"] = "unseen",
        ["confirmed"] = "confirmed",
        ["xacnhan"] = "confirmed",
        ["corrected"] = "corrected",
        ["dasua"] = "corrected",
        ["added"] = "added",
        ["bosung"] = "added",
        ["rejected"] = "rejected",
        ["bacbo"] = "rejected",
    };

    private static readonly (string Sign, Comparison Comparison)[] Signs =
    [
        (">=", Comparison.AtLeast), ("≥", Comparison.AtLeast), ("<=", Comparison.AtMost), ("≤", Comparison.AtMost),
        (">", Comparison.MoreThan), ("<", Comparison.LessThan), ("=", Comparison.Is),
    ];

    /// <summary>Whether a field has this name.</summary>
    public static bool Knows(string name) => Names.ContainsKey(Plain(name)) || ByNames.Contains(Plain(name));

    /// <returns>Two conditions for a range a..b, else one.</returns>
    /// <exception cref="QueryException">The value makes no sense for the field.</exception>
    public static IReadOnlyList<FieldCondition> Read(string name, string value, bool excluded)
    {
        var by = ByNames.Contains(Plain(name));
        var field = by ? QueryField.Year : Names[Plain(name)];
        var (comparison, text) = Sign(value.Trim());
        if (text.Length == 0)
        {
            throw Bad($"After {name}: there must be a value.");
        }

        if (by)
        {
            return [OfNumber(field, name, Comparison.AtMost, text, excluded)];
        }

        var range = text.Split("..", StringSplitOptions.TrimEntries);
        if (comparison == Comparison.Is && range.Length == 2 && IsOrdered(field))
        {
            return excluded
                ? throw Bad($"A range cannot be excluded: {name}:{value}.")
                : [One(field, name, Comparison.AtLeast, range[0], excluded), One(field, name, Comparison.AtMost, range[1], excluded)];
        }

        return [One(field, name, comparison, text, excluded)];
    }

    private static FieldCondition One(QueryField field, string name, Comparison comparison, string text, bool excluded)
    {
        if (comparison != Comparison.Is && !IsOrdered(field))
        {
            throw Bad($"{name}: takes no <, > or =.");
        }

        return field switch
        {
            QueryField.Value or QueryField.Year => OfNumber(field, name, comparison, text, excluded),
            QueryField.Date or QueryField.Deadline => new FieldCondition(field, comparison, IsoDate(name, text), null, excluded),
            QueryField.Kind => new FieldCondition(field, comparison, KindWords.GetValueOrDefault(Plain(text)) ?? throw Bad($"{name}: is one of plan, section, target, task."), null, excluded),
            QueryField.Review => new FieldCondition(
                field, comparison, ReviewWords.GetValueOrDefault(Plain(text)) ?? throw Bad($"{name}: is one of unseen, confirmed, corrected, added, rejected."), null, excluded),
            _ => new FieldCondition(field, comparison, text, null, excluded),
        };
    }

    private static FieldCondition OfNumber(QueryField field, string name, Comparison comparison, string text, bool excluded) =>
        text.TrimEnd('%').Trim() is { Length: > 0 and <= 20 } digits && char.IsAsciiDigit(digits[0]) && digits.All(c => char.IsAsciiDigit(c) || c is '.' or ',')
        && NumberGrammar.Parse(digits) is { } number && (field != QueryField.Year || (number == Math.Floor(number) && number is >= 1000 and <= 9999))
            ? new FieldCondition(field, comparison, text, number, excluded)
            : throw Bad(field == QueryField.Year ? $"{name}: takes a year, such as {name}:2030." : $"{name}: takes a number, such as {name}:>=70.");

    /// <summary>2030, 2030-06, 2030-06-30, or with slashes the Vietnamese way round: 06/2030, 30/6/2030.</summary>
    private static string IsoDate(string name, string text)
    {
        var parts = text.Contains('/') ? text.Split('/').Reverse().ToArray() : text.Split('-');
        return parts.Length is >= 1 and <= 3 && parts[0].Length == 4 && parts.All(part => part.Length is >= 1 and <= 4 && part.All(char.IsAsciiDigit))
            ? string.Join('-', parts.Select(part => part.PadLeft(2, '0')))
            : throw Bad($"{name}: takes a date, such as 2030, 2030-06 or 30/6/2030.");
    }

    private static (Comparison Comparison, string Text) Sign(string value)
    {
        var sign = Signs.FirstOrDefault(sign => value.StartsWith(sign.Sign, StringComparison.Ordinal));
        return sign.Sign is null ? (Comparison.Is, value) : (sign.Comparison, value[sign.Sign.Length..].Trim());
    }

    private static bool IsOrdered(QueryField field) =>
        field is QueryField.Value or QueryField.Year or QueryField.Date or QueryField.Deadline;

    private static string Plain(string name) => Folding.Fold(name).Replace("-", "").Replace("_", "").Replace(" ", "");

    private static QueryException Bad(string message) => new(QueryProblem.BadField, message);
}
