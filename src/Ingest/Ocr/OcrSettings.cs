namespace Plans.Ingest.Ocr;

/// <summary>How images of pages are recognised.</summary>
public sealed record OcrSettings
{
    public static readonly OcrSettings Default = new();

    /// <summary>Tesseract's name of the language; several are joined with a plus.</summary>
    public string Language { get; init; } = "vie";

    /// <summary>Where recognised pages are kept by the hash of their image; null keeps none.</summary>
    public string? CacheFolder { get; init; }
}
