using System.CommandLine;
using System.Globalization;
using Plans.Extraction;
using Plans.Store;
using Plans.Store.Ledger;
using Plans.Store.Search;

namespace Plans.Worker.CommandLine;

/// <summary>The options by which files of the ledger are chosen; all that are given must hold.</summary>
internal sealed class FileSelection
{
    private static readonly Dictionary<string, string> Formats = new(StringComparer.OrdinalIgnoreCase)
    {
        ["pdf"] = "application/pdf",
        ["docx"] = "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        ["xlsx"] = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        ["doc"] = "application/msword",
        ["xls"] = "application/vnd.ms-excel",
        ["rtf"] = "application/rtf",
        ["odt"] = "application/vnd.oasis.opendocument.text",
        ["ods"] = "application/vnd.oasis.opendocument.spreadsheet",
        ["html"] = "text/html",
        ["txt"] = "text/plain",
        ["md"] = "text/markdown",
        ["zip"] = "application/zip",
    };

    private readonly Argument<long[]> _ids = new("ID") { Description = "numbers of files, as failures --json and reports show them (default: all)", Arity = ArgumentArity.ZeroOrMore };
    private readonly Option<FileState[]> _states = new("--state") { Description = "only those in this state; may be given several times", HelpName = "STATE" };
    private readonly Option<string?> _reason = new("--reason") { Description = "only those with this reason, such as damaged", HelpName = "CODE" };
    private readonly Option<string?> _format = new("--format") { Description = $"only those read as this format: {string.Join(", ", Formats.Keys)} or a media type", HelpName = "FORMAT" };
    private readonly Option<string?> _extractor = new("--extractor") { Description = "only those done by this version", HelpName = "VERSION" };
    private readonly Option<bool> _older = new("--older") { Description = $"only those done by another version than this ({PlanExtractor.Version})" };
    private readonly Option<string?> _from = new("--from") { Description = "only those that ended on this day (UTC) or later: 2026-03-14", HelpName = "DATE" };
    private readonly Option<string?> _before = new("--before") { Description = "only those that ended before this day (UTC)", HelpName = "DATE" };
    private readonly Option<string?> _query = new("--query") { Description = "only those of plans that this query finds", HelpName = "QUERY" };
    private readonly Option<long?> _load = new("--load") { Description = "only those of this load", HelpName = "LOAD" };

    public void AddTo(Command command)
    {
        command.Add(_ids);
        foreach (var option in new Option[] { _states, _reason, _format, _extractor, _older, _from, _before, _query, _load })
        {
            command.Add(option);
        }
    }

    /// <exception cref="WrongUseException">A date is none.</exception>
    public FileFilter Of(ParseResult parse, PlanStore store)
    {
        var ids = parse.GetValue(_ids) is { Length: > 0 } some ? some : null;
        if (parse.GetValue(_query) is { Length: > 0 } query)
        {
            var found = store.Search.Files(new SearchRequest { Query = query });
            ids = [.. ids?.Intersect(found) ?? found];
        }

        return new FileFilter
        {
            Ids = ids,
            States = parse.GetValue(_states) ?? [],
            Reason = parse.GetValue(_reason),
            MediaType = parse.GetValue(_format) is { } format ? Formats.GetValueOrDefault(format, format) : null,
            Extractor = parse.GetValue(_extractor),
            NotExtractor = parse.GetValue(_older) ? PlanExtractor.Version : null,
            EndedFrom = Day(parse.GetValue(_from)),
            EndedBefore = Day(parse.GetValue(_before)),
            LoadId = parse.GetValue(_load),
        };
    }

    private static DateTimeOffset? Day(string? text) => text is null ? null
        : DateTimeOffset.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var day) ? day
        : throw new WrongUseException($"{text} is no date; write it as 2026-03-14.");
}
