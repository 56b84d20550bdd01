using System.Text.RegularExpressions;
using Plans.Extraction.Catalogues;
using Plans.Extraction.Language;
using Plans.Extraction.Reading;
using Plans.Extraction.Sections;

namespace Plans.Extraction.Head;

/// <summary>Reads the head of a document (thể thức: Nghị định 30/2020/NĐ-CP, Phụ lục I, II.1–II.5).</summary>
internal static partial class HeadReader
{
    [GeneratedRegex(@"(?:^|\s)[Ss][Ốố]\s?:?\s*(?<n>[\d\s.…_]*[a-z]?(?:\s?/\s?(?:19|20)\d{2})?\s?[-/]\s?[A-ZĐƯ][\p{L}&]*\d*(?:\s?[-/.]\s?[A-ZĐƯ][\p{L}\d&]*)*)", RegexOptions.None, RegexLimit.Milliseconds)]
    private static partial Regex NumberPattern();

    [GeneratedRegex(@"(?<place>\p{Lu}[\p{L}\s.'-]{1,40}?)\s*,\s*(?=ngày|Ngày)", RegexOptions.None, RegexLimit.Milliseconds)]
    private static partial Regex PlacePattern();

    [GeneratedRegex(@"kèm theo (?<type>[\p{L}\s]+?) số\s*:?\s*(?<n>\d[\d\s]*[-/][^\s]*(?:\s?-\s?[^\s]+)?)", RegexOptions.IgnoreCase, RegexLimit.Milliseconds)]
    private static partial Regex NotePattern();

    /// <summary>"TP.Cần Thơ" is Cần Thơ; "TP. Hồ Chí Minh" has no other name.</summary>
    [GeneratedRegex(@"^T\.?P\.?\s*(?!Hồ|HCM)(?=\p{Lu})", RegexOptions.IgnoreCase, RegexLimit.Milliseconds)]
    private static partial Regex CityPrefix();

    public static DocumentFields Read(Outline outline, string text)
    {
        var head = outline.Head.Concat(outline.Preamble).Take(40).ToList();
        var number = Number(outline.Head);
        var type = Type(outline.Head) ?? (number is null ? null : DocumentTypes.OfSymbol(number));
        var date = Date(outline.Head);
        var note = AppendixNote(outline);
        var title = TitleReader.Read(outline);
        var issuer = IssuerReader.Read(outline, note?.Text);
        var isoDate = date?.Iso ?? (note is null ? null : NoteDate(note));
        var place = date is null ? null : Place(outline.Head);
        var province = ProvinceOf(issuer, place, outline, text);
        var (signer, role) = Signers.Of(outline.Signature);
        return new DocumentFields
        {
            Type = type,
            Number = number ?? (outline.Head.TakeWhile(l => !DocumentParts.IsTypeLine(l)).Any(l => NumberPattern().IsMatch(l.Text)) || note is null ? null : NoteNumber(note)),
            Date = isoDate,
            Issuer = Completed(issuer, province, isoDate),
            Province = province,
            Place = place,
            Title = title,
            Period = PeriodReader.Read(title, isoDate),
            Signer = signer,
            SignerRole = role,
        };
    }

    /// <summary>"ỦY BAN NHÂN DÂN" alone, its second line lost, is the province's.</summary>
    private static string? Completed(string? issuer, string? province, string? date) =>
        issuer is not null && province is not null && Canon.Form(issuer) is "ủy ban nhân dân" or "hội đồng nhân dân" && Provinces.At(province, date ?? "2020") is { } place
            ? $"{issuer} {(province.StartsWith(place.Status, StringComparison.OrdinalIgnoreCase) ? "" : place.Status + " ")}{province}" : issuer;

    private static string? Type(IReadOnlyList<Line> head)
    {
        foreach (var line in head.Where(DocumentParts.IsTypeLine))
        {
            return DocumentTypes.AtStart(line.Canon)!.Value.Name;
        }

        return null;
    }

