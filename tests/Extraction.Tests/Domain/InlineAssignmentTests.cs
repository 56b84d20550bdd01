namespace Plans.Extraction.Tests.Domain;

/// <summary>Lines, and brackets, that assign the item above them in the part on tasks.</summary>
public sealed class InlineAssignmentTests
{
    private const string Item = "1. Tuyên truyền phổ biến pháp luật\nMở chuyên mục trên báo.\n";

    public static TheoryData<string, string, string, string?> Lines => new()
    {
        { Item + "Phân công thực hiện: Sở Tư pháp chủ trì, phối hợp với Sở Nội vụ và các đơn vị liên quan.", "Sở Tư pháp", "Sở Nội vụ ; các đơn vị liên quan", null },
        { Item + "Phân công thực hiện: Sở Tư pháp chủ trì.\nThời gian thực hiện: Quý II/2024.", "Sở Tư pháp", "", "Quý II/2024" },
        { Item + "Cơ quan chủ trì: Sở Tư pháp.\nCơ quan phối hợp: Sở Nội vụ, Công an tỉnh.\nThời gian hoàn thành: trước 30/6/2024.", "Sở Tư pháp", "Sở Nội vụ ; Công an tỉnh", "trước 30/6/2024" },
        { Item + "- Đơn vị chủ trì: Sở Tư pháp; đơn vị phối hợp: Sở Nội vụ.", "Sở Tư pháp", "Sở Nội vụ", null },
        { Item + "- Chủ trì: Sở Tư pháp.\n- Phối hợp: các sở, ban, ngành.\n- Thời gian: hằng năm.", "Sở Tư pháp", "các sở, ban, ngành", "hằng năm" },
    };

    [Theory]
    [MemberData(nameof(Lines))]
    public void Assign_the_numbered_item_above_them(string lines, string lead, string support, string? deadline)
    {
        var task = Assert.Single(PlanSketch.Plan().Lines("I. NHIỆM VỤ\n" + lines).Read().Tasks);

        Assert.Equal("inline", task.Source);
        Assert.StartsWith("Tuyên truyền phổ biến pháp luật", task.Text);
        Assert.Equal((lead, support, deadline), (string.Join(" ; ", task.Lead), string.Join(" ; ", task.Support), task.Deadline));
    }

    [Theory]
    [InlineData("1. Công tác chỉ đạo\na) Thường trực Tỉnh ủy\n- Ban hành nghị quyết chuyên đề.", "Thường trực Tỉnh ủy", "")]
    [InlineData("1. Sở Y tế có trách nhiệm;\n- Tổ chức khám bệnh.", "Sở Y tế", "")]
    [InlineData("1. Sở Công Thương chủ trì, phối hợp với các sở:\n- Rà soát quy hoạch chợ.", "Sở Công Thương", "các sở")]
    [InlineData("1. Trên cơ sở quy hoạch được duyệt, Sở Xây dựng chủ trì, phối hợp với UBND các xã lập kế hoạch sử dụng đất.", "Sở Xây dựng", "UBND các xã")]
    [InlineData("1. Để bảo đảm an toàn, giao Công an tỉnh kiểm tra các cơ sở.", "Công an tỉnh", "")]
    [InlineData("II. KINH PHÍ\n1. Giao Sở Tài chính tham mưu bố trí kinh phí.", "Sở Tài chính", "")]
    public void A_body_may_be_told_to_act_outside_the_part_on_organisation(string lines, string lead, string support)
    {
        var task = Assert.Single(PlanSketch.Plan().Lines("I. NHIỆM VỤ\n" + lines).Read().Tasks);

        Assert.Equal((lead, support), (string.Join(" ; ", task.Lead), string.Join(" ; ", task.Support)));
    }

    [Theory]
    [InlineData("1. Sở hữu trí tuệ\n- Bảo hộ nhãn hiệu nông sản.")]
    [InlineData("1. Hợp tác xã\n- Phát triển mô hình kiểu mới.")]
    [InlineData("1. Trung tâm dữ liệu tỉnh\n- Nâng cấp máy chủ.")]
    [InlineData("1. Xã hội\n- Giảm nghèo bền vững.")]
    [InlineData("II. KINH PHÍ\n1. Quỹ Phòng, chống thiên tai hỗ trợ 2 tỷ đồng.")]
    public void A_topic_that_begins_like_a_body_is_told_nothing(string lines) => Assert.Empty(PlanSketch.Plan().Lines("I. NHIỆM VỤ\n" + lines).Read().Tasks);

    [Fact]
    public void Each_item_has_the_lines_that_follow_it()
    {
        var tasks = PlanSketch.Plan().Lines(
            """
            I. NHIỆM VỤ
            1. Tuyên truyền
            - Mở chuyên mục trên báo.
            + Chủ trì: Sở Tư pháp.
            - In tờ rơi.
            + Chủ trì: Sở Nội vụ.
            """).Read().Tasks;

        Assert.Equal([("Mở chuyên mục trên báo.", "Sở Tư pháp"), ("In tờ rơi.", "Sở Nội vụ")], tasks.Select(t => (t.Text, string.Join(" ; ", t.Lead))));
    }

