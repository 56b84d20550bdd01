using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace Plans.Corpus.Rendering.Scans;

/// <summary>A page that is nothing but an image.</summary>
/// <param name="ColourSpace">DeviceGray or DeviceRGB.</param>
/// <param name="Filter">DCTDecode or FlateDecode.</param>
internal sealed record ImagePage(int Width, int Height, string ColourSpace, string Filter, byte[] Data)
{
    public static ImagePage Lossless(GreyImage image)
    {
        using var data = new MemoryStream();
        using (var zlib = new ZLibStream(data, CompressionLevel.Fastest, leaveOpen: true))
        {
            zlib.Write(image.Pixels);
        }

        return new(image.Width, image.Height, "DeviceGray", "FlateDecode", data.ToArray());
    }
}

/// <summary>Writes a PDF as scanners do: an image a page.</summary>
internal static class ImagePdf
{
    /// <param name="dpi">Pixels an inch.</param>
    public static byte[] Write(IReadOnlyList<ImagePage> pages, int dpi)
    {
        using var file = new MemoryStream();
        var offsets = new List<long>();
        Put(file, "%PDF-1.4\n");
        Begin("<< /Type /Catalog /Pages 2 0 R >>");
        Put(file, "endobj\n");
        Begin($"<< /Type /Pages /Count {pages.Count} /Kids [{string.Join(' ', pages.Select((_, i) => $"{(3 * i) + 3} 0 R"))}] >>");
        Put(file, "endobj\n");
        for (var i = 0; i < pages.Count; i++)
        {
            var (page, first) = (pages[i], (3 * i) + 3);
            var (width, height) = (Points(page.Width, dpi), Points(page.Height, dpi));
            Begin($"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {width} {height}] /Contents {first + 1} 0 R /Resources << /XObject << /Im {first + 2} 0 R >> >> >>");
            Put(file, "endobj\n");
            Stream("", Encoding.ASCII.GetBytes($"q {width} 0 0 {height} 0 0 cm /Im Do Q"));
            Stream($"/Type /XObject /Subtype /Image /Width {page.Width} /Height {page.Height} /ColorSpace /{page.ColourSpace} /BitsPerComponent 8 /Filter /{page.Filter} ", page.Data);
        }

        var start = file.Position;
        Put(file, $"xref\n0 {offsets.Count + 1}\n0000000000 65535 f \n{string.Concat(offsets.Select(offset => $"{offset.ToString("0000000000", CultureInfo.InvariantCulture)} 00000 n \n"))}");
        Put(file, $"trailer\n<< /Size {offsets.Count + 1} /Root 1 0 R >>\nstartxref\n{start}\n%%EOF\n");
        return file.ToArray();

        void Begin(string dictionary)
        {
            offsets.Add(file.Position);
            Put(file, $"{offsets.Count} 0 obj\n{dictionary}\n");
        }

        void Stream(string entries, byte[] data)
        {
            Begin($"<< {entries}/Length {data.Length} >>");
            Put(file, "stream\n");
            file.Write(data);
            Put(file, "\nendstream\nendobj\n");
        }
    }

    private static void Put(MemoryStream file, string text) => file.Write(Encoding.ASCII.GetBytes(text));

    private static string Points(int pixels, int dpi) => (pixels * 72.0 / dpi).ToString("0.###", CultureInfo.InvariantCulture);
}
