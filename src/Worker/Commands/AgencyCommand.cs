using System.CommandLine;
using System.Text;
using Plans.Store.Comparison.Agencies;
using Plans.Store.Export;
using Plans.Worker.CommandLine;
using Plans.Worker.Hosting;

namespace Plans.Worker.Commands;

/// <summary><c>plans agency NAME</c>: all that a body has to do, by deadline.</summary>
internal static class AgencyCommand
{
    public static Command Create()
    {
        var name = new Argument<string>("NAME") { Description = "as plans write it, in full or short; found under all its names over time" };
        var province = new Option<string?>("--province") { Description = "only plans of this province, as printed or as it is named today", HelpName = "NAME" };
        var from = new Option<int?>("--from") { Description = "only plans dated in this year or later", HelpName = "YEAR" };
        var to = new Option<int?>("--to") { Description = "only plans dated in this year or earlier", HelpName = "YEAR" };
        var role = new Option<string?>("--role") { Description = "lead or support", HelpName = "ROLE" };
        role.AcceptOnlyFromAmong("lead", "support");
        var inPart = new Option<bool>("--in-part") { Description = "also tasks of agencies that gave it, or took over from it, only a part of the duties" };
        var ics = new Option<string?>("--ics") { Description = "writes the deadlines as a calendar file", HelpName = "FILE" };
        var site = new Option<string>("--site")
        {
            Description = "the address of the site to which the calendar links",
            HelpName = "URL",
            DefaultValueFactory = _ => $"http://127.0.0.1:{Site.DefaultPort}",
        };
        var data = Stores.DataOption();
        var database = Stores.DatabaseOption();
        var results = TableResults.Options();
        var command = new Command("agency", "List all tasks of an agency, as lead and as support, under all its names over time, by deadline.")
        {
            name, province, from, to, role, inPart, ics, site, data, database, results.Json, results.Csv,
        };
        command.SetExamples(
            new("plans agency \"Sở Nội vụ\" --province \"Lào Cai\" --from 2021", "what it had to do in all plans since, also as what it was before"),
            new("plans agency \"Sở NN&PTNT\" --role lead --csv", "what it leads, for a spreadsheet"),
            new("plans agency \"Sở Y tế\" --ics so-y-te.ics", "its deadlines as a calendar"));
        command.SetAction(parse =>
        {
            var error = parse.InvocationConfiguration.Error;
            using var store = Stores.Open(parse.GetRequiredValue(data), parse.GetValue(database));
            var duties = store.Agencies.Of(new AgencyRequest
            {
                Name = parse.GetRequiredValue(name),
                Province = parse.GetValue(province),
                From = parse.GetValue(from),
                To = parse.GetValue(to),
                Role = parse.GetValue(role),
                InPart = parse.GetValue(inPart),
            });
            if (parse.GetValue(ics) is { } file)
            {
                var links = parse.GetRequiredValue(site).TrimEnd('/');
                var events = WriteCalendar(file, duties, store.Options.Clock.GetUtcNow(), links);
                error.WriteLine($"{Counted.Of(events, "deadline")} of {Counted.Of(duties.Duties.Count, "task")} written to {file}; the others name no date.");
                return ExitCode.AllWell;
            }

            results.Write(parse, duties, () => Table(duties), output =>
            {
                PrintLine(duties, output);
                Table(duties).WriteTo(output);
            });
            if (duties.Duties.Count == 0)
            {
                error.WriteLine($"No plan gives {duties.Name} a task. Write the name as plans do: \"Sở Y tế\"; plans search finds other spellings.");
                return ExitCode.Failed;
            }

            error.WriteLine($"{Counted.Of(duties.Duties.Count, "task")} in {Counted.Of(duties.Duties.Select(duty => duty.PlanId).Distinct().Count(), "plan")}: "
                + $"{duties.Duties.Count(duty => duty.Role == "lead")} as lead, {duties.Duties.Count(duty => duty.Role == "support")} as support.");
            return ExitCode.AllWell;
        });
        return command;
    }

    private static void PrintLine(AgencyDuties duties, TextWriter output)
    {
        foreach (var body in duties.Line.Where(_ => duties.Line.Count > 1))
        {
            var share = body.Share is null ? "" : $" (in part: {body.Share})";
            output.WriteLine($"{body.Name}, {body.From ?? "…"} – {body.Until ?? "today"}{share}{(body.Instrument is null ? "" : $", {body.Instrument}")}");
        }

        if (duties.Line.Count > 1)
        {
            output.WriteLine();
        }
    }

    private static ResultTable Table(AgencyDuties duties)
    {
        var table = new ResultTable("due", "deadline", "role", "task", "named", "lead", "support", "province", "plan", "date", "section", "page");
        foreach (var duty in duties.Duties)
        {
            table.Add(
                DueDateText.Write(duty.Due),
                duty.Deadline,
                duty.Role,
                duty.Text,
                duty.Share is null ? duty.Printed : $"{duty.Printed} (in part: {duty.Share})",
                string.Join("; ", duty.Lead),
                string.Join("; ", duty.Support),
                duty.Province,
                duty.PlanNumber ?? duty.File,
                duty.PlanDate,
                duty.Section,
                $"{duty.Page}");
        }

        return table;
    }

    private static int WriteCalendar(string file, AgencyDuties duties, DateTimeOffset now, string links)
    {
        try
        {
            using var writer = new StreamWriter(file, append: false, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
            return CalendarExport.Write(writer, duties.Name, duties.Duties, now, (plan, start, end) => links + Web.Links.Words(plan, start, end));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new WrongUseException($"{file} cannot be written: {exception.Message}");
        }
    }
}
