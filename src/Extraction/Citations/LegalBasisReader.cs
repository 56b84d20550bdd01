using Plans.Extraction.Reading;
using Plans.Extraction.Sections;

namespace Plans.Extraction.Citations;

/// <summary>The instruments cited in the preamble, each once (căn cứ ban hành: Nghị định 30/2020/NĐ-CP, Phụ lục I, II.6.b).</summary>
internal static class LegalBasisReader
{
    public static IReadOnlyList<LegalBasis> Read(Outline outline, SpanMaker spans)
    {
        var bases = new List<LegalBasis>();
        var seen = new HashSet<string>();
        foreach (var line in outline.Preamble)
        {
            foreach (var citation in CitationGrammar.Find(line.Text, line.Canon))
            {
                if (citation.Type.Length > 0 && seen.Add(Key(citation, line.Canon[citation.Start..citation.End])))
                {
                    var quote = line.Slice(citation.Start, citation.End);
                    bases.Add(new LegalBasis(citation.Type, citation.Number, citation.Date, null, null, quote.Text, spans.Of(quote)));
                }
            }
        }

        return bases;
    }

    /// <summary>A law without a number is known by its name and date; "1181/QĐ-UBND" and a sloppy "1181-QĐ-UBND" are one instrument.</summary>
    private static string Key(Citation citation, string name) =>
        citation.Number is null ? name : citation.Number.Replace('/', '-').ToUpperInvariant();
}
