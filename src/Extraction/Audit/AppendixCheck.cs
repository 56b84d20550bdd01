using System.Text.RegularExpressions;
using Plans.Extraction.Reading;
using Plans.Extraction.Sections;

namespace Plans.Extraction.Audit;

/// <summary>appendix-missing: the text says that an appendix or form is attached and the file does not hold it.</summary>
internal static partial class AppendixCheck
{
    [GeneratedRegex(@"\(\s*(?:có|kèm theo|theo|chi tiết|cụ thể|danh mục|xem|nội dung|đính kèm)?[^()]{0,80}?(?<what>phụ lục|biểu mẫu|biểu|phụ biểu|bảng|mẫu|danh mục|danh sách)(?:\s+(?:số\s+)?(?<n>[\divx]{1,4}))?[^()]{0,60}?(?:kèm|đính)[^()]{0,40}\)|\(\s*(?:chi tiết |cụ thể )?(?:có |kèm theo |theo |tại |xem |mẫu |biểu mẫu )+(?:(?:chi tiết|cụ thể) )?(?:tại |theo )?(?<what>phụ lục|biểu|phụ biểu|bảng|danh mục)(?:\s+(?:số\s+)?(?<n>[\divx]{1,4}))?\s*\)|(?:theo|tại|trong)\s+(?<what>phụ lục|phụ biểu|biểu)(?:\s+(?:số\s+)?(?<n>[\divx]{1,4}))?\s+(?:đính kèm|kèm theo|ban hành kèm theo)", RegexOptions.None, 1000)]
    private static partial Regex Mention();

    public static IEnumerable<Finding> Check(Outline outline, SpanMaker spans)
    {
        var appendices = outline.Roots.Where(r => r.Kind == SectionKind.Appendix).ToList();
        var seen = new HashSet<string>();
        var mentions = 0;
        foreach (var line in Lines(outline))
        {
            foreach (Match match in Mention().Matches(line.Canon))
            {
                var number = Number(match.Groups["n"].Value);
                if (!seen.Add(match.Groups["what"].Value + number) || line.Canon.Contains("kèm theo kế hoạch số", StringComparison.Ordinal))
                {
                    continue;
                }

                mentions++;
                if (IsHeld(appendices, outline, match.Groups["what"].Value, number, mentions))
                {
                    continue;
                }

                var quote = line.Slice(match.Index, match.Index + match.Length);
                yield return new Finding("appendix-missing", $"Văn bản nêu \"{quote.Text}\" nhưng tệp không có phần đó.", quote.Text, spans.Of(quote));
            }
        }
    }

    private static IEnumerable<Line> Lines(Outline outline) => outline.Roots.Where(r => r.Kind != SectionKind.Appendix)
        .SelectMany(All).SelectMany(s => (s.Heading is { } h ? [h] : Array.Empty<Line>()).Concat(s.Units.Select(u => u.Body)));

    private static IEnumerable<SectionNode> All(SectionNode node) => node.Children.SelectMany(All).Prepend(node);

    /// <summary>Held where an appendix bears its number, or, where appendices bear none, where there are as many as were named.</summary>
    private static bool IsHeld(List<SectionNode> appendices, Outline outline, string what, string number, int mentions)
    {
        if (appendices.Count == 0)
        {
            return number.Length == 0 && what is "bảng" or "danh mục" && outline.All().Any(s => s.Tables.Count > 0);
        }

        return number.Length == 0 ? mentions <= appendices.Count : int.TryParse(number, out var n) && n <= appendices.Count;
    }

    private static string Number(string printed) => printed.Length == 0 ? "" : char.IsDigit(printed[0]) ? printed.TrimStart('0')
        : Numbering.FromRoman(printed.ToUpperInvariant()).ToString(System.Globalization.CultureInfo.InvariantCulture);
}
