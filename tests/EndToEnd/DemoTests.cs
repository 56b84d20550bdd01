namespace Plans.EndToEnd;

public sealed class DemoTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public async Task The_demo_loads_the_corpus_without_its_annotations_and_nothing_twice()
    {
        _folder.Write("corpus/hoa-binh.txt", PlanTexts.Training(21));
        _folder.Write("corpus/hoa-binh.txt.gold.json", "{}");
        _folder.Write("corpus/sub/son-la.docx", PlanTexts.Docx(PlanTexts.Training(35, "Sơn La")));
        _folder.Write("corpus/sub/son-la.docx.gold.json", "{}");
        _folder.Write("corpus/README.md", "# Corpus");

        var first = (await PlansProcess.RunAsync(_folder["data"], "demo", "--exit")).Expect(0);
        Assert.Contains("2 files found: 2 done", first.Output);
        Assert.Contains("2 plans of 2 provinces", first.Output);
        Assert.Contains("son-la.docx", first.Output);

        var second = (await PlansProcess.RunAsync(_folder["data"], "demo", "--exit")).Expect(0);
        Assert.Contains("2 files found: 0 done, 0 partial, 2 skipped", second.Output);
        Assert.Contains("2 plans of 2 provinces", second.Output);
    }

    public void Dispose() => _folder.Dispose();
}
