using System.Globalization;
using System.Text;
using Plans.Store;
using Plans.Store.Ledger;

namespace Plans.Worker.Loads;

/// <summary>What became of every file of a load, as CSV (RFC 4180, UTF-8 with a byte order mark for spreadsheets), one line a file.</summary>
internal static class LoadReport
{
    private const int AtOnce = 1000;

    private static readonly (string Name, Func<FileRecord, object?> Value)[] Columns =
    [
        ("file", file => file.Id),
        ("path", file => file.Path),
        ("state", file => file.State.ToString().ToLowerInvariant()),
        ("stage", file => file.Stage),
        ("reason", file => file.Failure?.Reason),
        ("message", file => file.Failure?.Message),
        ("advice", file => file.Failure?.Advice),
        ("duplicate_of", file => file.DuplicatePath),
        ("attempts", file => file.Attempts),
        ("size", file => file.Size),
        ("sha256", file => file.Sha256),
        ("media_type", file => file.MediaType),
        ("extractor", file => file.ExtractorVersion),
        ("plan", file => file.PlanId),
        ("archive", file => file.ArchiveId),
        ("members", file => file.Members),
        ("found_at", file => file.FoundAt),
        ("started_at", file => file.StartedAt),
        ("ended_at", file => file.EndedAt),
        ("worker", file => file.Worker),
        ("note", file => file.Note),
    ];

    /// <summary>Where the report of a load lies that is not asked for elsewhere.</summary>
    public static string PathOf(StoreOptions store, long load) =>
        Path.Combine(store.DataFolder, "reports", string.Create(CultureInfo.InvariantCulture, $"load-{load}.csv"));

    /// <summary>Writes the report aside and moves it to its place, so that nobody finds half of one.</summary>
    public static void Write(FileLedger ledger, long load, string path)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        var draft = path + ".new";
        using (var writer = new StreamWriter(draft, append: false, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true)) { NewLine = "\r\n" })
        {
            writer.WriteLine(string.Join(',', Columns.Select(column => column.Name)));
            var after = 0L;
            while (ledger.Files(new FileFilter { LoadId = load, AfterId = after }, AtOnce) is { Count: > 0 } files)
            {
                foreach (var file in files)
                {
                    writer.WriteLine(string.Join(',', Columns.Select(column => Cell(column.Value(file)))));
                }

                after = files[^1].Id;
            }
        }

        File.Move(draft, path, overwrite: true);
    }

    /// <summary>A text that a spreadsheet would take for a formula begins with an apostrophe (OWASP, CSV injection).</summary>
    private static string Cell(object? value)
    {
        var text = value switch
        {
            null => "",
            DateTimeOffset time => time.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
            string words => words is ['=' or '+' or '-' or '@' or '\t' or '\r', ..] ? "'" + words : words,
            _ => string.Create(CultureInfo.InvariantCulture, $"{value}"),
        };
        return text.AsSpan().ContainsAny(",\"\r\n;") ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : text;
    }
}
