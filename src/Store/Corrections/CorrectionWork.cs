using System.Data.Common;
using Dapper;
using Plans.Extraction;
using Plans.Store.Engines;
using Plans.Store.Reading;
using Plans.Store.Writing;

namespace Plans.Store.Corrections;

/// <summary>One change of a plan's corrections, inside the caller's transaction.</summary>
internal sealed class CorrectionWork
{
    private readonly DbConnection connection;
    private readonly Database database;
    private readonly long plan;
    private readonly string sha256;
    private readonly Plan extracted;
    private readonly string text;
    private readonly List<CorrectionRow> holding;
    private readonly CorrectionDesk desk;

    private CorrectionWork(DbConnection connection, Database database, long plan, string sha256)
    {
        (this.connection, this.database, this.plan, this.sha256) = (connection, database, plan, sha256);
        holding = CorrectionRows.Holding(connection, sha256);
        extracted = CorrectionRows.Extraction(connection, plan) ?? PlanReader.Get(connection, plan)!.Plan;
        text = PlanReader.Text(connection, plan) ?? "";
        desk = new CorrectionDesk(extracted, holding, text);
        holding.ForEach(desk.TryApply);
    }

    /// <exception cref="CorrectionException">There is no such plan.</exception>
    public static CorrectionWork Begin(DbConnection connection, Database database, long plan)
    {
        // Writing the row keeps an extraction of the same plan waiting until this is done.
        var sha256 = connection.ExecuteScalar<string?>("update plans set review = review where id = @plan returning sha256", new { plan });
        return new CorrectionWork(connection, database, plan, sha256 ?? throw PlanCorrections.NoPlan(plan));
    }

    public CorrectionRow Set(FactAddress fact, string field, string? value)
    {
        if (fact.Kind == FactKind.Plan)
        {
            throw new CorrectionException(CorrectionProblem.NoSuchField, "A plan as a whole has no fields. Name its head, a section, a target or a task.");
        }

        Check(fact);
        var name = CorrectionFields.NameOf(fact.Kind, field);
        return Row(fact, CorrectionAction.Set, name, value, desk.Value(fact, name));
    }

    public CorrectionRow Reject(FactAddress fact)
    {
        if (fact.Kind is FactKind.Plan or FactKind.Head or FactKind.Section)
        {
            throw new CorrectionException(CorrectionProblem.NoSuchFact, "Only a target or a task can be rejected. Of the head and of sections correct the fields.");
        }

        Check(fact);
        return Row(fact, CorrectionAction.Reject, null, null, desk.Values(fact));
    }

    public CorrectionRow Confirm(FactAddress fact)
    {
        Check(fact);
        return Row(fact, CorrectionAction.Confirm, null, null, desk.Values(fact));
    }

    public CorrectionRow Add(FactKind kind, string words, IReadOnlyDictionary<string, string?> values, int? near)
    {
        if (kind is not (FactKind.Target or FactKind.Task))
        {
            throw new CorrectionException(CorrectionProblem.NoSuchFact, "Only a target or a task can be added.");
        }

        var place = WordsInText.Find(text, words, near) ?? throw new CorrectionException(
            CorrectionProblem.WordsNotFound, "The document does not have these words. Copy them from its text: plans show, or the page of its source.");
        var named = values.ToDictionary(value => CorrectionFields.NameOf(kind, value.Key), value => CorrectionFields.Text(value.Value));
        return new CorrectionRow
        {
            Sha256 = sha256,
            Fact = kind,
            Action = CorrectionAction.Add,
            Value = StoredJson.Write(named),
            Words = words.Trim(),
            SpanStart = place.Start.Value,
            SpanEnd = place.End.Value,
        };
    }

    /// <summary>Writes what was corrected, and the plan as it is read now.</summary>
    /// <returns>The ids of the rows.</returns>
    /// <exception cref="CorrectionException">A value makes no sense.</exception>
    public IReadOnlyList<long> Finish(IReadOnlyList<CorrectionRow> rows, Signature by, string now)
    {
        var signed = rows.Select(row => row.Signed(by, now)).Select(row => row.Numbered(CorrectionRows.Insert(connection, database, row))).ToList();
        var all = new CorrectionDesk(extracted, [.. holding, .. signed], text);
        holding.ForEach(all.TryApply);
        signed.ForEach(all.Apply);
        Finish();
        return [.. signed.Select(row => row.Id)];
    }

    /// <summary>Writes the plan as it is read now.</summary>
    public void Finish() => PlanWriter.WriteFacts(database, connection, plan, sha256, extracted, text);

    private void Check(FactAddress fact)
    {
        if (fact.Kind is not (FactKind.Plan or FactKind.Head) && (fact.Item is null || desk.Values(fact) is null))
        {
            throw new CorrectionException(CorrectionProblem.NoSuchFact, $"The plan has no {StoredJson.Word(fact.Kind)} {fact.Item}. plans show lists what it has.");
        }
    }

    private CorrectionRow Row(FactAddress fact, CorrectionAction action, string? field, string? value, string? was)
    {
        var anchor = AnchorOf(fact);
        return new CorrectionRow
        {
            Sha256 = sha256,
            Fact = fact.Kind,
            Item = fact.Kind is FactKind.Plan or FactKind.Head ? null : fact.Item,
            Action = action,
            Field = field,
            Value = value,
            Was = was,
            Words = anchor.Words,
            Mark = anchor.Mark,
            SpanStart = anchor.Start,
            SpanEnd = anchor.End,
        };
    }

    /// <summary>Of what was extracted, so that a correction does not hide the fact from the next; of an added fact the words with which it was added.</summary>
    private Anchor AnchorOf(FactAddress fact) => fact.Kind switch
    {
        FactKind.Section => Anchor.Of(extracted.Sections.First(s => s.Path == fact.Item)),
        FactKind.Target when extracted.Targets.FirstOrDefault(t => t.Id == fact.Item) is { } target => Anchor.Of(target),
        FactKind.Task when extracted.Tasks.FirstOrDefault(k => k.Id == fact.Item) is { } task => Anchor.Of(task),
        FactKind.Plan or FactKind.Head => Anchor.Whole(fact.Kind),
        _ => holding.First(row => row.Action == CorrectionAction.Add && row.AddedItem == fact.Item).Anchor,
    };
}
