using System.Diagnostics;
using System.Globalization;

namespace Plans.Corpus.Rendering.Scans;

/// <summary>Prints a PDF and scans what was printed.</summary>
public static class Scanner
{
    /// <param name="seed">Of the noise.</param>
    /// <returns>A PDF of images alone.</returns>
    public static byte[] Scan(string pdf, ScanQuality quality, int seed)
    {
        var random = new Random(seed);
        var pages = Draw(pdf, quality.Dpi, ".pgm", "-gray").Select(GreyImage.FromPgm).Select((image, i) => Laid(image, quality, i, random)).Select(ImagePage.Lossless).ToList();
        var scan = ImagePdf.Write(pages, quality.Dpi);
        return quality.JpegQuality is { } jpeg ? Compressed(scan, pages, quality.Dpi, jpeg) : scan;
    }

    private static GreyImage Laid(GreyImage image, ScanQuality quality, int page, Random random)
    {
        var turned = quality.Skew > 0 ? image.Turned(page % 2 == 0 ? quality.Skew : -quality.Skew) : image;
        return quality.Noise > 0 ? turned.Noisy(quality.Noise, quality.Specks, random) : turned;
    }

    /// <summary>The pages as JPEG in colour, as scanners save them; Poppler makes it of the ones without loss.</summary>
    private static byte[] Compressed(byte[] scan, IReadOnlyList<ImagePage> pages, int dpi, int quality)
    {
        var lossless = Path.GetTempFileName();
        try
        {
            File.WriteAllBytes(lossless, scan);
            var images = Draw(lossless, dpi, ".jpg", "-jpeg", "-jpegopt", string.Create(CultureInfo.InvariantCulture, $"quality={quality}"));
            return ImagePdf.Write([.. pages.Zip(images, (page, data) => page with { ColourSpace = "DeviceRGB", Filter = "DCTDecode", Data = data })], dpi);
        }
        finally
        {
            File.Delete(lossless);
        }
    }

    /// <summary>Draws each page.</summary>
    private static List<byte[]> Draw(string pdf, int dpi, string ending, params string[] options)
    {
        var folder = Directory.CreateTempSubdirectory("plans-corpus-scan-").FullName;
        try
        {
            using var poppler = Process.Start("pdftoppm", ["-r", dpi.ToString(CultureInfo.InvariantCulture), .. options, pdf, Path.Combine(folder, "page")]);
            poppler.WaitForExit();
            return [.. Directory.EnumerateFiles(folder, "*" + ending).Order(StringComparer.Ordinal).Select(File.ReadAllBytes)];
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
