using System.Net;

namespace Plans.Web.Tests;

public sealed class AssetsTests(Site site) : IClassFixture<Site>
{
    [Theory]
    [InlineData("link[rel=stylesheet]", "href", "text/css")]
    [InlineData("link[rel=icon]", "href", "image/svg+xml")]
    [InlineData("script", "src", "text/javascript")]
    public async Task What_a_page_asks_for_is_served_and_may_be_kept(string selector, string attribute, string mediaType)
    {
        var address = (await site.Page("/")).One(selector).GetAttribute(attribute)!;
        var answer = await site.Get(address);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(mediaType, answer.Content.Headers.ContentType?.MediaType);
        Assert.Contains("immutable", answer.Headers.CacheControl!.ToString());
        Assert.NotEmpty(await answer.Content.ReadAsByteArrayAsync());

        var again = await site.Get(address, ("If-None-Match", answer.Headers.ETag!.ToString()));
        Assert.Equal(HttpStatusCode.NotModified, again.StatusCode);
    }

    [Fact]
    public async Task Without_its_hash_an_address_is_asked_again() =>
        Assert.True((await site.Get("/assets/site.css?v=old")).Headers.CacheControl!.NoCache);
}
