using System.Text.RegularExpressions;
using Plans.Extraction.Catalogues;
using Plans.Extraction.Learning.Headings;
using Plans.Extraction.Reading;

namespace Plans.Extraction.Sections;

/// <summary>
/// Tells what a numbered line is: a heading with content under it, a heading run in before a colon, or a paragraph without heading.
/// </summary>
internal static partial class Headings
{
    private const int LongestRunIn = 260;
    private const int LongestSentence = 260;

    /// <summary>An article has a short heading ("Điều 2. Tổ chức thực hiện") or is a paragraph.</summary>
    private const int LongestArticleHeading = 100;

    private static readonly string[] OpenEnds = ["như", "gồm", "bao gồm", "là", "sau", "như sau", "cụ thể", "trong đó", "gồm có"];

    public static void Resolve(IEnumerable<SectionNode> roots)
    {
        SectionNode? elder = null;
        foreach (var node in roots)
        {
            Resolve(node);
            var goesOn = node is { Heading: null, Kind: SectionKind.Other, Parent: null } && elder is { Kind: SectionKind.Implementation } && elder.Style == node.Style && (node.Style == NumberStyle.Arabic || (node.Style == NumberStyle.Article && NamesActing(node)));
            node.Kind = goesOn ? SectionKind.Implementation : node.Kind;
            elder = node;
        }
    }

    /// <summary>"Điều 3. Chánh Văn phòng, Giám đốc các sở … chịu trách nhiệm thi hành".</summary>
    private static bool NamesActing(SectionNode node) => node.Units.Count > 0 && Assignments.AgencySections.Named(node, node.Units[0].Body) is { StartsWithAction: true };

    private static void Resolve(SectionNode node)
    {
        if (node.Heading is { Text.Length: 0 })
        {
            TakeNextLine(node);
        }
        else if (node.Heading is { } line && node.Kind != SectionKind.Appendix)
        {
            Split(node, line);
        }

        node.Kind = Kind(node);
        Resolve(node.Children);
    }

    /// <summary>"PHẦN THỨ NHẤT" stands alone; its heading is the line below.</summary>
    private static void TakeNextLine(SectionNode node)
    {
        var isHeading = node.Units.Count > 0 && !node.Units[0].IsBullet
            && (node.Style != NumberStyle.Article || (node.Units[0].Body.Text.Length <= LongestArticleHeading && !node.Units[0].Body.Text.EndsWith('.')));
        node.Heading = isHeading ? Clean(node.Units[0].Body) : null;
        if (node.Heading is not null)
        {
            node.Units.RemoveAt(0);
        }
    }

    private static SectionKind Kind(SectionNode node)
    {
        if (node.Kind == SectionKind.Appendix || node.IsAppendix)
        {
            return SectionKind.Appendix;
        }

        var isTop = node.Parent is null || node.Style < NumberStyle.Arabic;
        var own = node.Heading is { } heading && (node.Style != NumberStyle.Article || heading.Text.Length <= LongestArticleHeading) ? SectionKinds.Of(heading.Canon, isTop) : null;
        var above = node.Parent?.Kind ?? SectionKind.Other;
        var isAgency = (own is not null || above == SectionKind.Other) && node.Heading is { } name && NamesBody(name.Canon) && Assignments.AgencySections.Agencies(name).Count > 0;
        var kind = isAgency ? above : own ?? above;
        if (kind != SectionKind.Other || node.Heading is not { } line)
        {
            return kind;
        }

        return isAgency ? SectionKind.Implementation
            : own is null && node.Parent is null && node.Style != NumberStyle.Article ? HeadingKinds.Of(line.Canon) ?? kind
            : kind;
    }

    /// <summary>"Các sở, ngành" names bodies; "Các hoạt động chủ yếu" does not.</summary>
    private static bool NamesBody(string heading) => !heading.StartsWith(Several, StringComparison.Ordinal)
        || AgencyWords.Heads.LengthAt(heading, Several.Length) > 0 || AgencyWords.Levels.LengthAt(heading, Several.Length) > 0;

    private const string Several = "các ";

