namespace Plans.Extraction.Tests.Domain;

/// <summary>Head, preamble and signature in the layouts in which they come.</summary>
public sealed class HeadTests
{
    [Fact]
    public void One_column_of_lines()
    {
        var head = PlanSketch.Plan("Phòng, chống thiên tai năm 2024").Lines("I. MỤC ĐÍCH\nGiảm thiệt hại.").Read().Document;

        Assert.Equal("Kế hoạch", head.Type);
        Assert.Equal("12/KH-UBND", head.Number);
        Assert.Equal("2024-03-15", head.Date);
        Assert.Equal("Ủy ban nhân dân tỉnh Hà Giang", head.Issuer);
        Assert.Equal("Hà Giang", head.Province);
        Assert.Equal("Hà Giang", head.Place);
        Assert.Equal("Phòng, chống thiên tai năm 2024", head.Title);
        Assert.Equal(new Period(2024, 2024), head.Period);
        Assert.Null(head.Signer);
    }

    [Fact]
    public void Agency_left_and_motto_right_in_a_table()
    {
        var head = new PlanSketch()
            .Table("ỦY BAN NHÂN DÂN TỈNH SƠN LA | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM Độc lập - Tự do - Hạnh phúc", "Số: 07/2023/KH-UBND | Sơn La, ngày 05 tháng 01 năm 2023")
            .Lines("KẾ HOẠCH\nTrồng rừng giai đoạn 2023 - 2025\nCăn cứ Luật Lâm nghiệp ngày 15 tháng 11 năm 2017;\nI. MỤC TIÊU\nPhủ xanh đất trống.")
            .Read().Document;

        Assert.Equal(("07/2023/KH-UBND", "2023-01-05", "Sơn La"), (head.Number, head.Date, head.Place));
        Assert.Equal("Ủy ban nhân dân tỉnh Sơn La", head.Issuer);
        Assert.Equal(new Period(2023, 2025), head.Period);
    }

    [Theory]
    [InlineData("ỦY\nBAN NHÂN DÂN\nTỈNH SƠN LA\n-------\n|\nCỘNG\nHÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n|\nSố:\n64/KH-UBND\n|\nSơn\nLa, ngày 05 tháng 01 năm 2023\n|")]
    [InlineData("ỦY BAN NHÂN\nDÂN\nTỈNH SƠN LA |\nCỘNG HÒA XÃ\nHỘI CHỦ NGHĨA VIỆT NAM |\nSố: 64/KH-UBND |\nSơn La, ngày\n05 tháng 01 năm 2023 |")]
    [InlineData("ỦY BAN NHÂN DÂN TỈNH SƠN LA ------- | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM Độc lập - Tự do - Hạnh phúc ---------------\nSố: 64/KH-UBND | Sơn La, ngày 05tháng 01 năm 2023")]
    [InlineData("ỦY BAN NHÂN DÂN\nTỈNH SƠN LA\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\nSố: 64\n/KH-UBND\nSơn\nLa, ngày 05tháng 01 năm 2023")]
    [InlineData("Hãy đăng nhập để tải văn bản.\nỦY BAN NHÂN DÂN\n-------\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\nSố: 64/KH-UBND\nSơn La, ngày 05 tháng 01 năm 2023")]
    public void A_copy_that_broke_the_lines_of_the_head(string lines)
    {
        var head = new PlanSketch().Lines(lines).Lines("KẾ HOẠCH\nTrồng rừng năm2023\nCăn cứ Luật Lâm nghiệp ngày 15 tháng 11 năm 2017;\nI. MỤC TIÊU\nPhủ xanh đất trống.").Read().Document;

        Assert.Equal(("64/KH-UBND", "2023-01-05", "Sơn La", "Sơn La"), (head.Number, head.Date, head.Place, head.Province));
        Assert.Equal("Ủy ban nhân dân tỉnh Sơn La", head.Issuer);
        Assert.Equal(new Period(2023, 2023), head.Period);
    }

