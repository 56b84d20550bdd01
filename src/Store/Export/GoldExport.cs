using System.Text.Json;
using Plans.Extraction;
using Plans.Store.Corrections;
using Plans.Store.Reading;

namespace Plans.Store.Export;

/// <summary>
/// A plan as a gold annotation (NAME.gold.json), with what people corrected: what is right once somebody has gone through it. Facts are
/// found by anchors, the document's words, in place of quotes and spans.
/// </summary>
public static class GoldExport
{
    /// <summary>Letters of an anchor, "at most about" (the specification of the annotations).</summary>
    private const int Longest = 120;

    /// <summary>Letters below which an anchor is not cut.</summary>
    private const int Shortest = 40;

    /// <summary>The findings that annotations know; a program may report more.</summary>
    private static readonly string[] KnownFindings = ["parts-do-not-sum", "text-and-table-differ", "leads-differ", "appendix-missing"];

    /// <param name="text">The document's.</param>
    public static string Write(StoredPlan stored, string text)
    {
        var (plan, head) = (stored.Plan, stored.Plan.Document);
        var anchors = new AnchorWriter(text);
        var funding = plan.Funding.Select(f => (Item: f, Anchor: anchors.Of(f.Quote, f.Span))).ToList();
        return JsonSerializer.Serialize(
            new
            {
                stored.Summary.File,
                Document = head,
                LegalBases = plan.LegalBases.Select(b => new { b.Type, b.Number, b.Date }),
                Sections = plan.Sections.Select(s => new { s.Path, s.Heading, s.Kind }),
                Targets = plan.Targets.Select(t => new
                {
                    t.Id,
                    t.Indicator,
                    t.Comparator,
                    t.Value,
                    t.ValueMax,
                    t.Unit,
                    t.Year,
                    t.Period,
                    t.Parent,
                    t.Section,
                    Anchor = anchors.Of(t.Quote, t.Span),
                    t.Source,
                    Optional = false,
                }),
                Funding = funding.Select(f => new
                {
                    f.Anchor,
                    f.Item.AmountVnd,
                    f.Item.SourceName,
                    Parent = f.Item.Parent is { } parent ? funding.FirstOrDefault(other => other.Item.Quote == parent).Anchor ?? parent : null,
                }),
                Tasks = plan.Tasks.Select(k => new
                {
                    k.Id,
                    Anchor = anchors.Of(k.Text, k.Span),
                    k.Section,
                    k.Source,
                    k.Lead,
                    k.Support,
                    k.Deadline,
                    k.RefersTo,
                    Optional = false,
                }),
                Findings = plan.Findings.Where(f => KnownFindings.Contains(f.Code)).Select(f => new { f.Code, Anchor = anchors.Of(f.Quote, f.Span) }),
            },
            PlanJson.Options);
    }

    /// <summary>Takes words out of a document by which a place is known.</summary>
    private sealed class AnchorWriter(string text)
    {
        /// <summary>The beginning of the words, cut where it is long enough to be unique; letter for letter, on one line, without emphasis.</summary>
        public string Of(string quote, Span span)
        {
            var line = OneLine(WordsInText.Count(text, quote) > 0 ? quote : text[Math.Clamp(span.Start, 0, text.Length)..Math.Clamp(span.End, 0, text.Length)]);
            if (line.Length == 0)
            {
                return OneLine(quote);
            }

            var cuts = Enumerable.Range(Shortest, Math.Max(0, Math.Min(Longest, line.Length) - Shortest)).Where(at => line[at] == ' ').Append(Math.Min(line.Length, Longest));
            return cuts.Select(at => line[..at].TrimEnd()).FirstOrDefault(cut => cut.Length < line.Length && cut.Length >= Longest - Shortest && IsUnique(cut))
                ?? (line.Length <= Longest ? line : line[..(line.LastIndexOf(' ', Longest) is > 0 and var end ? end : Longest)]);
        }

        private bool IsUnique(string words) => WordsInText.Count(text, words) == 1;

        private static string OneLine(string words) => string.Join(' ', words.Replace("*", "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).Normalize();
    }
}