    [Fact]
    public void An_item_may_say_itself_when_and_the_line_below_it_who()
    {
        var task = Assert.Single(PlanSketch.Plan().Lines(
            """
            I. NHIỆM VỤ
            1. Niêm yết danh mục thủ tục hành chính. Thời gian thực hiện: trước ngày 10/9/2025.
            Phân công: Phòng Kinh tế chủ trì, phối hợp với Chi nhánh Văn phòng đăng ký đất đai.
            """).Read().Tasks);

        Assert.Equal("trước ngày 10/9/2025", task.Deadline);
        Assert.Equal(["Chi nhánh Văn phòng đăng ký đất đai"], task.Support);
    }

    [Theory]
    [InlineData("- Mở chuyên mục trên báo (chủ trì: Sở Tư pháp; phối hợp: Sở Nội vụ; thời gian: quý II/2024).", "Sở Tư pháp", "Sở Nội vụ", "quý II/2024")]
    [InlineData("- Mở chuyên mục trên báo (Sở Tư pháp chủ trì).", "Sở Tư pháp", "", null)]
    public void Brackets_at_its_end_assign_an_item(string line, string lead, string support, string? deadline)
    {
        var task = Assert.Single(PlanSketch.Plan().Lines("I. NHIỆM VỤ\n" + line).Read().Tasks);

        Assert.Equal("Mở chuyên mục trên báo", task.Text);
        Assert.Equal((lead, support, deadline), (string.Join(" ; ", task.Lead), string.Join(" ; ", task.Support), task.Deadline));
    }

    [Theory]
    [InlineData("- Tiêm phòng cho đàn trâu, bò; do Chi cục Thú y chủ trì, phối hợp với UBND các xã.", "Chi cục Thú y", "UBND các xã", null)]
    [InlineData("- Tiêm phòng cho đàn trâu, bò; do Chi cục Thú y chủ trì, Hội Nông dân tỉnh phối hợp.", "Chi cục Thú y", "Hội Nông dân tỉnh", null)]
    [InlineData("- Tiêm phòng cho đàn trâu, bò; do Chi cục Thú y và Hội Nông dân tỉnh đồng chủ trì.", "Chi cục Thú y ; Hội Nông dân tỉnh", "", null)]
    [InlineData("- Tiêm phòng cho đàn trâu, bò, giao Trạm Chăn nuôi và Thú y huyện chủ trì, hoàn thành trong quý II năm 2024.", "Trạm Chăn nuôi và Thú y huyện", "", "trong quý II năm 2024")]
    [InlineData("- Tiêm phòng cho đàn trâu, bò; Đoàn Thanh niên xã phụ trách.", "Đoàn Thanh niên xã", "", null)]
    [InlineData("- Tiêm phòng cho đàn trâu, bò - Trạm Thú y huyện chịu trách nhiệm chính, Hội Nông dân huyện phối hợp.", "Trạm Thú y huyện", "Hội Nông dân huyện", null)]
    [InlineData("- Tiêm phòng cho đàn trâu, bò. Đơn vị chủ trì: Chi cục Thú y; đơn vị phối hợp: Hội Nông dân tỉnh. Thời gian thực hiện: tháng 5/2024.", "Chi cục Thú y", "Hội Nông dân tỉnh", "tháng 5/2024")]
    [InlineData("- Tiêm phòng cho đàn trâu, bò.\n+ Phân công thực hiện: Chi cục Thú y (chủ trì), Hội Nông dân tỉnh, Công an tỉnh (phối hợp).", "Chi cục Thú y", "Hội Nông dân tỉnh ; Công an tỉnh", null)]
    public void The_last_words_of_an_item_assign_it(string lines, string lead, string support, string? deadline)
    {
        var task = Assert.Single(PlanSketch.Plan().Lines("I. NHIỆM VỤ\n1. Chăn nuôi\n" + lines).Read().Tasks);

        Assert.Equal("inline", task.Source);
        Assert.StartsWith("Tiêm phòng cho đàn trâu, bò", task.Text);
        Assert.Equal((lead, support, deadline), (string.Join(" ; ", task.Lead), string.Join(" ; ", task.Support), task.Deadline));
    }

    [Theory]
    [InlineData("- Sử dụng tài liệu do Sở Tư pháp biên soạn.")]
    [InlineData("- Dự lễ phát động do Công an tỉnh tổ chức; treo băng rôn.")]
    [InlineData("- Mở chuyên mục trên báo (mỗi tháng hai kỳ).")]
    [InlineData("- Nâng cao nhận thức của các cơ quan, đơn vị.")]
    [InlineData("1. Thời gian thực hiện\nTừ tháng 3 năm 2024.")]
    public void An_item_that_names_nobody_is_no_task(string line) => Assert.Empty(PlanSketch.Plan().Lines("I. NHIỆM VỤ\n" + line).Read().Tasks);
}
