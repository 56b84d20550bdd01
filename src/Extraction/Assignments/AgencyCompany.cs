using Plans.Extraction.Catalogues;
using Plans.Extraction.Language;
using Plans.Extraction.Sections;

namespace Plans.Extraction.Assignments;

/// <summary>
/// Bodies that no catalogue knows: "4. Khoa Dược", "5. Kế toán" among headings that name agencies are such names too. Every hospital, school and
/// works has its own.
/// </summary>
internal static class AgencyCompany
{
    private const int LongestName = 90;

    /// <summary>How many headings beside it must name agencies that are known.</summary>
    private const int Fewest = 2;

    /// <summary>Words of headings on how the plan is carried out, which name nobody.</summary>
    private static readonly string[] OfMatters =
    [
        "công tác", "chế độ", "kinh phí", "thông tin", "báo cáo", "kiểm tra", "sơ kết", "tổng kết", "nội dung", "thời gian", "hiệu lực", "điều khoản", "khen thưởng", "tuyên truyền", "giám sát", "yêu cầu", "nguồn lực",
        "nguồn vốn", "cơ chế", "lộ trình", "tiến độ", "giải pháp", "nhiệm vụ", "phân công", "tổ chức thực hiện", "đánh giá", "phương án", "kế hoạch", "chính sách", "quy định", "phương thức", "trách nhiệm",
    ];

    /// <summary>The names in a heading whose sisters name agencies; empty where it is on something else.</summary>
    public static IReadOnlyList<string> Of(SectionNode node)
    {
        if (node.Parent is not { } parent || node.Heading is not { Text: { Length: > 2 and <= LongestName } text } heading || !char.IsUpper(text[0]) || IsOnMatter(heading.Canon))
        {
            return [];
        }

        var sisters = parent.Children.Where(c => c != node && c.Heading is not null).ToList();
        var naming = sisters.Count(s => AgencySections.Agencies(s.Heading!).Count > 0);
        return naming >= Fewest && naming * 2 >= sisters.Count ? [.. AgencyGrammar.Whole(text, heading.Canon, 0, text.Length).Select(a => a.Name)] : [];
    }

    private static bool IsOnMatter(string heading) => AgencyWords.Actions.LengthAt(heading, 0) > 0 || SectionKinds.Of(heading, isTop: false) is not null
        || Array.Exists(OfMatters, m => heading.StartsWith(m, StringComparison.Ordinal)) || heading.StartsWith("về ", StringComparison.Ordinal);
}
