namespace Plans.Web.Tests.Browsers;

/// <summary>Sample plans on a site, and a browser to look at them.</summary>
[CollectionDefinition(Name)]
public sealed class BrowserCollection : ICollectionFixture<Browser>, ICollectionFixture<SampleSite>
{
    public const string Name = "browser";
}
