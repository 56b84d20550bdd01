using System.Globalization;
using Plans.Extraction;
using Plans.Extraction.Language;

namespace Plans.Store.Corrections;

/// <summary>A value of a fact that a person may correct, as text.</summary>
/// <param name="Name">As in the contract's JSON.</param>
/// <param name="Read">Null where the fact has none.</param>
/// <param name="Write">Throws a <see cref="CorrectionException"/> where the text makes no sense; null empties.</param>
internal sealed record CorrectionField<T>(string Name, Func<T, string?> Read, Func<T, string?, T> Write);

/// <summary>The values that can be corrected and how they are written: numbers as in Vietnamese or with a decimal point, agencies joined by semicolons.</summary>
public static class CorrectionFields
{
    private static readonly string[] Comparators = ["=", ">=", ">", "<", "<=", "~", "+", "-", "range"];

    internal static readonly IReadOnlyList<CorrectionField<DocumentFields>> OfHead =
    [
        new("type", d => d.Type, (d, v) => d with { Type = v }),
        new("number", d => d.Number, (d, v) => d with { Number = v?.Replace(" ", "") }),
        new("date", d => d.Date, (d, v) => d with { Date = Date(v) }),
        new("issuer", d => d.Issuer, (d, v) => d with { Issuer = v }),
        new("province", d => d.Province, (d, v) => d with { Province = v }),
        new("place", d => d.Place, (d, v) => d with { Place = v }),
        new("title", d => d.Title, (d, v) => d with { Title = v }),
        new("period", d => d.Period is { } p ? string.Create(CultureInfo.InvariantCulture, $"{p.From}-{p.To}") : null, (d, v) => d with { Period = Years(v) }),
        new("signer", d => d.Signer, (d, v) => d with { Signer = v }),
        new("signer_role", d => d.SignerRole, (d, v) => d with { SignerRole = v }),
    ];

    internal static readonly IReadOnlyList<CorrectionField<Section>> OfSection =
    [
        new("kind", s => StoredJson.Word(s.Kind), (s, v) => s with { Kind = Kind(v) }),
        new("heading", s => s.Heading, (s, v) => s with { Heading = v }),
    ];

    internal static readonly IReadOnlyList<CorrectionField<Target>> OfTarget =
    [
        new("indicator", t => t.Indicator, (t, v) => t with { Indicator = Needed("indicator", v) }),
        new("comparator", t => t.Comparator, (t, v) => t with { Comparator = OneOf("comparator", v, Comparators) }),
        new("value", t => Write(t.Value), (t, v) => t with { Value = Number("value", Needed("value", v)) }),
        new("value_max", t => Write(t.ValueMax), (t, v) => t with { ValueMax = v is null ? null : Number("value_max", v) }),
        new("unit", t => t.Unit, (t, v) => t with { Unit = v }),
        new("year", t => Write(t.Year), (t, v) => t with { Year = v is null ? null : Year("year", v) }),
        new("period", t => t.Period, (t, v) => t with { Period = v is null ? null : OneOf("period", v, ["year"]) }),
    ];

    internal static readonly IReadOnlyList<CorrectionField<PlanTask>> OfTask =
    [
        new("text", k => k.Text, (k, v) => k with { Text = Needed("text", v) }),
        new("lead", k => Write(k.Lead), (k, v) => k with { Lead = Names(v) }),
        new("support", k => Write(k.Support), (k, v) => k with { Support = Names(v) }),
        new("deadline", k => k.Deadline, (k, v) => k with { Deadline = v }),
    ];

    /// <summary>The names of the fields of a kind of fact.</summary>
    public static IReadOnlyList<string> NamesOf(FactKind kind) => kind switch
    {
        FactKind.Head => [.. OfHead.Select(field => field.Name)],
        FactKind.Section => [.. OfSection.Select(field => field.Name)],
        FactKind.Target => [.. OfTarget.Select(field => field.Name)],
        FactKind.Task => [.. OfTask.Select(field => field.Name)],
        _ => [],
    };

    /// <summary>The field's own name, however it was typed.</summary>
    /// <exception cref="CorrectionException">There is none.</exception>
    internal static string NameOf(FactKind kind, string name) => kind switch
    {
        FactKind.Head => Named(OfHead, name).Name,
        FactKind.Section => Named(OfSection, name).Name,
        FactKind.Target => Named(OfTarget, name).Name,
        _ => Named(OfTask, name).Name,
    };

