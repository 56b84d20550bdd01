using Plans.Store.Search;
using Spectre.Console;

namespace Plans.Worker.CommandLine;

/// <summary>Hits with their place and the words around what was found, which a terminal shows in colour.</summary>
internal static class SearchHits
{
    public static void Print(IReadOnlyList<SearchHit> hits, TextWriter output)
    {
        if (Terminal.Of(output) is { } terminal)
        {
            foreach (var hit in hits)
            {
                terminal.Write(Framed(hit));
            }

            return;
        }

        Table(hits).WriteTo(output);
    }

    public static ResultTable Table(IReadOnlyList<SearchHit> hits)
    {
        var table = new ResultTable("kind", "province", "plan", "date", "section", "page", "text", "file");
        foreach (var hit in hits)
        {
            table.Add(
                Name(hit.Kind), hit.Province, hit.PlanNumber, hit.PlanDate, hit.SectionPath, $"{hit.Page}", string.Concat(hit.Snippet.Select(piece => piece.Text)), hit.File);
        }

        return table;
    }

    /// <summary>What the hits could be narrowed by, with the name of the field that does it.</summary>
    public static void PrintFacets(SearchFacets? facets, TextWriter output)
    {
        if (facets is null)
        {
            return;
        }

        var table = new ResultTable("field", "value", "hits");
        foreach (var (field, counts) in new[]
        {
            ("kind", facets.Kinds), ("province", facets.Provinces), ("province today", facets.ProvincesToday), ("year", facets.Years), ("type", facets.Types),
            ("issuer", facets.Issuers), ("lead", facets.Leads), ("support", facets.Supports), ("section", facets.SectionKinds), ("unit", facets.Units),
            ("finding", facets.Findings), ("review", facets.Reviews),
        })
        {
            foreach (var count in counts)
            {
                table.Add(field, count.Value, $"{count.Count}");
            }
        }

        table.WriteTo(output);
    }

    private static Paragraph Framed(SearchHit hit)
    {
        var words = new Paragraph();
        words.Append(Name(hit.Kind), new Style(Color.Green));
        words.Append($"  {hit.PlanNumber ?? hit.File}", new Style(decoration: Decoration.Bold));
        words.Append($"  {string.Join(", ", new[] { hit.Province, hit.PlanDate, Section(hit), $"page {hit.Page}" }.Where(part => part is not null))}\n");
        words.Append("    ");
        foreach (var piece in hit.Snippet)
        {
            words.Append(piece.Text, piece.Marked ? new Style(Color.Black, Color.Yellow) : Style.Plain);
        }

        return words.Append("\n\n");
    }

    private static string? Section(SearchHit hit) => hit.SectionPath is null ? null : $"{hit.SectionPath} {hit.SectionHeading}".TrimEnd();

    private static string Name(HitKind kind) => kind.ToString().ToLowerInvariant();
}
