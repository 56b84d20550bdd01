using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net.WebSockets;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Plans.Web.Tests.Browsers;

/// <summary>A real Chromium, driven over its own protocol (DevTools). One runs for all tests; each test has a context of its own, without cookies.</summary>
public sealed partial class Browser : IAsyncLifetime
{
    private const int Longest = 1 << 20;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);
    private readonly ConcurrentDictionary<int, TaskCompletionSource<JsonNode>> waiting = [];
    private readonly ConcurrentDictionary<string, Action<string, JsonNode>> listeners = [];
    private readonly ClientWebSocket socket = new();
    private readonly SemaphoreSlim sending = new(1);
    private readonly string folder = Directory.CreateTempSubdirectory("plans-browser-").FullName;
    private Process? process;
    private Task reading = Task.CompletedTask;
    private Tab? kept;
    private int last;

    /// <summary>Where the program is; null where there is none, and the tests that need it are skipped by name.</summary>
    public static string? Program { get; } =
        new[] { "chromium", "chromium-browser", "google-chrome" }
            .SelectMany(name => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':').Select(path => Path.Combine(path, name)))
            .FirstOrDefault(File.Exists);

    public async Task InitializeAsync()
    {
        var start = new ProcessStartInfo(
            Program ?? throw new InvalidOperationException("Chromium is missing: apt-get install chromium"),
            ["--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run", "--disable-extensions", "--remote-debugging-port=0", $"--user-data-dir={folder}", "about:blank"])
        {
            RedirectStandardError = true,
            RedirectStandardOutput = true,
        };
        process = Process.Start(start)!;
        using var deadline = new CancellationTokenSource(Patience);
        string? address = null;
        while (address is null && await process.StandardError.ReadLineAsync(deadline.Token) is { } line)
        {
            address = Listening().Match(line) is { Success: true } match ? match.Groups[1].Value : null;
        }

        _ = process.StandardError.ReadToEndAsync(CancellationToken.None);
        await socket.ConnectAsync(new Uri(address ?? throw new InvalidOperationException("Chromium did not start.")), deadline.Token);
        reading = Task.Run(ReadAsync);
    }

    /// <summary>A new window of a reader who was never here.</summary>
    public async Task<Tab> OpenAsync(int width = 1280, int height = 900, bool dark = false, bool scripts = true, bool print = false)
    {
        var context = (await SendAsync(null, "Target.createBrowserContext", new()))["browserContextId"]!.GetValue<string>();
        var target = (await SendAsync(null, "Target.createTarget", new() { ["url"] = "about:blank", ["browserContextId"] = context }))["targetId"]!.GetValue<string>();
        var session = (await SendAsync(null, "Target.attachToTarget", new() { ["targetId"] = target, ["flatten"] = true }))["sessionId"]!.GetValue<string>();
        var tab = new Tab(this, session, context);
        await tab.SetUpAsync(width, height, dark, scripts, print);
        return tab;
    }

    /// <summary>
    /// The same window again, as a reader who was never here, for tests that only look at a page: opening one anew takes longer than most
    /// pages. Within a collection tests come one after the other.
    /// </summary>
    public async Task<Tab> AgainAsync(int width = 1280, int height = 900, bool dark = false)
    {
        if (kept is null)
        {
            return kept = await OpenAsync(width, height, dark);
        }

        await kept.ForgetAsync();
        await kept.SetUpAsync(width, height, dark, scripts: true, print: false);
        return kept;
    }

    public async Task DisposeAsync()
    {
        socket.Abort();
        await reading;
        socket.Dispose();
        if (process is { HasExited: false })
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync();
        }

        process?.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    internal void Listen(string session, Action<string, JsonNode> listener) => listeners[session] = listener;

    internal void Leave(string session) => listeners.TryRemove(session, out _);

    /// <exception cref="InvalidOperationException">The browser refuses.</exception>
    internal async Task<JsonNode> SendAsync(string? session, string method, JsonObject parameters)
    {
        var id = Interlocked.Increment(ref last);
        var answer = waiting[id] = new TaskCompletionSource<JsonNode>(TaskCreationOptions.RunContinuationsAsynchronously);
        var message = new JsonObject { ["id"] = id, ["method"] = method, ["params"] = parameters };
        if (session is not null)
        {
            message["sessionId"] = session;
        }

        await sending.WaitAsync();
        try
        {
            await socket.SendAsync(JsonSerializer.SerializeToUtf8Bytes(message), WebSocketMessageType.Text, true, CancellationToken.None);
        }
        finally
        {
            sending.Release();
        }

        return await answer.Task.WaitAsync(Patience);
    }

    private async Task ReadAsync()
    {
        var buffer = new byte[Longest];
        try
        {
            while (true)
            {
                using var message = new MemoryStream();
                ValueWebSocketReceiveResult part;
                do
                {
                    part = await socket.ReceiveAsync(buffer.AsMemory(), CancellationToken.None);
                    message.Write(buffer, 0, part.Count);
                }
                while (!part.EndOfMessage);
                Handle(JsonNode.Parse(message.ToArray())!);
            }
        }
        catch (Exception e) when (e is WebSocketException or OperationCanceledException or ObjectDisposedException)
        {
            foreach (var left in waiting.Values)
            {
                left.TrySetException(new InvalidOperationException("Chromium has gone.", e));
            }
        }
    }

    private void Handle(JsonNode message)
    {
        if (message["id"] is { } id && waiting.TryRemove(id.GetValue<int>(), out var answer))
        {
            if (message["error"] is { } error)
            {
                answer.TrySetException(new InvalidOperationException(error["message"]!.GetValue<string>()));
            }
            else
            {
                answer.TrySetResult(message["result"]!);
            }
        }
        else if (message["sessionId"] is { } session && listeners.TryGetValue(session.GetValue<string>(), out var listener))
        {
            listener(message["method"]!.GetValue<string>(), message["params"]!);
        }
    }

    [GeneratedRegex(@"DevTools listening on (ws://\S+)")]
    private static partial Regex Listening();
}
