using System.CommandLine;
using System.Globalization;
using Plans.Store.Corrections;
using Plans.Worker.CommandLine;

namespace Plans.Worker.Commands;

/// <summary><c>plans correct PLAN FACT FIELD=VALUE…</c>: what a person knows better than the extraction.</summary>
internal static class CorrectCommand
{
    private const string Teaching =
        """
        Correct what was extracted from a plan: give a value, reject a fact, add one, confirm, undo. What was extracted is kept; search,
        compare, export, show and the site use what is corrected, also after the plan is loaded anew. Without a FACT: what was corrected in the plan;
        without a PLAN: in all plans.
        Facts are named as plans show lists them: t3 a target, k2 a task, II.1 a section, head the document's head. Their fields:
        """;

    public static Command Create()
    {
        var plan = new Argument<string?>("PLAN") { Description = "its document number, id, file name or the beginning of its SHA-256", Arity = ArgumentArity.ZeroOrOne };
        var rest = new Argument<string[]>("FACT FIELD=VALUE") { Description = "a fact and what is right; nothing after = empties the field", Arity = ArgumentArity.ZeroOrMore };
        var reject = new Option<bool>("--reject") { Description = "the fact is none" };
        var confirm = new Option<bool>("--confirm") { Description = "the fact (without one: the whole plan) is right" };
        var add = new Option<FactKind?>("--add") { Description = "target or task: adds one that was not found", HelpName = "KIND" };
        var words = new Option<string?>("--words") { Description = "with --add: the document's words that show it", HelpName = "WORDS" };
        var undo = new Option<long?>("--undo") { Description = "takes the correction with this number back", HelpName = "N" };
        var lost = new Option<bool>("--lost") { Description = "only corrections whose words are not found any more" };
        var who = new Option<string>("--who")
        {
            Description = "your name (default: $PLANS_WHO, else the user's)",
            HelpName = "NAME",
            DefaultValueFactory = _ => Environment.GetEnvironmentVariable("PLANS_WHO") is { Length: > 0 } name ? name : Environment.UserName,
        };
        var why = new Option<string?>("--why") { Description = "the reason, for those who read the history", HelpName = "TEXT" };
        var data = Stores.DataOption();
        var database = Stores.DatabaseOption();
        var json = JsonResults.JsonOption();
        var csv = CsvResults.CsvOption();
        var fields = new[] { FactKind.Target, FactKind.Task, FactKind.Section, FactKind.Head }
            .Select(kind => $"{kind.ToString().ToLowerInvariant()}: {string.Join(", ", CorrectionFields.NamesOf(kind))}");
        var command = new Command("correct", $"{Teaching.ReplaceLineEndings(" ")} {string.Join("; ", fields)}. Agencies are joined by semicolons.")
        {
            plan, rest, reject, confirm, add, words, undo, lost, who, why, data, database, json, csv,
        };
        command.SetExamples(
            new("plans correct 47/KH-UBND t3 value=9450 unit=hộ --why \"số viết nhầm\"", "gives a target another value and unit"),
            new("plans correct 47/KH-UBND k2 \"lead=Sở Y tế; Sở Nội vụ\" deadline=\"trước ngày 30/6/2025\"", "who leads a task, and until when"),
            new("plans correct 47/KH-UBND III.2 kind=objectives", "the part that a section plays"),
            new("plans correct 47/KH-UBND head province=\"Yên Bái\" period=2021-2025", "the document's head"),
            new("plans correct 47/KH-UBND t5 --reject --why \"kết quả năm trước\"", "what was taken for a target is none"),
            new("plans correct 47/KH-UBND --add target indicator=\"số lớp tập huấn\" value=12 unit=lớp --words \"mở 12 lớp tập huấn\"", "a target that was missed, by the words that show it"),
            new("plans correct 47/KH-UBND --confirm", "the whole plan is right as plans show shows it"),
            new("plans correct 47/KH-UBND", "what was corrected in a plan, newest first, with numbers"),
            new("plans correct --undo 12 --why \"đúng như bản gốc\"", "takes one back; it stays in the history"),
            new("plans correct --lost", "corrections of all plans that found no place after loading anew"));
        command.SetAction(parse =>
        {
            var console = parse.InvocationConfiguration;
            using var store = Stores.Open(parse.GetRequiredValue(data), parse.GetValue(database));
            var by = new Signature(parse.GetRequiredValue(who), parse.GetValue(why));
            if (parse.GetValue(undo) is { } number)
            {
                Print([store.Corrections.Undo(number, by)]);
                return ExitCode.AllWell;
            }

            if (parse.GetValue(plan) is not { } reference)
            {
                Print(store.Corrections.List(new CorrectionFilter { OnlyLost = parse.GetValue(lost) }));
                return ExitCode.AllWell;
            }

            if (PlanChoice.One(store, reference, console.Error) is not { } id)
            {
                return ExitCode.Failed;
            }

            var said = new Said(parse.GetValue(rest) ?? [], parse.GetValue(reject), parse.GetValue(confirm), parse.GetValue(add), parse.GetValue(words));
            Print(said.IsNothing
                ? store.Corrections.List(new CorrectionFilter { PlanId = id, OnlyLost = parse.GetValue(lost) })
                : said.Do(store.Corrections, id, by));
            return ExitCode.AllWell;

            void Print(IReadOnlyList<Correction> corrections)
            {
                if (parse.GetValue(json))
                {
                    console.Output.WriteJson(corrections);
                    return;
                }

                var table = Table(corrections);
                if (parse.GetValue(csv))
                {
                    table.WriteCsv(console.Output);
                    return;
                }

                table.WriteTo(console.Output);
                if (corrections.Count == 0)
                {
                    console.Error.WriteLine("Nothing was corrected.");
                }
            }
        });
        return command;
    }