    private static void Split(SectionNode node, Line line)
    {
        var text = line.Text.TrimEnd();
        var colon = RunInColon(line);
        var hasContent = node.Units.Count > 0 || node.Children.Count > 0 || node.Tables.Count > 0;
        if (colon > 0)
        {
            node.Heading = Clean(line.Slice(0, colon));
            node.Units.Insert(0, new Unit(line.Slice(colon + 1, line.Text.Length).Trim(), '\0'));
            return;
        }

        var isSentence = text.Length > 0 && text[^1] is '.' or ';' && !text.EndsWith("...", StringComparison.Ordinal);
        var isArticle = node.Style == NumberStyle.Article && node.Children.Count == 0 && text.Length > LongestArticleHeading;
        var isOneShortSentence = isSentence && !isArticle && text.Length <= LongestSentence && !text.AsSpan(0, text.Length - 1).Contains(". ", StringComparison.Ordinal);
        if (hasContent && !isArticle && !OnlyAssignments(node) && (!isSentence || isOneShortSentence) && text.Length <= 600)
        {
            node.Heading = Clean(line);
            return;
        }

        if (!isSentence && text.Length > 0 && text.Length <= 160 && (line.IsUpper || node.Style is NumberStyle.Part or NumberStyle.Capital or NumberStyle.Roman))
        {
            node.Heading = Clean(line);
            return;
        }

        node.Heading = null;
        if (line.Text.Length > 0)
        {
            node.Units.Insert(0, new Unit(line, '\0'));
        }
    }

    /// <summary>Where a heading run in before its text ends; -1 where there is none.</summary>
    private static int RunInColon(Line line)
    {
        var colon = line.Text.IndexOf(':');
        if (colon <= 0 || colon > LongestRunIn || colon >= line.Text.TrimEnd().Length - 1)
        {
            return -1;
        }

        var head = line.Canon[..colon].TrimEnd();
        var nextIsDigitTime = char.IsDigit(line.Text[colon + 1]);
        var hasSentenceEnd = head.Contains(". ", StringComparison.Ordinal) || head.Contains("; ", StringComparison.Ordinal);
        var isInBrackets = head.LastIndexOf('(') > head.LastIndexOf(')');
        return nextIsDigitTime || hasSentenceEnd || isInBrackets || OpenEnds.Any(e => head.EndsWith(" " + e, StringComparison.Ordinal)) || IsLabelOnly(line, colon) || IsNumberedLabel(line, head) ? -1 : colon;
    }

    /// <summary>"Các sở: Nội vụ, Tài chính …": the colon opens a list inside a name.</summary>
    private static bool IsLabelOnly(Line line, int colon) =>
        line.Canon[..colon].TrimEnd() is var head && (head is "các sở" or "sở" or "các phòng" or "ủy ban nhân dân các huyện" or "ubnd các huyện"
        || (Array.Exists(Plurals, p => head.EndsWith(p, StringComparison.Ordinal)) && Fields(line.Canon, colon + 1) is var end && end > colon + 2 && end < line.Canon.Length && (line.Canon[end] is ',' or ';' || line.Canon.AsSpan(end).StartsWith(" và "))));

    private static readonly string[] Plurals = ["các sở", "các bộ", "các phòng", "các ban"];

    /// <summary>Where the first field after the colon ends.</summary>
    private static int Fields(string canon, int after)
    {
        var at = after;
        while (at < canon.Length && canon[at] == ' ')
        {
            at++;
        }

        return at + AgencyWords.Fields.LengthAt(canon, at);
    }

    /// <summary>"Mục tiêu 1: Trong lĩnh vực chính trị": the title follows its own label, and no sentence ends the line.</summary>
    private static bool IsNumberedLabel(Line line, string head) => NumberedLabel().IsMatch(head) && line.Text.Length <= LongestSentence
        && line.Text.TrimEnd()[^1] is not ('.' or ';' or ',') && !line.Canon.Contains("; ", StringComparison.Ordinal);

    [GeneratedRegex(@"^(?:mục tiêu|nhiệm vụ|giải pháp|nhóm nhiệm vụ|nhóm giải pháp|nhóm mục tiêu|nội dung|hoạt động|dự án|tiểu dự án|hợp phần|nội dung thành phần)(?: số)? \d{1,2}$", RegexOptions.None, RegexLimit.Milliseconds)]
    private static partial Regex NumberedLabel();

    /// <summary>A numbered paragraph followed only by its assignment lines has no heading.</summary>
    private static bool OnlyAssignments(SectionNode node) =>
        node.Children.Count == 0 && node.Tables.Count == 0 && node.Units.All(u => Assignments.InlineLabels.Of(u.Body) is not null);

    private static Line? Clean(Line line)
    {
        var trimmed = line.Trim();
        var to = trimmed.Text.Length;
        while (to > 0 && (trimmed.Text[to - 1] is '.' or ':' or ';' or ' '))
        {
            to--;
        }

        return to == 0 ? null : trimmed.Slice(0, to);
    }
}
