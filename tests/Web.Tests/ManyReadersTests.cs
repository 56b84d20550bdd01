using System.Diagnostics;
using System.Net;
using Xunit.Abstractions;

namespace Plans.Web.Tests;

/// <summary>Fifty analysts at once: each is answered, and rightly.</summary>
public sealed class ManyReadersTests(SampleSite site, ITestOutputHelper output) : IClassFixture<SampleSite>
{
    private const int Readers = 50;

    [Fact]
    public async Task Fifty_at_once_are_all_answered()
    {
        string[] way = ["/", "/search?q=lao+động", "/search?q=nghề&kind=task", $"/plans/{site.WholeId}", $"/plans/{site.WholeId}/text", "/compare?indicator=lao+động+qua+đào+tạo"];
        var times = await Task.WhenAll(Enumerable.Range(0, Readers).Select(reader => Task.Run(async () =>
        {
            var mine = new List<double>();
            for (var step = 0; step < way.Length; step++)
            {
                var watch = Stopwatch.StartNew();
                var answer = await site.Get(way[(reader + step) % way.Length]);
                Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
                Assert.EndsWith("</html>", (await answer.Content.ReadAsStringAsync()).TrimEnd());
                mine.Add(watch.Elapsed.TotalMilliseconds);
            }

            return mine;
        })));
        var sorted = times.SelectMany(mine => mine).Order().ToList();
        output.WriteLine(FormattableString.Invariant($"{sorted.Count} pages, median {sorted[sorted.Count / 2]:0} ms, p95 {sorted[sorted.Count * 95 / 100]:0} ms"));
    }
}
