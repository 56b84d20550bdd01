using System.Text.Json;
using Plans.Extraction.Evaluation;

namespace Plans.Extraction.Tests.Evaluation;

public sealed class GoldScoreTests
{
    private static readonly Span Somewhere = new(0, 1, 1);

    private const string Annotation = """
        {
          "document": { "type": "Kế hoạch", "number": "12/KH-UBND", "date": "2024-02-05", "title": "Phòng, chống dịch", "period": {"from": 2024, "to": 2024} },
          "legal_bases": [ {"type": "Luật", "number": null, "date": "2013"} ],
          "sections": [ {"path": "I", "heading": "Mục tiêu", "kind": "objectives"}, {"path": "II", "heading": null, "kind": "tasks", "optional": true} ],
          "targets": [ {"id": "t1", "indicator": "tỷ lệ trẻ em được tiêm chủng", "comparator": ">=", "value": 95, "unit": "%", "year": 2024, "section": "I",
                        "anchor": "tỷ lệ trẻ em được tiêm chủng đạt từ 95% trở lên"} ],
          "tasks": [ {"id": "k1", "anchor": "Tổ chức tiêm chủng cho trẻ em", "section": "II", "source": "agency-section", "lead": ["Sở Y tế"],
                      "support": ["các sở, ban, ngành"], "refers_to": ["1.1", "1.2"]} ]
        }
        """;

    private static readonly GoldPlan Gold = GoldPlan.Parse(Annotation);

    private static readonly Plan Right = new()
    {
        Document = new() { Type = "Kế hoạch", Number = "12/KH-UBND", Date = "2024-02-05", Title = "Phòng, chống dịch", Period = new(2024, 2024) },
        LegalBases = [new("Luật", null, "2013", null, null, "Luật … năm 2013", Somewhere)],
        Sections = [new("I", "MỤC TIÊU", SectionKind.Objectives, "", Somewhere)],
        Targets =
        [
            new()
            {
                Id = "t1", Indicator = "Tỷ lệ trẻ em được tiêm chủng", Comparator = ">=", Value = 95, Unit = "%", Year = 2024, Section = "I", Source = "text",
                Printed = "95%", Quote = "Tỷ lệ trẻ em được tiêm chủng đạt từ 95% trở lên", Confidence = 1, Span = Somewhere,
            },
        ],
        Tasks =
        [
            new()
            {
                Id = "k1", Text = "- Tổ chức tiêm chủng cho trẻ em dưới 5 tuổi.", Section = "II", Source = "agency-section", Lead = ["Sở Y tế"],
                Support = ["Sở, ban, ngành"], RefersTo = ["1.1", "1.2"], Confidence = 1, Span = Somewhere,
            },
        ],
    };

    [Fact]
    public void A_right_plan_has_no_differences()
    {
        var score = GoldScore.Of(Gold, Right);

        Assert.Empty(score.Errors);
        Assert.All(ScoredPart.All, part => Assert.True(score[part].F1 is null or 1, part));
        Assert.Equal(new Measure(2, 0, 0), score[ScoredPart.Responsibilities]);
    }

    [Fact]
    public void An_empty_plan_misses_all_that_is_not_optional()
    {
        var score = GoldScore.Of(Gold, new Plan { Document = new() });

        Assert.Equal(new Measure(0, 0, 1), score[ScoredPart.Sections]);
        Assert.Equal(new Measure(0, 0, 2), score[ScoredPart.Responsibilities]);
        Assert.Equal(0, score[ScoredPart.Targets].F1);
        Assert.Null(score[ScoredPart.Funding].F1);
        Assert.Contains(score.Errors, e => e is { Part: ScoredPart.Targets, Difference: Difference.Missed });
    }

