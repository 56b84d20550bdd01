namespace Plans.Ingest.Ocr;

/// <summary>How images of pages are recognised.</summary>
public sealed record OcrSettings
{
    public static readonly OcrSettings Default = new();

    /// <summary>Tesseract's name of the language; several are joined with a plus.</summary>
    public string Language { get; init; } = "vie";

    /// <summary>Where recognised pages are kept by the hash of their image; null keeps none.</summary>
    public string? CacheFolder { get; init; }

    /// <summary>Called before a page is recognised that is not kept, in any thread; what it throws ends the reading.</summary>
    public Action? BeforePage { get; init; }
}
