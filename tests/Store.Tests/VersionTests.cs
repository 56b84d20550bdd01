using Plans.Extraction;
using Plans.Ingest;
using Plans.Store.Corrections;
using Plans.Store.Ledger;
using Plans.Store.Versions;

namespace Plans.Store.Tests;

public abstract class VersionTests(Engine engine) : IDisposable
{
    private static readonly string[] Nouns = ["chè", "lúa", "ngô", "rừng", "đường", "trường", "lớp", "trạm", "chợ", "hồ", "cầu", "kênh", "bò", "dê", "ong", "mật"];

    private readonly TestStore test = new(engine);

    /// <summary>A plan of some 60 sentences; <paramref name="other"/> of them are worded differently.</summary>
    private static PlanBuilder Plan(string? number = "190/KH-UBND", string? date = "2025-07-15", string title = "Phát triển nông nghiệp năm 2025", string? issuer = "Ủy ban nhân dân tỉnh Lạng Sơn", int other = 0) =>
        new PlanBuilder(new DocumentFields { Type = "Kế hoạch", Number = number, Date = date, Issuer = issuer, Province = "Lạng Sơn", Title = title })
            .Section("I", "Mục tiêu", string.Join(' ', Enumerable.Range(0, 60).Select(i => i < other
                ? $"Việc {i} nay giao các xã làm lại theo cách khác hẳn trước đây."
                : $"Huyện thứ {i} mở thêm {Nouns[i % 16]} và {Nouns[i / 4]} tại vùng {i * 7}.")), p => p.Target("diện tích chè", 500, " ha", 2025));

    private long Save(string name, PlanBuilder plan, string media = "text/plain", PageSource page = PageSource.Text) =>
        test.Save(name, plan.Document with { Text = plan.Document.Text + name, MediaType = media, Pages = [new(1, page)] }, plan.Plan);

    public static TheoryData<string, string, int, string?> Pairs => new()
    {
        { "190/KH-UBND 2025-07-15", "190/KH-UBND 2025-07-15", 0, "Copy" },
        { "190/KH-UBND 2025-07-15", "190/KH-UBND 2025-07", 0, "Copy" },
        { "190/KH-UBND 2025-07-15", "198/KH-UBND 2025-07-15", 0, "Copy" }, // a digit misread
        { "190/KH-UBND 2025-07-15", "190/KH-UBND 2025-07-15", 20, "Revision" },
        { "190/KH-UBND 2025-07-15", "190/KH-UBND 2025-07-15", 60, "Revision" }, // number, issuer, date and title are one plan's
        { "190/KH-UBND 2025-07-15", "190/KH-UBND 2025-08-20", 6, "Revision" },
        { "190/KH-UBND 2025-07-15", "190/KH-UBND 2020-07-15", 0, null },
        { "190/KH-UBND 2025-07-15", "191/KH-UBND 2025-09-15", 0, null },
        { "190/KH-UBND 2025-07-15", "- 2025", 12, "Draft" },
        { "190/KH-UBND 2025-07-15", "- -", 0, "Draft" },
        { "- -", "- -", 0, "Copy" },
        { "190/KH-UBND 2025-07-15", "- -", 60, null },
        { "- 2023", "- 2025", 0, null },
    };

    [Theory]
    [MemberData(nameof(Pairs))]
    public void What_is_one_plan_is_told_by_number_date_and_words(string first, string second, int otherSentences, string? kind)
    {
        var a = Save("/a.txt", Of(first));
        var b = Save("/b.txt", Of(second, otherSentences));
        Assert.Equal(kind, test.Store.Versions.Of(a).FirstOrDefault(version => version.PlanId == b)?.Kind?.ToString());
        Assert.Equal(kind is null ? 2 : 1, test.Store.Comparison.ByIndicator("diện tích chè").Count);
        Assert.Equal(2, test.Store.Plans.List().Count);

        static PlanBuilder Of(string traits, int other = 0) =>
            Plan(traits.Split(' ')[0] is "-" ? null : traits.Split(' ')[0], traits.Split(' ')[1] is "-" ? null : traits.Split(' ')[1], other: other);
    }

    [Theory]
    [InlineData("Phát triển nông nghiệp năm 2026", "Ủy ban nhân dân tỉnh Lạng Sơn")]
    [InlineData("Phát triển nông nghiệp năm 2025", "Ủy ban nhân dân tỉnh Cao Bằng")]
    public void A_plan_of_another_year_or_issuer_is_another_however_alike(string title, string issuer)
    {
        var a = Save("/a.txt", Plan(number: null, date: null));
        Save("/b.txt", Plan(number: null, date: null, title: title, issuer: issuer));
        Assert.Empty(test.Store.Versions.Of(a));
    }