    private static readonly Dictionary<string, (Plan Plan, string Part, Measure Expected)> Mistakes = new()
    {
        ["another value is another target"] = (Right with { Targets = [Right.Targets[0] with { Value = 90 }] }, ScoredPart.Targets, new(0, 1, 1)),
        ["another unit is the target, not strictly"] = (Right with { Targets = [Right.Targets[0] with { Unit = "trẻ" }] }, ScoredPart.Targets, new(1, 0, 0)),
        ["another unit is wrong strictly"] = (Right with { Targets = [Right.Targets[0] with { Unit = "trẻ" }] }, ScoredPart.TargetsStrict, new(0, 1, 1)),
        ["another comparator is wrong strictly"] = (Right with { Targets = [Right.Targets[0] with { Comparator = "=" }] }, ScoredPart.TargetsStrict, new(0, 1, 1)),
        ["a part of what gold gives no whole"] = (Right with { Targets = [Right.Targets[0] with { Parent = "t9" }] }, ScoredPart.TargetBreakdowns, new(0, 1, 0)),
        ["a lead taken for a supporter"] = (Right with { Tasks = [Right.Tasks[0] with { Lead = [], Support = ["Sở Y tế"] }] }, ScoredPart.Responsibilities, new(0, 1, 2)),
        ["a task of other words"] = (Right with { Tasks = [Right.Tasks[0] with { Text = "Mua sắm trang thiết bị" }] }, ScoredPart.Tasks, new(0, 1, 1)),
        ["a deadline that is not there"] = (Right with { Tasks = [Right.Tasks[0] with { Deadline = "hằng năm" }] }, ScoredPart.Deadlines, new(0, 1, 0)),
        ["one reference too few and one too many"] = (Right with { Tasks = [Right.Tasks[0] with { RefersTo = ["1.1", "3"] }] }, ScoredPart.TaskReferences, new(1, 1, 1)),
        ["another heading is another section"] = (Right with { Sections = [Right.Sections[0] with { Heading = "Nhiệm vụ" }] }, ScoredPart.Sections, new(0, 1, 1)),
        ["another kind"] = (Right with { Sections = [Right.Sections[0] with { Kind = SectionKind.Tasks }] }, ScoredPart.SectionKinds, new(0, 1, 1)),
        ["a law of another year"] = (Right with { LegalBases = [Right.LegalBases[0] with { Date = "2014" }] }, ScoredPart.LegalBases, new(0, 1, 1)),
        ["an optional section found"] = (Right with { Sections = [.. Right.Sections, new("II", "Nhiệm vụ", SectionKind.Tasks, "", Somewhere)] }, ScoredPart.Sections, new(1, 0, 0)),
        ["a section that is none"] = (Right with { Sections = [.. Right.Sections, new("III", "Kinh phí", SectionKind.Funding, "", Somewhere)] }, ScoredPart.Sections, new(1, 1, 0)),
        ["a finding of a kind that nobody annotates"] = (Right with { Findings = [new("another-kind", "", "", Somewhere)] }, ScoredPart.Findings, new(0, 0, 0)),
        ["a wrong field of the head"] = (Right with { Document = Right.Document with { Number = "13/KH-UBND" } }, ScoredPart.DocumentFields, new(9, 1, 1)),
    };

    public static TheoryData<string> MistakeNames => [.. Mistakes.Keys];

    [Theory]
    [MemberData(nameof(MistakeNames))]
    public void Counts_each_mistake_where_it_belongs(string mistake)
    {
        var (plan, part, expected) = Mistakes[mistake];

        var score = GoldScore.Of(Gold, plan);

        Assert.Equal(expected, score[part]);
        Assert.Equal(expected.Extra + expected.Missed > 0, score.Errors.Any(e => e.Part == part));
    }

    [PythonScorerFact]
    public void Gives_the_figures_of_the_contracts_scorer()
    {
        var folder = Directory.CreateTempSubdirectory("plans-score-");
        try
        {
            var scores = new Dictionary<string, Score>();
            foreach (var (name, seed) in new[] { ("yen-bai-giam-ngheo-2020.md", 7), ("long-thanh-cai-cach-hanh-chinh-2022.docx", 11), ("quang-ninh-du-lich-2024.html", 3) })
            {
                var file = Corpus.File(name);
                var plan = PlantedErrors.In(PlanExtractor.Extract(file.Document), seed);
                File.WriteAllText(Path.Combine(folder.FullName, name + ".gold.json"), file.GoldJson);
                File.WriteAllText(Path.Combine(folder.FullName, name + ".json"), PlanJson.Write(new PlanSource(name, ""), file.Document, plan));
                scores[name] = GoldScore.Of(GoldPlan.Parse(file.GoldJson), plan);
            }

            scores["ALL"] = Score.Sum([.. scores.Values]);
            var expected = PythonScorer.Run(folder.FullName, folder.FullName);

            Assert.Equal(expected.Keys.Order(), scores.Keys.Order());
            Assert.All(scores, document => Assert.All(ScoredPart.All, part => Assert.True(
                expected[document.Key][part] == document.Value[part], $"{document.Key}, {part}: score.py {expected[document.Key][part]}, here {document.Value[part]}")));
            Assert.All([ScoredPart.Targets, ScoredPart.Tasks, ScoredPart.Responsibilities], part => Assert.True(scores["ALL"][part] is { Right: > 0, Extra: > 0, Missed: > 0 }));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Theory]
    [InlineData("null")]
    [InlineData("{ \"targets\": [ { \"value\": \"nhiều\" } ] }")]
    [InlineData("không phải JSON")]
    public void An_annotation_that_is_none_is_refused(string json) => Assert.ThrowsAny<JsonException>(() => GoldPlan.Parse(json));
}
