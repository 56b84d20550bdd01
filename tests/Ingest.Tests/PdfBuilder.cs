using System.Globalization;
using System.Text;

namespace Plans.Ingest.Tests;

/// <summary>Writes PDFs by hand, object by object: what no program would write can be tested with them.</summary>
internal sealed class PdfBuilder
{
    private readonly List<byte[]> _objects = [[], []];
    private readonly List<int> _pages = [];
    private readonly int _font;

    public PdfBuilder() => _font = Add("<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>");

    /// <summary>A page of A4 painted by a content stream; the font is /F, a picture or form may be given as /X.</summary>
    public PdfBuilder Page(string content, int? paints = null, string more = "")
    {
        var stream = Stream("", Encoding.Latin1.GetBytes(content));
        var named = paints is { } x ? $"/XObject<</X {x} 0 R>>" : "";
        _pages.Add(Add($"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents {stream} 0 R/Resources<</Font<</F {_font} 0 R>>{named}>>{more}>>"));
        return this;
    }

    /// <summary>A page of lines in 14 points, from the top.</summary>
    public PdfBuilder Lines(params string[] lines) =>
        Page(string.Concat(lines.Select((line, i) => string.Create(CultureInfo.InvariantCulture, $"BT /F 14 Tf 85 {780 - (i * 18)} Td ({line}) Tj ET\n"))));

    /// <summary>A page that is one grey picture, as a scanner makes it.</summary>
    /// <param name="over">What is printed over it.</param>
    public PdfBuilder Scan(int width, int height, byte[] pixels, string over = "")
    {
        var picture = Stream($"/Type/XObject/Subtype/Image/Width {width}/Height {height}/ColorSpace/DeviceGray/BitsPerComponent 8", pixels);
        return Page("q 595 0 0 842 0 0 cm /X Do Q " + over, picture);
    }

    /// <summary>A form that paints another one, and so on.</summary>
    public int Forms(int depth)
    {
        var form = Stream("/Type/XObject/Subtype/Form/BBox[0 0 595 842]", "0 0 m 100 0 l S"u8.ToArray());
        for (var i = 1; i < depth; i++)
        {
            form = Stream($"/Type/XObject/Subtype/Form/BBox[0 0 595 842]/Resources<</XObject<</X {form} 0 R>>>>", "/X Do"u8.ToArray());
        }

        return form;
    }

    public byte[] Bytes()
    {
        _objects[0] = Encoding.Latin1.GetBytes("<</Type/Catalog/Pages 2 0 R>>");
        _objects[1] = Encoding.Latin1.GetBytes($"<</Type/Pages/Count {_pages.Count}/Kids[{string.Join(' ', _pages.Select(page => $"{page} 0 R"))}]>>");
        using var file = new MemoryStream();
        Write(file, "%PDF-1.4\n");
        var places = new List<long>();
        for (var i = 0; i < _objects.Count; i++)
        {
            places.Add(file.Length);
            Write(file, $"{i + 1} 0 obj\n");
            file.Write(_objects[i]);
            Write(file, "\nendobj\n");
        }

        var table = file.Length;
        Write(file, $"xref\n0 {places.Count + 1}\n0000000000 65535 f \n{string.Concat(places.Select(place => $"{place:D10} 00000 n \n"))}");
        Write(file, $"trailer<</Size {places.Count + 1}/Root 1 0 R>>\nstartxref\n{table}\n%%EOF\n");
        return file.ToArray();
    }

    private static void Write(Stream file, string text) => file.Write(Encoding.Latin1.GetBytes(text));

    private int Add(string text) => Add(Encoding.Latin1.GetBytes(text));

    private int Add(byte[] bytes)
    {
        _objects.Add(bytes);
        return _objects.Count;
    }

    private int Stream(string dictionary, byte[] data) =>
        Add([.. Encoding.Latin1.GetBytes($"<<{dictionary}/Length {data.Length}>>stream\n"), .. data, .. "\nendstream"u8]);
}
