using Dapper;
using Plans.Store.Engines;
using Plans.Store.Reading;

namespace Plans.Store.Corrections;

/// <summary>
/// What people correct in plans. What was extracted is kept; everything reads the corrected plan. Each call is one transaction; nothing
/// is ever deleted, undoing keeps the correction as history.
/// </summary>
public sealed class PlanCorrections
{
    private readonly Database database;
    private readonly TimeProvider clock;

    internal PlanCorrections(Database database, TimeProvider clock) => (this.database, this.clock) = (database, clock);

    /// <summary>Gives fields of a fact other values.</summary>
    /// <param name="values">By name (<see cref="CorrectionFields.NamesOf"/>); null or empty empties the field.</param>
    /// <returns>A correction for each field.</returns>
    /// <exception cref="CorrectionException"/>
    public IReadOnlyList<Correction> Set(long planId, FactAddress fact, IReadOnlyDictionary<string, string?> values, Signature by) =>
        values.Count == 0
            ? throw new CorrectionException(CorrectionProblem.NothingToDo, "There is nothing to correct. Write what is right as field=value.")
            : Change(planId, by, work => [.. values.Select(value => work.Set(fact, value.Key, CorrectionFields.Text(value.Value)))]);

    /// <summary>Says that a section, target or task is none.</summary>
    /// <exception cref="CorrectionException"/>
    public Correction Reject(long planId, FactAddress fact, Signature by) => Change(planId, by, work => [work.Reject(fact)])[0];

    /// <summary>Says that a fact, or the whole plan, is right as it is read now. Where a later extraction reads it in another way, it is unseen again.</summary>
    /// <exception cref="CorrectionException"/>
    public Correction Confirm(long planId, FactAddress fact, Signature by) => Change(planId, by, work => [work.Confirm(fact)])[0];

    /// <summary>Adds a target or task that was not found.</summary>
    /// <param name="words">The document's words that show it, as they stand there.</param>
    /// <param name="near">Which place is meant where the words stand more than once.</param>
    /// <exception cref="CorrectionException"/>
    public Correction Add(long planId, FactKind kind, string words, IReadOnlyDictionary<string, string?> values, Signature by, int? near = null) =>
        Change(planId, by, work => [work.Add(kind, words, values, near)])[0];

    /// <summary>Takes a correction back; it stays as history.</summary>
    /// <exception cref="CorrectionException"/>
    public Correction Undo(long id, Signature by)
    {
        CheckName(by);
        var undone = database.WriteAlone(connection =>
        {
            var row = connection.QuerySingleOrDefault<CorrectionRow>($"{CorrectionRow.Select} where c.id = @id", new { id })
                ?? throw new CorrectionException(CorrectionProblem.NoSuchCorrection, $"There is no correction {id}. plans correct lists them.");
            if (row.UndoneAt is not null)
            {
                throw new CorrectionException(CorrectionProblem.AlreadyUndone, $"The correction {id} was undone by {row.UndoneBy} before.");
            }

            connection.Execute(
                "update corrections set undone_at = @now, undone_by = @who, undone_why = @why, attached = null where id = @id",
                new { id, now = Timestamp.Write(clock.GetUtcNow()), who = database.Storable(by.Who.Trim()), why = database.Storable(CorrectionFields.Text(by.Why)) });
            if (row.PlanId is { } plan)
            {
                CorrectionWork.Begin(connection, database, plan).Finish();
            }

            return id;
        });
        return Find(undone);
    }

    /// <summary>The fact that a user means: "head", "plan", a target's or task's id, or a section's path.</summary>
    /// <exception cref="CorrectionException">The plan has none.</exception>
    public FactAddress Address(long planId, string fact) => database.Read(connection =>
    {
        var plan = (PlanReader.Get(connection, planId) ?? throw NoPlan(planId)).Plan;
        var name = fact.Trim();
        return name.ToLowerInvariant() is "head" ? FactAddress.Head
            : name.ToLowerInvariant() is "plan" ? FactAddress.Plan
            : plan.Targets.Any(t => t.Id == name) ? new FactAddress(FactKind.Target, name)
            : plan.Tasks.Any(k => k.Id == name) ? new FactAddress(FactKind.Task, name)
            : plan.Sections.Any(s => s.Path == name) ? new FactAddress(FactKind.Section, name)
            : throw new CorrectionException(CorrectionProblem.NoSuchFact, $"The plan has no {fact}. Name a target (t3), a task (k2), a section by its path (II.1), or head.");
    });

    /// <summary>Newest first.</summary>
    public IReadOnlyList<Correction> List(CorrectionFilter filter) => database.Read<IReadOnlyList<Correction>>(connection =>
    [
        .. connection.Query<CorrectionRow>(
            $"""
            {CorrectionRow.Select}
            where (@PlanId is null or p.id = @PlanId) and (@action is null or c.action = @action) and (@Who is null or c.who = @Who)
              and (@lost = 0 or (c.undone_at is null and (c.attached is null or p.id is null))) and (@undone = 1 or c.undone_at is null)
            order by c.id desc
            """,
            new
            {
                filter.PlanId,
                action = filter.Action is { } action ? StoredJson.Word(action) : null,
                filter.Who,
                lost = filter.OnlyLost ? 1 : 0,
                undone = filter.WithUndone ? 1 : 0,
            }).Select(row => row.ToCorrection()),
    ]);

    internal static CorrectionException NoPlan(long planId) => new(CorrectionProblem.NoSuchPlan, $"No plan has the id {planId}.");

    private Correction Find(long id) =>
        database.Read(connection => connection.QuerySingle<CorrectionRow>($"{CorrectionRow.Select} where c.id = @id", new { id })).ToCorrection();

    private IReadOnlyList<Correction> Change(long planId, Signature by, Func<CorrectionWork, IReadOnlyList<CorrectionRow>> change)
    {
        CheckName(by);
        var ids = database.WriteAlone<IReadOnlyList<long>>(connection =>
        {
            var work = CorrectionWork.Begin(connection, database, planId);
            var rows = change(work);
            var now = Timestamp.Write(clock.GetUtcNow());
            return work.Finish(rows, by with { Who = by.Who.Trim(), Why = CorrectionFields.Text(by.Why) }, now);
        });
        return [.. ids.Select(Find)];
    }

    private static void CheckName(Signature by)
    {
        if (string.IsNullOrWhiteSpace(by.Who))
        {
            throw new CorrectionException(CorrectionProblem.NoName, "Say who corrects: a name, by --who or PLANS_WHO.");
        }
    }
}
