using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace Plans.Web.Tests;

/// <summary>A reader with cookies, who follows no redirect unseen and fills in forms as they are on the page.</summary>
public sealed class Session(Uri site) : IDisposable
{
    private readonly HttpClient client = new(new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = new CookieContainer() }) { BaseAddress = site };

    public Task<HttpResponseMessage> Get(string address) => client.GetAsync(address);

    public async Task<IDocument> Page(string address) => new HtmlParser().ParseDocument(await (await Get(address)).Content.ReadAsStringAsync());

    public Task<HttpResponseMessage> Post(string address, params (string Name, string Value)[] fields) =>
        client.PostAsync(address, new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value))));

    /// <summary>Sends a form of a page with its hidden fields.</summary>
    public async Task<HttpResponseMessage> Submit(string page, string action, params (string Name, string Value)[] fields)
    {
        var form = (await Page(page)).QuerySelectorAll("form").First(form => form.GetAttribute("action")!.StartsWith(action, StringComparison.Ordinal));
        var hidden = form.QuerySelectorAll("input[type=hidden]").Select(input => (input.GetAttribute("name")!, input.GetAttribute("value") ?? ""));
        return await Post(form.GetAttribute("action")!, [.. hidden, .. fields]);
    }

    public Task<HttpResponseMessage> SignIn(string name, string password, string to = "/") =>
        Submit($"/login?to={Uri.EscapeDataString(to)}", "/login", ("name", name), ("password", password));

    public Task<HttpResponseMessage> Send(HttpRequestMessage request) => client.SendAsync(request);

    public void Dispose() => client.Dispose();
}
