using Plans.Ingest;

namespace Plans.Extraction;

/// <summary>Reads a plan's facts out of a document. Pure: the same document gives the same plan.</summary>
public static class PlanExtractor
{
    /// <summary>Goes up whenever the same document may give another plan; results are kept by it.</summary>
    public const string Version = "0.1.0";

    public static Plan Extract(Document document) => new() { Document = new DocumentFields() };
}
