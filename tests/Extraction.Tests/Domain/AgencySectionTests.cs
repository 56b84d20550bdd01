namespace Plans.Extraction.Tests.Domain;

/// <summary>Tasks in "Tổ chức thực hiện": who leads and who supports.</summary>
public sealed class AgencySectionTests
{
    private static IReadOnlyList<PlanTask> Tasks(string lines) => PlanSketch.Plan().Lines("I. TỔ CHỨC THỰC HIỆN").Lines(lines).Read().Tasks;

    private static string Show(PlanTask task) => $"{task.Section}: {string.Join(" ; ", task.Lead)} | {string.Join(" ; ", task.Support)}";

    public static TheoryData<string, string, string[]> Sections => new()
    {
        { "each bullet is a task of the heading's agency", "1. Sở Nội vụ\n- Theo dõi việc thực hiện.\n- Tổng hợp, báo cáo kết quả.", ["I.1: Sở Nội vụ | ", "I.1: Sở Nội vụ | "] },
        { "each paragraph where there are no bullets", "1. Sở Nội vụ\nTheo dõi việc thực hiện.\nTổng hợp, báo cáo kết quả.", ["I.1: Sở Nội vụ | ", "I.1: Sở Nội vụ | "] },
        { "a heading run in before a colon", "1. Sở Tài chính: Tham mưu bố trí kinh phí.\n2. Công an tỉnh: Bảo đảm an ninh.", ["I.1: Sở Tài chính | ", "I.2: Công an tỉnh | "] },
        { "a heading that requests", "1. Đề nghị Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh\n- Vận động đoàn viên tham gia.", ["I.1: Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh | "] },
        { "a heading that names several", "1. Sở Y tế, Sở Công Thương\n- Kiểm tra an toàn thực phẩm.", ["I.1: Sở Y tế ; Sở Công Thương | "] },
        { "levels of one kind are one name", "1. UBND các huyện, thành phố\n- Xây dựng kế hoạch thực hiện.", ["I.1: UBND các huyện, thành phố | "] },
        { "those named after phối hợp với support", "1. Sở Nội vụ\n- Chủ trì, phối hợp với Sở Tài chính và các đơn vị liên quan tổ chức tập huấn.", ["I.1: Sở Nội vụ | Sở Tài chính ; các đơn vị liên quan"] },
        { "who only helps supports, and nobody leads", "1. Sở Tài chính\n- Phối hợp với Sở Nội vụ kiểm tra việc thực hiện.", ["I.1:  | Sở Tài chính"] },
        { "a sub-bullet has the agency of the bullet above", "1. Sở Nội vụ\n- Chỉ đạo các đơn vị:\n+ Rà soát thủ tục;\n+ Công khai thủ tục.", ["I.1: Sở Nội vụ | ", "I.1: các đơn vị | ", "I.1: các đơn vị | "] },
        { "a paragraph that names its agency itself", "1. Các sở, ban, ngành và UBND các huyện tổ chức triển khai Kế hoạch này.", ["I.1: Các sở, ban, ngành ; UBND các huyện | "] },
        { "a paragraph that gives the task to an agency", "1. Giao Sở Nội vụ chủ trì, phối hợp với Sở Tài chính theo dõi, đôn đốc.", ["I.1: Sở Nội vụ | Sở Tài chính"] },
        { "a note in brackets is no task", "1. Sở Nội vụ\n- Theo dõi việc thực hiện.\n(Chi tiết tại Biểu số 01 đính kèm).", ["I.1: Sở Nội vụ | "] },
        { "lines that name agencies, without numbers or bullets", "Sở Xây dựng\nChủ trì lập quy hoạch.\nSở Tài chính\nĐể bảo đảm nguồn lực, chủ trì, phối hợp với Sở Xây dựng bố trí vốn.\nUBND các xã, phường, đặc khu\n- Giải phóng mặt bằng.", ["I: Sở Xây dựng | ", "I: Sở Tài chính | Sở Xây dựng", "I: UBND các xã, phường, đặc khu | "] },
        { "letters under a number", "1. Trách nhiệm của các sở\na) Sở Y tế có trách nhiệm:\n- Tập huấn cho cán bộ y tế.\nb) Sở Tài chính có trách nhiệm bố trí kinh phí.", ["I.1.a: Sở Y tế | ", "I.1.b: Sở Tài chính | "] },
        { "the word \"với\" left out", "1. Công an tỉnh\n- Tuần tra ban đêm; phối hợp UBND các xã làm mới đường băng cản lửa.", ["I.1: Công an tỉnh | UBND các xã"] },
        { "fields after a colon are names", "1. Giám đốc các Sở: Tài chính, Nội vụ theo dõi việc thực hiện.", ["I.1: Giám đốc Sở Tài chính ; Giám đốc Sở Nội vụ | "] },
        { "a body that no catalogue knows, among those known", "1. Phòng Tổ chức cán bộ: Theo dõi.\n2. Khoa Dược: Bảo đảm thuốc.\n3. Trung tâm Y tế: Báo cáo.\n4. Chế độ báo cáo: Hằng tháng.", ["I.1: Phòng Tổ chức cán bộ | ", "I.2: Khoa Dược | ", "I.3: Trung tâm Y tế | "] },
        { "further words of request", "1. Giao cho Sở Nội vụ theo dõi.\n2. Về phía các doanh nghiệp\n- Nộp thuế đúng hạn.", ["I.1: Sở Nội vụ | ", "I.2: các doanh nghiệp | "] },
        { "a heading that says with whom", "1. Công an tỉnh phối hợp với Sở Xây dựng\n- Tuần tra các tuyến đường.", ["I.1: Công an tỉnh | Sở Xây dựng"] },
        { "numbers that repeat the chapter's", "I.1. Sở Y tế\n- Theo dõi.\nI.2. Sở Tài chính\n- Bố trí kinh phí.", ["I.1: Sở Y tế | ", "I.2: Sở Tài chính | "] },
        { "marks of a converter", "1\\. Sở Y tế\n\\- Theo dõi.\n2\\. Sở Tài chính\n\\* Bố trí kinh phí.", ["I.1: Sở Y tế | ", "I.2: Sở Tài chính | "] },
        { "a heading that names nobody", "1. Chế độ báo cáo\nBáo cáo gửi trước ngày 15 hằng tháng.", [] },
    };

