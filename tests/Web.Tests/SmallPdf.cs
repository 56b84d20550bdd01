using System.Globalization;
using System.Text;

namespace Plans.Web.Tests;

/// <summary>Writes a PDF of A4 pages with a line of letters on each, as small as the format allows.</summary>
internal static class SmallPdf
{
    /// <param name="lines">One a page, printed at (72, 72) from the top left; ASCII.</param>
    public static byte[] Of(params string[] lines) => Painted([.. lines.Select(line => $"BT /F1 24 Tf 72 750 Td ({line}) Tj ET")]);

    /// <summary>A page with a table of cells 120 points wide and 40 high, its left top corner at (72, 100) from the page's.</summary>
    /// <param name="isRuled">Whether its lines are drawn.</param>
    public static byte[] Table(bool isRuled, params string[][] rows)
    {
        var paint = new StringBuilder("BT /F1 12 Tf 72 790 Td (What stands outside the box) Tj ET ");
        foreach (var (row, cells) in rows.Index())
        {
            foreach (var (column, cell) in cells.Index())
            {
                var (left, bottom) = (72 + (120 * column), 702 - (40 * row));
                paint.Append(CultureInfo.InvariantCulture, $"BT /F1 12 Tf {left + 6} {bottom + 14} Td ({cell}) Tj ET ");
                if (isRuled)
                {
                    paint.Append(CultureInfo.InvariantCulture, $"{left} {bottom} 120 40 re S ");
                }
            }
        }

        return Painted(paint.ToString());
    }

    /// <param name="contents">What paints each page.</param>
    private static byte[] Painted(params string[] contents)
    {
        var pages = contents.Length;
        List<string> objects =
        [
            "<< /Type /Catalog /Pages 2 0 R >>",
            $"<< /Type /Pages /Count {pages} /Kids [{string.Join(' ', Enumerable.Range(0, pages).Select(i => $"{4 + (2 * i)} 0 R"))}] >>",
            "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
        ];
        foreach (var (i, stream) in contents.Index())
        {
            objects.Add($"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> /Contents {5 + (2 * i)} 0 R >>");
            objects.Add($"<< /Length {stream.Length} >>\nstream\n{stream}\nendstream");
        }

        var (file, places) = (new StringBuilder("%PDF-1.4\n"), new List<int>());
        foreach (var (i, content) in objects.Index())
        {
            places.Add(file.Length);
            file.Append(CultureInfo.InvariantCulture, $"{i + 1} 0 obj\n{content}\nendobj\n");
        }

        var table = file.Length;
        file.Append(CultureInfo.InvariantCulture, $"xref\n0 {objects.Count + 1}\n0000000000 65535 f \n");
        places.ForEach(place => file.Append(CultureInfo.InvariantCulture, $"{place:D10} 00000 n \n"));
        file.Append(CultureInfo.InvariantCulture, $"trailer << /Size {objects.Count + 1} /Root 1 0 R >>\nstartxref\n{table}\n%%EOF\n");
        return Encoding.ASCII.GetBytes(file.ToString());
    }
}
