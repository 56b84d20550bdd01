using System.Net;
using System.Net.Sockets;
using System.Text.Json;

namespace Plans.EndToEnd;

/// <summary>Serving, loading and searching go on side by side in several processes on one data folder.</summary>
public sealed class ServeTests : IDisposable
{
    private const int Files = 40;

    private readonly TemporaryFolder _folder = new();
    private readonly HttpClient _client = new();

    [Fact]
    public async Task A_load_beside_a_server_is_worked_on_by_it_and_taken_over_when_it_dies()
    {
        var port = FreePort();
        for (var number = 1; number <= Files; number++)
        {
            _folder.Write($"first/{number}.txt", PlanTexts.Training(number));
            _folder.Write($"second/{number}.txt", PlanTexts.Training(Files + number));
        }

        using var server = PlansProcess.Start(_folder["data"], "serve", "--port", $"{port}");
        await UntilServedAsync(port);

        var searches = Task.WhenAll(Enumerable.Range(0, 3).Select(_ => PlansProcess.RunAsync(_folder["data"], "search", "giáo dục nghề nghiệp")));
        (await PlansProcess.RunAsync(_folder["data"], "load", _folder["first"])).Expect(0);
        Assert.All(await searches, search => search.Expect(0));
        using var health = JsonDocument.Parse(await _client.GetStringAsync($"http://127.0.0.1:{port}/health"));
        Assert.Equal(Files, health.RootElement.GetProperty("plans").GetInt32());
        Assert.Contains("KH-UBND", await _client.GetStringAsync($"http://127.0.0.1:{port}/search?q=ngh%E1%BB%81"));

        using var second = PlansProcess.Start(_folder["data"], "load", _folder["second"]);
        await Task.Delay(TimeSpan.FromSeconds(1));
        server.Kill();

        var end = (await second.EndAsync(TimeSpan.FromMinutes(1))).Expect(0);
        Assert.Contains($"{Files} files found: {Files} done", end.Output);
    }

    [Fact]
    public async Task A_port_that_is_taken_is_wrong_use_and_another_is_proposed()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        var port = ((IPEndPoint)other.LocalEndpoint).Port;

        var serve = (await PlansProcess.RunAsync(_folder["data"], "serve", "--port", $"{port}")).Expect(2);

        Assert.Contains($"--port {port + 1}", serve.Error);
    }

    private async Task UntilServedAsync(int port)
    {
        for (var tries = 0; ; tries++)
        {
            try
            {
                await _client.GetStringAsync($"http://127.0.0.1:{port}/health");
                return;
            }
            catch (HttpRequestException) when (tries < 100)
            {
                await Task.Delay(200);
            }
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    public void Dispose()
    {
        _client.Dispose();
        _folder.Dispose();
    }
}
