namespace Plans.Extraction.Tests.Domain;

/// <summary>Tables that a copy from a web page left as one paragraph for each cell.</summary>
public sealed class FlattenedTableTests
{
    private const string Cells = """
        TT
        Chỉ tiêu
        ĐVT
        Năm 2027
        Năm 2030
        1
        Tỷ lệ hộ dùng nước sạch
        %
        80
        90
        2
        Số công trình cấp nước được nâng cấp
        công trình
        12
        20
        """;

    [Fact]
    public void Numbers_of_rows_tell_the_columns()
    {
        var targets = PlanSketch.Plan().Lines("I. MỤC TIÊU\n1. Mục tiêu cụ thể").Lines(Cells).Lines("II. NHIỆM VỤ\nNâng cao nhận thức.").Read().Targets;

        Assert.Equal(
            [("Tỷ lệ hộ dùng nước sạch", 80m, "%", 2027), ("Tỷ lệ hộ dùng nước sạch", 90m, "%", 2030), ("Số công trình cấp nước được nâng cấp", 12m, "công trình", 2027), ("Số công trình cấp nước được nâng cấp", 20m, "công trình", 2030)],
            targets.Select(t => (t.Indicator, t.Value, t.Unit!, t.Year!.Value)));
        Assert.All(targets, t => Assert.Equal("table", t.Source));
    }

    [Fact]
    public void A_list_without_headings_of_a_table_stays_a_list() =>
        Assert.DoesNotContain(PlanSketch.Plan().Lines("I. NHIỆM VỤ\nTT\nHọ và tên\nChức vụ\n1\nNguyễn Văn A\nTrưởng phòng\n2\nTrần Thị B\nPhó phòng").Read().Tables, _ => true);

    [Fact]
    public void The_recipients_after_the_last_row_are_no_cell()
    {
        var plan = PlanSketch.Plan().Lines("I. MỤC TIÊU\n1. Mục tiêu cụ thể").Lines(Cells).Lines("Nơi nhận: - Lưu: VT. | TM. ỦY BAN NHÂN DÂN CHỦ TỊCH Nguyễn Văn An").Read();

        Assert.Equal("Nguyễn Văn An", plan.Document.Signer);
    }
}
