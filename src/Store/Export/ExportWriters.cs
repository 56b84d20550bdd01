using System.Globalization;
using System.IO.Compression;
using System.Security;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Plans.Store.Export;

/// <summary>Writes rows one by one; the whole is never in memory.</summary>
internal abstract class ExportWriter : IDisposable
{
    /// <param name="link">The address of the row's source, null where there is none.</param>
    public abstract void Row(IReadOnlyList<object?> values, string? link);

    /// <summary>Ends the file; the stream stays open.</summary>
    public abstract void Dispose();

    protected static string Number(object value) => value is double number
        ? ((decimal)number).ToString(CultureInfo.InvariantCulture)
        : string.Create(CultureInfo.InvariantCulture, $"{value}");
}

/// <summary>Commas, quotes where needed, CRLF (RFC 4180), UTF-8 with a byte order mark, by which Excel knows it.</summary>
internal sealed class CsvExport : ExportWriter
{
    private readonly StreamWriter writer;

    public CsvExport(Stream target, IReadOnlyList<ExportColumn> columns)
    {
        writer = new StreamWriter(target, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), 64 * 1024, leaveOpen: true) { NewLine = "\r\n" };
        writer.WriteLine(string.Join(',', columns.Select(column => column.Name).Append("source")));
    }

    public override void Row(IReadOnlyList<object?> values, string? link)
    {
        foreach (var value in values)
        {
            Cell(value);
            writer.Write(',');
        }

        Cell(link);
        writer.WriteLine();
    }

    public override void Dispose() => writer.Dispose();

    private void Cell(object? value)
    {
        switch (value)
        {
            case null:
                break;
            case string text:
                writer.Write(Quoted(Harmless(text)));
                break;
            default:
                writer.Write(Number(value));
                break;
        }
    }

    /// <summary>A text that a spreadsheet would take for a formula begins with an apostrophe (OWASP, CSV injection).</summary>
    private static string Harmless(string text) => text is ['=' or '+' or '-' or '@' or '\t' or '\r', ..] ? "'" + text : text;

    private static string Quoted(string text) => text.AsSpan().ContainsAny(",\"\r\n;") ? $"\"{text.Replace("\"", "\"\"")}\"" : text;
}

/// <summary>One JSON object a line.</summary>
internal sealed class JsonLinesExport(Stream target, IReadOnlyList<ExportColumn> columns) : ExportWriter
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private readonly Utf8JsonWriter writer = new(target, Options);

    public override void Row(IReadOnlyList<object?> values, string? link)
    {
        writer.WriteStartObject();
        for (var i = 0; i < values.Count; i++)
        {
            writer.WritePropertyName(columns[i].Name);
            switch (values[i])
            {
                case null:
                    writer.WriteNullValue();
                    break;
                case string text:
                    writer.WriteStringValue(text);
                    break;
                case double number:
                    writer.WriteNumberValue((decimal)number);
                    break;
                case var whole:
                    writer.WriteNumberValue(Convert.ToInt64(whole, CultureInfo.InvariantCulture));
                    break;
            }
        }

        writer.WriteString("source", link);
        writer.WriteEndObject();
        writer.Flush();
        writer.Reset();
        target.WriteByte((byte)'\n');
    }

    public override void Dispose() => writer.Dispose();
}

/// <summary>
/// A workbook of one sheet (ECMA-376), texts in the cells themselves so that it can be written in one go; numbers are numbers, the last
/// column links to the source.
/// </summary>
internal sealed class XlsxExport : ExportWriter
{
    /// <summary>Letters that a cell may hold.</summary>
    private const int LongestCell = 32_767;

    /// <summary>Rows of a sheet, the heading's among them.</summary>
    private const int MostRows = 1_048_576;

    private readonly ZipArchive archive;
    private readonly StreamWriter sheet;
    private int rows;

    public XlsxExport(Stream target, IReadOnlyList<ExportColumn> columns)
    {
        archive = new ZipArchive(target, ZipArchiveMode.Create, leaveOpen: true);
        Part("[Content_Types].xml", """<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>""");
        Part("_rels/.rels", """<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>""");
        Part("xl/workbook.xml", """<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="Plans" sheetId="1" r:id="rId1"/></sheets></workbook>""");
        Part("xl/_rels/workbook.xml.rels", """<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>""");
        sheet = new StreamWriter(archive.CreateEntry("xl/worksheets/sheet1.xml", CompressionLevel.Fastest).Open(), new UTF8Encoding(false), 64 * 1024);
        sheet.Write("""<?xml version="1.0" encoding="UTF-8"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" state="frozen"/></sheetView></sheetViews><sheetData>""");
        Cells([.. columns.Select(column => column.Name), "source"], null);
    }

    public override void Row(IReadOnlyList<object?> values, string? link)
    {
        if (rows == MostRows)
        {
            throw new StoreException(StoreProblem.Other, $"A sheet holds {MostRows - 1} rows; there are more. Export to csv or jsonl, or narrow the filter.");
        }

        Cells(values, link);
    }

    public override void Dispose()
    {
        sheet.Write("</sheetData></worksheet>");
        sheet.Dispose();
        archive.Dispose();
    }

    private void Cells(IReadOnlyList<object?> values, string? link)
    {
        rows++;
        sheet.Write("<row>");
        foreach (var value in values)
        {
            sheet.Write(value switch
            {
                null => "<c/>",
                string text => $"<c t=\"inlineStr\"><is><t xml:space=\"preserve\">{Escaped(text)}</t></is></c>",
                _ => $"<c><v>{Number(value)}</v></c>",
            });
        }

        if (link is not null)
        {
            sheet.Write($"<c t=\"str\"><f>HYPERLINK(\"{Escaped(link.Replace("\"", "%22"))}\")</f><v>{Escaped(link)}</v></c>");
        }

        sheet.Write("</row>");
    }

    private void Part(string name, string xml)
    {
        using var part = new StreamWriter(archive.CreateEntry(name, CompressionLevel.Fastest).Open(), new UTF8Encoding(false));
        part.Write("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>" + xml);
    }

    private static string Escaped(string text)
    {
        var cut = text.Length <= LongestCell ? text : text[..LongestCell];
        return SecurityElement.Escape(string.Concat(cut.Select(c => c is '\t' or '\n' || (c >= ' ' && c is < '\ud800' or > '\udfff' and < '\ufffe') ? c : ' ')));
    }
}
