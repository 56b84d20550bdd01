using Microsoft.AspNetCore.Diagnostics;
using Plans.Store;

namespace Plans.Web.Hosting;

/// <summary>Answers what has no answer: a page for a reader, problem details (RFC 9457) for a program under <c>/api</c>.</summary>
internal static class ErrorPages
{
    public static void UseErrorPages(this WebApplication app)
    {
        app.UseExceptionHandler(new ExceptionHandlerOptions
        {
            ExceptionHandler = context => Answer(context, context.Features.Get<IExceptionHandlerFeature>()?.Error switch
            {
                StoreException => StatusCodes.Status503ServiceUnavailable,
                BadHttpRequestException bad => bad.StatusCode,
                _ => StatusCodes.Status500InternalServerError,
            }),
        });
        app.UseStatusCodePages(pages => Answer(pages.HttpContext, pages.HttpContext.Response.StatusCode));
    }

    private static Task Answer(HttpContext context, int status)
    {
        IResult result = context.Request.Path.StartsWithSegments("/api")
            ? Api.Problems.Of(status)
            : Page.Of<ErrorPage, ErrorModel>(new ErrorModel(status), status);
        return result.ExecuteAsync(context);
    }
}
