using System.Globalization;
using System.Text;

namespace Plans.Ingest.Ocr;

/// <summary>A page as grey pixels, row by row from the top left; 0 is black.</summary>
internal sealed class PageImage(int width, int height, byte[] pixels)
{
    private const int RowsCounted = 3;

    public int Width { get; } = width;

    public int Height { get; } = height;

    public byte[] Pixels { get; } = pixels;

    /// <summary>Reads a binary portable greymap (P5) or pixmap (P6) with one byte a pixel and colour; red seals are taken off.</summary>
    /// <exception cref="InvalidDataException">It is none, or ends too early.</exception>
    /// <exception cref="UnreadableFileException">It has more pixels than allowed.</exception>
    public static PageImage Read(Stream stream, ReadLimits limits)
    {
        var kind = Token(stream);
        if (kind is not ("P5" or "P6"))
        {
            throw new InvalidDataException("neither greymap nor pixmap");
        }

        var (width, height, deepest) = (Number(stream), Number(stream), Number(stream));
        if (deepest != 255 || width < 1 || height < 1)
        {
            throw new InvalidDataException("not one byte a pixel and colour");
        }

        if ((long)width * height > limits.ImagePixels)
        {
            throw new UnreadableFileException(FailureReasons.LimitExceeded,
                $"The page has {width} x {height} pixels, more than the limit of {limits.ImagePixels}.", "Raise the limit ImagePixels if this is a real page.");
        }

        if (kind == "P6")
        {
            return Seals.Removed(width, height, stream, PageRecogniser.DotsPerInch);
        }

        var pixels = new byte[width * height];
        stream.ReadExactly(pixels);
        return new PageImage(width, height, pixels);
    }

    /// <summary>As a portable greymap.</summary>
    public byte[] ToGreymap()
    {
        var head = Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"P5\n{Width} {Height}\n255\n"));
        var bytes = new byte[head.Length + Pixels.Length];
        head.CopyTo(bytes, 0);
        Pixels.CopyTo(bytes, head.Length);
        return bytes;
    }

    /// <summary>The next pixel that is darker than the threshold, from one index on and before another; -1 if there is none. Most of a page is paper, which is passed over many pixels at a time.</summary>
    public int NextInk(int from, int before, byte threshold)
    {
        var at = threshold == 0 ? -1 : Pixels.AsSpan(from, before - from).IndexOfAnyInRange((byte)0, (byte)(threshold - 1));
        return at < 0 ? -1 : from + at;
    }

    /// <summary>Whether so few pixels are dark that nothing can stand there.</summary>
    public bool IsBlank(byte threshold) => Counts().Take(threshold).Sum() < Pixels.Length / 20_000;

    /// <summary>The grey between ink and paper that parts the two best (Otsu, 1979).</summary>
    public byte Threshold()
    {
        var counts = Counts();
        var total = counts.Sum();
        var sum = 0.0;
        for (var i = 0; i < 256; i++)
        {
            sum += (double)i * counts[i];
        }

        var (dark, darkSum, best, threshold) = (0L, 0.0, -1.0, 128);
        for (var i = 0; i < 256; i++)
        {
            dark += counts[i];
            darkSum += (double)i * counts[i];
            var light = total - dark;
            if (dark == 0 || light == 0)
            {
                continue;
            }

            var distance = (darkSum / dark) - ((sum - darkSum) / light);
            var between = dark * distance * distance * light;
            if (between > best)
            {
                (best, threshold) = (between, i + 1);
            }
        }

        // A page without any ink has no two greys; paper is never darker than this, nor ink lighter.
        return (byte)Math.Clamp(threshold, 90, 200);
    }

    /// <summary>How many pixels have each grey. Every third row is enough for a page, and counted in two halves, since paper repeats one grey.</summary>
    private long[] Counts()
    {
        var (even, odd) = (new int[256], new int[256]);
        for (var y = 0; y < Height; y += RowsCounted)
        {
            var row = Pixels.AsSpan(y * Width, Width);
            for (var x = 0; x + 1 < row.Length; x += 2)
            {
                even[row[x]]++;
                odd[row[x + 1]]++;
            }
        }

        return even.Zip(odd, (one, other) => (long)(one + other) * RowsCounted).ToArray();
    }

    private static int Number(Stream stream) => int.TryParse(Token(stream), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : throw new InvalidDataException("no greymap");

    private static string Token(Stream stream)
    {
        var token = new StringBuilder();
        for (var b = stream.ReadByte(); token.Length < 12; b = stream.ReadByte())
        {
            if (b < 0 || (char.IsWhiteSpace((char)b) && token.Length > 0))
            {
                break;
            }

            if (!char.IsWhiteSpace((char)b))
            {
                token.Append((char)b);
            }
        }

        return token.ToString();
    }
}
