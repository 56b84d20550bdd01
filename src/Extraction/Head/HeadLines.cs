using System.Text.RegularExpressions;
using Plans.Extraction.Reading;

namespace Plans.Extraction.Head;

/// <summary>
/// The lines above the name of the type, made whole: copies from the web and from narrow table cells break "ỦY | BAN NHÂN DÂN", "Số: | 12/KH-UBND" and
/// "Bình | Thuận, ngày 10 | tháng 7 năm 2017" wherever the cell ended, and leave the table's bars between them.
/// </summary>
internal static partial class HeadLines
{
    private const char Bar = '|';

    private static readonly string[] Mottos = ["cộng hòa xã hội chủ nghĩa việt nam", "độc lập - tự do - hạnh phúc"];

    /// <summary>What the place and the day of issue need before their next word: "Bình Thuận, ngày 10 | tháng".</summary>
    [GeneratedRegex(@"^\p{Lu}[\p{L}\s.-]{1,40},\s*(?:ngày\s*(?:\d{1,2}\s*(?:tháng\s*(?:\d{1,2}\s*(?:năm\s*)?)?)?)?)?$", RegexOptions.None, RegexLimit.Milliseconds)]
    private static partial Regex OpenDate();

    [GeneratedRegex(@"^(?:ngày|tháng|năm|\d{1,4})(?!\p{L})", RegexOptions.None, RegexLimit.Milliseconds)]
    private static partial Regex RestOfDate();

    [GeneratedRegex(@"^\p{Lu}[\p{L}\s]{0,20},\s*ngày", RegexOptions.None, RegexLimit.Milliseconds)]
    private static partial Regex RestOfPlace();

    [GeneratedRegex(@"^\p{Lu}\p{Ll}+(?:\s\p{Lu}\p{Ll}+)?$", RegexOptions.None, RegexLimit.Milliseconds)]
    private static partial Regex OpenPlace();

    [GeneratedRegex(@"(?:^|\s)số\s*:?$", RegexOptions.None, RegexLimit.Milliseconds)]
    private static partial Regex OpenNumber();

    [GeneratedRegex(@"^(?:\d|/|\.\.|…)", RegexOptions.None, RegexLimit.Milliseconds)]
    private static partial Regex RestOfNumber();

    [GeneratedRegex(@"^số\s*:?\s*\d[\d\s]*$", RegexOptions.None, RegexLimit.Milliseconds)]
    private static partial Regex OpenSymbol();

    [GeneratedRegex(@"^[/-]\s?\p{Lu}", RegexOptions.None, RegexLimit.Milliseconds)]
    private static partial Regex RestOfSymbol();

    /// <param name="lines">All lines before the first section; those from the name of the type on stay as they are.</param>
    public static List<Line> Whole(IReadOnlyList<Line> lines)
    {
        var typeAt = lines.TakeWhile(l => !DocumentParts.IsTypeLine(l)).Count();
        var whole = new List<Line>();
        foreach (var piece in lines.Take(typeAt).SelectMany(AtBars).SelectMany(AtColumns).Where(p => !p.IsBlank))
        {
            if (whole.Count > 0 && GoesOn(whole[^1], piece))
            {
                whole[^1] = Joined(whole[^1], piece);
            }
            else
            {
                whole.Add(piece);
            }
        }

        return [.. whole, .. lines.Skip(typeAt).SelectMany(AtBases)];
    }

    /// <summary>Where a copy wrote both columns of the head into one line, the body below its superior and the number begin lines of their own.</summary>
    [GeneratedRegex(@"(?<=chủ nghĩa việt nam) (?=(?:sở|chi cục|phòng|ban|ủy ban|trung tâm|công an|văn phòng) )| (?=số ?: ?\d{1,5} ?/)", RegexOptions.None, RegexLimit.Milliseconds)]
    private static partial Regex NextColumn();

    private static IEnumerable<Line> AtColumns(Line line) => Cut(line, NextColumn().Matches(line.Canon));

    /// <summary>A title without a full stop, to which a copy joined the first "Căn cứ …".</summary>
    [GeneratedRegex(@"(?<=[\p{L}\d]) (?=Căn cứ (?:Luật|Bộ luật|Pháp lệnh|Nghị|Quyết|Chỉ thị|Thông tư|Kế hoạch|Chương trình)\s)", RegexOptions.None, RegexLimit.Milliseconds)]
    private static partial Regex FirstBasis();

    private static IEnumerable<Line> AtBases(Line line) => Cut(line, FirstBasis().Matches(line.Text));

    private static IEnumerable<Line> Cut(Line line, MatchCollection blanks)
    {
        var start = 0;
        foreach (Match blank in blanks)
        {
            yield return line.Slice(start, blank.Index).Trim();
            start = blank.Index + blank.Length;
        }

        yield return start == 0 ? line : line.Slice(start, line.Text.Length).Trim();
    }

    /// <summary>The cells of a table's row that a copy wrote into one line.</summary>
    public static IEnumerable<Line> AtBars(Line line)
    {
        var start = 0;
        for (var at = line.Text.IndexOf(Bar); at >= 0; at = line.Text.IndexOf(Bar, at + 1))
        {
            yield return line.Slice(start, at).Trim();
            start = at + 1;
        }

        yield return line.Slice(start, line.Text.Length).Trim();
    }

    private static bool GoesOn(Line line, Line next) => IsOpenMotto(line.Canon, next.Canon) || IsOpenAgency(line, next)
        || (OpenNumber().IsMatch(line.Canon) && RestOfNumber().IsMatch(next.Canon))
        || (OpenSymbol().IsMatch(line.Canon) && RestOfSymbol().IsMatch(next.Text))
        || (OpenDate().IsMatch(line.Text) && RestOfDate().IsMatch(next.Canon))
        || (OpenPlace().IsMatch(line.Text) && RestOfPlace().IsMatch(next.Text));

    private static bool IsOpenMotto(string line, string next) =>
        Mottos.Any(motto => line.Length < motto.Length && motto.StartsWith(line + " ", StringComparison.Ordinal) && (line + " " + next) is var joined
            && (motto.StartsWith(joined, StringComparison.Ordinal) || joined.StartsWith(motto, StringComparison.Ordinal)));

    /// <summary>"ỦY", "HỘI ĐỒNG": no body yet, but the beginning of one.</summary>
    private static bool IsOpenAgency(Line line, Line next) => line.IsUpper && next.IsUpper && IssuerReader.IsBeginning(line.Canon, next.Canon);

    /// <summary>Blanks stand for what parted them, so that positions stay those of the document.</summary>
    private static Line Joined(Line line, Line next) => new(line.Start, line.Text + new string(' ', next.Start - line.End) + next.Text, line.Page, line.Style);
}
