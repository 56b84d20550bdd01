using System.Text.RegularExpressions;

namespace Plans.Ingest.Layout.Pages;

/// <summary>
/// Finds what a digital signature prints on a page: who signed, for whom, when. It is no content (NĐ 30/2020, Phụ lục I, mục II.8:
/// signatures of organisations and copies carry such a text).
/// </summary>
internal static partial class StampFinder
{
    /// <summary>The words of all blocks on the page that a signature printed.</summary>
    public static IReadOnlySet<PageWord> Words(PageContent page)
    {
        var stamps = new HashSet<PageWord>(ReferenceEqualityComparer.Instance);
        foreach (var block in page.Words.GroupBy(word => word.Block))
        {
            var text = string.Join(' ', block.Select(word => word.Text));
            if (text.Length < 400 && (Signer().IsMatch(text) || SigningTime().IsMatch(text)))
            {
                stamps.UnionWith(block);
            }
        }

        return stamps;
    }

    /// <summary>Line by line as printed; stamps may lie over one another.</summary>
    public static IReadOnlyList<TextLine> Lines(int page, IReadOnlyList<PageWord> stamps) =>
        stamps.GroupBy(word => word.Line).Select(line => TextLine.Of(page, line, areWhole: false)).OfType<TextLine>().ToList();

    [GeneratedRegex(@"(?:^|\s)(?:Ký bởi|Người ký|Được ký bởi|Thời gian ký|Ngày ký|Giờ ký|Signed by|Digitally signed by|Signature Not Verified)\s*:", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Signer();

    [GeneratedRegex(@"\d{1,2}[./-]\d{1,2}[./-]\d{4},?\s+\d{1,2}:\d{2}:\d{2}(?:\s*(?:AM|PM))?\s*\+\d{2}[:']\d{2}", RegexOptions.NonBacktracking)]
    private static partial Regex SigningTime();
}
