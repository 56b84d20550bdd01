using Plans.Extraction.Targets;
using Plans.Extraction.Tests.Domain;

namespace Plans.Extraction.Tests.Evaluation;

/// <summary>Each number of a text is accounted for: extracted, or said to be something else.</summary>
public sealed class NumberLedgerTests
{
    /// <summary>Of all numbers, those that may be mere mentions: named, without commitment and without any class of their own.</summary>
    private const double MostMentions = 0.12;

    [Fact]
    public void No_digit_of_the_corpus_is_left_out()
    {
        var (all, mentions) = (0, 0);
        foreach (var file in Corpus.Files)
        {
            var document = file.Document;
            var ledger = NumberLedger.Of(document, PlanExtractor.Extract(document));
            var held = ledger.SelectMany(e => Enumerable.Range(e.Start, e.End - e.Start)).ToHashSet();
            var missing = document.Blocks.Where(b => b is Ingest.Paragraph or Ingest.Table)
                .SelectMany(b => Enumerable.Range(b.Range.Start, b.Range.End - b.Range.Start)).Where(i => char.IsAsciiDigit(document.Text[i]) && !held.Contains(i)).ToList();

            Assert.True(missing.Count == 0, $"{file.Name}: no account of \"{(missing.Count > 0 ? document.Text[Math.Max(0, missing[0] - 30)..Math.Min(document.Text.Length, missing[0] + 20)] : "")}\"");
            all += ledger.Count;
            mentions += ledger.Count(e => e.Use == NumberUse.Mention);
        }

        Assert.True(mentions <= all * MostMentions, $"{mentions} of {all} numbers are mere mentions.");
    }

    [Theory]
    [InlineData("- Tỷ lệ bao phủ bảo hiểm y tế năm 2024 đạt 95%.", "2024:Year, 95%:Target")]
    [InlineData("- Trẻ em dưới 6 tuổi được cấp thẻ; điện thoại hỗ trợ: 0219 386 688.", "6:Age, 0219:Phone, 386:Phone, 688:Phone")]
    [InlineData("- Theo Quyết định số 12/QĐ-UBND ngày 05/01/2024, năm 2023 đã có 40 xã đạt chuẩn.", "12:Citation, 05:Citation, 01:Citation, 2024:Citation, 2023:Year, 40:Result")]
    [InlineData("- Chính sách hỗ trợ 2 tỷ đồng.", "2 tỷ:Money")]
    public void What_became_of_each_number(string line, string expected)
    {
        var document = PlanSketch.Plan().Lines("I. MỤC TIÊU\n" + line).Build();
        var from = document.Text.IndexOf(line, StringComparison.Ordinal);

        var ledger = NumberLedger.Of(document, PlanExtractor.Extract(document)).Where(e => e.Start >= from);

        Assert.Equal(expected, string.Join(", ", ledger.Select(e => $"{e.Printed}:{e.Use}")));
    }
}