    /// <summary>The number and symbol without blanks; null where the digits are blank ("Số:      /KH-UBND").</summary>
    private static string? Number(IReadOnlyList<Line> head)
    {
        foreach (var line in head)
        {
            if (NumberPattern().Match(line.Text) is { Success: true } match && IsOwn(line, match.Index))
            {
                var number = string.Concat(match.Groups["n"].Value.Where(c => !char.IsWhiteSpace(c) && c is not ('…' or '_')));
                number = number.TrimStart('.');
                return number.Length > 0 && char.IsDigit(number[0]) ? number : null;
            }

            if (DocumentParts.IsTypeLine(line))
            {
                break;
            }
        }

        return null;
    }

    /// <summary>The document's number begins its line, or stands beside the motto or a name in capitals, not within a sentence.</summary>
    private static bool IsOwn(Line line, int at) => line.Text[..at].Trim() is var before && (before.Length == 0 || line.Canon.Contains("độc lập", StringComparison.Ordinal)
        || IssuerReader.StartsAgency(line.Canon));

    private static DateToken? Date(IReadOnlyList<Line> head)
    {
        foreach (var line in head)
        {
            var at = line.Canon.IndexOf("ngày", StringComparison.Ordinal);
            if (at >= 0 && line.Text.Length < 160 && !AppendixBuilder.IsNote(line) && DateGrammar.Find(line.Canon[at..]).FirstOrDefault() is { } date)
            {
                return date;
            }

            if (DocumentParts.IsTypeLine(line))
            {
                break;
            }
        }

        return null;
    }

    private static string? Place(IReadOnlyList<Line> head)
    {
        foreach (var line in head)
        {
            if (PlacePattern().Match(line.Text) is { Success: true } match)
            {
                var words = match.Groups["place"].Value.Trim();
                var afterSymbol = words.LastIndexOf("  ", StringComparison.Ordinal);
                var place = afterSymbol >= 0 ? words[(afterSymbol + 2)..].Trim() : words;
                var symbolEnd = NumberPattern().Match(line.Text);
                if (symbolEnd.Success && symbolEnd.Index + symbolEnd.Length > match.Index)
                {
                    place = line.Text[(symbolEnd.Index + symbolEnd.Length)..line.Text.IndexOf(',', symbolEnd.Index + symbolEnd.Length)].Trim();
                }

                place = CityPrefix().Replace(place, "");
                return place.Length > 0 ? place : null;
            }
        }

        return null;
    }

    /// <summary>"(Kèm theo Kế hoạch số … ngày … của …)" above an appendix: it repeats the head where the copy has none.</summary>
    private static Line? AppendixNote(Outline outline) => outline.All().Where(s => s.Kind == SectionKind.Appendix)
        .SelectMany(s => s.Notes).FirstOrDefault(n => NotePattern().IsMatch(n.Text));

    private static string? NoteNumber(Line note)
    {
        var match = Citations.CitationGrammar.Find(note.Text, note.Canon).FirstOrDefault();
        return match?.Number;
    }

    private static string? NoteDate(Line note) => DateGrammar.Find(note.Canon).FirstOrDefault()?.Iso;

    private static string? ProvinceOf(string? issuer, string? place, Outline outline, string text)
    {
        var front = Canon.Form(string.Join('\n', outline.Head.Select(l => l.Text)));
        var hasNoHead = issuer is null && outline.Head.Count == 0 && outline.Preamble.Count == 0;
        if (hasNoHead || (issuer is not null && IssuerReader.IsCentral(issuer)))
        {
            return null;
        }

        return (issuer is null ? null : Provinces.NamedIn(Canon.Form(issuer)))
            ?? FromHead(outline.Head)
            ?? (place is null ? null : Provinces.NamedIn(Canon.Form(place)))
            ?? Provinces.MostNamedIn(Canon.Form(text[..Math.Min(text.Length, 60_000)])) ?? Provinces.NamedIn(front);
    }

    /// <summary>The superior agency stands above the issuer: "UBND TỈNH …".</summary>
    private static string? FromHead(IReadOnlyList<Line> head)
    {
        foreach (var line in head.TakeWhile(l => !DocumentParts.IsTypeLine(l)))
        {
            if (line.IsUpper && !line.Canon.Contains("cộng hòa", StringComparison.Ordinal) && Provinces.NamedIn(line.Canon) is { } province)
            {
                return province;
            }
        }

        return null;
    }
}
