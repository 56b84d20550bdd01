using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Plans.Web.Tests.Browsers;

/// <summary>A window of the browser: goes to pages, types, presses keys and looks at what is there.</summary>
public sealed class Tab(Browser browser, string session, string context) : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    /// <summary>What the browser complained about: errors of scripts, files that were not found, and what the content security policy refused.</summary>
    public ConcurrentQueue<string> Complaints { get; } = [];

    public async Task SetUpAsync(int width, int height, bool dark, bool scripts, bool print)
    {
        browser.Listen(session, Listen);
        await Send("Page.enable");
        await Send("Runtime.enable");
        await Send("Log.enable");
        await Send("Emulation.setDeviceMetricsOverride", new() { ["width"] = width, ["height"] = height, ["deviceScaleFactor"] = 1, ["mobile"] = false });
        await Send("Emulation.setEmulatedMedia", new()
        {
            ["media"] = print ? "print" : "screen",
            ["features"] = new JsonArray(new JsonObject { ["name"] = "prefers-color-scheme", ["value"] = dark ? "dark" : "light" }),
        });
        await Send("Emulation.setScriptExecutionDisabled", new() { ["value"] = !scripts });
    }

    /// <summary>Leaves the page and forgets cookies and complaints.</summary>
    public async Task ForgetAsync()
    {
        await Send("Page.navigate", new() { ["url"] = "about:blank" });
        await Send("Network.clearBrowserCookies");
        Complaints.Clear();
    }

    public async Task GoAsync(string address)
    {
        await Send("Page.navigate", new() { ["url"] = address });
        await Until("document.readyState === 'complete' && location.href !== 'about:blank'");
    }

    /// <summary>Does something after which another page is shown, and waits for it.</summary>
    public async Task LeaveBy(Func<Task> act)
    {
        await Run("window.left = true");
        await act();
        await Until("!window.left && document.readyState === 'complete'");
    }

    public Task<string> Address() => Get<string>("decodeURI(location.pathname + location.search + location.hash)");

    /// <summary>The text of the first element, blanks as one.</summary>
    public Task<string> Text(string selector) => Get<string>($"document.querySelector({Quoted(selector)})?.innerText.replace(/\\s+/g, ' ').trim() ?? ''");

    public Task<int> Count(string selector) => Get<int>($"document.querySelectorAll({Quoted(selector)}).length");

    public Task Click(string selector) => Run($"document.querySelector({Quoted(selector)}).click()");

    public Task ClickLink(string words) => Run(
        $"[...document.querySelectorAll('a, button')].find(link => link.innerText.replace(/\\s+/g, ' ').includes({Quoted(words)})).click()");

    /// <summary>As if typed, letter by letter the same.</summary>
    public async Task Type(string selector, string text)
    {
        await Run($"{{ const box = document.querySelector({Quoted(selector)}); box.focus(); box.select?.(); }}");
        await Send("Input.insertText", new() { ["text"] = text });
    }

    public async Task Press(string key)
    {
        var text = key switch { "Enter" => "\r", { Length: 1 } => key, _ => null };
        var code = key switch { "Enter" => 13, "Escape" => 27, "Tab" => 9, "ArrowDown" => 40, { Length: 1 } => char.ToUpperInvariant(key[0]), _ => 0 };
        JsonObject Event(string type) => new() { ["type"] = type, ["key"] = key, ["code"] = key, ["windowsVirtualKeyCode"] = code };
        var down = Event(text is null ? "rawKeyDown" : "keyDown");
        if (text is not null)
        {
            down["text"] = text;
        }

        await Send("Input.dispatchKeyEvent", down);
        await Send("Input.dispatchKeyEvent", Event("keyUp"));
    }

    public async Task<T> Get<T>(string expression)
    {
        var answer = await Send("Runtime.evaluate", new() { ["expression"] = expression, ["returnByValue"] = true, ["awaitPromise"] = true, ["userGesture"] = true });
        return answer["exceptionDetails"] is { } fault
            ? throw new InvalidOperationException($"{expression}: {fault["exception"]?["description"] ?? fault["text"]}")
            : answer["result"]!["value"].Deserialize<T>()!;
    }

    public Task Run(string statement) => Get<object?>($"(() => {{ {statement}; return null; }})()");

    /// <summary>Waits until the condition holds; fails after ten seconds.</summary>
    public async Task Until(string condition)
    {
        for (var watch = Stopwatch.StartNew(); ; await Task.Delay(20))
        {
            try
            {
                if (await Get<bool>($"!!({condition})"))
                {
                    return;
                }
            }
            catch (InvalidOperationException) when (watch.Elapsed < Patience)
            {
                // The page is being exchanged for another one.
            }

            Assert.True(watch.Elapsed < Patience, $"Never true: {condition} at {await Address()}");
        }
    }

    /// <summary>Draws with the mouse from one place of an element to another, in parts of its width and height.</summary>
    public async Task Drag(string selector, double fromX, double fromY, double toX, double toY)
    {
        await Run($"document.querySelector({Quoted(selector)}).scrollIntoView({{ block: 'start' }})");
        var area = await Get<double[]>($"(() => {{ const area = document.querySelector({Quoted(selector)}).getBoundingClientRect(); return [area.left, area.top, area.width, area.height]; }})()");
        JsonObject Event(string type, double x, double y) => new()
        {
            ["type"] = type, ["x"] = area[0] + (x * area[2]), ["y"] = area[1] + (y * area[3]), ["button"] = "left", ["buttons"] = type == "mouseReleased" ? 0 : 1, ["clickCount"] = 1,
        };
        await Send("Input.dispatchMouseEvent", Event("mousePressed", fromX, fromY));
        await Send("Input.dispatchMouseEvent", Event("mouseMoved", (fromX + toX) / 2, (fromY + toY) / 2));
        await Send("Input.dispatchMouseEvent", Event("mouseMoved", toX, toY));
        await Send("Input.dispatchMouseEvent", Event("mouseReleased", toX, toY));
    }

    /// <summary>A picture of the whole page, PNG.</summary>
    public async Task<byte[]> Picture()
    {
        var answer = await Send("Page.captureScreenshot", new() { ["format"] = "png", ["captureBeyondViewport"] = false });
        return Convert.FromBase64String(answer["data"]!.GetValue<string>());
    }

    /// <summary>Gives a file to an input, as choosing or dropping it does.</summary>
    public async Task Choose(string selector, params string[] paths)
    {
        var found = await Send("Runtime.evaluate", new() { ["expression"] = $"document.querySelector({Quoted(selector)})" });
        await Send("DOM.setFileInputFiles", new()
        {
            ["files"] = new JsonArray([.. paths.Select(path => (JsonNode)path)]),
            ["objectId"] = found["result"]!["objectId"]!.GetValue<string>(),
        });
    }

    public async ValueTask DisposeAsync()
    {
        browser.Leave(session);
        await browser.SendAsync(null, "Target.disposeBrowserContext", new() { ["browserContextId"] = context });
    }

    private void Listen(string method, JsonNode parameters)
    {
        if (method == "Runtime.exceptionThrown")
        {
            Complaints.Enqueue(parameters["exceptionDetails"]!.ToJsonString());
        }
        else if (method == "Log.entryAdded" && parameters["entry"]!["level"]!.GetValue<string>() == "error")
        {
            Complaints.Enqueue(parameters["entry"]!.ToJsonString());
        }
    }

    private Task<JsonNode> Send(string method, JsonObject? parameters = null) => browser.SendAsync(session, method, parameters ?? []);

    private static string Quoted(string text) => JsonSerializer.Serialize(text);
}
