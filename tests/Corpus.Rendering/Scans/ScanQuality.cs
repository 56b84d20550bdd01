namespace Plans.Corpus.Rendering.Scans;

/// <summary>How a page comes out of a scanner.</summary>
/// <param name="Dpi">Pixels an inch.</param>
/// <param name="Skew">By how many degrees pages lie askew, to the left and to the right in turn.</param>
/// <param name="Noise">How far a pixel's grey may be off, of 255.</param>
/// <param name="Specks">Dark dots on a page.</param>
/// <param name="JpegQuality">Of 100; null where the image is kept without loss.</param>
public sealed record ScanQuality(int Dpi, double Skew, int Noise, int Specks, int? JpegQuality)
{
    public static readonly ScanQuality Clean = new(300, 0, 0, 0, null);
    public static readonly ScanQuality Bad = new(200, 0.7, 48, 150, 50);
}
