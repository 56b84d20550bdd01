using System.Text.RegularExpressions;
using Plans.Extraction.Reading;

namespace Plans.Extraction.Assignments;

/// <summary>What a line under a task states.</summary>
internal enum InlineLabel { Assignment, Lead, Support, Deadline, Product }

/// <summary>Lines that assign the item above them: "Phân công thực hiện: …", "Cơ quan chủ trì: …", "Thời gian hoàn thành: …".</summary>
internal static partial class InlineLabels
{
    [GeneratedRegex(@"^(?:\(\s*)?(?:(?<assign>(?<=^\(\s*)thực hiện|(?:(?:cơ quan|đơn vị) )?chủ trì(?:,| và) (?:(?:cơ quan|đơn vị) )?phối hợp|giao|phân công(?: thực hiện| nhiệm vụ| trách nhiệm)?|trách nhiệm(?: thực hiện)?|(?:cơ quan|đơn vị) thực hiện|tổ chức thực hiện)|(?<lead>(?:(?:cơ quan|đơn vị|phòng|ban|sở)(?:, (?:cơ quan|đơn vị))? )?(?:chủ trì|đầu mối|phụ trách|chịu trách nhiệm(?: chính)?)(?:,?(?: và)? (?:tổ chức thực hiện|thực hiện|tham mưu|theo dõi|báo cáo))*)|(?<support>(?:(?:các )?(?:cơ quan|đơn vị)(?:, (?:cơ quan|đơn vị|địa phương))* )?phối hợp(?:,?(?: và)? thực hiện)?)|(?<time>thời gian(?:,? (?:và )?tiến độ)?(?: thực hiện| hoàn thành| triển khai)?(?: và hoàn thành)?|thời hạn(?: hoàn thành| thực hiện)?|tiến độ(?: thực hiện| hoàn thành)?|hoàn thành)|(?<product>sản phẩm(?: đầu ra| hoàn thành)?|kết quả(?: đầu ra)?))\s*:", RegexOptions.None, RegexLimit.Milliseconds)]
    private static partial Regex Pattern();

    /// <summary>No label with its colon has more letters.</summary>
    private const int LongestLabel = 200;

    /// <summary>The label with which a line begins, and where the words after it begin; null where there is none.</summary>
    public static (InlineLabel Label, int After)? Of(Line line)
    {
        var match = line.Canon.AsSpan(0, Math.Min(line.Canon.Length, LongestLabel)).Contains(':') ? Pattern().Match(line.Canon) : Match.Empty;
        if (!match.Success)
        {
            return null;
        }

        var label = match.Groups["assign"].Success ? InlineLabel.Assignment
            : match.Groups["lead"].Success ? InlineLabel.Lead
            : match.Groups["support"].Success ? InlineLabel.Support
            : match.Groups["time"].Success ? InlineLabel.Deadline
            : InlineLabel.Product;
        var isBracketed = line.Text[0] == '(';
        return isBracketed && !line.Text.TrimEnd('.', ';', ' ').EndsWith(')') ? null : (label, match.Length);
    }
}
