using System.Globalization;
using System.Text;

namespace Plans.Bench;

/// <summary>
/// A plan as long as wanted, with what plans hold in the proportions of a provincial one: objectives, measures with lines of assignment, agencies
/// that refer to measures by number, a table of indicators and one of tasks; the numbering goes on through all of it. The words are drawn at random,
/// so that no two sections say the same; the same seed makes the same plan.
/// </summary>
internal sealed class LongPlan(int seed)
{
    private static readonly string[] Things =
        ["lao động nông thôn", "học sinh trung học", "hộ nghèo và hộ cận nghèo", "hợp tác xã kiểu mới", "doanh nghiệp nhỏ và vừa", "trạm y tế đạt chuẩn", "trường mầm non công lập", "diện tích rừng sản xuất",
         "tàu cá khai thác xa bờ", "làng nghề truyền thống", "cán bộ cơ sở", "giáo viên dạy nghề", "bác sĩ tuyến huyện", "công trình thủy lợi", "tuyến đường liên xã", "nhà văn hóa thôn", "điểm du lịch cộng đồng", "thủ tục hành chính"];

    private static readonly string[] Doings =
        ["đào tạo nghề cho", "hỗ trợ vốn và kỹ thuật cho", "kiểm tra, giám sát", "xây dựng cơ sở dữ liệu về", "nâng cao chất lượng", "tuyên truyền, vận động", "tổ chức tập huấn cho", "đầu tư, sửa chữa", "quy hoạch lại", "số hóa hồ sơ của"];

    private static readonly string[] Places = ["tại vùng cao", "ở các xã ven biển", "tại khu công nghiệp", "ở địa bàn khó khăn", "tại trung tâm huyện", "trên các tuyến biên giới", "ở vùng đồng bào dân tộc thiểu số", "tại đô thị mới"];

    private static readonly string[] Agencies =
        ["Sở Y tế", "Sở Nội vụ", "Sở Tài chính", "Sở Giáo dục và Đào tạo", "Sở Công Thương", "Công an tỉnh", "Sở Tư pháp", "Sở Xây dựng", "Sở Giao thông vận tải", "Ủy ban nhân dân các huyện, thành phố", "Ban Dân tộc", "Thanh tra tỉnh"];

    private readonly Random _random = new(seed);
    private readonly StringBuilder _text = new();

    /// <param name="parts">About 1,400 characters each, beside half a page around them.</param>
    public string Make(int parts)
    {
        _text.Clear();
        Line("ỦY BAN NHÂN DÂN", "TỈNH YÊN BÁI", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc", "Số: 47/KH-UBND", "Yên Bái, ngày 28 tháng 02 năm 2019", "KẾ HOẠCH", "Phát triển nguồn nhân lực và hạ tầng giai đoạn 2019 - 2025");
        Line("Căn cứ Quyết định số 1722/QĐ-TTg ngày 02/9/2016 của Thủ tướng Chính phủ; Ủy ban nhân dân tỉnh ban hành Kế hoạch như sau:", "I. MỤC TIÊU");
        Each(parts, i => Line($"{i}. Về {Thing()} {Place()}", $"- Tỷ lệ {Thing()} {Place()} đạt {Percent()} vào năm {Year()}; hằng năm {Doing()} trên {Count()} người.",
            $"- Đến năm {Year()}, {Doing()} {Count()} lượt người, trong đó {Count()} người {Place()} và {Count()} người {Place()}."));
        Line("II. NHIỆM VỤ, GIẢI PHÁP");
        Each(parts, i => Line($"{i}. {Doing(capital: true)} {Thing()} {Place()}", $"a) {Doing(capital: true)} {Thing()}; gắn với {Doing()} {Thing()} {Place()}, phù hợp với điều kiện của từng địa bàn và khả năng cân đối ngân sách.",
            $"b) Mở {Count()} lớp {Place()}, mỗi lớp không quá 35 người; hoàn thành trước ngày 30/11/{Year()}.", $"Phân công thực hiện: {Agency()} chủ trì, phối hợp với {Agency()} và {Agency()}."));
        Line("III. KINH PHÍ THỰC HIỆN", "Tổng kinh phí 412.500 triệu đồng, trong đó ngân sách trung ương 318.200 triệu đồng.", "IV. TỔ CHỨC THỰC HIỆN");
        Each(parts, i => Line($"{i}. {Agency()}", $"- Chủ trì, phối hợp với {Agency()} và các đơn vị liên quan thực hiện nhiệm vụ {1 + _random.Next(parts)} tại Mục II; báo cáo Ủy ban nhân dân tỉnh trước ngày 15/12 hằng năm.",
            $"- Tham mưu {Doing()} {Thing()} {Place()} theo Quyết định số {Count()}/QĐ-UBND ngày 05/6/2018."));
        Line("Nơi nhận:", "- Như trên;", "TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH", "Nguyễn Văn An", "", "PHỤ LỤC I", "CÁC CHỈ TIÊU CHỦ YẾU", "", "| TT | Chỉ tiêu | Đơn vị tính | Năm 2020 | Năm 2025 |", "|---|---|---|---|---|");
        Each(parts, i => Line($"| {i} | Tỷ lệ {Thing()} {Doing()} {Place()} | % | {Percent()[..^1]} | {Percent()[..^1]} |"));
        Line("", "PHỤ LỤC II", "PHÂN CÔNG NHIỆM VỤ", "", "| TT | Nội dung công việc | Cơ quan chủ trì | Cơ quan phối hợp | Thời gian hoàn thành |", "|---|---|---|---|---|");
        Each(parts, i => Line($"| {i} | {Doing(capital: true)} {Thing()} {Place()} | {Agency()} | {Agency()} | Quý II/{Year()} |"));
        return _text.ToString();
    }

    private void Line(params ReadOnlySpan<string> lines)
    {
        foreach (var line in lines)
        {
            _text.Append(line).Append("\n\n".AsSpan(line.StartsWith('|') ? 1 : 0));
        }
    }

    private static void Each(int parts, Action<int> part)
    {
        for (var i = 1; i <= parts; i++)
        {
            part(i);
        }
    }

    private string Thing() => Of(Things);

    private string Place() => Of(Places);

    private string Agency() => Of(Agencies);

    private string Doing(bool capital = false) => Of(Doings) is var doing && capital ? char.ToUpperInvariant(doing[0]) + doing[1..] : doing;

    private string Percent() => string.Create(CultureInfo.InvariantCulture, $"{20 + _random.Next(80)},{_random.Next(10)}%");

    private string Count() => string.Create(CultureInfo.InvariantCulture, $"{20 + _random.Next(900)}");

    private string Year() => string.Create(CultureInfo.InvariantCulture, $"{2020 + _random.Next(6)}");

    private string Of(string[] words) => words[_random.Next(words.Length)];
}
