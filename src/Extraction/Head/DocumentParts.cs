using System.Text.RegularExpressions;
using Plans.Extraction.Catalogues;
using Plans.Extraction.Reading;
using Plans.Extraction.Sections;

namespace Plans.Extraction.Head;

/// <summary>The five stretches of an official document (thể thức: Nghị định 30/2020/NĐ-CP, Điều 8); a decision and the plan it promulgates are two bodies.</summary>
internal sealed partial record DocumentParts(
    IReadOnlyList<Line> Head, IReadOnlyList<Line> Preamble, IReadOnlyList<IReadOnlyList<FlowItem>> Bodies, IReadOnlyList<Line> Signature, IReadOnlyList<FlowItem> Appendices)
{
    private static readonly string[] PreambleStarts =
        ["căn cứ", "thực hiện", "theo ", "xét ", "để ", "nhằm ", "triển khai", "tiếp tục", "ủy ban nhân dân", "ubnd", "sở ", "trên cơ sở", "tiếp theo", "thi hành"];

    private static readonly string[] SignatureStarts =
        ["nơi nhận", "tm. ", "tm . ", "tm.ủy", "kt. ", "t/m ", "tl. ", "q. ", "tuq. ", "thay mặt"];

    public static DocumentParts Of(IReadOnlyList<FlowItem> items)
    {
        var flow = items.SelectMany(AtBars).ToList();
        var firstSection = FirstSection(flow);
        var front = HeadLines.Whole([.. flow.Take(firstSection).OfType<LineItem>().Select(i => i.Line)]);
        var preambleAt = PreambleStart(front);
        var signature = SignatureStart(flow, firstSection);
        if (AttachedPlan(flow, signature) is { } attached)
        {
            return WithAttached(flow, front, preambleAt, firstSection, signature, attached);
        }

        var early = EarlyAppendix(flow, firstSection, signature);
        if (early < signature)
        {
            return new DocumentParts(front[..preambleAt], front[preambleAt..], [[.. flow.Take(early).Skip(firstSection)]], Lines(flow, signature, flow.Count), [.. flow.Take(signature).Skip(early)]);
        }

        var appendix = AppendixStart(flow, signature);
        return new DocumentParts(
            front[..preambleAt],
            front[preambleAt..],
            [[.. flow.Take(signature).Skip(firstSection)]],
            Lines(flow, signature, appendix),
            [.. flow.Skip(appendix)]);
    }

    /// <summary>"Nơi nhận: … | TM. ỦY BAN NHÂN DÂN …": recipients and signature of a copy that wrote the table's row into one line.</summary>
    private static IEnumerable<FlowItem> AtBars(FlowItem item) => item is LineItem { Line: var line } && line.Canon.StartsWith("nơi nhận", StringComparison.Ordinal)
        ? HeadLines.AtBars(line).SelectMany(AtAuthority).Where(piece => piece.Text.Length > 0).Select(piece => new LineItem(piece)) : [item];

    /// <summary>"… Lưu: VT. | TM. ỦY BAN NHÂN DÂN | KT. CHỦ TỊCH PHÓ CHỦ TỊCH …": the signature's lines in one with the recipients'.</summary>
    private static IEnumerable<Line> AtAuthority(Line line)
    {
        var start = 0;
        foreach (Match authority in Authority().Matches(line.Text))
        {
            yield return line.Slice(start, authority.Index).Trim();
            start = authority.Index;
        }

        yield return line.Slice(start, line.Text.Length).Trim();
    }

    [GeneratedRegex(@"(?<=[\s.;])(?:TM|T/M|KT|TL|TUQ)\s?[./]?\s(?=\p{Lu}{2})", RegexOptions.None, RegexLimit.Milliseconds)]
    private static partial Regex Authority();

    /// <summary>A decision promulgates the plan that follows its signature: the plan's sections follow the decision's articles.</summary>
    private static DocumentParts WithAttached(
        IReadOnlyList<FlowItem> flow, List<Line> front, int preambleAt, int firstSection, int signature, (int Type, int Section) attached)
    {
        var second = SignatureStart(flow, attached.Section);
        var appendix = AppendixStart(flow, second);
        return new DocumentParts(
            front[..preambleAt],
            front[preambleAt..],
            [[.. flow.Take(signature).Skip(firstSection)], [.. flow.Take(second).Skip(attached.Section)]],
            [.. Lines(flow, signature, attached.Type), .. Lines(flow, second, appendix)],
            [.. flow.Skip(appendix)]);
    }

    private static IReadOnlyList<Line> Lines(IReadOnlyList<FlowItem> flow, int from, int to) =>
        [.. flow.Take(to).Skip(from).OfType<LineItem>().Select(i => i.Line)];

    /// <summary>The type and the first section of a plan attached after the signature; null where there is none.</summary>
    private static (int Type, int Section)? AttachedPlan(IReadOnlyList<FlowItem> flow, int signature)
    {
        for (var i = signature + 1; i < flow.Count; i++)
        {
            if (flow[i] is LineItem { Line: var line } && (line.IsUpper || IsNoted(flow, i)) && DocumentTypes.AtStart(line.Canon) is { } type && (line.Canon.Length <= type.Length + 2 || IsNoted(flow, i)))
            {
                for (var j = i + 1; j < flow.Count && !IsAppendixLabel(flow[j]); j++)
                {
                    if (flow[j] is LineItem { Line: var next } && Numbering.Of(next) is { Ordinal: 1, Depth: 1 } number && number.Style != NumberStyle.Letter)
                    {
                        return (i, j);
                    }
                }
            }
        }

        return null;
    }

    /// <summary>"KẾ HOẠCH QUỐC GIA …" with "(Ban hành kèm theo Quyết định …)" below it.</summary>
    private static bool IsNoted(IReadOnlyList<FlowItem> flow, int at) =>
        flow.Skip(at + 1).Take(4).OfType<LineItem>().Any(i => AppendixBuilder.IsNote(i.Line) && i.Line.Canon.Contains("ban hành", StringComparison.Ordinal));

    private static bool IsAppendixLabel(FlowItem item) => item is TableItem || (item is LineItem { Line: var line } && AppendixBuilder.IsLabel(line));

    /// <summary>The first line with a number that opens a section: the first of its series, after the title. A copy of some pages begins with any number.</summary>
    private static int FirstSection(IReadOnlyList<FlowItem> flow)
    {
        var first = FirstSection(flow, n => n is { Ordinal: 1, Depth: 1 });
        var chapter = FirstSection(flow, n => n is { Style: NumberStyle.Roman, Ordinal: > 1 });
        var start = first < flow.Count ? Math.Min(first, chapter) : FirstSection(flow, _ => true);
        var appendix = flow.TakeWhile(item => item is not LineItem { Line: { IsUpper: true } line } || !AppendixBuilder.IsLabel(line)).Count();
        return Math.Min(start, appendix);
    }

    private static int FirstSection(IReadOnlyList<FlowItem> flow, Func<LineNumber, bool> mayOpen)
    {
        var seenType = !flow.OfType<LineItem>().Any(i => IsTypeLine(i.Line));
        for (var i = 0; i < flow.Count; i++)
        {
            if (flow[i] is not LineItem { Line: var line })
            {
                continue;
            }

            seenType |= IsTypeLine(line);
            if (seenType && Numbering.Of(line) is { } number && mayOpen(number) && number.Style != NumberStyle.Letter && !line.Canon.StartsWith("số", StringComparison.Ordinal) && !line.Canon.StartsWith("v/v", StringComparison.Ordinal))
            {
                return i;
            }
        }

        return flow.Count;
    }

    /// <summary>A line that is the name of a type of document and hardly more: "KẾ HOẠCH".</summary>
    internal static bool IsTypeLine(Line line) =>
        DocumentTypes.AtStart(line.Canon) is { } type && (line.Canon.Length <= type.Length + 2 || (line.Text.Length >= type.Length && line.Slice(0, type.Length).IsUpper));

    private static int PreambleStart(List<Line> front)
    {
        var typeAt = front.FindIndex(IsTypeLine);
        typeAt = front.Take(Math.Max(typeAt, 0)).Any(l => l.Canon.StartsWith("căn cứ", StringComparison.Ordinal)) ? -1 : typeAt;
        var titleAt = Math.Max(typeAt, front.FindLastIndex(IsMotto)) + 1;
        for (var i = titleAt; i < front.Count; i++)
        {
            var line = front[i];
            var looksLikeTitle = i == titleAt && typeAt >= 0 && front[typeAt].Canon.Length <= 30;
            if (i > titleAt && PreambleWithin().IsMatch(line.Text))
            {
                return i;
            }

            if (PreambleStarts.Any(s => line.Canon.StartsWith(s, StringComparison.Ordinal)) && !line.IsUpper && (!looksLikeTitle || EndsLikePreamble(line)))
            {
                return i;
            }
        }

        return front.Count;
    }

    /// <summary>A paragraph on how things stand whose later sentence cites what the document carries out.</summary>
    [GeneratedRegex(@"[.;] (?:Thực hiện|Căn cứ|Triển khai|Thi hành) (?:Luật|Nghị quyết|Nghị định|Quyết định|Chỉ thị|Chương trình|Kế hoạch|Công văn|Công điện|Kết luận|Thông tư|Đề án)\s", RegexOptions.None, RegexLimit.Milliseconds)]
    private static partial Regex PreambleWithin();

    private static bool IsMotto(Line line) => line.Canon.Contains("độc lập - tự do", StringComparison.Ordinal) || line.Canon.Contains("cộng hòa xã hội chủ nghĩa", StringComparison.Ordinal);

    private static bool EndsLikePreamble(Line line) =>
        line.Canon.StartsWith("căn cứ", StringComparison.Ordinal) || line.Text[^1] is ';' or '.' or ':' && line.Text.Length > 60;

    /// <summary>Where the recipients or the signature begin, after the last section.</summary>
    private static int SignatureStart(IReadOnlyList<FlowItem> flow, int firstSection)
    {
        for (var i = firstSection; i < flow.Count; i++)
        {
            if (flow[i] is LineItem { Line: var line } && (IsSignature(line) || IsRoleAlone(line, flow, i)))
            {
                return i;
            }
        }

        return LabelledAppendix(flow, firstSection);
    }

    /// <summary>An appendix that stands before the signature: its label alone in a line, in capitals.</summary>
    private static int EarlyAppendix(IReadOnlyList<FlowItem> flow, int from, int signature)
    {
        for (var i = from; i < signature; i++)
        {
            if (flow[i] is LineItem { Line: { IsUpper: true } line } && line.Text.Length < LongestLabel && AppendixBuilder.IsLabel(line))
            {
                return i;
            }
        }

        return signature;
    }

    private const int LongestLabel = 30;

    /// <summary>Without a signature only a label tells an appendix: a table may stand in the body.</summary>
    private static int LabelledAppendix(IReadOnlyList<FlowItem> flow, int from)
    {
        for (var i = from; i < flow.Count; i++)
        {
            if (flow[i] is LineItem { Line: var line } && AppendixBuilder.IsLabel(line) && (line.IsUpper || line.Text.Length < 30))
            {
                return TitleBefore(flow, i, from);
            }
        }

        return flow.Count;
    }

    internal static bool IsSignature(Line line) =>
        (line.Text.Length < 120 || line.Canon.StartsWith("nơi nhận", StringComparison.Ordinal)) && (line.Canon.StartsWith("nơi nhận", StringComparison.Ordinal) || line.IsUpper || line.Canon.StartsWith("tm", StringComparison.Ordinal)) && SignatureStarts.Any(s => line.Canon.StartsWith(s, StringComparison.Ordinal));

    /// <summary>A role in capitals just before the recipients: "GIÁM ĐỐC".</summary>
    private static bool IsRoleAlone(Line line, IReadOnlyList<FlowItem> flow, int at) =>
        line.IsUpper && line.Text.Length < 40 && Signers.IsRole(line.Canon)
        && (flow.Skip(at + 1).Take(2).OfType<LineItem>().Any(n => IsSignature(n.Line))
            || (flow.ElementAtOrDefault(at + 1) is LineItem { Line: var name } && Signers.IsName(name) && flow.Count - at <= MostSignatureLines));

    /// <summary>What may follow a role without "TM." at the end of a document: the name, notes of recipients.</summary>
    private const int MostSignatureLines = 8;

    /// <summary>The first appendix after the signature: its label, a title in capitals before a table, or a table itself.</summary>
    private static int AppendixStart(IReadOnlyList<FlowItem> flow, int from)
    {
        for (var i = from; i < flow.Count; i++)
        {
            if (flow[i] is TableItem)
            {
                return TitleBefore(flow, i, from);
            }

            if (flow[i] is LineItem { Line: var line } && AppendixBuilder.IsLabel(line))
            {
                return TitleBefore(flow, i, from);
            }
        }

        return flow.Count;
    }

    /// <summary>Steps back over the title lines that stand before an appendix's label or table.</summary>
    private static int TitleBefore(IReadOnlyList<FlowItem> flow, int at, int from)
    {
        var start = at;
        for (var i = at - 1; i > from && at - i <= 6; i--)
        {
            if (flow[i] is not LineItem { Line: var line } || line.Text.StartsWith('-') || IsSignature(line))
            {
                break;
            }

            if (AppendixBuilder.IsTitle(line) && !Signers.IsRole(line.Canon))
            {
                start = i;
            }
            else if (!AppendixBuilder.IsNote(line))
            {
                break;
            }
        }

        return start;
    }
}
