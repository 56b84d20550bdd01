using System.Globalization;
using System.Net;
using System.Reflection;
using Plans.Web.Languages;

namespace Plans.Web.Tests;

public sealed class LanguageTests(SampleSite site) : IClassFixture<SampleSite>
{
    [Fact]
    public async Task Is_Vietnamese_whatever_the_browser_prefers()
    {
        var page = await site.Page("/", HttpStatusCode.OK, ("Accept-Language", "en-US,en;q=0.9"));
        Assert.Equal("vi", page.DocumentElement.GetAttribute("lang"));
    }

    [Fact]
    public async Task The_switch_leads_to_the_same_page_in_English_and_is_remembered()
    {
        var page = await site.Page("/search?q=nghề+dệt&kind=target");
        var switched = page.One("a.language").GetAttribute("href")!;
        Assert.Equal("/search?q=nghề%20dệt&kind=target&lang=en", switched);

        var english = await site.Get(switched);
        var cookie = english.Headers.GetValues("Set-Cookie").Single(cookie => cookie.StartsWith("lang=", StringComparison.Ordinal));
        Assert.StartsWith("lang=en;", cookie);
        Assert.Contains("httponly", cookie);
        Assert.Contains("samesite=lax", cookie);

        var next = await site.Page($"/plans/{site.WholeId}/targets", HttpStatusCode.OK, ("Cookie", "lang=en"));
        Assert.Equal("en", next.DocumentElement.GetAttribute("lang"));
        Assert.Equal(["t1", "đào tạo nghề dệt", "20.000 lao động", "20,000", "lao động", "2025", "I.2", "1"], next.One("#t1").Cells());
        Assert.Contains("5 Mar 2021", (await site.Page($"/plans/{site.WholeId}", HttpStatusCode.OK, ("Cookie", "lang=en"))).One(".head").Seen());
    }

    [Theory]
    [InlineData("?lang=xx")]
    [InlineData("?lang=<script>")]
    public async Task An_unknown_language_is_left_alone(string query)
    {
        var answer = await site.Get("/" + query);
        Assert.False(answer.Headers.Contains("Set-Cookie"));
        Assert.Contains("<html lang=\"vi\">", await answer.Content.ReadAsStringAsync());
    }

    [Theory]
    [InlineData("20000", "20.000", "20,000")]
    [InlineData("68.8", "68,8", "68.8")]
    [InlineData("0.25", "0,25", "0.25")]
    [InlineData("3", "3", "3")]
    [InlineData("176017000000", "176.017.000.000", "176,017,000,000")]
    [InlineData("-1.50", "-1,5", "-1.5")]
    public void Numbers_are_written_in_the_readers_form(string number, string vietnamese, string english)
    {
        var value = decimal.Parse(number, CultureInfo.InvariantCulture);
        Assert.Equal((vietnamese, english), (Language.Vietnamese.Number(value), Language.English.Number(value)));
    }

    [Theory]
    [InlineData("2025-07-05", "05/07/2025", "5 Jul 2025")]
    [InlineData("2023-03", "03/2023", "Mar 2023")]
    [InlineData("2024", "2024", "2024")]
    public void Dates_show_what_is_given(string iso, string vietnamese, string english) =>
        Assert.Equal((vietnamese, english), (Language.Vietnamese.Date(iso), Language.English.Date(iso)));

    [Theory]
    [InlineData("=", 1, null, "1", "1")]
    [InlineData(">=", 68.8, null, "≥ 68,8", "≥ 68.8")]
    [InlineData("<", 2, null, "< 2", "< 2")]
    [InlineData("~", 70, null, "khoảng 70", "about 70")]
    [InlineData("+", 5, null, "tăng 5", "up 5")]
    [InlineData("-", 1.5, null, "giảm 1,5", "down 1.5")]
    [InlineData("range", 10, 15, "10–15", "10–15")]
    public void Values_say_how_they_compare(string comparator, double value, int? most, string vietnamese, string english)
    {
        string In(Language language) => new Texts(language).Value(comparator, (decimal)value, most);
        Assert.Equal((vietnamese, english), (In(Language.Vietnamese), In(Language.English)));
    }

    [Fact]
    public void Every_text_is_there_in_both_languages()
    {
        var properties = typeof(Texts).GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(property => property.PropertyType == typeof(string)).ToList();
        Assert.True(properties.Count > 50);
        Assert.All(properties, property =>
        {
            var (vietnamese, english) = (Said(property, Language.Vietnamese), Said(property, Language.English));
            Assert.NotEmpty(vietnamese);
            Assert.NotEmpty(english);
            Assert.True(vietnamese != english, $"{property.Name} is not translated.");
        });
    }

    private static string Said(PropertyInfo property, Language language) => (string)property.GetValue(new Texts(language))!;
}
