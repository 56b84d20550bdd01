namespace Plans.Ingest.Ocr;

/// <summary>Reads pixels row by row without any head, as pictures are kept in PDF (ISO 32000-1, 8.9.3): rows begin at whole bytes.</summary>
internal static class RawPixels
{
    /// <param name="colours">1 for grey, 3 for red, green and blue; red seals are taken off.</param>
    /// <param name="bits">8, or 1 for black (0) and white.</param>
    /// <exception cref="InvalidDataException">There is more than that.</exception>
    /// <exception cref="EndOfStreamException">There is less.</exception>
    public static PageImage Read(Stream stream, int width, int height, int colours, int bits, double dotsPerInch)
    {
        var image = colours == 3 ? Seals.Removed(width, height, stream, dotsPerInch) : new PageImage(width, height, bits == 1 ? BlackAndWhite(stream, width, height) : Grey(stream, width, height));
        return stream.ReadByte() < 0 ? image : throw new InvalidDataException("more pixels than the picture has");
    }

    private static byte[] Grey(Stream stream, int width, int height)
    {
        var pixels = new byte[width * height];
        stream.ReadExactly(pixels);
        return pixels;
    }

    private static byte[] BlackAndWhite(Stream stream, int width, int height)
    {
        var pixels = new byte[width * height];
        var row = new byte[(width + 7) / 8];
        for (var y = 0; y < height; y++)
        {
            stream.ReadExactly(row);
            for (var x = 0; x < width; x++)
            {
                pixels[(y * width) + x] = (row[x >> 3] & (0x80 >> (x & 7))) != 0 ? byte.MaxValue : (byte)0;
            }
        }

        return pixels;
    }
}
