using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Plans.Ingest.Formats.Xlsx;

/// <summary>
/// Shows a number as a Vietnamese Excel shows it: 1.234,5 and 15/07/2025, whatever the language of the program that saved it.
/// Format codes: ECMA-376 part 1, 18.8.30 and 18.8.31. Fractions and conditions are shown like General.
/// </summary>
internal sealed partial class NumberFormat
{
    public static readonly NumberFormat General = Of("General");

    private const int GeneralDigits = 10;

    private readonly IReadOnlyList<string> _sections;

    private NumberFormat(IReadOnlyList<string> sections) => _sections = sections;

    public static NumberFormat Of(string code) => new(Sections(code));

    /// <summary>The code behind a built-in number; those not listed differ from language to language and are taken as General.</summary>
    public static string BuiltIn(uint number) => number switch
    {
        1 => "0",
        2 => "0.00",
        3 or 37 or 38 => "#,##0",
        4 or 39 or 40 => "#,##0.00",
        9 => "0%",
        10 => "0.00%",
        11 => "0.00E+00",
        >= 14 and <= 17 or 22 => number == 17 ? "mm/yyyy" : "dd/mm/yyyy",
        18 or 20 => "hh:mm",
        19 or 21 => "hh:mm:ss",
        41 or 42 => "#,##0;-#,##0;\"-\"",
        43 or 44 => "#,##0.00;-#,##0.00;\"-\"",
        48 => "0.0E+0",
        _ => "General",
    };

    /// <param name="from1904">Whether days count from 1904, as in workbooks of old Macintoshes.</param>
    public string Show(double value, bool from1904 = false)
    {
        var section = _sections switch
        {
            [_, _, var zero, ..] when value == 0 => zero,
            [_, var negative, ..] when value < 0 => negative,
            _ => _sections[0],
        };
        // A section for negative numbers shows its own sign.
        var shown = _sections.Count > 1 && value < 0 ? -value : value;
        return IsDate(section) ? Date(shown, section, from1904) ?? ShowGeneral(value) : Number(shown, section);
    }

    private static string Number(double value, string section)
    {
        var plain = Literals().Replace(section, "");
        if (plain.Contains("General", StringComparison.OrdinalIgnoreCase) || plain.Contains('@') || plain.Contains('/'))
        {
            return ShowGeneral(value);
        }

        var digits = Digits().Match(plain);
        var pattern = digits.Value;
        if (pattern.Contains('E'))
        {
            return ShowGeneral(value);
        }

        var percents = plain.Count(c => c == '%');
        var point = pattern.IndexOf('.');
        var whole = point < 0 ? pattern : pattern[..point];
        var scale = whole.Length - whole.TrimEnd(',').Length;
        var places = point < 0 ? 0 : Math.Min(15, pattern[(point + 1)..].Count(c => c is '0' or '#' or '?'));
        var least = point < 0 ? 0 : Math.Min(15, pattern[(point + 1)..].Count(c => c is '0' or '?'));
        var scaled = value * Math.Pow(100, percents) / Math.Pow(1000, scale);
        var (before, after) = Around(section);
        if (!digits.Success)
        {
            return (before + after).Trim();
        }

        var number = Grouped(scaled, places, least, whole.TrimEnd(',').Contains(','), whole.Count(c => c == '0'));
        return (before + number + after).Trim();
    }

    private static string ShowGeneral(double value)
    {
        var magnitude = Math.Abs(value);
        if (magnitude is >= 1e15 or (> 0 and < 1e-9))
        {
            return value.ToString("0.#####E+0", CultureInfo.InvariantCulture).Replace('.', ',');
        }

        var wholeDigits = magnitude < 1 ? 1 : (int)Math.Floor(Math.Log10(magnitude)) + 1;
        return Grouped(value, Math.Clamp(GeneralDigits - wholeDigits, 0, GeneralDigits - 1), least: 0, grouped: false, leastWhole: 1);
    }

    private static string Grouped(double value, int places, int least, bool grouped, int leastWhole)
    {
        var fixedPoint = Math.Abs(value) < 1e27
            ? Math.Round(Exact(Math.Abs(value)), places, MidpointRounding.AwayFromZero).ToString($"F{places}", CultureInfo.InvariantCulture)
            : Math.Abs(value).ToString("F0", CultureInfo.InvariantCulture);
        var parts = fixedPoint.Split('.');
        var whole = leastWhole == 0 && parts[0] == "0" ? "" : parts[0].PadLeft(Math.Min(leastWhole, 30), '0');
        var fraction = parts.Length == 1 ? "" : parts[1];
        while (fraction.Length > least && fraction[^1] == '0')
        {
            fraction = fraction[..^1];
        }

        if (grouped)
        {
            for (var at = whole.Length - 3; at > 0; at -= 3)
            {
                whole = whole.Insert(at, ".");
            }
        }

        var isZero = whole.Concat(fraction).All(c => c is '0' or '.');
        return (value < 0 && !isZero ? "-" : "") + whole + (fraction.Length > 0 ? "," + fraction : "");
    }

