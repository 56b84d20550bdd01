using System.Globalization;
using AngleSharp.Dom;
using Plans.Ingest.Building;

namespace Plans.Ingest.Formats.Html;

/// <summary>The number or bullet of a list item, as a browser shows it.</summary>
internal static class HtmlLists
{
    public static string? NumberOf(IElement item)
    {
        if (item.ParentElement is not { } list || StyleOf(item).Contains("none", StringComparison.Ordinal)
            || StyleOf(list).Contains("none", StringComparison.Ordinal))
        {
            return null;
        }

        if (list.LocalName != "ol")
        {
            return "•";
        }

        var number = Integer(list.GetAttribute("start")) ?? 1;
        foreach (var sibling in list.Children.Where(child => child.LocalName == "li"))
        {
            number = Integer(sibling.GetAttribute("value")) ?? number;
            if (sibling == item)
            {
                break;
            }

            number++;
        }

        var shown = ListNumber.Of(number, NumberStyleOf(list));
        // Vietnamese outlines write "1." and "I." but "a)".
        return shown + (NumberStyleOf(list) == ListNumberStyle.LowerLetter ? ")" : ".");
    }

    private static ListNumberStyle NumberStyleOf(IElement list) => (list.GetAttribute("type"), StyleOf(list)) switch
    {
        ("A", _) or (_, "upper-alpha" or "upper-latin") => ListNumberStyle.UpperLetter,
        ("a", _) or (_, "lower-alpha" or "lower-latin") => ListNumberStyle.LowerLetter,
        ("I", _) or (_, "upper-roman") => ListNumberStyle.UpperRoman,
        ("i", _) or (_, "lower-roman") => ListNumberStyle.LowerRoman,
        (_, "decimal-leading-zero") => ListNumberStyle.DecimalZero,
        _ => ListNumberStyle.Decimal,
    };

    /// <summary>The value of list-style-type or list-style.</summary>
    private static string StyleOf(IElement element)
    {
        var style = element.GetAttribute("style") ?? "";
        var declaration = style.Split(';').FirstOrDefault(part => part.TrimStart().StartsWith("list-style", StringComparison.OrdinalIgnoreCase)) ?? "";
        return declaration[(declaration.IndexOf(':') + 1)..].Trim().ToLowerInvariant();
    }

    private static int? Integer(string? value) =>
        int.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) && number is > -100_000 and < 100_000 ? number : null;
}
