using Plans.Extraction;
using Plans.Ingest;

namespace Plans.Web.Tests;

/// <summary>The site with two plans of different provinces and a file that failed.</summary>
public sealed class SampleSite : Site
{
    /// <summary>Of Bắc Kạn, with every kind of fact.</summary>
    public static readonly SamplePlan Whole = MakeWhole();

    public long WholeId { get; private set; }

    public long ShortId { get; private set; }

    public override async Task InitializeAsync()
    {
        WholeId = Save("bac-kan.txt", Whole);
        ShortId = Save("ca-mau.txt", MakeShort());
        Fail("hong.docx");
        await base.InitializeAsync();
    }

    private static SamplePlan MakeWhole() => new SamplePlan(
        new DocumentFields
        {
            Type = "Kế hoạch",
            Number = "12/KH-UBND",
            Date = "2021-03-05",
            Issuer = "Ủy ban nhân dân tỉnh Bắc Kạn",
            Province = "Bắc Kạn",
            Title = "Phát triển nghề dệt thổ cẩm giai đoạn 2021 - 2025",
            Period = new Period(2021, 2025),
            Signer = "Nông Văn Mẫu",
            SignerRole = "Phó Chủ tịch",
        },
        """
        Căn cứ Quyết định số 45/QĐ-TTg ngày 10/01/2020 của Thủ tướng Chính phủ.
        I. MỤC TIÊU
        1. Mục tiêu chung
        Giữ nghề dệt thổ cẩm của đồng bào.
        2. Chỉ tiêu
        Đến năm 2025 đào tạo nghề dệt cho 20.000 lao động, trong đó 12.000 lao động nữ.
        Tỷ lệ lao động qua đào tạo đạt từ 68,8% trở lên.
        II. TỔ CHỨC THỰC HIỆN
        Sở Công Thương lập danh sách làng nghề trước ngày 01/6/2021.
        Sở Tài chính cân đối vốn cho làng nghề.
        III. KINH PHÍ
        Tổng kinh phí 3,5 tỷ đồng.
        Nội dung	Năm 2021	Năm 2022
        Lớp dệt	10	15
        """)
    {
        Pages = [new PageRecord(1, PageSource.Text), new PageRecord(2, PageSource.Ocr), new PageRecord(3, PageSource.Failed, Reason: "no text layer")],
    }
        .Section("I", "MỤC TIÊU", "I. MỤC TIÊU", "II. TỔ CHỨC", SectionKind.Objectives)
        .Section("I.1", "Mục tiêu chung", "1. Mục tiêu chung", "2. Chỉ tiêu", SectionKind.Objectives)
        .Section("I.2", "Chỉ tiêu", "2. Chỉ tiêu", "II. TỔ CHỨC", SectionKind.Objectives)
        .Section("II", "TỔ CHỨC THỰC HIỆN", "II. TỔ CHỨC", "III. KINH PHÍ", SectionKind.Implementation)
        .Section("III", "KINH PHÍ", "III. KINH PHÍ", null, SectionKind.Funding)
        .Target("Đến năm 2025 đào tạo nghề dệt cho 20.000 lao động", "đào tạo nghề dệt", 20000, "lao động", "20.000 lao động", 2025, section: "I.2")
        .Target("12.000 lao động nữ", "lao động nữ học nghề dệt", 12000, "lao động nữ", "12.000 lao động nữ", 2025, parent: "t1", section: "I.2")
        .Target("Tỷ lệ lao động qua đào tạo đạt từ 68,8% trở lên", "Tỷ lệ lao động qua đào tạo", 68.8m, "%", "68,8%", 2025, ">=", section: "I.2", page: 2)
        .Task("Sở Công Thương lập danh sách làng nghề trước ngày 01/6/2021.", ["Sở Công Thương"], ["Sở Tài chính"], "trước ngày 01/6/2021", "II", "2021-06-01")
        .Task("Sở Tài chính cân đối vốn cho làng nghề.", ["Sở Tài chính"], section: "II", references: [new("1", "II", "k1"), new("I.2", "I.2", null), new("9", null, null)])
        .Basis("Quyết định", "45/QĐ-TTg", "2020-01-10", "Quyết định số 45/QĐ-TTg ngày 10/01/2020 của Thủ tướng Chính phủ")
        .Money(3_500_000_000, "tổng", "Tổng kinh phí 3,5 tỷ đồng")
        .Finding("parts-do-not-sum", "12.000 is not 20.000.", "trong đó 12.000 lao động nữ");

    private static SamplePlan MakeShort() => new SamplePlan(
        new DocumentFields
        {
            Type = "Kế hoạch",
            Date = "2024",
            Issuer = "Ủy ban nhân dân tỉnh Cà Mau",
            Province = "Cà Mau",
            Title = "Dạy nghề nuôi tôm năm 2024",
            Period = new Period(2024, 2024),
        },
        """
        I. CHỈ TIÊU
        Tỷ lệ lao động qua đào tạo đạt 55%.
        """)
        .Section("I", "CHỈ TIÊU", "I. CHỈ TIÊU", null, SectionKind.Objectives)
        .Target("Tỷ lệ lao động qua đào tạo đạt 55%", "Tỷ lệ lao động qua đào tạo", 55, "%", "55%", 2024, section: "I", confidence: 0.3);
}
