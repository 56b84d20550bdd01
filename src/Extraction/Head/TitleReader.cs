using Plans.Extraction.Catalogues;
using Plans.Extraction.Sections;

namespace Plans.Extraction.Head;

/// <summary>The trích yếu: the lines under (or after) the name of the type.</summary>
internal static class TitleReader
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

            var isSentence = parts.Count > 0 && !line.IsUpper && line.Text.Length > 120 && line.Text[^1] is '.' or ';' or ':';
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
        return title.Length > 0 ? title : null;
    }

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
