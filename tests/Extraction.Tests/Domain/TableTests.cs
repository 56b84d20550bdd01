namespace Plans.Extraction.Tests.Domain;

/// <summary>Tables that assign tasks, and tables of indicators.</summary>
public sealed class TableTests
{
    private static PlanSketch Appendix() => PlanSketch.Plan("Chuyển đổi số năm 2024").Lines(
        "I. NHIỆM VỤ\nTuyên truyền sâu rộng.\nTM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\nNguyễn Văn An\nPHỤ LỤC\nDANH MỤC NHIỆM VỤ VÀ CHỈ TIÊU");

    public static TheoryData<string, string[], string[]> Assignments => new()
    {
        {
            "the usual order of columns", ["TT | Nhiệm vụ | Đơn vị chủ trì | Đơn vị phối hợp | Thời gian", "1 | Mở lớp tập huấn | Sở Nội vụ | Sở Tài chính, UBND các huyện | Quý II", "2 | Mua máy chủ | Sở Tài chính |  | "],
            ["Mở lớp tập huấn: Sở Nội vụ | Sở Tài chính ; UBND các huyện | Quý II", "Mua máy chủ: Sở Tài chính |  | "]
        },
        {
            "another order of columns", ["STT | Thời hạn hoàn thành | Cơ quan chủ trì | Nội dung công việc | Cơ quan phối hợp", "1 | 30/6/2024 | Sở Nội vụ | Mở lớp tập huấn | Công an tỉnh"],
            ["Mở lớp tập huấn: Sở Nội vụ | Công an tỉnh | 30/6/2024"]
        },
        {
            "an agency merged over the rows below", ["TT | Nhiệm vụ | Đơn vị chủ trì", "1 | Mở lớp tập huấn | Sở Nội vụ", "2 | In tài liệu | ^", "3 | Mua máy chủ | Sở Tài chính"],
            ["Mở lớp tập huấn: Sở Nội vụ |  | ", "In tài liệu: Sở Nội vụ |  | ", "Mua máy chủ: Sở Tài chính |  | "]
        },
        {
            "a task merged over two rows is one task", ["TT | Nhiệm vụ | Đơn vị chủ trì | Sản phẩm", "1 | Mở lớp tập huấn | Sở Nội vụ | Kế hoạch", "^ | ^ | ^ | Báo cáo"],
            ["Mở lớp tập huấn: Sở Nội vụ |  | "]
        },
        {
            "a group's title merged over its row is no task", ["TT | Nhiệm vụ | Đơn vị chủ trì | Đơn vị phối hợp", "I | Về đào tạo | < | <", "1 | Mở lớp tập huấn | Sở Nội vụ | Công an tỉnh"],
            ["Mở lớp tập huấn: Sở Nội vụ | Công an tỉnh | "]
        },
        {
            "headings of two rows", ["TT | Nhiệm vụ | Cơ quan thực hiện | <", "^ | ^ | Chủ trì | Phối hợp", "1 | Mở lớp tập huấn | Sở Nội vụ | Công an tỉnh"],
            ["Mở lớp tập huấn: Sở Nội vụ | Công an tỉnh | "]
        },
        {
            "ditto marks repeat what stands above them", ["TT | Nhiệm vụ | Chủ trì | Phối hợp | Thời gian", "1 | Mở chuyên mục | Báo tỉnh | Sở Y tế | Quý II", "2 | In tờ rơi | nt | -nt- | \"", "3 | Treo băng rôn | Như trên | ” | nt"],
            ["Mở chuyên mục: Báo tỉnh | Sở Y tế | Quý II", "In tờ rơi: Báo tỉnh | Sở Y tế | Quý II", "Treo băng rôn: Báo tỉnh | Sở Y tế | Quý II"]
        },
        {
            "a group's title copied into each cell is no task", ["TT | Nhiệm vụ | Chủ trì | Phối hợp", "A | CẢI CÁCH THỂ CHẾ | CẢI CÁCH THỂ CHẾ | CẢI CÁCH THỂ CHẾ", "1 | Rà soát văn bản | Sở Tư pháp | nt", "2 | Công bố thủ tục | nt | Sở Nội vụ"],
            ["Rà soát văn bản: Sở Tư pháp |  | ", "Công bố thủ tục: Sở Tư pháp | Sở Nội vụ | "]
        },
        {
            "one column for both parts", ["TT | Nội dung | Cơ quan chủ trì, phối hợp | Hoàn thành", "1 | Lập dự toán | Chủ trì: Sở Y tế; phối hợp: Sở Nội vụ | 30/6/2024", "2 | Rà soát nhu cầu | Sở Tài chính chủ trì, phối hợp với UBND các xã | tháng 7", "3 | Thẩm định | Sở Tư pháp (chủ trì), Sở Nội vụ (phối hợp) | tháng 8"],
            ["Lập dự toán: Sở Y tế | Sở Nội vụ | 30/6/2024", "Rà soát nhu cầu: Sở Tài chính | UBND các xã | tháng 7", "Thẩm định: Sở Tư pháp | Sở Nội vụ | tháng 8"]
        },
        {
            "the words of a commune", ["TT | Công việc | Người thực hiện | Bộ phận phối hợp | Hạn xong", "1 | Lập danh sách | Công chức Văn hóa - Xã hội | Các thôn | trước 30/6/2024"],
            ["Lập danh sách: Công chức Văn hóa - Xã hội | Các thôn | trước 30/6/2024"]
        },
        {
            "who of the leaders directs is not who leads", ["TT | Nội dung | Lãnh đạo phụ trách | Trách nhiệm", "1 | Lập quy hoạch | Phó Chủ tịch Trần Văn An | Sở Xây dựng"],
            ["Lập quy hoạch: Sở Xây dựng |  | "]
        },
        {
            "a table that names nobody", ["TT | Nội dung | Ghi chú", "1 | Mở lớp tập huấn | 2 ngày"], []
        },
    };

