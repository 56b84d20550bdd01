using Plans.Extraction;
using Plans.Extraction.Evaluation;
using Plans.Ingest;
using Plans.Ingest.Ocr;

namespace Plans.Corpus.Rendering.Equality;

/// <summary>What one rendering of one plan gave, measured by what its DOCX gave.</summary>
/// <param name="Cells">Cells of ruled tables with the same words.</param>
/// <param name="Pages">The ledger: how each page was read.</param>
/// <param name="Failure">Why it could not be read: nothing was found then.</param>
public sealed record Comparison(string Plan, string Rendition, Score Score, Measure Cells, IReadOnlyList<PageRecord> Pages, string? Failure)
{
    /// <summary>What must be equal in every format.</summary>
    public static readonly IReadOnlyList<string> Parts = [ScoredPart.Targets, ScoredPart.Tasks, ScoredPart.Responsibilities];

    /// <summary>The least F1 of <see cref="Parts"/>.</summary>
    public double Worst => Parts.Min(part => Score[part].F1 ?? 1);

    /// <summary>Measures one plan in several renditions; "original" is the file of the corpus itself.</summary>
    /// <param name="ocr">How scans are recognised; by default as a user's are, with nothing kept.</param>
    public static IReadOnlyList<Comparison> Of(RenderedCorpus corpus, CorpusPlan plan, IReadOnlyList<Rendition> renditions, bool withOriginal, OcrSettings? ocr = null)
    {
        var reference = Reading.Of(corpus.PathOf(plan, Rendering.Rendition.Docx), ocr);
        var compared = renditions.Where(rendition => rendition.Name != "docx")
            .Select(rendition => (rendition.Name, corpus.PathOf(plan, rendition)));
        return [.. (withOriginal ? compared.Prepend(("original", plan.Path)) : compared).Select(file => Of(plan.Name, file.Item1, file.Item2, reference, ocr))];
    }

    private static Comparison Of(string plan, string rendition, string path, Reading reference, OcrSettings? ocr)
    {
        var gold = PlanAsGold.Of(reference.Plan);
        try
        {
            var read = Reading.Of(path, ocr);
            return new(plan, rendition, GoldScore.Of(gold, read.Plan), TableCells.Compare(reference.Document, read.Document), read.Document.Pages, null);
        }
        catch (UnreadableFileException refusal)
        {
            return new(plan, rendition, GoldScore.Of(gold, new Plan { Document = new() }), Measure.None, [], $"{refusal.Reason}: {refusal.Message}");
        }
    }

    private sealed record Reading(Document Document, Plan Plan)
    {
        public static Reading Of(string path, OcrSettings? ocr)
        {
            var document = new DocumentReader(ocr: ocr).Read(new FileContent(Path.GetFileName(path), File.ReadAllBytes(path)));
            return new(document, PlanExtractor.Extract(document));
        }
    }
}
