using System.Buffers;
using System.Text.RegularExpressions;
using Plans.Extraction.Language;
using Plans.Extraction.Reading;
using Plans.Extraction.Sections;

namespace Plans.Extraction.Audit;

/// <summary>appendix-missing: the text says that an appendix or form is attached and the file does not hold it.</summary>
internal static partial class AppendixCheck
{
    [GeneratedRegex(@"\(\s*(?:có|kèm theo|theo|chi tiết|cụ thể|danh mục|xem|nội dung|đính kèm)?[^()]{0,80}?(?<what>phụ lục|biểu mẫu|biểu|phụ biểu|bảng|mẫu|danh mục|danh sách)(?:\s+(?:số\s+)?(?<n>[\divx]{1,4}))?[^()]{0,60}?(?:kèm|đính)[^()]{0,40}\)|\(\s*(?:chi tiết |cụ thể )?(?:có |kèm theo |theo |tại |xem |mẫu |biểu mẫu )+(?:(?:chi tiết|cụ thể) )?(?:tại |theo )?(?<what>phụ lục|biểu|phụ biểu|bảng|danh mục)(?:\s+(?:số\s+)?(?<n>[\divx]{1,4}))?\s*\)|\(\s*(?:có |chi tiết )?(?:kèm theo|đính kèm)\s(?:tại |theo )?(?<what>phụ lục|phụ biểu|biểu mẫu|mẫu biểu|biểu)(?:\s+(?:số\s+)?(?<n>[\divx]{1,4}))?[^()]{0,80}\)|(?:theo|tại|trong)\s+(?<what>phụ lục|phụ biểu|biểu mẫu|mẫu biểu|biểu|mẫu|bảng|danh mục)(?:\s+(?:số\s+)?(?<n>[\divx]{1,4}))?\s+(?:đính kèm|kèm theo|ban hành kèm theo)|(?<what>phụ lục|phụ biểu)(?:\s+(?:số\s+)?(?<n>[\divx]{1,4}))?\s[^.;()]{3,100}?\s(?:đính kèm|kèm theo|ban hành kèm theo)\s(?:nghị quyết|kế hoạch|quyết định|chương trình|đề án|chỉ thị) này", RegexOptions.None, RegexLimit.Milliseconds)]
    private static partial Regex Mention();

    private static readonly SearchValues<string> Kinds = SearchValues.Create(["phụ lục", "biểu", "bảng", "mẫu", "danh mục", "danh sách"], StringComparison.Ordinal);

    public static IEnumerable<Finding> Check(Outline outline, SpanMaker spans)
    {
        var appendices = outline.Roots.Where(r => r.Kind == SectionKind.Appendix).ToList();
        var labels = appendices.Select(a => Named().Match(Canon.Form(spans.Text[a.Start..Math.Min(spans.Text.Length, a.Start + 60)]))).Where(m => m is { Success: true, Index: < 3 })
            .Select(m => (What: m.Groups["what"].Value, Number: Number(m.Groups["n"].Value))).ToList();
        var plain = appendices.Where(a => Plain().IsMatch(Canon.Form(spans.Text[a.Start..Math.Min(spans.Text.Length, a.Start + 60)]))).Select(a => a.Path).ToHashSet();
        var seen = new HashSet<string>();
        var mentions = 0;
        foreach (var line in Lines(outline).Where(l => l.Canon.AsSpan().ContainsAny(Kinds)))
        {
            foreach (Match match in Mention().Matches(line.Canon))
            {
                var named = Named().Matches(match.Value).LastOrDefault();
                var what = named?.Groups["what"].Value ?? match.Groups["what"].Value;
                var number = Number(named?.Groups["n"].Value ?? match.Groups["n"].Value);
                if (!seen.Add(what + number) || line.Canon.Contains("kèm theo kế hoạch số", StringComparison.Ordinal))
                {
                    continue;
                }

                mentions++;
                if (IsHeld(appendices, labels, outline, what, number, mentions, plain))
                {
                    continue;
                }

                var quote = line.Slice(match.Index, match.Index + match.Length);
                yield return new Finding("appendix-missing", $"Văn bản nêu \"{quote.Text}\" nhưng tệp không có phần đó.", quote.Text, spans.Of(quote));
            }
        }
    }

    [GeneratedRegex(@"(?<what>phụ lục|phụ biểu|biểu mẫu|mẫu biểu|biểu|mẫu|bảng)\s+(?:số\s+)?(?<n>\d{1,2}|[ivx]{1,4})(?![\p{L}\d])", RegexOptions.None, RegexLimit.Milliseconds)]
    private static partial Regex Named();

    /// <summary>An appendix without a number of its own.</summary>
    [GeneratedRegex(@"^phụ lục\s*(?!\s*(?:số\s*)?(?:\d|[ivx]+(?!\p{L})))", RegexOptions.None, RegexLimit.Milliseconds)]
    private static partial Regex Plain();

    private static IEnumerable<Line> Lines(Outline outline) => outline.Roots.Where(r => r.Kind != SectionKind.Appendix)
        .SelectMany(All).SelectMany(s => (s.Heading is { } h ? [h] : Array.Empty<Line>()).Concat(s.Units.Select(u => u.Body)));

    private static IEnumerable<SectionNode> All(SectionNode node) => node.Children.SelectMany(All).Prepend(node);

    /// <summary>Held where an appendix bears its number, or, where appendices bear none, where there are as many as were named.</summary>
    private static bool IsHeld(List<SectionNode> appendices, List<(string What, string Number)> labels, Outline outline, string what, string number, int mentions, HashSet<string> plain)
    {
        if (appendices.Count == 0)
        {
            return number.Length == 0 && what is "bảng" or "danh mục" && outline.All().Any(s => s.Tables.Count > 0);
        }

        if (IsBlankForm(what) && number.Length > 0 && appendices.TrueForAll(a => plain.Contains(a.Path)))
        {
            return false;
        }

        var sameKind = labels.Where(l => IsForm(l.What) == IsForm(what)).ToList();
        if (number.Length > 0 && labels.Count > 0)
        {
            return sameKind.Any(l => l.Number == number) || (sameKind.Count == 0 && !IsForm(what) && labels.Count < appendices.Count);
        }

        return number.Length == 0 ? mentions <= appendices.Count : int.TryParse(number, out var n) && n <= appendices.Count;
    }

    /// <summary>A numbered form to report on is not held by an unnumbered "PHỤ LỤC".</summary>
    private static bool IsBlankForm(string what) => what is "biểu mẫu" or "mẫu biểu" or "mẫu";

    /// <summary>Forms and lists to be filled in, beside appendices proper.</summary>
    private static bool IsForm(string what) => what is not ("phụ lục" or "phụ biểu");

    private static string Number(string printed) => printed.Length == 0 ? "" : char.IsDigit(printed[0]) ? printed.TrimStart('0')
        : Numbering.FromRoman(printed.ToUpperInvariant()).ToString(System.Globalization.CultureInfo.InvariantCulture);
}
