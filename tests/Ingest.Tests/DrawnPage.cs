using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace Plans.Ingest.Tests;

/// <summary>A page of a PDF as a scanner would see it: grey pixels at 300 dots an inch.</summary>
internal static class DrawnPage
{
    public static (int Width, int Height, byte[] Pixels) Of(byte[] pdf, int page = 1, int dotsPerInch = 300)
    {
        using var poppler = Process.Start(new ProcessStartInfo("pdftoppm", ["-gray", "-r", $"{dotsPerInch}", "-f", $"{page}", "-l", $"{page}", "-"])
        { RedirectStandardInput = true, RedirectStandardOutput = true })!;
        var feeding = Task.Run(() =>
        {
            using var input = poppler.StandardInput.BaseStream;
            input.Write(pdf);
        });
        using var image = new MemoryStream();
        poppler.StandardOutput.BaseStream.CopyTo(image);
        feeding.Wait();
        var bytes = image.ToArray();
        var head = Encoding.ASCII.GetString(bytes, 0, 40).Split('\n');
        var size = head[1].Split(' ').Select(number => int.Parse(number, CultureInfo.InvariantCulture)).ToArray();
        return (size[0], size[1], bytes[(head[0].Length + head[1].Length + head[2].Length + 3)..]);
    }
}