    [Fact]
    public void A_decision_whose_type_only_its_number_tells()
    {
        var head = new PlanSketch().Lines(
            """
            UỶ BAN NHÂN DÂN | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM |
            Số: 45/QĐ-UBND | Cà Mau, ngày 20 tháng 6 năm 2021 |
            VỀ VIỆC PHÊ DUYỆT KẾ HOẠCH TIÊM CHỦNG NĂM 2021
            CHỦ TỊCH UỶ BAN NHÂN DÂN TỈNH CÀ MAU
            Căn cứ Luật Phòng, chống bệnh truyền nhiễm năm 2007;
            Điều 1. Phê duyệt Kế hoạch tiêm chủng năm 2021.
            Điều 2. Sở Y tế chủ trì, phối hợp với các sở, ngành thực hiện.
            """).Read().Document;

        Assert.Equal(("Quyết định", "VỀ VIỆC PHÊ DUYỆT KẾ HOẠCH TIÊM CHỦNG NĂM 2021"), (head.Type, head.Title));
        Assert.Equal("Ủy ban nhân dân tỉnh Cà Mau", head.Issuer);
    }

    [Fact]
    public void A_body_of_the_centre_belongs_to_no_province() => Assert.Null(new PlanSketch().Lines(
        """
        BAN CHỈ ĐẠO
        130/CP
        Số: 28/KH-BCĐ
        Hà Nội, ngày 24 tháng 01 năm 2023
        KẾ HOẠCH
        Phòng, chống tội phạm năm 2023
        I. MỤC TIÊU
        Kéo giảm tội phạm.
        """).Read().Document.Province);

    [Fact]
    public void A_department_under_its_province()
    {
        var head = new PlanSketch().Lines(
            """
            UBND TỈNH CÀ MAU
            SỞ Y TẾ
            Số: 88/KH-SYT
            Cà Mau, ngày 20 tháng 6 năm 2021
            KẾ HOẠCH
            Tiêm chủng mở rộng năm 2021
            Căn cứ Luật Phòng, chống bệnh truyền nhiễm năm 2007;
            I. MỤC TIÊU
            Bảo vệ trẻ em.
            """).Read().Document;

        Assert.Equal("Sở Y tế", head.Issuer, ignoreCase: true);
        Assert.Equal(("Cà Mau", "88/KH-SYT"), (head.Province, head.Number));
    }

    [Theory]
    [InlineData("Số:      /KH-UBND", "Hà Giang, ngày     tháng 3 năm 2023", null, "2023-03")]
    [InlineData("Số: …/KH-UBND", "Hà Giang, ngày … tháng … năm 2024", null, "2024")]
    [InlineData("Số: 15 /KH - UBND", "Hà Giang, ngày 5 tháng 11 năm 2020", "15/KH-UBND", "2020-11-05")]
    [InlineData("Số 03-KH/TU", "Hà Giang, ngày 09 tháng 12 năm 2019", "03-KH/TU", "2019-12-09")]
    public void What_is_left_blank_is_not_guessed(string numberLine, string placeLine, string? number, string date)
    {
        var head = new PlanSketch().Lines($"UBND TỈNH HÀ GIANG\n{numberLine}\n{placeLine}\nKẾ HOẠCH\nCải cách hành chính\nI. MỤC TIÊU\nPhục vụ người dân.").Read().Document;

        Assert.Equal((number, date), (head.Number, head.Date));
    }

    [Theory]
    [InlineData("Giảm nghèo bền vững năm 2024", 2024, 2024)]
    [InlineData("Giảm nghèo bền vững giai đoạn 2021 - 2025", 2021, 2025)]
    [InlineData("Giảm nghèo bền vững đến năm 2030", 2024, 2030)]
    [InlineData("Chuyển đổi số đến năm 2025, định hướng đến năm 2030", 2024, 2025)]
    [InlineData("Thực hiện Nghị quyết số 09/2019/NQ-HĐND về giảm nghèo năm 2024", 2024, 2024)]
    public void The_title_says_which_years_the_plan_covers(string title, int from, int to) =>
        Assert.Equal(new Period(from, to), PlanSketch.Plan(title).Lines("I. MỤC TIÊU\nGiảm nghèo.").Read().Document.Period);

