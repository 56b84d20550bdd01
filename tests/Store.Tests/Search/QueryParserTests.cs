using Plans.Store.Search;

namespace Plans.Store.Tests.Search;

public class QueryParserTests
{
    /// <summary>Terms are shown as: words joined by _, a final * where a prefix, ~N where near; alternatives in (a|b), groups in (a b).</summary>
    [Theory]
    [InlineData("lao động", "lao động")]
    [InlineData("\"lao động\" nghề", "lao_động nghề")]
    [InlineData("“lao động” nghề", "lao_động nghề")]
    [InlineData("-nghề lao -\"đào tạo\"", "lao -nghề -đào_tạo")]
    [InlineData("đào*", "đào*")]
    [InlineData("\"đào*\"", "đào")]
    [InlineData("190/KH-UBND", "190_kh_ubnd")]
    [InlineData("68,8%", "68_8")]
    [InlineData("lao-động", "lao_động")]
    [InlineData("\"lao động", "lao_động")] // not closed
    [InlineData("nghề\"lao động\"", "nghề lao_động")]
    [InlineData("lao OR nghề tạo", "(lao|nghề) tạo")]
    [InlineData("lao HOẶC nghề | tạo", "(lao|nghề|tạo)")]
    [InlineData("TRUNG TÂM HOẶC TRƯỜNG", "trung tâm hoặc trường")] // a title in capitals
    [InlineData("lao or nghề", "lao or nghề")]
    [InlineData("OR lao OR OR nghề OR", "(lao|nghề)")]
    [InlineData("(lao động) OR (nghề \"đào tạo\")", "((lao động)|(nghề đào_tạo))")]
    [InlineData("việc (lao OR nghề) -tạo", "việc (lao|nghề) -tạo")]
    [InlineData(") lao ) (động (nghề", "lao (động nghề)")] // unbalanced
    [InlineData("() ( ) lao", "lao")]
    [InlineData("\"lao nghề\"~5 tạo", "lao_nghề~5 tạo")]
    [InlineData("\"lao\"~5", "lao")]
    [InlineData("lao AND NOT NEAR(nghề)", "lao and not near nghề")] // FTS5's operators are words
    [InlineData("heading: \"x'; drop table plans; --\"", "heading x_drop_table_plans")]
    [InlineData("Mục tiêu: đào", "mục tiêu đào")] // no field without a value right after
    [InlineData("http://a.vn:80/x", "http_a_vn_80_x")]
    [InlineData("2021 – 2025 - *", "2021 2025")]
    [InlineData("LAO\u0000ĐỘNG", "lao_động")]
    [InlineData("đa\u0300o", "đào")] // decomposed
    [InlineData("nghề😀", "nghề")]
    [InlineData("", "")]
    [InlineData("\" \" * - ( ) ^ : 😀", "")]
    public void Reads_what_is_asked(string text, string terms)
    {
        var query = QueryParser.Parse(text);
        Assert.Equal(terms, string.Join(' ', query.Wanted.Select(Shown).Concat(query.Unwanted.Select(term => "-" + Shown(term)))));
        Assert.Empty(query.Fields);

        static string Shown(QueryNode node) => node switch
        {
            AnyOf any => $"({string.Join('|', any.Nodes.Select(Shown))})",
            AllOf all => $"({string.Join(' ', all.Nodes.Select(Shown))})",
            SearchTerm term => $"{string.Join('_', term.Words)}{(term.Prefix ? "*" : "")}{(term.Within is { } n ? $"~{n}" : "")}",
            _ => throw new ArgumentOutOfRangeException(nameof(node)),
        };
    }

    [Theory]
    [InlineData("tỉnh:\"Lạng Sơn\" đào", "Province Is lạng sơn")]
    [InlineData("PROVINCE:Huế", "Province Is huế")]
    [InlineData("giá-trị:>=70,5 đơn_vị:%", "Value AtLeast 70.5; Unit Is %")]
    [InlineData("value:>1.000", "Value MoreThan 1000")]
    [InlineData("value:60..70", "Value AtLeast 60; Value AtMost 70")]
    [InlineData("năm:2030", "Year Is 2030")]
    [InlineData("đến:2030", "Year AtMost 2030")]
    [InlineData("ngày:>=6/2025", "Date AtLeast 2025-06")]
    [InlineData("date:2025-06-30", "Date Is 2025-06-30")]
    [InlineData("-kind:task", "not Kind Is task")]
    [InlineData("phần:chỉ-tiêu", "Kind Is target")]
    [InlineData("số:190/KH-UBND", "Number Is 190/kh-ubnd")]
    public void Reads_fields(string text, string fields) => Assert.Equal(fields, string.Join("; ", QueryParser.Parse(text).Fields.Select(field =>
        $"{(field.Excluded ? "not " : "")}{field.Field} {field.Comparison} {field.Number?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? field.Value}")));

    public static TheoryData<string, QueryProblem> Unanswerable => new()
    {
        { new string('a', 100_000), QueryProblem.TooLong },
        { string.Join(' ', Enumerable.Repeat("a*", 1000)), QueryProblem.TooLong },
        { string.Join(' ', Enumerable.Repeat("ab*", 100)), QueryProblem.TooManyTerms },
        { "-đào -tạo", QueryProblem.OnlyExclusions },
        { "đ*", QueryProblem.ShortPrefix },
        { "value:nhiều", QueryProblem.BadField },
        { "value:1.1.2", QueryProblem.BadField },
        { "năm:30", QueryProblem.BadField },
        { "date:>=mai", QueryProblem.BadField },
        { "tỉnh:>=Huế", QueryProblem.BadField },
        { "kind:x", QueryProblem.BadField },
        { "đào (tạo -nghề)", QueryProblem.ExclusionInBrackets },
        { "\"đào tạo\"~999", QueryProblem.BadNear },
        { "\"a b c d e\"~9", QueryProblem.BadNear },
        { new string('(', 900) + "đào", QueryProblem.TooManyTerms },
    };

    [Theory]
    [MemberData(nameof(Unanswerable))]
    public void Says_what_cannot_be_answered(string text, QueryProblem problem) =>
        Assert.Equal(problem, Assert.Throws<QueryException>(() => QueryParser.Parse(text)).Problem);
}