    [Theory]
    [MemberData(nameof(Sections))]
    public void Names_who_leads_and_who_supports(string rule, string lines, string[] expected)
    {
        var tasks = Tasks(lines).Select(Show).ToArray();

        Assert.True(expected.SequenceEqual(tasks), $"{rule}:\n{string.Join('\n', tasks)}");
    }

    [Theory]
    [InlineData("1. Công chức Tài chính - Kế toán: Tham mưu bố trí kinh phí.", "Công chức Tài chính - Kế toán")]
    [InlineData("1. Cán bộ Dân số lập danh sách đối tượng.", "Cán bộ Dân số")]
    [InlineData("1. Bộ phận Địa chính - Xây dựng theo dõi việc quản lý đất đai.", "Bộ phận Địa chính - Xây dựng")]
    [InlineData("1. Ban Quản lý thôn\n- Họp dân, thống nhất mức đóng góp.", "Ban Quản lý thôn")]
    [InlineData("1. Yêu cầu Chủ tịch UBND các xã, phường:\n- Tổ chức phun khử khuẩn.", "Chủ tịch UBND các xã, phường")]
    [InlineData("1. Đề nghị Thường trực HĐND, các Ban của HĐND và đại biểu HĐND tỉnh giám sát việc thực hiện.", "Thường trực HĐND ; các Ban của HĐND ; đại biểu HĐND tỉnh")]
    [InlineData("1. Các huyện ủy, thị ủy, đảng ủy trực thuộc tổ chức quán triệt Chương trình này.", "Các huyện ủy, thị ủy, đảng ủy trực thuộc")]
    [InlineData("1. Các trường học trên địa bàn\n- Trường THCS Minh Tân chuẩn bị sân bãi.", "Trường THCS Minh Tân")]
    [InlineData("1. Tập đoàn Bưu chính Viễn thông Việt Nam bảo đảm đường truyền.", "Tập đoàn Bưu chính Viễn thông Việt Nam")]
    [InlineData("1. Giao Sở Y tế (cơ quan thường trực) theo dõi việc thực hiện.", "Sở Y tế")]
    [InlineData("1. Ban Cán sự đảng UBND tỉnh lãnh đạo xây dựng kế hoạch thực hiện.", "Ban Cán sự đảng UBND tỉnh")]
    [InlineData("1. Các cấp ủy, tổ chức đảng trực thuộc quán triệt Nghị quyết.", "Các cấp ủy, tổ chức đảng trực thuộc")]
    [InlineData("1. Người đứng đầu các cơ quan, đơn vị gương mẫu chấp hành.", "Người đứng đầu các cơ quan, đơn vị")]
    [InlineData("1. UBND các xã, phường, đặc khu tổ chức gặp mặt người có uy tín.", "UBND các xã, phường, đặc khu")]
    [InlineData("1. Các tổ chức tín dụng trên địa bàn cho vay ưu đãi.", "Các tổ chức tín dụng trên địa bàn")]
    [InlineData("1. Ban Quản lý bảo trì đường bộ thay thế biển báo hỏng.", "Ban Quản lý bảo trì đường bộ")]
    [InlineData("1. Trong quá trình thực hiện, nếu có vướng mắc, các đơn vị phản ánh về Sở Y tế.", "các đơn vị")]
    [InlineData("1. Huyện Đoàn đảm nhận công trình thanh niên.", "Huyện Đoàn")]
    public void Bodies_of_every_level_are_named(string lines, string lead)
    {
        var task = Assert.Single(PlanSketch.Plan().Lines("I. TỔ CHỨC THỰC HIỆN\n" + lines).Read().Tasks);

        Assert.Equal(lead, string.Join(" ; ", task.Lead));
    }

