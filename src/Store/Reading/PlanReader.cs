using System.Data.Common;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Dapper;
using Plans.Extraction;
using Plans.Ingest;
using Plans.Store.Corrections;
using Plans.Store.Engines;
using Plans.Store.Search;
using Plans.Store.Versions;

namespace Plans.Store.Reading;

/// <summary>Reads saved plans back.</summary>
public sealed class PlanReader
{
    private const int ShortestHash = 6;

    private const int PlansAtOnce = 500;

    private const string Select =
        """
        select p.*, f.path,
          (select count(*) from sections where plan_id = p.id) as sections,
          (select count(*) from targets where plan_id = p.id) as targets,
          (select count(*) from tasks where plan_id = p.id) as tasks,
          (select count(*) from findings where plan_id = p.id) as findings
        from plans p join files f on f.id = p.file_id
        """;

    private readonly Database database;

    internal PlanReader(Database database) => this.database = database;

    /// <summary>By province, then date.</summary>
    public IReadOnlyList<PlanSummary> List(PlanFilter? filter = null, int limit = 100, int offset = 0) => Summaries(
        """
        where (@province is null or p.province_key = @province)
          and (@best = 0 or p.is_best = 1) and (@Year is null or p.year = @Year or @Year between p.period_from and p.period_to)
        order by p.province_key nulls last, p.date nulls last, p.id limit @limit offset @offset
        """,
        new { province = filter?.Province is { } name ? ProvinceName.Key(name) : null, filter?.Year, best = filter?.OnlyBest == true ? 1 : 0, limit, offset });

    /// <summary>In the order in which they were saved: each page begins behind the last plan of the one before.</summary>
    /// <param name="id">Of that plan; 0 from the first on.</param>
    public IReadOnlyList<PlanSummary> After(long id, int limit, PlanFilter? filter = null) => Summaries(
        """
        where p.id > @id and (@province is null or p.province_key = @province)
          and (@Year is null or p.year = @Year or @Year between p.period_from and p.period_to)
        order by p.id limit @limit
        """,
        new { id, province = filter?.Province is { } name ? ProvinceName.Key(name) : null, filter?.Year, limit });

    /// <summary>Of the plan that was saved last; 0 where there is none.</summary>
    public long LatestId() => database.Read(connection => connection.ExecuteScalar<long>("select coalesce(max(id), 0) from plans"));

    /// <summary>
    /// The plans that a user may mean: by id, document number ("190/KH-UBND"), file name (with or without its ending), or the
    /// beginning of the SHA-256 (6 digits at least). One is the answer, none is unknown, several are ambiguous; of several files of one plan
    /// it is the best.
    /// </summary>
    public IReadOnlyList<PlanSummary> Resolve(string reference)
    {
        var text = reference.Trim();
        if (long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var id)
            && Summaries("where p.id = @id", new { id }) is { Count: > 0 } byId)
        {
            return byId;
        }

        if (Folding.Key(text) is not { Length: > 0 } key)
        {
            return [];
        }

