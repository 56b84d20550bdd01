using System.Text;
using Plans.Extraction.Language;
using Plans.Store.Comparison.Agencies;
using Plans.Store.Export;
using Plans.Store.Search;

namespace Plans.Store.Tests.Comparison;

public abstract class AgencyTests : IDisposable
{
    private readonly TestStore test;

    protected AgencyTests(Engine engine)
    {
        test = new TestStore(engine);
        Save("Yên Bái", "1/KH-UBND", "2019-02-01", new(2019, 2021), p => p
            .Task("Cho vay vốn, đào tạo nghề.", ["Sở Lao động - Thương binh và Xã hội"], ["Sở Y tế"], "trước ngày 30/6/2019", "2019-06-30")
            .Task("Chăm sóc trẻ em.", ["Sở Y tế"], ["Sở LĐTB&XH tỉnh"], "năm 2020", "2020"));
        Save("Lào Cai", "2/KH-UBND", "2025-09-01", null, p => p
            .Task("Tổng hợp, báo cáo.", ["Sở Nội vụ"], deadline: "quý I/2026", due: "2026-03-31")
            .Task("Kiểm tra.", ["Sở Nội vụ"])
            .Task("Đánh giá cán bộ.", ["Phòng Nội vụ"]));
        Save("Huế", "3/KH-UBND", "2025-03-01", null, p => p.Task("Báo cáo tháng.", ["Sở Nội vụ"], deadline: "tháng 4/2025", due: "2025-04"));
    }

    private AgencyDuties Of(string name, string? province = null, int? from = null, int? to = null, string? role = null) =>
        test.Store.Agencies.Of(new AgencyRequest { Name = name, Province = province, From = from, To = to, Role = role });

    /// <summary>Rows are shown as due, role and name.</summary>
    [Theory]
    [InlineData("Sở Nội vụ", null, "2019-06-30 lead Sở Lao động - Thương binh và Xã hội; 2020 support Sở LĐTB&XH tỉnh; 2025-04 lead Sở Nội vụ; 2026-03-31 lead Sở Nội vụ;  lead Sở Nội vụ")]
    [InlineData("Sở Lao động - TBXH", "Lào Cai", "2019-06-30 lead Sở Lao động - Thương binh và Xã hội; 2020 support Sở LĐTB&XH tỉnh; 2026-03-31 lead Sở Nội vụ;  lead Sở Nội vụ")]
    [InlineData("Sở Nội vụ", "Yên Bái", "2019-06-30 lead Sở Lao động - Thương binh và Xã hội; 2020 support Sở LĐTB&XH tỉnh")]
    [InlineData("Phòng Nội vụ", null, " lead Phòng Nội vụ")]
    public void A_body_is_found_under_all_its_names(string name, string? province, string rows) => Assert.Equal(
        rows, string.Join("; ", Of(name, province).Duties.Select(duty => $"{duty.Due?.Date} {duty.Role} {duty.Printed}")));

    [Fact]
    public void A_part_of_the_duties_that_passed_is_told()
    {
        var duties = test.Store.Agencies.Of(new AgencyRequest { Name = "Sở Y tế", InPart = true });
        Assert.Equal(2, Of("Sở Y tế").Duties.Count);
        Assert.Equal(["Cho vay vốn, đào tạo nghề. support ", "Cho vay vốn, đào tạo nghề. lead bảo trợ"], duties.Duties.Take(2).Select(duty => $"{duty.Text} {duty.Role} {duty.Share?[..7]}").OrderByDescending(row => row));
        Assert.Contains(duties.Line, body => body is { Name: "Sở Lao động - Thương binh và Xã hội", Until: "2025-02-28", Share: not null });
        Assert.Equal(("Sở Y tế", null), (duties.Line[0].Name, duties.Line[0].Until));
    }

    [Fact]
    public void Years_and_roles_narrow()
    {
        Assert.Equal(3, Of("Sở Nội vụ", from: 2025).Duties.Count);
        Assert.Equal(2, Of("Sở Nội vụ", to: 2019).Duties.Count);
        Assert.Equal(["Chăm sóc trẻ em."], Of("Sở Nội vụ", role: "support").Duties.Select(duty => duty.Text));
    }

    [Fact]
    public void A_body_that_no_catalogue_knows_is_found_by_its_words()
    {
        Save("Huế", "4/KH-UBND", "2025-04-01", null, p => p.Task("Cho vay.", ["Ngân hàng Chính sách chi nhánh Huế"], ["Sở Y tế"]));
        var duty = Assert.Single(Of("ngân hàng chính sách").Duties);
        Assert.Equal(("Cho vay.", "Sở Y tế", "4/KH-UBND"), (duty.Text, duty.Support[0], duty.PlanNumber));
        Assert.Empty(Of("ngân hàng chính sách").Line);
        Assert.DoesNotContain(Of("ngân").Duties, duty => duty.Printed == "Sở Y tế");
        Assert.Throws<QueryException>(() => Of(" - "));
    }

