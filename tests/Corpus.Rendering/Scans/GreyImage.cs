using System.Globalization;
using System.Text;

namespace Plans.Corpus.Rendering.Scans;

/// <summary>A page in greys, 0 black to 255 white, row by row from the top.</summary>
internal sealed record GreyImage(int Width, int Height, byte[] Pixels)
{
    private const byte White = 255;

    /// <summary>Reads a binary PGM of 8 bits, as pdftoppm writes it.</summary>
    public static GreyImage FromPgm(byte[] file)
    {
        var (at, fields) = (0, new List<string>());
        while (fields.Count < 4)
        {
            var end = Array.FindIndex(file, at, code => code is (byte)' ' or (byte)'\n');
            fields.Add(Encoding.ASCII.GetString(file, at, end - at));
            at = end + 1;
        }

        return new(int.Parse(fields[1], CultureInfo.InvariantCulture), int.Parse(fields[2], CultureInfo.InvariantCulture), file[at..]);
    }

    /// <summary>Turned about its centre; what comes in from outside is white.</summary>
    public GreyImage Turned(double degrees)
    {
        var (sin, cos) = Math.SinCos(degrees * Math.PI / 180);
        var turned = new byte[Pixels.Length];
        for (var y = 0; y < Height; y++)
        {
            for (var x = 0; x < Width; x++)
            {
                var (dx, dy) = (x - (Width / 2.0), y - (Height / 2.0));
                turned[(y * Width) + x] = Between((cos * dx) + (sin * dy) + (Width / 2.0), (cos * dy) - (sin * dx) + (Height / 2.0));
            }
        }

        return this with { Pixels = turned };
    }

    /// <summary>With each pixel's grey off by chance, and dark specks of two by two pixels.</summary>
    public GreyImage Noisy(int noise, int specks, Random random)
    {
        var noisy = Pixels.Select(grey => (byte)Math.Clamp(grey + random.Next(-noise, noise + 1), 0, White)).ToArray();
        for (var speck = 0; speck < specks; speck++)
        {
            var at = (random.Next(Height - 1) * Width) + random.Next(Width - 1);
            noisy[at] = noisy[at + 1] = noisy[at + Width] = noisy[at + Width + 1] = (byte)random.Next(90);
        }

        return this with { Pixels = noisy };
    }

    /// <summary>The grey between four pixels.</summary>
    private byte Between(double x, double y)
    {
        var (left, top) = ((int)Math.Floor(x), (int)Math.Floor(y));
        var (right, below) = (x - left, y - top);
        return (byte)Math.Round(
            (((At(left, top) * (1 - right)) + (At(left + 1, top) * right)) * (1 - below))
            + (((At(left, top + 1) * (1 - right)) + (At(left + 1, top + 1) * right)) * below));
    }

    private byte At(int x, int y) => x >= 0 && x < Width && y >= 0 && y < Height ? Pixels[(y * Width) + x] : White;
}
