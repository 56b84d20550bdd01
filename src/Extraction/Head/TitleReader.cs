using Plans.Extraction.Catalogues;
using Plans.Extraction.Sections;

namespace Plans.Extraction.Head;

/// <summary>The trích yếu: the lines under (or after) the name of the type.</summary>
internal static partial class TitleReader
{
    private const int LongestTitleLine = 500;

    public static string? Read(Outline outline)
    {
        var head = outline.Head;
        var typeAt = -1;
        for (var i = 0; i < head.Count && typeAt < 0; i++)
        {
            typeAt = DocumentParts.IsTypeLine(head[i]) ? i : -1;
        }

        if (typeAt < 0)
        {
            return Subject(head);
        }

        var parts = new List<string>();
        var typeLine = head[typeAt];
        var after = DocumentTypes.AtStart(typeLine.Canon)!.Value.Length;
        var rest = typeLine.Text[after..].Trim(' ', ':', '-', '.');
        if (rest.Length > 0 && !OfIssuer(typeLine.Canon[after..].TrimStart(' ', ':', '-')))
        {
            parts.Add(rest);
        }

        foreach (var line in head.Skip(typeAt + 1))
        {
            if (line.IsBlank || line.Text.Length > LongestTitleLine || AppendixBuilder.IsNote(line))
            {
                if (parts.Count > 0)
                {
                    break;
                }

                continue;
            }

            var isSentence = parts.Count > 0 && !line.IsUpper && ((line.Text.Length > 120 && line.Text[^1] is '.' or ';' or ':') || IsNarrative(line));
            if (isSentence)
            {
                break;
            }

            if (parts.Count > 0 && IssuerReader.IsMostlyUpper(line.Text) && IssuerReader.StartsAgency(line.Canon))
            {
                break;
            }

            parts.Add(parts.Count == 0 ? WithoutRe(line.Text) : line.Text);
        }

        var title = string.Join(' ', string.Join(' ', parts).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).TrimEnd('.');
        title = IssuerReader.IsMostlyUpper(title) ? title : IssuerBelow().Replace(title, "");
        return title.Length > 0 ? title : null;
    }

    /// <summary>"Thời gian qua, … . …": the paragraph that opens a directive or a resolution, below its title.</summary>
    private static bool IsNarrative(Reading.Line line) => line.Text.Length > ShortestNarrative && line.Text[^1] is '.' or ':'
        && (Array.Exists(NarrativeStarts, s => line.Canon.StartsWith(s, StringComparison.Ordinal)) || line.Text.AsSpan(0, line.Text.Length - 1).Contains(". ", StringComparison.Ordinal));

    private const int ShortestNarrative = 50;

    private static readonly string[] NarrativeStarts =
        ["thời gian qua", "trong thời gian", "trong những năm", "những năm qua", "những năm gần đây", "trong năm", "hiện nay", "năm 20", "năm 19", "từ đầu năm", "trong 6 tháng", "trong 9 tháng", "trước tình hình", "qua ", "để "];

    /// <summary>The issuer below the title, which a copy put into the title's line.</summary>
    [System.Text.RegularExpressions.GeneratedRegex(@"(?<=\P{Lu})\s+\p{L}{2} BAN NHÂN DÂN (?:TỈNH|THÀNH PHỐ|HUYỆN|QUẬN|THỊ XÃ|XÃ|PHƯỜNG)\s[^,;.]{2,40}$", System.Text.RegularExpressions.RegexOptions.None, RegexLimit.Milliseconds)]
    private static partial System.Text.RegularExpressions.Regex IssuerBelow();

    /// <summary>Without the name of a type: the lines in capitals from "VỀ VIỆC …" on.</summary>
    private static string? Subject(IReadOnlyList<Reading.Line> head)
    {
        var lines = head.SkipWhile(l => !(l.IsUpper && l.Canon.StartsWith("về ", StringComparison.Ordinal))).TakeWhile(l => l.IsUpper && !IssuerReader.StartsAgency(l.Canon)).Select(l => l.Text).ToList();
        return lines.Count == 0 ? null : string.Join(' ', lines);
    }

    /// <summary>"QUYẾT ĐỊNH của Ủy ban nhân dân tỉnh": the issuer beside the type is no part of the title.</summary>
    private static bool OfIssuer(string rest) => rest.StartsWith(Of, StringComparison.Ordinal) && IssuerReader.StartsAgency(rest[Of.Length..]);

    private const string Of = "của ";

    private static string WithoutRe(string text) => text.StartsWith("V/v", StringComparison.OrdinalIgnoreCase) ? text[3..].TrimStart(' ', ':') : text;
}