    [Theory]
    [MemberData(nameof(Assignments))]
    public void Rows_of_an_assignment_table_are_tasks(string rule, string[] rows, string[] expected)
    {
        var tasks = Appendix().Table(rows).Read().Tasks.Select(t => $"{t.Text}: {string.Join(" ; ", t.Lead)} | {string.Join(" ; ", t.Support)} | {t.Deadline}").ToArray();

        Assert.True(expected.SequenceEqual(tasks), $"{rule}:\n{string.Join('\n', tasks)}");
    }

    public static TheoryData<string, string[], string[]> Indicators => new()
    {
        {
            "one column of aims", ["TT | Chỉ tiêu | Đơn vị tính | Kế hoạch năm 2024", "1 | Tỷ lệ hồ sơ trực tuyến | % | 80", "2 | Số lớp tập huấn | Lớp | 12"],
            ["Tỷ lệ hồ sơ trực tuyến = 80 % 2024", "Số lớp tập huấn = 12 Lớp 2024"]
        },
        {
            "a column for each year", ["TT | Chỉ tiêu | ĐVT | Năm 2024 | Năm 2025 | Năm 2026", "1 | Tỷ lệ hồ sơ trực tuyến | % | 80 | 85 | 90,5"],
            ["Tỷ lệ hồ sơ trực tuyến = 80 % 2024", "Tỷ lệ hồ sơ trực tuyến = 85 % 2025", "Tỷ lệ hồ sơ trực tuyến = 90.5 % 2026"]
        },
        {
            "values written out beside tasks", ["TT | Nhiệm vụ | Chỉ tiêu năm 2024 | Đơn vị chủ trì", "1 | Tập huấn kiến thức | 45 lớp/2.700 người | Sở Nội vụ", "2 | Giám sát thực phẩm | 1.600 mẫu, trong đó 320 mẫu kiểm nghiệm | Sở Y tế"],
            ["Tập huấn kiến thức = 45 lớp 2024", "Tập huấn kiến thức = 2700 người 2024", "Giám sát thực phẩm = 1600 mẫu 2024", "mẫu kiểm nghiệm = 320 mẫu 2024"]
        },
        {
            "a column of results already reached", ["TT | Chỉ tiêu | ĐVT | Thực hiện năm 2023 | Kế hoạch năm 2024", "1 | Số hộ nghèo | Hộ | 1.250 | 1.100"],
            ["Số hộ nghèo = 1100 Hộ 2024"]
        },
        {
            "comparators and per cent in the cell", ["TT | Chỉ tiêu | Mục tiêu năm 2024", "1 | Hồ sơ đúng hạn | Trên 95%", "2 | Hồ sơ trực tuyến | ≥ 60%", "3 | Thời gian chờ | 10 - 15%"],
            ["Hồ sơ đúng hạn > 95 % 2024", "Hồ sơ trực tuyến >= 60 % 2024", "Thời gian chờ range 10 % 2024"]
        },
        {
            "money is no target", ["TT | Chỉ tiêu | ĐVT | Kế hoạch năm 2024", "1 | Thu ngân sách | Tỷ đồng | 2.500", "2 | Số lớp | Lớp | 5"],
            ["Số lớp = 5 Lớp 2024"]
        },
        {
            "rows that name the time of those below, and results as the only column of values",
            ["TT | Chỉ tiêu | Đơn vị | Kết quả | Cơ quan chủ trì theo dõi", "I | Đến năm 2030 |  |  | ", "1 | Tỷ lệ hồ sơ trực tuyến | % | ≥ 80 | Văn phòng UBND tỉnh", "II | Đến năm 2045 |  |  | ", "1 | Tỷ lệ hồ sơ trực tuyến | % | 100 | Văn phòng UBND tỉnh"],
            ["Tỷ lệ hồ sơ trực tuyến >= 80 % 2030", "Tỷ lệ hồ sơ trực tuyến = 100 % 2045"]
        },
    };

