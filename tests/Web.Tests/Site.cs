using System.Net;
using System.Security.Cryptography;
using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Plans.Extraction;
using Plans.Ingest;
using Plans.Store;
using Plans.Store.Ledger;

namespace Plans.Web.Tests;

/// <summary>The site on a port of this machine, over a real store in a folder of its own, as the host would plug it in.</summary>
public class Site : IAsyncLifetime
{
    private readonly WebApplication app;
    private readonly HttpClient client;

    public Site()
        : this(new SiteOptions())
    {
    }

    protected Site(SiteOptions options)
    {
        Folder = Directory.CreateTempSubdirectory("plans-web-").FullName;
        Store = PlanStore.Open(Folder);
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ContentRootPath = Folder });
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton(Store);
        builder.Services.AddPlansSite(options);
        app = builder.Build();
        app.MapPlansSite();
        client = new HttpClient(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false });
    }

    public string Folder { get; }

    public PlanStore Store { get; }

    public virtual async Task InitializeAsync()
    {
        await app.StartAsync();
        client.BaseAddress = new Uri(app.Urls.Single());
    }

    public async Task DisposeAsync()
    {
        client.Dispose();
        await app.DisposeAsync();
        Store.Dispose();
        Directory.Delete(Folder, recursive: true);
    }

    /// <summary>The whole address of a page, for a browser.</summary>
    public string Url(string path) => new Uri(client.BaseAddress!, path).AbsoluteUri;

    /// <summary>Enters a file in a load of its own and saves what was read of it.</summary>
    public long Save(string name, SamplePlan sample)
    {
        var run = Run(name, sample.Text);
        return Store.Save(run, sample.Document, sample.Plan) ?? throw new InvalidOperationException($"{name} was not saved.");
    }

    /// <summary>As <see cref="Save(string, SamplePlan)"/>, with the original's own bytes kept.</summary>
    public long Save(string name, SamplePlan sample, byte[] original)
    {
        var kept = Store.Originals.Keep(new MemoryStream(original));
        return Store.Save(Run(name, kept.Sha256, kept.Size), sample.Document, sample.Plan) ?? throw new InvalidOperationException($"{name} was not saved.");
    }

    /// <summary>A file that could not be read.</summary>
    public void Fail(string name) =>
        Store.Ledger.Fail(Run(name, name), new FileFailure(FailureReasons.Damaged, $"{name} is damaged.", "Get it again."));

    public Task<HttpResponseMessage> Get(string address, params (string Name, string Value)[] headers) => Send(HttpMethod.Get, address, headers);

    public async Task<HttpResponseMessage> Send(HttpMethod method, string address, params (string Name, string Value)[] headers)
    {
        var request = new HttpRequestMessage(method, address);
        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        return await client.SendAsync(request);
    }

    public WebApplication Application => app;

    /// <summary>The services of the running site.</summary>
    public IServiceProvider Services => app.Services;

    /// <summary>As a reader who is signed in, with the cookies of a window of his own.</summary>
    public Session NewSession() => new(client.BaseAddress!);

    /// <summary>The page at an address, which must answer well.</summary>
    public Task<IDocument> Page(string address) => Page(address, HttpStatusCode.OK);

    public async Task<IDocument> Page(string address, HttpStatusCode status, params (string Name, string Value)[] headers)
    {
        var answer = await Get(address, headers);
        var html = await answer.Content.ReadAsStringAsync();
        Assert.True(status == answer.StatusCode, $"{address} answers {answer.StatusCode}: {html}");
        Assert.Equal("text/html; charset=utf-8", answer.Content.Headers.ContentType?.ToString());
        return new HtmlParser().ParseDocument(html);
    }

    private FileRun Run(string name, string content) =>
        Run(name, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(content))), content.Length);

    private FileRun Run(string name, string hash, long size)
    {
        var path = Path.Combine("/plans", name);
        var load = Store.Ledger.StartLoad([path]);
        var file = Store.Ledger.Register(load, new FoundFile(path, hash, size), PlanExtractor.Version, reprocess: false);
        return Store.Ledger.Start(file.FileId, "worker") ?? throw new InvalidOperationException($"{name} cannot be started.");
    }
}