    /// <summary>The number that people typed: 0,1 and not the binary fraction next to it.</summary>
    private static decimal Exact(double value) => decimal.Parse(value.ToString("G15", CultureInfo.InvariantCulture), NumberStyles.Float, CultureInfo.InvariantCulture);

    /// <summary>The literal text before and after the digits: signs, quoted words, escaped characters.</summary>
    private static (string Before, string After) Around(string section)
    {
        StringBuilder before = new(), after = new();
        var now = before;
        for (var i = 0; i < section.Length; i++)
        {
            switch (section[i])
            {
                case '"':
                    var end = section.IndexOf('"', i + 1);
                    end = end < 0 ? section.Length : end;
                    now.Append(section, i + 1, end - i - 1);
                    i = end;
                    break;
                case '\\' when i + 1 < section.Length:
                    now.Append(section[++i]);
                    break;
                case '_' or '*':
                    // Room as wide as the next character, or filled with it.
                    i++;
                    break;
                case '[':
                    var close = section.IndexOf(']', i);
                    var inside = section[i..(close < 0 ? section.Length : close)];
                    now.Append(inside.StartsWith("[$", StringComparison.Ordinal) ? inside[2..].Split('-')[0] : "");
                    i = close < 0 ? section.Length : close;
                    break;
                case '0' or '#' or '?' or '.' or ',':
                    now = after;
                    break;
                default:
                    now.Append(section[i]);
                    break;
            }
        }

        return (before.ToString(), after.ToString());
    }

    private static bool IsDate(string section) => DateLetters().IsMatch(Literals().Replace(section, ""));

    private static string? Date(double value, string section, bool from1904)
    {
        // Day 60 is a 29 February 1900 that never was; the days before it are off by one.
        var days = from1904 ? value + 1462 : value < 60 ? value + 1 : value;
        if (days is < 0 or > 2_958_465)
        {
            return null;
        }

        var date = DateTime.FromOADate(days);
        var code = Literals().Replace(section, "").ToLowerInvariant();
        var (hasDay, hasMonth, hasYear, hasTime) = (code.Contains('d'), MonthLetters().IsMatch(code), code.Contains('y'), code.Contains('h'));
        var shown = (hasDay, hasMonth, hasYear) switch
        {
            (true, true, true) => "dd/MM/yyyy",
            (false, true, true) => "MM/yyyy",
            (true, true, false) => "dd/MM",
            (false, false, true) => "yyyy",
            (_, _, _) when hasTime => "",
            _ => "dd/MM/yyyy",
        };
        shown += hasTime ? (shown.Length > 0 ? " " : "") + (code.Contains('s') ? "HH:mm:ss" : "HH:mm") : "";
        return date.ToString(shown, CultureInfo.InvariantCulture);
    }

    /// <summary>Up to four, parted by semicolons outside quotes: positive, negative, zero, text.</summary>
    private static List<string> Sections(string code)
    {
        var sections = new List<string>();
        var section = new StringBuilder();
        var isQuoted = false;
        for (var i = 0; i < code.Length; i++)
        {
            isQuoted ^= code[i] == '"';
            if (code[i] == ';' && !isQuoted)
            {
                sections.Add(section.ToString());
                section.Clear();
            }
            else
            {
                section.Append(code[i]);
                if (code[i] == '\\' && i + 1 < code.Length)
                {
                    section.Append(code[++i]);
                }
            }
        }

        sections.Add(section.ToString());
        return sections;
    }

    [GeneratedRegex(@"""[^""]*""?|\\.|[_*].|\[[^\]]*\]?")]
    private static partial Regex Literals();

    [GeneratedRegex(@"[0#?.,]+(?:E[+\-]?[0#?]+)?", RegexOptions.NonBacktracking)]
    private static partial Regex Digits();

    [GeneratedRegex("[dyhs]|m{1,5}", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex DateLetters();

    /// <summary>m is a month unless it stands with hours or seconds.</summary>
    [GeneratedRegex("(?:^|[^h:s ])[ ]?m+(?:[^:]|$)", RegexOptions.NonBacktracking)]
    private static partial Regex MonthLetters();
}