    [Fact]
    public void The_closing_request_is_a_task_of_those_it_names()
    {
        var plan = PlanSketch.Plan().Lines(
            "I. TỔ CHỨC THỰC HIỆN\n1. Sở Nội vụ\n- Theo dõi việc thực hiện.\nTrên đây là Kế hoạch; Ủy ban nhân dân tỉnh yêu cầu các sở, ngành, UBND các huyện nghiêm túc thực hiện, báo cáo kết quả trước ngày 05/12./.").Read();

        Assert.Equal(2, plan.Tasks.Count);
        Assert.Equal("I: các sở, ngành ; UBND các huyện | ", Show(plan.Tasks[1]));
        Assert.DoesNotContain("Trên đây", plan.Sections[^1].Text);
    }

    [Fact]
    public void A_closing_request_for_nothing_but_the_plan_itself_is_no_task() => Assert.Single(
        Tasks("1. Sở Nội vụ\n- Theo dõi việc thực hiện.\nTrên đây là Kế hoạch; Ủy ban nhân dân tỉnh yêu cầu các sở, ngành, UBND các huyện nghiêm túc tổ chức triển khai thực hiện./."));

    [Fact]
    public void The_task_is_the_whole_bullet_without_its_mark() =>
        Assert.Equal("Theo dõi, tổng hợp; báo cáo trước ngày 10/12/2024.", Tasks("1. Sở Nội vụ\n- Theo dõi, tổng hợp; báo cáo trước ngày 10/12/2024.")[0].Text);

    [Fact]
    public void A_task_has_the_deadline_that_its_words_give() =>
        Assert.Equal(["trước ngày 10/12/2024", null], Tasks("1. Sở Nội vụ\n- Báo cáo trước ngày 10/12/2024.\n- Theo dõi việc thực hiện.").Select(t => t.Deadline));

    [Fact]
    public void A_task_that_refers_to_measures_by_number_lists_them()
    {
        var tasks = PlanSketch.Plan().Lines(
            """
            I. NHIỆM VỤ
            1. Tuyên truyền
            1.1. Báo chí
            Đăng tin.
            1.2. Mạng xã hội
            Mở trang.
            2. Tập huấn
            Mở lớp.
            II. TỔ CHỨC THỰC HIỆN
            1. Sở Nội vụ
            - Chủ trì thực hiện các nhiệm vụ: 1 (trừ 1.1), 2.
            """).Read().Tasks;

        var task = Assert.Single(tasks);
        Assert.Equal(("reference", "1.2, 2"), (task.Source, string.Join(", ", task.RefersTo)));
    }

    [Theory]
    [InlineData("Chủ trì thực hiện các chỉ tiêu tại điểm 2.1 mục I.", "2.1")]
    [InlineData("Phối hợp với Sở Y tế thực hiện điểm 2.2 mục I.", "2.2")]
    [InlineData("Theo dõi các chỉ tiêu nêu tại khoản 1 mục I.", "")]
    [InlineData("Chịu trách nhiệm trước UBND tỉnh về chỉ tiêu được giao tại mục I.1.", "")]
    public void An_objective_is_referred_to_where_its_section_is_handed_over(string task, string expected)
    {
        var tasks = PlanSketch.Plan().Lines(
            $"""
            I. MỤC TIÊU
            1. Mục tiêu chung
            Nâng cao đời sống.
            2. Mục tiêu cụ thể
            2.1. Về y tế
            100% trạm có bác sĩ.
            2.2. Về giáo dục
            90% trường đạt chuẩn.
            II. TỔ CHỨC THỰC HIỆN
            1. Sở Nội vụ
            - {task}
            """).Read().Tasks;

        Assert.Equal(expected, string.Join(", ", Assert.Single(tasks).RefersTo));
    }
}
