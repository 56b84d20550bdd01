using System.Globalization;
using Plans.Ingest;

namespace Plans.Web.Pages;

/// <summary>A box of a page as a reader says it: its edges in hundredths of the page's width and height.</summary>
public sealed record PageBox(double Left, double Top, double Right, double Bottom)
{
    private const double Whole = 100;

    /// <summary>Thinner is no box that anybody drew on purpose.</summary>
    private const double Thinnest = 0.5;

    /// <returns>Null where an edge is missing or lies outside the page, or nothing is between them.</returns>
    public static PageBox? Read(IQueryCollection query) =>
        Edge(query, "left") is { } left && Edge(query, "top") is { } top && Edge(query, "right") is { } right && Edge(query, "bottom") is { } bottom
        && right - left >= Thinnest && bottom - top >= Thinnest
            ? new PageBox(left, top, right, bottom)
            : null;

    /// <summary>In points from the top left.</summary>
    public Box On(double width, double height) => new(Left / Whole * width, Top / Whole * height, Right / Whole * width, Bottom / Whole * height);

    public string Url(string path) => new Address(path).With("left", Plain(Left)).With("top", Plain(Top)).With("right", Plain(Right)).With("bottom", Plain(Bottom)).ToString();

    /// <summary>With a point, as addresses have it.</summary>
    public static string Plain(double edge) => edge.ToString("0.##", CultureInfo.InvariantCulture);

    /// <summary>A decimal comma is understood as well.</summary>
    private static double? Edge(IQueryCollection query, string name) =>
        double.TryParse(query[name].ToString().Replace(',', '.'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var edge) && edge <= Whole ? edge : null;
}
