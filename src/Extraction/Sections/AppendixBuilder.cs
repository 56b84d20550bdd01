using System.Text.RegularExpressions;
using Plans.Extraction.Reading;

namespace Plans.Extraction.Sections;

/// <summary>Appendices (phụ lục, biểu): what follows the signature, PL1, PL2 … in document order.</summary>
internal static partial class AppendixBuilder
{
    [GeneratedRegex(@"^(?:phụ\s+lục|phụ\s+biểu|biểu(?:\s+mẫu)?|mẫu|bảng)(?:\s+(?:số\s*)?[\divxo]{1,4}[a-z]?)?(?=$|[\s.:/(-])", RegexOptions.None, RegexLimit.Milliseconds)]
    private static partial Regex LabelPattern();

    [GeneratedRegex(@"^\(?\s*(?:ban hành\s+)?kèm theo|^\(\s*ban hành theo|^\(?\s*đính kèm", RegexOptions.None, RegexLimit.Milliseconds)]
    private static partial Regex NotePattern();

    /// <summary>"PHỤ LỤC I", "Phụ biểu 02", "BIỂU SỐ 1: …".</summary>
    public static bool IsLabel(Line line) => LabelPattern().IsMatch(line.Canon) && line.Text.Length < 200 && !line.Text.EndsWith(';')
        && (char.IsUpper(line.Text[0]));

    /// <summary>A title in capitals.</summary>
    public static bool IsTitle(Line line) => line.IsUpper && line.Text.Length > 8 && !line.Text.StartsWith('-') && Numbering.Of(line) is null;

    /// <summary>"(Kèm theo Kế hoạch số … ngày … của …)".</summary>
    public static bool IsNote(Line line) => NotePattern().IsMatch(line.Canon);

    public static void AddTo(List<SectionNode> roots, IReadOnlyList<FlowItem> flow)
    {
        SectionNode? appendix = null;
        OutlineBuilder? inner = null;
        var titles = new List<Line>();
        var hasContent = false;
        foreach (var item in flow)
        {
            if (item is LineItem { Line: var line } && (IsLabel(line) || IsTitle(line) || (!hasContent && IsNote(line))))
            {
                var opens = appendix is null || (hasContent && (IsLabel(line) || IsTitle(line)));
                if (opens)
                {
                    Close(appendix, titles);
                    appendix = Open(roots, line);
                    inner = new OutlineBuilder(appendix);
                    titles = [];
                    hasContent = false;
                }

                titles.Add(line);
                if (IsNote(line))
                {
                    appendix!.Notes.Add(line);
                }

                appendix!.End = line.End;
                continue;
            }

            if (appendix is null)
            {
                if (item is not TableItem)
                {
                    continue;
                }

                appendix = Open(roots, item);
                inner = new OutlineBuilder(appendix);
            }

            inner!.Add(item);
            hasContent |= item is TableItem || item is LineItem { Line.Text.Length: > 60 };
        }

        Close(appendix, titles);
    }

    private static SectionNode Open(List<SectionNode> roots, Line line) => Open(roots, line.Start, line.Page);

    private static SectionNode Open(List<SectionNode> roots, FlowItem item) => Open(roots, item.Start, item.Page);

    private static SectionNode Open(List<SectionNode> roots, int start, int page)
    {
        var number = roots.Count(r => r.Kind == SectionKind.Appendix) + 1;
        var label = "PL" + number.ToString(System.Globalization.CultureInfo.InvariantCulture);
        var node = new SectionNode(label, label, NumberStyle.Part, 1, null) { Start = start, Page = page, End = start, Kind = SectionKind.Appendix };
        roots.Add(node);
        return node;
    }

    /// <summary>"BIỂU SỐ 02" is a label; "BẢNG PHÂN CÔNG NHIỆM VỤ" below a label is a title.</summary>
    private const int LongestLabel = 18;

    /// <summary>The heading is the title under the label; the label itself where there is no title.</summary>
    private static void Close(SectionNode? appendix, List<Line> titles)
    {
        if (appendix is null)
        {
            return;
        }

        var title = titles.FirstOrDefault(t => IsTitle(t) && !IsLabel(t)) ?? titles.Skip(1).FirstOrDefault(t => IsTitle(t) && t.Text.Length > LongestLabel)
            ?? titles.FirstOrDefault(IsLabel);
        appendix.Heading = title;
    }
}
