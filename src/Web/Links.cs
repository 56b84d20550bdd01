using System.Globalization;
using Plans.Extraction;
using Plans.Store.Search;
using Plans.Web.Comparing;
using Plans.Web.Search;

namespace Plans.Web;

/// <summary>The addresses of pages. They stay what they are, so that they can be cited.</summary>
public static class Links
{
    public static string Plan(long id) => string.Create(CultureInfo.InvariantCulture, $"/plans/{id}");

    public static string Text(long id) => $"{Plan(id)}/text";

    /// <summary>The words themselves, marked in the plan's text.</summary>
    /// <param name="start">In the plan's text, as <see cref="Span.Start"/>.</param>
    public static string Words(long id, int start, int end) =>
        string.Create(CultureInfo.InvariantCulture, $"{Text(id)}?mark={start}-{end}#mark");

    public static string Words(long id, Span span) => Words(id, span.Start, span.End);

    public static string TextPart(long id, int part) => string.Create(CultureInfo.InvariantCulture, $"{Text(id)}?part={part}");

    public static string Json(long id) => $"/api{Plan(id)}";

    public static string Agency(string name) => new Question { Kind = HitKind.Task, Agency = name }.Url();

    public static string Compare(string indicator) => new Comparand(indicator, null, null).Url();
}
