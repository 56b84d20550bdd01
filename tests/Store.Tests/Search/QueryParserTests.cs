using Plans.Store.Search;

namespace Plans.Store.Tests.Search;

public class QueryParserTests
{
    /// <summary>Terms are shown as: words joined by _, a leading - where excluded, a final * where a prefix.</summary>
    [Theory]
    [InlineData("lao động", "lao động")]
    [InlineData("\"lao động\" nghề", "lao_động nghề")]
    [InlineData("“lao động” nghề", "lao_động nghề")]
    [InlineData("-nghề lao -\"đào tạo\"", "-nghề lao -đào_tạo")]
    [InlineData("đào*", "đào*")]
    [InlineData("\"đào*\"", "đào")]
    [InlineData("190/KH-UBND", "190_kh_ubnd")]
    [InlineData("68,8%", "68_8")]
    [InlineData("lao-động", "lao_động")]
    [InlineData("\"lao động", "lao_động")] // not closed
    [InlineData("nghề\"lao động\"", "nghề lao_động")]
    [InlineData("lao AND OR NOT NEAR(nghề)", "lao and or not near_nghề")] // FTS5's operators are words
    [InlineData("heading: \"x'; drop table plans; --\"", "heading x_drop_table_plans")]
    [InlineData("2021 – 2025 - *", "2021 2025")]
    [InlineData("LAO\u0000ĐỘNG", "lao_động")]
    [InlineData("đa\u0300o", "đào")] // decomposed
    [InlineData("nghề😀", "nghề")]
    [InlineData("", "")]
    [InlineData("\" \" * - ( ) ^ : 😀", "")]
    public void Reads_what_is_asked(string text, string terms)
    {
        var query = QueryParser.Parse(text);
        Assert.Equal(terms, string.Join(' ', query.Terms.Select(
            term => $"{(term.Excluded ? "-" : "")}{string.Join('_', term.Words)}{(term.Prefix ? "*" : "")}")));
    }

    public static TheoryData<string, QueryProblem> Unanswerable => new()
    {
        { new string('a', 100_000), QueryProblem.TooLong },
        { string.Join(' ', Enumerable.Repeat("a*", 1000)), QueryProblem.TooLong },
        { string.Join(' ', Enumerable.Repeat("ab*", 100)), QueryProblem.TooManyTerms },
        { "-đào -tạo", QueryProblem.OnlyExclusions },
        { "đ*", QueryProblem.ShortPrefix },
    };

    [Theory]
    [MemberData(nameof(Unanswerable))]
    public void Says_what_cannot_be_answered(string text, QueryProblem problem) =>
        Assert.Equal(problem, Assert.Throws<QueryException>(() => QueryParser.Parse(text)).Problem);
}