    private static ResultTable Table(IReadOnlyList<Correction> corrections)
    {
        var table = new ResultTable("number", "plan", "fact", "action", "field", "was", "is", "who", "when", "why", "state", "words");
        foreach (var c in corrections)
        {
            table.Add(
                c.Id.ToString(CultureInfo.InvariantCulture),
                c.PlanNumber ?? c.PlanTitle ?? c.Sha256[..8],
                c.Attached ?? c.Item ?? c.Kind.ToString().ToLowerInvariant(),
                c.Action.ToString().ToLowerInvariant(),
                c.Field,
                c.Action == CorrectionAction.Set ? c.Was : null,
                c.Value,
                c.Who,
                c.At.UtcDateTime.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture),
                c.Why,
                c.UndoneAt is not null ? $"undone by {c.UndoneBy}" : c.IsLost ? "lost" : "holds",
                c.Words.Length <= 60 ? c.Words : c.Words[..60] + "…");
        }

        return table;
    }

    /// <summary>What the words after the plan ask for.</summary>
    private sealed record Said(IReadOnlyList<string> Words, bool Reject, bool Confirm, FactKind? Add, string? Quote)
    {
        public bool IsNothing => Words.Count == 0 && !Reject && !Confirm && Add is null;

        public IReadOnlyList<Correction> Do(PlanCorrections corrections, long plan, Signature by)
        {
            if (new[] { Reject, Confirm, Add is not null }.Count(each => each) > 1)
            {
                throw new WrongUseException("Only one of --reject, --confirm and --add at a time.");
            }

            var (facts, values) = (Words.Where(word => !word.Contains('=')).ToList(), Values());
            if (facts.Count > 1)
            {
                throw new WrongUseException($"One fact at a time, not {string.Join(" and ", facts)}. A value with blanks is put in quotes: \"lead=Sở Y tế\".");
            }

            if (Add is { } kind)
            {
                return facts.Count == 0 && !string.IsNullOrWhiteSpace(Quote)
                    ? [corrections.Add(plan, kind, Quote, values, by)]
                    : throw new WrongUseException("Write what is added as --add target FIELD=VALUE… --words \"the document's words\".");
            }

            var fact = facts.Count == 1 ? corrections.Address(plan, facts[0]) : Confirm ? FactAddress.Plan
                : throw new WrongUseException("Which fact? Name a target (t3), a task (k2), a section (II.1), or head.");
            if ((Reject || Confirm) && values.Count > 0)
            {
                throw new WrongUseException("A fact is either corrected, or rejected or confirmed.");
            }

            return Reject ? [corrections.Reject(plan, fact, by)]
                : Confirm ? [corrections.Confirm(plan, fact, by)]
                : corrections.Set(plan, fact, values, by);
        }

        private Dictionary<string, string?> Values()
        {
            var values = new Dictionary<string, string?>();
            foreach (var word in Words.Where(word => word.Contains('=')))
            {
                var at = word.IndexOf('=');
                if (!values.TryAdd(word[..at].Trim(), word[(at + 1)..]))
                {
                    throw new WrongUseException($"The field {word[..at]} is given twice.");
                }
            }

            return values;
        }
    }
}
