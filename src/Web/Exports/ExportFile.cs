using System.Globalization;
using Plans.Store.Export;
using Plans.Web.Search;

namespace Plans.Web.Exports;

/// <summary>A list as a file to keep: exactly what the page shows, all of it.</summary>
internal static class ExportFile
{
    public static readonly IReadOnlyList<(ExportFormat Format, string Name, string MediaType)> Formats =
    [
        (ExportFormat.Csv, "csv", "text/csv; charset=utf-8"),
        (ExportFormat.Xlsx, "xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
        (ExportFormat.Jsonl, "jsonl", "application/x-ndjson; charset=utf-8"),
    ];

    /// <param name="name">Of the file, without its ending.</param>
    public static IResult Of(HttpRequest request, string name, IReadOnlyList<TableColumn> columns, IEnumerable<TableLine> lines) =>
        Of(request, name, (format, file) => TableExport.Write(format, file, columns, lines));

    /// <summary>Written beside first: what cannot be written whole is an error and no half file.</summary>
    public static IResult Of(HttpRequest request, string name, Action<ExportFormat, Stream> write)
    {
        var wanted = Question.Text(request.Query, "format") ?? "csv";
        if (Formats.FirstOrDefault(format => format.Name == wanted) is not { Name: { } ending } format)
        {
            return Api.Problems.BadValue("format", $"one of {string.Join(", ", Formats.Select(each => each.Name))}");
        }

        var file = new FileStream(
            Path.Combine(Path.GetTempPath(), Path.GetRandomFileName()),
            new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.ReadWrite, Options = FileOptions.DeleteOnClose });
        try
        {
            write(format.Format, file);
            file.Position = 0;
            return Results.File(file, format.MediaType, string.Create(CultureInfo.InvariantCulture, $"{name}.{ending}"));
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    /// <summary>The whole address of a page of this site, as a reader of the file needs it.</summary>
    public static string Absolute(HttpRequest request, string path) => $"{request.Scheme}://{request.Host.ToUriComponent()}{path}";
}