        var named = Summaries(
            "where p.number_key = @number or p.file_key = @key or p.stem_key = @key order by p.id",
            new { number = DocumentNumber.Key(text), key });
        var hash = text.ToLowerInvariant();
        return named.Count == 0 && hash.Length >= ShortestHash && hash.All(char.IsAsciiHexDigitLower)
            ? Summaries("where p.sha256 >= @hash and p.sha256 < @next order by p.id", new { hash, next = hash + 'g' })
            : named.Count > 1 && named[0].WorkId is { } work && named.All(plan => plan.WorkId == work) ? [named.Find(plan => plan.IsBest) ?? named[0]]
            : named;
    }

    public PlanSummary? Summary(long planId) => Summaries("where p.id = @planId", new { planId }).SingleOrDefault();

    /// <summary>Of many plans at once, by id.</summary>
    internal IReadOnlyDictionary<long, PlanSummary> Summaries(IReadOnlyCollection<long> plans) =>
        plans.Chunk(PlansAtOnce).SelectMany(ids => Summaries($"where p.id in ({string.Join(',', ids)})", new { })).ToDictionary(plan => plan.Id);

    /// <summary>The targets of many plans at once, by plan, in their order.</summary>
    internal IEnumerable<(long Plan, Target Target)> Targets(IReadOnlyCollection<long> plans) => plans.Chunk(PlansAtOnce).SelectMany(ids => database.Read(connection =>
        connection.Query<TargetRow>($"select * from targets where plan_id in ({string.Join(',', ids)}) order by plan_id, ordinal").Select(row => (row.PlanId, row.ToTarget())).ToList()));

    public StoredPlan? Get(long planId) => database.Read(connection => Get(connection, planId));

    /// <summary>The document's text into which the spans point.</summary>
    public string? Text(long planId) => database.Read(connection => Text(connection, planId));

    /// <summary>The contract's JSON of the plan, as <c>extract</c> wrote it when the plan was saved; with what people corrected, told by <c>review</c>.</summary>
    public string? Json(long planId)
    {
        if (Get(planId) is not { } stored)
        {
            return null;
        }

        var document = new Document
        {
            MediaType = stored.Summary.MediaType,
            Text = "",
            Blocks = [],
            Pages = stored.PageLedger,
            Warnings = stored.Warnings,
        };
        var json = JsonNode.Parse(PlanJson.Write(new PlanSource(stored.Summary.File, stored.Summary.Sha256), document, stored.Plan))!;
        json["extractor"] = stored.Summary.ExtractorVersion;
        if (stored.Review.Corrections.Count > 0)
        {
            json["review"] = JsonSerializer.SerializeToNode(stored.Review, PlanJson.Options);
        }

        if (stored.Versions.Count > 0)
        {
            json["versions"] = JsonSerializer.SerializeToNode(stored.Versions, PlanJson.Options);
        }

        return json.ToJsonString(PlanJson.Options);
    }

    private List<PlanSummary> Summaries(string which, object parameters) => database.Read<List<PlanSummary>>(connection =>
        [.. connection.Query<PlanRow>($"{Select} {which}", parameters).Select(row => row.ToSummary())]);

    internal static StoredPlan? Get(DbConnection connection, long id)
    {
        if (connection.QuerySingleOrDefault<PlanRow>($"{Select} where p.id = @id", new { id }) is not { } row)
        {
            return null;
        }

        var text = Text(connection, id)!;
        var summary = row.ToSummary();
        var agencies = connection.Query<AgencyRow>(
            "select task, role, name from task_agencies where plan_id = @id order by task, role, ordinal", new { id }).ToLookup(a => a.Task);
        var (sections, targets, tasks) = (Rows<SectionRow>("sections"), Rows<TargetRow>("targets"), Rows<TaskRow>("tasks"));
        var plan = new Plan
        {
            Document = summary.Document,
            LegalBases = [.. Rows<LegalBasisRow>("legal_bases").Select(basis => basis.ToLegalBasis())],
            Sections = [.. sections.Select(section => section.ToSection(text))],
            Targets = [.. targets.Select(target => target.ToTarget())],
            Funding = [.. Rows<FundingRow>("funding").Select(item => item.ToFundingItem())],
            Tasks = [.. tasks.Select(task => task.ToTask(agencies[task.Ordinal]))],
            Tables = [.. Rows<TableRow>("plan_tables").Select(table => table.ToTable())],
            Findings = [.. Rows<FindingRow>("findings").Select(finding => finding.ToFinding())],
        };
        return new StoredPlan(
            summary, row.Path, plan, StoredJson.Read<List<PageRecord>>(row.PageLedger), StoredJson.Read<List<ReadWarning>>(row.Warnings))
        {
            Review = summary.Review == ReviewState.Unseen && !HasCorrections() ? PlanReview.Unseen : Review(),
            Versions = summary.WorkId is null ? [] : PlanVersions.Of(connection, id),
        };

        List<T> Rows<T>(string table) =>
            connection.Query<T>($"select * from {table} where plan_id = @id order by ordinal", new { id }).AsList();

        bool HasCorrections() => connection.ExecuteScalar<bool>("select exists (select 1 from corrections where sha256 = @Sha256)", new { row.Sha256 });

        PlanReview Review() => new(
            summary.Review,
            [.. connection.Query<CorrectionRow>($"{CorrectionRow.Select} where c.sha256 = @Sha256 order by c.id desc", new { row.Sha256 }).Select(c => c.ToCorrection())])
        {
            States = sections.Select(s => ((FactKind.Section, s.Path), s.Review))
                .Concat(targets.Select(t => ((FactKind.Target, t.ItemId), t.Review)))
                .Concat(tasks.Select(k => ((FactKind.Task, k.ItemId), k.Review)))
                .DistinctBy(each => each.Item1)
                .ToDictionary(each => each.Item1, each => each.Review),
        };
    }

    internal static string? Text(DbConnection connection, long id) =>
        connection.ExecuteScalar<string?>("select text from documents where plan_id = @id", new { id });
}
