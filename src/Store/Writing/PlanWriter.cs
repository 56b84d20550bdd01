using System.Data.Common;
using Dapper;
using Plans.Extraction;
using Plans.Ingest;
using Plans.Store.Engines;
using Plans.Store.Ledger;
using Plans.Store.Search;

namespace Plans.Store.Writing;

/// <summary>Writes all rows of a plan, inside the caller's transaction.</summary>
internal static class PlanWriter
{
    private static readonly string[] Parts =
        ["documents", "sections", "targets", "task_agencies", "tasks", "legal_bases", "funding", "plan_tables", "findings"];

    /// <summary>Replaces what is held of the same content; the plan keeps its id.</summary>
    public static long Write(Database database, DbConnection connection, FileRecord file, Document document, Plan plan, string savedAt)
    {
        var id = WriteHead(database, connection, file, document, plan, savedAt);
        foreach (var part in Parts)
        {
            connection.Execute($"delete from {part} where plan_id = @id", new { id });
        }

        database.Insert(connection, "documents", ["plan_id", "text"], [[id, document.Text]]);
        RowWriter.Insert(database, connection, id, "sections", plan.Sections, Columns.OfSection(document.Text), section => section.Span);
        RowWriter.Insert(database, connection, id, "targets", plan.Targets, Columns.OfTarget, target => target.Span);
        RowWriter.Insert(database, connection, id, "tasks", plan.Tasks, Columns.OfTask, task => task.Span);
        RowWriter.Insert(database, connection, id, "task_agencies", TaskAgency.Of(plan.Tasks), Columns.OfTaskAgency);
        RowWriter.Insert(database, connection, id, "legal_bases", plan.LegalBases, Columns.OfLegalBasis, basis => basis.Span);
        RowWriter.Insert(database, connection, id, "funding", plan.Funding, Columns.OfFunding, item => item.Span);
        RowWriter.Insert(database, connection, id, "plan_tables", plan.Tables, Columns.OfTable, table => table.Span);
        RowWriter.Insert(database, connection, id, "findings", plan.Findings, Columns.OfFinding, finding => finding.Span);
        database.Index.Replace(connection, id, Passages.Of(plan, document.Text));
        return id;
    }

    private static long WriteHead(Database database, DbConnection connection, FileRecord file, Document document, Plan plan, string savedAt)
    {
        var head = Storable(database, plan.Document);
        return connection.ExecuteScalar<long>(
            """
            insert into plans (file_id, sha256, file, file_key, stem_key, media_type, extractor, saved_at, pages, page_ledger, warnings,
              type, number, number_key, date, year, issuer, province, province_key, place, title, period_from, period_to, signer, signer_role)
            values (@fileId, @Sha256, @Name, @fileKey, @stemKey, @MediaType, @extractor, @savedAt, @pages, @pageLedger, @warnings,
              @Type, @Number, @numberKey, @Date, @year, @Issuer, @Province, @provinceKey, @Place, @Title, @From, @To, @Signer, @SignerRole)
            on conflict (sha256) do update set file_id = excluded.file_id, file = excluded.file, file_key = excluded.file_key,
              stem_key = excluded.stem_key, media_type = excluded.media_type, extractor = excluded.extractor, saved_at = excluded.saved_at, pages = excluded.pages,
              page_ledger = excluded.page_ledger, warnings = excluded.warnings, type = excluded.type, number = excluded.number,
              number_key = excluded.number_key, date = excluded.date, year = excluded.year, issuer = excluded.issuer,
              province = excluded.province, province_key = excluded.province_key, place = excluded.place, title = excluded.title,
              period_from = excluded.period_from, period_to = excluded.period_to, signer = excluded.signer,
              signer_role = excluded.signer_role
            returning id
            """,
            new
            {
                fileId = file.Id,
                file.Sha256,
                file.Name,
                fileKey = Folding.Key(file.Name),
                stemKey = Folding.Key(Path.GetFileNameWithoutExtension(file.Name)),
                document.MediaType,
                extractor = PlanExtractor.Version,
                savedAt,
                pages = document.Pages.Count,
                pageLedger = StoredJson.Write(document.Pages),
                warnings = StoredJson.Write(document.Warnings),
                head.Type,
                head.Number,
                numberKey = head.Number is null ? null : DocumentNumber.Key(head.Number),
                head.Date,
                year = Passages.YearOf(head.Date),
                head.Issuer,
                head.Province,
                provinceKey = head.Province is null ? null : ProvinceName.Key(head.Province),
                head.Place,
                head.Title,
                head.Period?.From,
                head.Period?.To,
                head.Signer,
                head.SignerRole,
            });
    }

    private static DocumentFields Storable(Database database, DocumentFields head) => head with
    {
        Type = database.Storable(head.Type),
        Number = database.Storable(head.Number),
        Date = database.Storable(head.Date),
        Issuer = database.Storable(head.Issuer),
        Province = database.Storable(head.Province),
        Place = database.Storable(head.Place),
        Title = database.Storable(head.Title),
        Signer = database.Storable(head.Signer),
        SignerRole = database.Storable(head.SignerRole),
    };
}
