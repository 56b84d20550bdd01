using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;

namespace Plans.Web.Hosting;

/// <summary>Answers a request with a page, rendered whole before the first byte goes out.</summary>
internal sealed class Page : IResult
{
    private readonly Type view;
    private readonly object model;
    private readonly int status;

    private Page(Type view, object model, int status) => (this.view, this.model, this.status) = (view, model, status);

    public static Page Of<TView, TModel>(TModel model, int status = StatusCodes.Status200OK)
        where TView : PageView<TModel>
        where TModel : notnull => new(typeof(TView), model, status);

    public async Task ExecuteAsync(HttpContext context)
    {
        var services = context.RequestServices;
        await using var renderer = new HtmlRenderer(services, services.GetRequiredService<ILoggerFactory>());
        var html = await renderer.Dispatcher.InvokeAsync(async () =>
        {
            var parameters = ParameterView.FromDictionary(new Dictionary<string, object?> { [nameof(PageView<>.Model)] = model });
            return (await renderer.RenderComponentAsync(view, parameters)).ToHtmlString();
        });
        context.Response.StatusCode = status;
        context.Response.ContentType = "text/html; charset=utf-8";
        context.Response.Headers.CacheControl = "private, no-cache";
        await context.Response.WriteAsync("<!DOCTYPE html>\n" + html, context.RequestAborted);
    }
}