    [Theory]
    [MemberData(nameof(Indicators))]
    public void Rows_of_an_indicator_table_are_targets(string rule, string[] rows, string[] expected)
    {
        var targets = Appendix().Table(rows).Read().Targets
            .Select(t => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{t.Indicator} {t.Comparator} {t.Value} {t.Unit} {t.Year}")).ToArray();

        Assert.True(expected.SequenceEqual(targets), $"{rule}:\n{string.Join('\n', targets)}");
    }

    [Fact]
    public void A_row_that_names_a_lead_is_a_target_and_a_task()
    {
        var plan = Appendix().Table("TT | Chỉ tiêu | ĐVT | Mục tiêu năm 2024 | Cơ quan chủ trì", "1 | Tỷ lệ hồ sơ trực tuyến | % | 80 | Văn phòng UBND tỉnh").Read();

        Assert.Equal(("table", "Tỷ lệ hồ sơ trực tuyến", 80), (plan.Targets[0].Source, plan.Targets[0].Indicator, plan.Targets[0].Value));
        Assert.Equal(("table", "Tỷ lệ hồ sơ trực tuyến", "Văn phòng UBND tỉnh"), (plan.Tasks[0].Source, plan.Tasks[0].Text, Assert.Single(plan.Tasks[0].Lead)));
    }

    [Fact]
    public void Rows_of_a_breakdown_are_parts_of_the_row_above()
    {
        var targets = Appendix().Table("TT | Chỉ tiêu | ĐVT | Kế hoạch năm 2024", "1 | Số lớp | Lớp | 12", "- | Cấp tỉnh | Lớp | 4", "- | Cấp xã | Lớp | 8").Read().Targets;

        Assert.Equal([null, "t1", "t1"], targets.Select(t => t.Parent));
    }

    [Fact]
    public void Numbered_rows_of_the_same_unit_are_parts_of_the_row_above_in_every_year()
    {
        var targets = Appendix().Table("TT | Chỉ tiêu | ĐVT | Năm 2024 | Năm 2025", "1 | Trồng rừng | ha | 500 | 600", "1.1 | Rừng sản xuất | ha | 300 | 350", "1.2 | Cây phân tán | cây | 900 | 950").Read().Targets;

        Assert.Equal([null, null, "t1", "t2", null, null], targets.Select(t => t.Parent));
    }

    [Fact]
    public void The_last_column_of_results_is_the_baseline()
    {
        var target = Assert.Single(Appendix().Table("TT | Chỉ tiêu | ĐVT | Thực hiện năm 2023 | Kế hoạch năm 2024", "1 | Số hộ nghèo | Hộ | 1.250 | 1.100").Read().Targets);

        Assert.Equal(new Baseline(1250, "Hộ", 2023), target.Baseline);
    }

    [Fact]
    public void A_table_is_kept_with_its_columns_and_rows()
    {
        var table = Assert.Single(Appendix().Table("TT | Nhiệm vụ | Đơn vị chủ trì", "1 | Mở lớp | Sở Nội vụ", "2 | In tài liệu | ^").Read().Tables);

        Assert.Equal("assignments", table.Kind);
        Assert.Equal(["TT", "Nhiệm vụ", "Đơn vị chủ trì"], table.Columns);
        Assert.Equal(["2", "In tài liệu", "Sở Nội vụ"], table.Rows[1]);
    }
}