    [Fact]
    public void A_title_without_years_gives_no_period() =>
        Assert.Null(PlanSketch.Plan("Tăng cường kỷ luật hành chính").Lines("I. MỤC TIÊU\nKỷ cương.").Read().Document.Period);

    [Theory]
    [InlineData("TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\nNguyễn Văn An", "Nguyễn Văn An", "Chủ tịch")]
    [InlineData("Nơi nhận:\n- Như trên;\n- Lưu: VT.\nTM. ỦY BAN NHÂN DÂN\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\nTrần Thị Bích Hạnh", "Trần Thị Bích Hạnh", "Phó Chủ tịch")]
    [InlineData("Nơi nhận: TM. ỦY BAN NHÂN DÂN\n- Như trên; KT. CHỦ TỊCH\n- Sở Y tế; PHÓ CHỦ TỊCH\n- Lưu: VT, VX. Trần Thị Bích Hạnh", "Trần Thị Bích Hạnh", "Phó Chủ tịch")]
    [InlineData("Nơi nhận: T/M TỈNH ỦY\n- Các ban đảng, PHÓ BÍ THƯ THƯỜNG TRỰC\n- Lưu Văn phòng.\nTrần Thị Bích Hạnh", "Trần Thị Bích Hạnh", "Phó Bí thư thường trực")]
    [InlineData("TM. ỦY BAN NHÂN DÂN\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCHTrần Thị Bích Hạnh", "Trần Thị Bích Hạnh", "Phó Chủ tịch")]
    [InlineData("Nơi nhận: - Như trên; - Lưu: VT. | TM. ỦY BAN NHÂN DÂN KT. CHỦ TỊCH PHÓ CHỦ TỊCH Trần Thị Bích Hạnh", "Trần Thị Bích Hạnh", "Phó Chủ tịch")]
    [InlineData("Nơi nhận: - Như trên; - Lưu: VT. TM. ỦY BAN NHÂN DÂN KT. CHỦ TỊCH PHÓ CHỦ TỊCH Trần Thị Bích Hạnh", "Trần Thị Bích Hạnh", "Phó Chủ tịch")]
    [InlineData("KT. GIÁM ĐỐC\nPHÓ GIÁM ĐỐC\nLò Văn Páo", "Lò Văn Páo", "Phó Giám đốc")]
    [InlineData("TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH", null, null)]
    public void Who_signed_and_as_what(string signature, string? signer, string? role)
    {
        var head = PlanSketch.Plan().Lines("I. MỤC TIÊU\nPhát triển bền vững.").Lines(signature).Read().Document;

        Assert.Equal(signer, head.Signer);
        Assert.Equal(role, head.SignerRole, ignoreCase: true);
    }

    [Fact]
    public void The_preamble_gives_each_legal_basis_once_and_the_body_none()
    {
        var bases = new PlanSketch().Lines(
            """
            UBND TỈNH HÀ GIANG
            Số: 12/KH-UBND
            Hà Giang, ngày 15 tháng 3 năm 2024
            KẾ HOẠCH
            Dạy nghề
            Căn cứ Luật Giáo dục nghề nghiệp ngày 27 tháng 11 năm 2014;
            Căn cứ Quyết định số 2239/QĐ-TTg ngày 30/12/2021 của Thủ tướng Chính phủ phê duyệt Chiến lược;
            Thực hiện Quyết định số 2239/QĐ-TTg ngày 30/12/2021 và Nghị quyết số 05-NQ/TU ngày 01/02/2022,
            Ủy ban nhân dân tỉnh ban hành Kế hoạch như sau:
            I. NHIỆM VỤ
            Thực hiện Thông tư số 42/2015/TT-BLĐTBXH ngày 20/10/2015.
            """).Read().LegalBases;

        Assert.Equal(
            [("Luật", null, "2014-11-27"), ("Quyết định", "2239/QĐ-TTg", "2021-12-30"), ("Nghị quyết", "05-NQ/TU", "2022-02-01")],
            bases.Select(b => (b.Type, b.Number, b.Date)));
    }