    [Fact]
    public void The_best_source_is_shown_and_the_others_are_listed()
    {
        var scan = Save("/scan.pdf", Plan(), "application/pdf", PageSource.Ocr);
        var draft = Save("/du-thao.docx", Plan(number: null, date: null, other: 5), "application/vnd.openxmlformats-officedocument.wordprocessingml.document");
        Assert.Equal(scan, Assert.Single(test.Store.Plans.Resolve("190/KH-UBND")).Id);
        var pdf = Save("/ke-hoach.pdf", Plan(), "application/pdf");
        Assert.Equal(pdf, Assert.Single(test.Store.Plans.Resolve("190/KH-UBND")).Id);
        var word = Save("/ke-hoach.docx", Plan(), "application/vnd.openxmlformats-officedocument.wordprocessingml.document");
        Assert.Equal(word, Assert.Single(test.Store.Plans.Resolve("190/KH-UBND")).Id);
        Assert.Equal([word], test.Store.Plans.List(new() { OnlyBest = true }).Select(plan => plan.Id));
        Assert.Equal(
            [(word, null, true), (scan, VersionKind.Copy, false), (pdf, VersionKind.Copy, false), (draft, VersionKind.Draft, false)],
            test.Store.Versions.Of(word).Select(version => (version.PlanId, version.Kind, version.IsBest)));
        Assert.Equal(word, Assert.Single(test.Store.Comparison.ByIndicator("diện tích chè")).PlanId);
        Assert.Equal(draft, Assert.Single(test.Store.Plans.Resolve("du-thao.docx")).Id);

        // What a person went through counts before a better format.
        test.Store.Corrections.Confirm(pdf, new FactAddress(FactKind.Target, "t1"), new Signature("Lan"));
        Assert.Equal(pdf, Assert.Single(test.Store.Plans.Resolve("190/KH-UBND")).Id);
    }

    [Fact]
    public void A_plan_that_is_no_longer_one_leaves_the_others()
    {
        var a = Save("/a.txt", Plan());
        var b = Save("/b.txt", Plan());
        Assert.Equal(2, test.Store.Versions.Of(b).Count);
        test.Store.Corrections.Set(b, FactAddress.Head, new Dictionary<string, string?> { ["number"] = "77/KH-UBND", ["date"] = "2021-01-05" }, new Signature("Lan"));
        Assert.Empty(test.Store.Versions.Of(a));
        Assert.Equal(2, test.Store.Plans.List(new() { OnlyBest = true }).Count);

        var c = test.Run("/c.txt", "bản khác");
        var copy = test.Store.Save(c, Plan().Document, Plan().Plan)!.Value;
        Assert.Equal(2, test.Store.Versions.Of(copy).Count);
        test.Store.LeaveOut(test.Run("/c.txt", "bản khác"), new FileFailure("not-a-document", "", ""));
        Assert.Empty(test.Store.Versions.Of(a));
        Assert.True(test.Store.Plans.Summary(a)!.IsBest);
    }

    [Fact]
    public void Copies_that_are_saved_at_once_find_each_other()
    {
        using var other = test.Open();
        Parallel.For(0, 6, i =>
        {
            var (store, plan) = (i % 2 == 0 ? test.Store : other, Plan());
            var file = store.Ledger.Register(store.Ledger.StartLoad([]), TestStore.Found($"/{i}", $"nội dung {i}"), "1.0");
            store.Save(store.Ledger.Start(file.FileId, $"w{i}")!, plan.Document, plan.Plan);
        });
        Assert.Single(test.Store.Plans.List(new() { OnlyBest = true }));
        Assert.Equal(6, test.Store.Versions.Of(test.Store.Plans.List()[0].Id).Count);
    }

    [Fact]
    public void Plans_saved_before_versions_were_known_are_compared_on_demand()
    {
        Save("/a.txt", Plan());
        Save("/b.txt", Plan());
        test.Execute("delete from plan_links; delete from plan_bands; delete from plan_signatures; update plans set work_id = null, is_best = 1");
        Assert.Contains(test.Store.Check(), problem => problem.StartsWith("2 plans have not been compared with others", StringComparison.Ordinal));
        Assert.Equal(2, test.Store.Versions.LinkAll());
        Assert.Single(test.Store.Plans.List(new() { OnlyBest = true }));
        Assert.Equal(0, test.Store.Versions.LinkAll());
    }

    public void Dispose() => test.Dispose();
}

public sealed class VersionTestsOnSqlite() : VersionTests(Engine.Sqlite);

public sealed class VersionTestsOnPostgres() : VersionTests(Engine.Postgres);

public sealed class TextSignatureTests
{
    private static readonly string Text = string.Join(' ', Enumerable.Range(0, 400).Select(i => $"từ{i} và{i % 7} chữ{i % 31}"));

    [Fact]
    public void The_same_words_have_the_same_signature_whatever_their_marks_and_breaks() => Assert.Equal(
        1, TextSignature.Of(Text).Likeness(TextSignature.Of(Text.Replace(' ', '\n').Replace("chữ", "CHỮ"))));

    /// <summary>A share of the runs, give or take what 64 samples tell.</summary>
    [Theory]
    [InlineData(0.9)]
    [InlineData(0.5)]
    [InlineData(0.1)]
    public void Likeness_is_the_share_of_common_words(double kept)
    {
        var cut = (int)(Text.Length * kept);
        Assert.InRange(TextSignature.Of(Text).Likeness(TextSignature.Of(Text[..cut])), kept - 0.2, kept + 0.2);
    }

    [Fact]
    public void It_is_read_back_as_it_was_written()
    {
        var signature = TextSignature.Of(Text);
        var read = TextSignature.Read(signature.Write());
        Assert.Equal((1, true), (read.Likeness(signature), read.IsLong));
        Assert.Equal(signature.Bands, read.Bands);
        Assert.False(TextSignature.Of("vài từ").IsLong);
    }
}
