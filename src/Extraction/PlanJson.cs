using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Plans.Ingest;

namespace Plans.Extraction;

/// <summary>The file that a plan was read from, as the contract's JSON names it.</summary>
public sealed record PlanSource(string File, string Sha256);

/// <summary>The JSON of one extracted plan, the same from the command line, the API and the export (schema 1).</summary>
public static class PlanJson
{
    public static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower), new BoxConverter() },
    };

    public static string Write(PlanSource source, Document document, Plan plan) => JsonSerializer.Serialize(
        new
        {
            Schema = 1,
            source.File,
            source.Sha256,
            document.MediaType,
            Pages = document.Pages.Count,
            Extractor = PlanExtractor.Version,
            plan.Document,
            plan.LegalBases,
            plan.Sections,
            plan.Targets,
            plan.Funding,
            plan.Tasks,
            plan.Tables,
            plan.Findings,
            Agencies = PlanAgencies.Of(plan),
            ProvinceIdentity = PlanAgencies.ProvinceOf(plan.Document),
            document.Warnings,
            PageLedger = document.Pages,
        },
        Options);
}