    [Fact]
    public void The_department_beside_the_motto()
    {
        var head = new PlanSketch().Lines(
            """
            UBND TỈNH LÀO CAI CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM SỞ NỘI VỤ Độc lập - Tự do - Hạnh phúc
            Số: 77/KH-SNV Lào Cai, ngày 8 tháng 1 năm 2024
            KẾ HOẠCH
            Cải cách hành chính năm 2024
            I. MỤC TIÊU
            Phục vụ người dân.
            """).Read().Document;

        Assert.Equal(("77/KH-SNV", "2024-01-08", "Lào Cai", "Sở Nội vụ"), (head.Number, head.Date, head.Province, head.Issuer));
    }

    [Theory]
    [InlineData("TỈNH ỦY", "Tỉnh ủy Cà Mau")]
    [InlineData("BAN CHẤP HÀNH", "Ban Chấp hành Đảng bộ tỉnh Cà Mau")]
    public void A_body_of_the_Party_has_the_place_of_its_organisation(string body, string issuer) => Assert.Equal(issuer, new PlanSketch().Lines(
        $"""
        ĐẢNG BỘ TỈNH CÀ MAU
        {body}
        Số 05-CTr/TU
        ĐẢNG CỘNG SẢN VIỆT NAM
        Cà Mau, ngày 20 tháng 4 năm 2022
        CHƯƠNG TRÌNH HÀNH ĐỘNG
        Thực hiện Nghị quyết về chuyển đổi số
        I- MỤC TIÊU
        Phục vụ người dân.
        """).Read().Document.Issuer);

    [Fact]
    public void How_things_stand_is_neither_title_nor_hides_the_legal_bases()
    {
        var plan = new PlanSketch().Lines(
            """
            UBND TỈNH NGHỆ AN
            Số: 08/CT-UBND
            Nghệ An, ngày 05 tháng 6 năm 2024
            CHỈ THỊ
            Về việc tăng cường phòng, chống đuối nước
            Thời gian qua, tình hình đuối nước diễn biến phức tạp, năm 2023 toàn tỉnh có 30 vụ. Thực hiện Chỉ thị số 17/CT-TTg ngày 16/5/2024 của Thủ tướng Chính phủ, Chủ tịch UBND tỉnh yêu cầu:
            1. Sở Y tế
            - Cấp cứu kịp thời.
            """).Read();

        Assert.Equal("Về việc tăng cường phòng, chống đuối nước", plan.Document.Title);
        Assert.Equal(["17/CT-TTg"], plan.LegalBases.Select(b => b.Number));
    }

    [Fact]
    public void A_title_to_which_a_copy_joined_the_first_basis()
    {
        var plan = new PlanSketch().Lines(
            """
            UBND TỈNH NGHỆ AN
            Số: 08/KH-UBND
            Nghệ An, ngày 05 tháng 6 năm 2024
            KẾ HOẠCH
            Phòng, chống đuối nước năm 2024 Căn cứ Luật Trẻ em ngày 05 tháng 4 năm 2016;
            Căn cứ Luật Trẻ em số 102/2016/QH13;
            I. MỤC TIÊU
            Bảo vệ trẻ em.
            """).Read();

        Assert.Equal("Phòng, chống đuối nước năm 2024", plan.Document.Title);
        Assert.Equal([null, "102/2016/QH13"], plan.LegalBases.Select(b => b.Number));
    }

    [Fact]
    public void Two_laws_of_one_day_are_two_bases() => Assert.Equal(2, new PlanSketch().Lines(
        """
        UBND TỈNH NGHỆ AN
        Số: 08/KH-UBND
        Nghệ An, ngày 05 tháng 6 năm 2006
        KẾ HOẠCH
        Nuôi trồng thủy sản
        Căn cứ Luật Tổ chức Hội đồng nhân dân và Ủy ban nhân dân ngày 26/11/2003;
        Căn cứ Luật Thủy sản ngày 26/11/2003;
        I. MỤC TIÊU
        Nuôi cá.
        """).Read().LegalBases.Count);
}
