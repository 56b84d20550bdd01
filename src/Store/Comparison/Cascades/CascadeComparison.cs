using System.Data.Common;
using Dapper;
using Plans.Extraction;
using Plans.Extraction.Catalogues;
using Plans.Store.Corrections;
using Plans.Store.Engines;
using Plans.Store.Reading;
using Plans.Store.Search;

namespace Plans.Store.Comparison.Cascades;

/// <summary>Who carries out a document: the plans that cite it, with their targets beside its own.</summary>
public sealed class CascadeComparison
{
    /// <summary>Letters around a citation in the text.</summary>
    private const int Around = 80;

    /// <summary>Wordings that are looked at, those of most plans first, and how many of them are indicators of their own where the document is not held.</summary>
    private const int MostWordings = 5000;
    private const int MostIndicators = 300;

    /// <summary>Last parts of the numbers of a province's or a district's own documents, which others number in the same way.</summary>
    private static readonly string[] LocalSymbols = ["ubnd", "hdnd", "tu", "hu"];

    private readonly Database database;
    private readonly PlanReader plans;

    internal CascadeComparison(Database database, PlanReader plans) => (this.database, this.plans) = (database, plans);

    /// <exception cref="QueryException">The number has no letters or digits.</exception>
    public Cascade Of(CascadeRequest request)
    {
        var key = DocumentNumber.Key(request.Number);
        if (key.Length == 0)
        {
            throw new QueryException(QueryProblem.Empty, "The number is empty. Write it as printed: 1719/QĐ-TTg.");
        }

        var source = Source(key, request);
        var isLocal = LocalSymbols.Contains(key.Split(' ')[^1]);
        var province = request.Province ?? (isLocal ? source?.Document.Province : null);
        var (documents, found) = database.Read(connection =>
        {
            var bases = Bases(connection, key);
            List<CitationRow> rows = [.. bases.Where(row => IsOfYear(row, request.Year)).DistinctBy(row => row.PlanId)];
            rows.AddRange(InText(connection, request.Number, key, [.. bases.Select(row => row.PlanId)]));
            return (Documents(bases), rows);
        });
        var summaries = plans.Summaries([.. found.Select(row => row.PlanId)]);
        var citing = found.Where(row => row.PlanId != source?.Id && summaries.ContainsKey(row.PlanId))
            .Select(row => row.ToPlan(summaries[row.PlanId]))
            .Where(plan => IsOf(province, plan.Plan.Document.Province))
            .OrderBy(plan => plan.ProvinceToday is null).ThenBy(plan => Folding.Key(plan.ProvinceToday ?? ""), StringComparer.Ordinal)
            .ThenBy(plan => plan.Plan.Document.Date, StringComparer.Ordinal).ThenBy(plan => plan.Plan.Id).ToList();
        return new Cascade(
            request.Number.Trim(), documents, source, citing, Indicators(request, source, citing),
            isLocal || province is not null ? [] : Without(Today(), citing));
    }

    private PlanSummary? Source(string key, CascadeRequest request)
    {
        var held = plans.Resolve(request.Number).Where(plan => plan.Document.Number is { } number && DocumentNumber.Key(number) == key && plan.IsBest
            && (request.Year is not { } year || Writing.Passages.YearOf(plan.Document.Date) == year) && IsOf(request.Province, plan.Document.Province)).ToList();
        return held.Count == 1 ? held[0] : null;
    }

    private static List<CitationRow> Bases(DbConnection connection, string key) => connection.Query<CitationRow>(
        """
        select b.plan_id, b.type, b.date, b.issuer, b.title, b.quote, b.page, b.span_start, b.span_end, 1 as is_basis
        from legal_bases b join plans l on l.id = b.plan_id where b.number_key = @key and l.is_best = 1 order by b.plan_id, b.ordinal
        """,
        new { key }).AsList();

    private List<CitationRow> InText(DbConnection connection, string number, string key, HashSet<long> known)
    {
        // A number below ten is printed with a zero before it, or without.
        var phrases = new[] { key, "0" + key }.Take(key.Length > 1 && char.IsDigit(key[1]) ? 1 : 2);
        var query = QueryParser.Parse(string.Join(" OR ", phrases.Select(phrase => $"\"{phrase}\"")));
        var source = new HitSource(database.Index, query, column: "body");
        source.WherePlan("l.is_best = 1 and (l.number_key is null or l.number_key <> @own)", "own", key);
        source.WherePassage("p.kind in ('plan', 'section')");
        var hits = connection.Query<(long Plan, int Start)>(
            $"select p.plan_id, min(p.span_start) {source.From(withPassage: true, withPlan: true)} group by p.plan_id order by p.plan_id", source.Parameters);
        return [.. hits.Where(hit => !known.Contains(hit.Plan)).Select(hit => Cited(connection, hit.Plan, number, hit.Start)).OfType<CitationRow>()];
    }

