using System.Net;
using System.Net.Sockets;
using System.Text.RegularExpressions;

namespace Plans.EndToEnd;

/// <summary>Files sent to the site are loaded by its worker, and nobody but this machine may send them unless there are accounts.</summary>
public sealed partial class UploadTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly HttpClient _client = new(new HttpClientHandler { AllowAutoRedirect = false });

    [Fact]
    public async Task A_file_sent_to_the_site_is_found_there_a_moment_later()
    {
        var port = FreePort();
        _client.BaseAddress = new Uri($"http://127.0.0.1:{port}");
        using var server = PlansProcess.Start(_folder["data"], "serve", "--port", $"{port}");
        await UntilAsync("/health", _ => true);

        var token = Token().Match(await _client.GetStringAsync("/loads")).Groups[1].Value;
        var form = new MultipartFormDataContent
        {
            { new StringContent(token), "token" },
            { new StringContent(PlanTexts.Training(1)), "files", "2025/ke-hoach.txt" },
            { new StringContent("{}"), "files", "2025/data.json" },
        };
        var sent = await _client.PostAsync("/loads", form);
        Assert.Equal(HttpStatusCode.Redirect, sent.StatusCode);

        await UntilAsync(sent.Headers.Location!.ToString(), page => page.Contains("2 / 2", StringComparison.Ordinal));
        Assert.Contains("KH-UBND", await _client.GetStringAsync("/search?kind=plan"));
        Assert.Contains("ke-hoach.txt", await _client.GetStringAsync("/loads/files"));
        await UntilAsync("/health", _ => Directory.GetDirectories(Path.Combine(_folder["data"], "uploads")).Length == 0);
    }

    [Theory]
    [InlineData("--listen", "0.0.0.0")]
    [InlineData("--accounts", "--port=0")]
    [InlineData("--behind-proxy", "--port=0")]
    public async Task Serving_others_without_accounts_is_refused_with_what_to_do(string option, string value)
    {
        var refused = (await PlansProcess.RunAsync(_folder["data"], "serve", option, value)).Expect(2);
        Assert.Contains("plans user add NAME --role administrator", refused.Error);
    }

    private async Task UntilAsync(string address, Func<string, bool> holds)
    {
        for (var tries = 0; ; tries++)
        {
            try
            {
                if (holds(await _client.GetStringAsync(address)))
                {
                    return;
                }
            }
            catch (HttpRequestException) when (tries < 150)
            {
                // It is not up yet.
            }

            Assert.True(tries < 150, $"{address} never says so.");
            await Task.Delay(200);
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    [GeneratedRegex("name=\"token\" value=\"([^\"]+)\"")]
    private static partial Regex Token();

    public void Dispose()
    {
        _client.Dispose();
        _folder.Dispose();
    }
}