    public void Dispose() => test.Dispose();

    private void Save(string province, string number, string date, Extraction.Period? period, Action<PlanBuilder> tasks) =>
        test.Save($"/{province}-{number}.txt", PlanBuilder.Of(province, number, $"Việc {number}", date, period).Section("I", "Phân công", "", tasks));
}

public sealed class AgencyTestsOnSqlite() : AgencyTests(Engine.Sqlite);

public sealed class AgencyTestsOnPostgres() : AgencyTests(Engine.Postgres);

public sealed class CalendarExportTests
{
    private static readonly AgencyDuty Duty = new()
    {
        PlanId = 7,
        PlanNumber = "1/KH-UBND",
        PlanDate = "2024-05-06",
        PlanTitle = "Việc làm",
        File = "a.docx",
        Sha256 = new string('a', 64),
        TaskId = "k1",
        Text = "Tổng hợp, báo cáo; gửi Ủy ban",
        Role = "lead",
        Printed = "Sở Y tế",
        Lead = ["Sở Y tế"],
        Page = 1,
        Start = 10,
        End = 20,
    };

    private static string[] Written(params AgencyDuty[] duties)
    {
        using var writer = new StringWriter();
        CalendarExport.Write(writer, "Sở Y tế", duties, ManualClock.Start, (plan, start, end) => $"http://x/plans/{plan}?mark={start}-{end}");
        return writer.ToString().Split("\r\n");
    }

    [Theory]
    [InlineData("2025-06-30", null, null, null, "20250630", null)]
    [InlineData("2025-02", null, null, null, "20250228", null)]
    [InlineData("2025", null, null, null, "20251231", null)]
    [InlineData(null, "year", "12-05", null, "20241205", "FREQ=YEARLY")]
    [InlineData(null, "year", "03-05", 2026, "20250305", "FREQ=YEARLY;UNTIL=20261231")]
    [InlineData(null, "year", "02-29", null, "20250228", "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=-1")]
    [InlineData(null, "year", null, null, "20241231", "FREQ=YEARLY")]
    [InlineData(null, "quarter", null, 2025, "20240630", "FREQ=YEARLY;BYMONTH=3,6,9,12;BYMONTHDAY=-1;UNTIL=20251231")]
    [InlineData(null, "month", null, null, "20240531", "FREQ=MONTHLY;BYMONTHDAY=-1")]
    [InlineData(null, "week", null, null, "20240510", "FREQ=WEEKLY;BYDAY=FR")]
    public void A_deadline_is_an_all_day_event(string? date, string? every, string? day, int? until, string start, string? rule)
    {
        var lines = Written(Duty with { Due = new DueDate(date, every, day), PeriodTo = until });
        Assert.Contains($"DTSTART;VALUE=DATE:{start}", lines);
        Assert.Equal(rule is null ? null : "RRULE:" + rule, lines.FirstOrDefault(line => line.StartsWith("RRULE", StringComparison.Ordinal)));
        Assert.Contains("DTSTAMP:20260302T080000Z", lines);
        Assert.Contains("UID:aaaaaaaaaaaaaaaa-k1-lead@plans", lines);
        Assert.Contains("URL:http://x/plans/7?mark=10-20", lines);
    }

    [Fact]
    public void What_names_no_date_is_left_out() => Assert.DoesNotContain(
        "BEGIN:VEVENT", Written(Duty, Duty with { Due = new DueDate(null, "day", null) }, Duty with { Due = new DueDate(null, "year", null), PlanDate = null }));

    [Fact]
    public void Text_is_escaped_and_folded_after_75_octets_between_letters()
    {
        var lines = Written(Duty with { Due = new DueDate("2025", null, null), Text = "Chuyển đổi số, \\ngành; " + new string('ộ', 90) + "\nhai" });
        Assert.All(lines, line => Assert.True(Encoding.UTF8.GetByteCount(line) <= 75));
        var unfolded = string.Join("\r\n", lines).Replace("\r\n ", "");
        Assert.Contains("DESCRIPTION:Chuyển đổi số\\, \\\\ngành\\; " + new string('ộ', 90) + "\\nhai\\nChủ trì: Sở Y tế\\n1/KH-UBND\\, Việc làm", unfolded);
        Assert.StartsWith("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:", unfolded);
        Assert.EndsWith("END:VEVENT\r\nEND:VCALENDAR\r\n", unfolded);
    }
}
