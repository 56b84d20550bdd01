using System.Globalization;
using Plans.Extraction;
using Plans.Web.Comparing;
using Plans.Web.Reading;

namespace Plans.Web;

/// <summary>The addresses of pages. They stay what they are, so that they can be cited.</summary>
public static class Links
{
    /// <summary>Of a hash: enough to tell all documents of the world apart.</summary>
    public const int CitedDigits = 16;

    public static string Plan(long id) => string.Create(CultureInfo.InvariantCulture, $"/plans/{id}");

    public static string Text(long id) => $"{Plan(id)}/text";

    /// <summary>The words themselves, marked in the plan's text.</summary>
    /// <param name="start">In the plan's text, as <see cref="Span.Start"/>.</param>
    public static string Words(long id, int start, int end) =>
        string.Create(CultureInfo.InvariantCulture, $"{Text(id)}?mark={start}-{end}#mark");

    public static string Words(long id, Span span) => Words(id, span.Start, span.End);

    public static string TextPart(long id, int part) => string.Create(CultureInfo.InvariantCulture, $"{Text(id)}?part={part}");

    public static string Targets(long id) => $"{Plan(id)}/targets";

    public static string Tasks(long id) => $"{Plan(id)}/tasks";

    /// <summary>Where a fact is listed among its like.</summary>
    /// <param name="anchor">As <see cref="Reading.Fact.Anchor"/>.</param>
    public static string Fact(long id, FactKind kind, string anchor) => kind switch
    {
        FactKind.Target => $"{Targets(id)}?at={anchor}#{anchor}",
        FactKind.Task => $"{Tasks(id)}?at={anchor}#{anchor}",
        _ => $"{Plan(id)}#{anchor}",
    };

    /// <param name="number">From 1.</param>
    public static string Page(long id, int number) => string.Create(CultureInfo.InvariantCulture, $"{Plan(id)}/pages/{number}");

    public static string PageImage(long id, int number) => $"{Page(id, number)}/image";

    /// <summary>A box of a page, read anew as a table.</summary>
    public static string Box(long id, int number) => $"{Page(id, number)}/box";

    public static string Original(long id) => $"{Plan(id)}/original";

    /// <summary>The words by the document's content, which stays the same whatever is loaded or read anew.</summary>
    public static string Cite(string sha256, Span? span = null) => span is null
        ? $"/cite/{sha256[..CitedDigits]}"
        : string.Create(CultureInfo.InvariantCulture, $"/cite/{sha256[..CitedDigits]}/{span.Start}-{span.End}");

    public static string Json(long id) => $"/api{Plan(id)}";

    public static string Agency(string name) => new Address("/agencies").With("name", name).ToString();

    /// <summary>The plans that carry out a document.</summary>
    public static string Cascade(string number) => new Address("/cascade").With("number", number).ToString();

    /// <summary>The indicator of a plan's target across all plans.</summary>
    public static string CompareTarget(long id, string target) => $"{Targets(id)}/{Uri.EscapeDataString(target)}/compare";

    /// <summary>Plans side by side.</summary>
    public static string ComparePlans(IEnumerable<long> ids) =>
        ids.Aggregate(new Address("/compare/plans"), (address, id) => address.With("plan", id.ToString(CultureInfo.InvariantCulture))).ToString();

    public static string Compare(string indicator) => new Comparand(indicator, null, null).Url();
}
