using Deque.AxeCore.Commons;

namespace Plans.Web.Tests.Browsers;

/// <summary>Each page against the rules of WCAG 2.2 A and AA that a program can check, by axe-core: in Vietnamese and light, in English and dark.</summary>
[Collection(BrowserCollection.Name)]
public sealed class AccessibilityTests(Browser browser, SampleSite site)
{
    private const string Rules = "['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']";
    private static readonly Lazy<string> Axe = new(ReadAxe);

    public static TheoryData<string> Pages => LayoutTests.Pages;

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Breaks_no_rule_that_a_program_can_check(string address)
    {
        foreach (var (language, dark) in new[] { ("vi", false), ("en", true) })
        {
            var tab = await browser.AgainAsync(dark: dark);
            await tab.GoAsync(site.Url($"{address}{(address.Contains('?') ? '&' : '?')}lang={language}"));
            await Check(tab, $"{address} ({language}, {(dark ? "dark" : "light")})");
        }
    }

    /// <summary>The page that is shown breaks no rule.</summary>
    internal static async Task Check(Tab tab, string page)
    {
        await tab.Run(Axe.Value);
        var broken = await tab.Get<string[]>(
            $"axe.run(document, {{ runOnly: {Rules} }}).then(result => result.violations.map(rule => rule.id + ': ' + rule.nodes.slice(0, 3).map(node => node.target.join(' ') + ' ' + node.any.concat(node.all, node.none).map(check => check.message).join('; ')).join(' | ')))");
        Assert.True(broken.Length == 0, $"{page}:\n{string.Join('\n', broken)}");
    }

    private static string ReadAxe()
    {
        var assembly = typeof(AxeResult).Assembly;
        using var stream = assembly.GetManifestResourceStream(assembly.GetManifestResourceNames().Single(name => name.EndsWith("axe.min.js", StringComparison.Ordinal)))!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
