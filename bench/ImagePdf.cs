using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace Plans.Bench;

/// <summary>Writes a PDF of pictures, a page each, as a scanner does: JPEG in colours, or a portable greymap packed.</summary>
internal static class ImagePdf
{
    public static void Write(string path, IReadOnlyList<string> pictures)
    {
        using var file = File.Create(path);
        var places = new List<long>();
        Text("%PDF-1.4\n");
        Object("<</Type/Catalog/Pages 2 0 R>>");
        Object($"<</Type/Pages/Count {pictures.Count}/Kids[{string.Join(' ', pictures.Select((_, i) => $"{3 + (3 * i)} 0 R"))}]>>");
        foreach (var picture in pictures)
        {
            var (width, height, kind, data) = picture.EndsWith(".pgm", StringComparison.Ordinal) ? Greymap(File.ReadAllBytes(picture)) : Jpeg(File.ReadAllBytes(picture));
            var next = places.Count + 2;
            Object($"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents {next} 0 R/Resources<</XObject<</X {next + 1} 0 R>>>>>>");
            Object("<</Length 28>>stream\nq 595 0 0 842 0 0 cm /X Do Q\nendstream");
            places.Add(file.Position);
            Text($"{places.Count} 0 obj\n<</Type/XObject/Subtype/Image/Width {width}/Height {height}/BitsPerComponent 8{kind}/Length {data.Length}>>stream\n");
            file.Write(data);
            Text("\nendstream\nendobj\n");
        }

        var table = file.Position;
        Text($"xref\n0 {places.Count + 1}\n0000000000 65535 f \n{string.Concat(places.Select(place => string.Create(CultureInfo.InvariantCulture, $"{place:D10} 00000 n \n")))}");
        Text($"trailer<</Size {places.Count + 1}/Root 1 0 R>>\nstartxref\n{table}\n%%EOF\n");

        void Object(string text)
        {
            places.Add(file.Position);
            Text($"{places.Count} 0 obj\n{text}\nendobj\n");
        }

        void Text(string text) => file.Write(Encoding.Latin1.GetBytes(text));
    }

    private static (int Width, int Height, string Kind, byte[] Data) Greymap(byte[] file)
    {
        var head = Encoding.ASCII.GetString(file, 0, 40).Split('\n');
        var size = head[1].Split(' ').Select(number => int.Parse(number, CultureInfo.InvariantCulture)).ToArray();
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            zlib.Write(file.AsSpan(head[0].Length + head[1].Length + head[2].Length + 3));
        }

        return (size[0], size[1], "/ColorSpace/DeviceGray/Filter/FlateDecode", packed.ToArray());
    }

    /// <summary>Its size stands in the frame header (ITU-T T.81, B.2.2).</summary>
    private static (int Width, int Height, string Kind, byte[] Data) Jpeg(byte[] file)
    {
        for (var i = 2; i + 9 < file.Length; i += 2 + ((file[i + 2] << 8) | file[i + 3]))
        {
            if (file[i + 1] is 0xC0 or 0xC1 or 0xC2)
            {
                var space = file[i + 9] == 1 ? "DeviceGray" : "DeviceRGB";
                return ((file[i + 7] << 8) | file[i + 8], (file[i + 5] << 8) | file[i + 6], $"/ColorSpace/{space}/Filter/DCTDecode", file);
            }
        }

        throw new InvalidDataException("no frame header");
    }
}
