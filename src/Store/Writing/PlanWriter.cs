using System.Data.Common;
using Dapper;
using Plans.Extraction;
using Plans.Ingest;
using Plans.Store.Corrections;
using Plans.Store.Engines;
using Plans.Store.Ledger;
using Plans.Store.Search;
using Plans.Store.Versions;

namespace Plans.Store.Writing;

/// <summary>Writes all rows of a plan, inside the caller's transaction.</summary>
internal static class PlanWriter
{
    private static readonly string[] Parts =
        ["sections", "targets", "task_agencies", "tasks", "legal_bases", "funding", "plan_tables", "findings"];

    /// <summary>Replaces what is held of the same content; the plan keeps its id, and what people corrected in it holds.</summary>
    public static long Write(Database database, DbConnection connection, FileRecord file, Document document, Plan plan, string savedAt)
    {
        var id = WriteFile(connection, file, document, savedAt);
        connection.Execute("delete from documents where plan_id = @id", new { id });
        database.Insert(connection, "documents", ["plan_id", "text"], [[id, document.Text]]);
        WriteFacts(database, connection, id, file.Sha256!, plan, document.Text);
        return id;
    }

    /// <summary>Writes the plan as it is read: what was extracted, with what people corrected.</summary>
    public static void WriteFacts(Database database, DbConnection connection, long id, string sha256, Plan extracted, string text)
    {
        var corrected = CorrectionRows.Apply(connection, database, id, sha256, extracted, text);
        var plan = corrected.Plan;
        foreach (var part in Parts)
        {
            connection.Execute($"delete from {part} where plan_id = @id", new { id });
        }

        WriteHead(database, connection, id, corrected);
        RowWriter.Insert(database, connection, id, "sections", plan.Sections, [.. Columns.OfSection(text), Columns.Review<Section>(corrected)], section => section.Span);
        RowWriter.Insert(database, connection, id, "targets", plan.Targets, [.. Columns.OfTarget, Columns.Review<Target>(corrected)], target => target.Span);
        RowWriter.Insert(database, connection, id, "tasks", plan.Tasks, [.. Columns.OfTask, Columns.Review<PlanTask>(corrected)], task => task.Span);
        RowWriter.Insert(database, connection, id, "task_agencies", TaskAgency.Of(plan.Tasks), Columns.OfTaskAgency);
        RowWriter.Insert(database, connection, id, "legal_bases", plan.LegalBases, Columns.OfLegalBasis, basis => basis.Span);
        RowWriter.Insert(database, connection, id, "funding", plan.Funding, Columns.OfFunding, item => item.Span);
        RowWriter.Insert(database, connection, id, "plan_tables", plan.Tables, Columns.OfTable, table => table.Span);
        RowWriter.Insert(database, connection, id, "findings", plan.Findings, Columns.OfFinding, finding => finding.Span);
        database.Index.Replace(connection, id, Passages.Of(corrected, text));
        VersionLinks.Link(database, connection, id, text);
    }

    private static long WriteFile(DbConnection connection, FileRecord file, Document document, string savedAt) => connection.ExecuteScalar<long>(
        """
        insert into plans (file_id, sha256, file, file_key, stem_key, media_type, extractor, saved_at, pages, page_ledger, warnings)
        values (@fileId, @Sha256, @Name, @fileKey, @stemKey, @MediaType, @extractor, @savedAt, @pages, @pageLedger, @warnings)
        on conflict (sha256) do update set file_id = excluded.file_id, file = excluded.file, file_key = excluded.file_key,
          stem_key = excluded.stem_key, media_type = excluded.media_type, extractor = excluded.extractor, saved_at = excluded.saved_at,
          pages = excluded.pages, page_ledger = excluded.page_ledger, warnings = excluded.warnings
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
        });

    private static void WriteHead(Database database, DbConnection connection, long id, CorrectedPlan corrected)
    {
        var head = Storable(database, corrected.Plan.Document);
        connection.Execute(
            """
            update plans set type = @Type, number = @Number, number_key = @numberKey, date = @Date, year = @year, issuer = @Issuer,
              province = @Province, province_key = @provinceKey, place = @Place, title = @Title, period_from = @From, period_to = @To,
              signer = @Signer, signer_role = @SignerRole, review = @review
            where id = @id
            """,
            new
            {
                id,
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
                review = StoredJson.Word(corrected.State),
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