    private static CitationRow? Cited(DbConnection connection, long plan, string number, int start)
    {
        var text = PlanReader.Text(connection, plan) ?? "";
        var place = WordsInText.Find(text, number, start) ?? WordsInText.Find(text, "0" + number, start);
        if (place is not { } range)
        {
            return null;
        }

        var (from, to) = (Math.Max(0, range.Start.Value - Around), Math.Min(text.Length, range.End.Value + Around));
        var page = connection.ExecuteScalar<int?>(
            "select max(page) from sections where plan_id = @plan and span_start <= @at", new { plan, at = range.Start.Value }) ?? 1;
        return new CitationRow
        {
            PlanId = plan,
            Quote = string.Join(' ', text[from..to].Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)),
            Page = page,
            SpanStart = range.Start.Value,
            SpanEnd = range.End.Value,
        };
    }

    private static IReadOnlyList<CitedDocument> Documents(List<CitationRow> bases) =>
    [
        .. bases.GroupBy(row => row.Date is { Length: >= 4 } date ? date[..4] : "")
            .Select(of => (Rows: of.ToList(), Best: of.OrderByDescending(row => row.Date?.Length ?? 0).ThenByDescending(row => row.Title?.Length ?? 0).First()))
            .Select(of => new CitedDocument(of.Best.Type, of.Best.Date, of.Best.Issuer, of.Best.Title, of.Rows.Select(row => row.PlanId).Distinct().Count()))
            .OrderByDescending(document => document.Plans),
    ];

    private IReadOnlyList<CascadeIndicator> Indicators(CascadeRequest request, PlanSummary? source, List<CitingPlan> citing)
    {
        var order = citing.Select((plan, i) => (plan.Plan.Id, i)).ToDictionary(row => row.Id, row => row.i);
        var groups = new IndicatorGroups();
        IReadOnlyList<Target> own = source is null ? [] : plans.Get(source.Id)!.Plan.Targets;
        var asked = own.Where(Wanted).ToLookup(target => groups.Add(target.Indicator, target.Unit));
        var cells = plans.Targets([.. citing.Select(plan => plan.Plan.Id)]).Where(row => Wanted(row.Target)).Select(row => new CascadeTarget(row.Plan, row.Target)).ToList();

        // The wordings that most plans have open the groups.
        var wordings = cells.GroupBy(cell => (cell.Target.Indicator, cell.Target.Unit)).OrderByDescending(of => of.Select(cell => cell.PlanId).Distinct().Count()).Take(MostWordings).ToList();
        foreach (var of in wordings.Take(source is null ? MostIndicators : 0))
        {
            groups.Add(of.Key.Indicator, of.Key.Unit);
        }

        var targets = wordings.Select(of => (Group: groups.Find(of.Key.Indicator, of.Key.Unit), Cells: of)).Where(of => of.Group is not null)
            .SelectMany(of => of.Cells.Select(cell => (Group: of.Group!.Value, Cell: cell)))
            .OrderBy(row => order[row.Cell.PlanId]).ThenBy(row => row.Cell.Target.Span.Start).ToLookup(row => row.Group, row => row.Cell);
        var isOne = request.Indicator is not null;
        return
        [
            .. groups.Leaders.Select((leader, i) => new CascadeIndicator(leader.Indicator, leader.Unit, [.. asked[i]], [.. targets[i]])
            {
                ProvincesWithout = Without(
                    [.. citing.Select(plan => plan.ProvinceToday).OfType<string>().Distinct()],
                    citing.Where(plan => targets[i].Any(cell => cell.PlanId == plan.Plan.Id))),
            })
            .Where(row => source is not null || isOne || row.Targets.Select(cell => cell.PlanId).Distinct().Count() > 1)
            .OrderByDescending(row => row.Targets.Select(cell => cell.PlanId).Distinct().Count()),
        ];

        bool Wanted(Target target) => request.Indicator is null
            || Folding.Words(request.Indicator).Select(Folding.Fold).All(word => $" {Folding.Key(target.Indicator)} ".Contains($" {word} ", StringComparison.Ordinal));
    }

    private static List<string> Today() => [.. Provinces.All.Where(province => province.ValidUntil is null).Select(province => province.Name).Distinct()];

    private static IReadOnlyList<string> Without(IEnumerable<string> provinces, IEnumerable<CitingPlan> having)
    {
        var have = having.Select(plan => ProvinceName.Key(plan.ProvinceToday ?? "")).ToHashSet();
        return [.. provinces.Where(name => !have.Contains(ProvinceName.Key(name))).OrderBy(Folding.Key, StringComparer.Ordinal)];
    }

    private static bool IsOfYear(CitationRow row, int? year) => year is null || Writing.Passages.YearOf(row.Date) is null || Writing.Passages.YearOf(row.Date) == year;

    private static bool IsOf(string? asked, string? province) => string.IsNullOrWhiteSpace(asked)
        || (province is not null && ProvinceName.Key(ProvinceToday.Of(province)) == ProvinceName.Key(ProvinceToday.Of(asked)));

    private sealed class CitationRow
    {
        public long PlanId { get; init; }

        public string? Type { get; init; }

        public string? Date { get; init; }

        public string? Issuer { get; init; }

        public string? Title { get; init; }

        public string Quote { get; init; } = "";

        public int Page { get; init; }

        public int SpanStart { get; init; }

        public int SpanEnd { get; init; }

        public int IsBasis { get; init; }

        public CitingPlan ToPlan(PlanSummary plan) => new(
            plan, plan.Document.Province is { } province ? ProvinceToday.Of(province) : null, IsBasis == 1, Quote, Page, SpanStart, SpanEnd);
    }
}