    /// <summary>All values of a fact, to tell later whether it is still the same.</summary>
    internal static string Written<T>(IReadOnlyList<CorrectionField<T>> fields, T fact) =>
        StoredJson.Write(fields.ToDictionary(field => field.Name, field => field.Read(fact)));

    internal static CorrectionField<T> Named<T>(IReadOnlyList<CorrectionField<T>> fields, string name) =>
        fields.FirstOrDefault(field => field.Name == name.Trim().ToLowerInvariant().Replace('-', '_')) ?? throw new CorrectionException(
            CorrectionProblem.NoSuchField, $"There is no field {name} here. It has: {string.Join(", ", fields.Select(field => field.Name))}.");

    /// <summary>Writes every field that is given.</summary>
    internal static T Filled<T>(IReadOnlyList<CorrectionField<T>> fields, T fact, IReadOnlyDictionary<string, string?> values) =>
        values.Aggregate(fact, (filled, value) => Named(fields, value.Key).Write(filled, Text(value.Value)));

    /// <summary>Trimmed; null where nothing is left.</summary>
    internal static string? Text(string? value) => value?.Trim() is { Length: > 0 } text ? text.Normalize() : null;

    private static string? Write(decimal? number) => number?.ToString("0.############", CultureInfo.InvariantCulture);

    private static string? Write(int? number) => number?.ToString(CultureInfo.InvariantCulture);

    private static string? Write(IReadOnlyList<string> names) => names.Count == 0 ? null : string.Join("; ", names);

    private static IReadOnlyList<string> Names(string? value) =>
        value is null ? [] : [.. value.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)];

    private static string Needed(string name, string? value) => value ?? throw Bad($"The {name} cannot be empty. Reject the whole fact instead.");

    private static string OneOf(string name, string? value, IReadOnlyList<string> words) =>
        words.Contains(value) ? value! : throw Bad($"The {name} is one of {string.Join(" ", words)}, not {value ?? "empty"}.");

    private static decimal Number(string name, string value) => value.Length <= 30 && value.All(c => char.IsAsciiDigit(c) || c is '.' or ',') && char.IsAsciiDigit(value[0])
        && NumberGrammar.Parse(value) is { } number
            ? number
            : throw Bad($"The {name} is a number, such as 68,8 or 20.000, not {value}.");

    private static int Year(string name, string value) =>
        value.Length == 4 && int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year is >= 1900 and <= 2200
            ? year
            : throw Bad($"The {name} is a year, such as 2030, not {value}.");

    private static Period? Years(string? value)
    {
        if (value is null)
        {
            return null;
        }

        var years = value.Split(['-', '–'], StringSplitOptions.TrimEntries).Select(year => Year("period", year)).ToList();
        return years is [var from, .. var rest] && rest.Count <= 1 && rest.All(to => to >= from)
            ? new Period(from, years[^1])
            : throw Bad($"The period is two years, such as 2021-2025, not {value}.");
    }

    /// <summary>ISO 8601, shortened to what is given, or the Vietnamese way round.</summary>
    private static string? Date(string? value)
    {
        if (value is null)
        {
            return null;
        }

        var parts = value.Contains('/') ? value.Split('/').Reverse().ToArray() : value.Split('-');
        var iso = string.Join('-', parts.Select(part => part.Trim().PadLeft(2, '0')));
        string[] formats = ["yyyy-MM-dd", "yyyy-MM", "yyyy"];
        return DateOnly.TryParseExact(iso, formats, CultureInfo.InvariantCulture, DateTimeStyles.None, out _)
            ? iso
            : throw Bad($"The date is such as 2025-07-15 or 15/7/2025, shortened to what is known, not {value}.");
    }

    private static SectionKind Kind(string? value) => Enum.GetValues<SectionKind>().Cast<SectionKind?>().FirstOrDefault(kind => StoredJson.Word(kind!.Value) == value)
        ?? throw Bad($"The kind is one of {string.Join(", ", Enum.GetValues<SectionKind>().Select(kind => StoredJson.Word(kind)))}, not {value ?? "empty"}.");

    private static CorrectionException Bad(string message) => new(CorrectionProblem.BadValue, message);
}
