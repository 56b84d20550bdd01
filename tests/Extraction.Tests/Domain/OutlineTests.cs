namespace Plans.Extraction.Tests.Domain;

/// <summary>Sections beyond single headings (docs/grammar/de-muc.md): appendices and plans that a decision promulgates.</summary>
public sealed class OutlineTests
{
    private static (string, string?, SectionKind)[] Outline(PlanSketch sketch) => [.. sketch.Read().Sections.Select(s => (s.Path, s.Heading, s.Kind))];

    [Fact]
    public void Appendices_follow_the_signature()
    {
        var outline = Outline(PlanSketch.Plan().Lines(
            """
            I. NHIỆM VỤ
            Tuyên truyền sâu rộng.
            TM. ỦY BAN NHÂN DÂN
            CHỦ TỊCH
            Nguyễn Văn An
            PHỤ LỤC I
            DANH MỤC NHIỆM VỤ
            (Kèm theo Kế hoạch số 12/KH-UBND ngày 15/3/2024)
            """).Table("TT | Nhiệm vụ | Đơn vị chủ trì", "1 | Tuyên truyền | Sở Nội vụ").Lines("PHỤ LỤC II\nCHỈ TIÊU NĂM 2024").Table("TT | Chỉ tiêu | Kế hoạch năm 2024", "1 | Số lớp | 5"));

        Assert.Equal(
            [("I", "NHIỆM VỤ", SectionKind.Tasks), ("PL1", "DANH MỤC NHIỆM VỤ", SectionKind.Appendix), ("PL2", "CHỈ TIÊU NĂM 2024", SectionKind.Appendix)],
            outline);
    }

    [Fact]
    public void A_copy_of_some_pages_begins_with_their_numbers() => Assert.Equal(
        [("3", "Trách nhiệm tổ chức thực hiện", SectionKind.Implementation), ("3.1", "Sở Nội vụ có trách nhiệm", SectionKind.Implementation), ("3.2", "Sở Tài chính", SectionKind.Implementation)],
        Outline(new PlanSketch().Lines("3. Trách nhiệm tổ chức thực hiện\n3.1. Sở Nội vụ có trách nhiệm:\n- Theo dõi.\n3.2. Sở Tài chính\n- Bố trí kinh phí.")));

    [Fact]
    public void An_appendix_alone() => Assert.Equal(
        [("PL1", "DANH MỤC NHIỆM VỤ", SectionKind.Appendix)],
        Outline(new PlanSketch().Lines("PHỤ LỤC II\nDANH MỤC NHIỆM VỤ").Table("TT | Nhiệm vụ | Đơn vị chủ trì", "1 | Tuyên truyền | Sở Nội vụ")));

    [Fact]
    public void Numbers_in_brackets_part_a_section() => Assert.Equal(
        [("I", "NHIỆM VỤ", SectionKind.Tasks), ("I.1", null, SectionKind.Tasks), ("I.2", null, SectionKind.Tasks)],
        Outline(PlanSketch.Plan().Lines("I. NHIỆM VỤ\n(1) Tuyên truyền sâu rộng.\n(2) Kiểm tra thường xuyên.")));

    [Fact]
    public void A_decision_and_the_plan_that_it_promulgates()
    {
        var outline = Outline(new PlanSketch().Lines(
            """
            UBND TỈNH HÀ GIANG
            Số: 45/QĐ-UBND
            Hà Giang, ngày 15 tháng 3 năm 2024
            QUYẾT ĐỊNH
            Ban hành Kế hoạch dạy nghề năm 2024
            Căn cứ Luật Giáo dục nghề nghiệp ngày 27 tháng 11 năm 2014;
            Điều 1. Ban hành kèm theo Quyết định này Kế hoạch dạy nghề năm 2024.
            Điều 2. Quyết định này có hiệu lực kể từ ngày ký.
            TM. ỦY BAN NHÂN DÂN
            CHỦ TỊCH
            Nguyễn Văn An
            KẾ HOẠCH
            Dạy nghề năm 2024
            I. MỤC TIÊU
            Dạy nghề cho 500 lao động.
            II. TỔ CHỨC THỰC HIỆN
            Giao Sở Nội vụ chủ trì thực hiện.
            """));

        Assert.Equal(["Điều 1", "Điều 2", "I", "II"], outline.Select(s => s.Item1));
        Assert.Equal([SectionKind.Objectives, SectionKind.Implementation], outline.Skip(2).Select(s => s.Item3));
    }

    [Fact]
    public void A_section_holds_its_subsections_and_ends_where_the_next_begins()
    {
        var plan = PlanSketch.Plan().Lines("I. NHIỆM VỤ\n1. Tuyên truyền\nĐăng tin.\n2. Tập huấn\nMở lớp.\nII. KINH PHÍ\nNgân sách tỉnh.").Read();

        Assert.Equal("I. NHIỆM VỤ\n1. Tuyên truyền\nĐăng tin.\n2. Tập huấn\nMở lớp.", plan.Sections[0].Text);
        Assert.Equal("2. Tập huấn\nMở lớp.", plan.Sections[2].Text);
    }

    [Fact]
    public void A_section_stands_on_the_page_on_which_it_begins()
    {
        var plan = PlanSketch.Plan().Lines("I. MỤC TIÊU\nGiảm nghèo.").NextPage().Lines("II. NHIỆM VỤ\nHỗ trợ sinh kế.").Read();

        Assert.Equal([1, 2], plan.Sections.Select(s => s.Span.Page));
    }

    [Fact]
    public void A_text_without_any_number_has_no_sections() =>
        Assert.Empty(new PlanSketch().Lines("Thông báo họp.\nKính mời các đơn vị dự họp đúng giờ.").Read().Sections);
}
