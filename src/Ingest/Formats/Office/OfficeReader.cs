using Plans.Ingest.Formats.Docx;
using Plans.Ingest.Formats.Xlsx;

namespace Plans.Ingest.Formats.Office;

/// <summary>Reads DOC, RTF, ODT, XLS and ODS: LibreOffice turns them into DOCX or XLSX, which are read with their fonts.</summary>
public sealed class OfficeReader(ReadLimits limits) : IFormatReader
{
    private readonly DocxReader _documents = new(limits);
    private readonly XlsxReader _workbooks = new(limits);

    public double Score(FileContent file) => OfficeSniffer.KindOf(file) is null ? 0 : 0.95;

    public Document Read(FileContent file, CancellationToken cancellationToken)
    {
        var sniffed = OfficeSniffer.Look(file)!;
        if (sniffed.Trouble is { } trouble)
        {
            throw trouble;
        }

        var kind = sniffed.Kind;
        var missing = kind == OfficeKind.Rtf ? RtfEnd.MissingBraces(file.Bytes.Span) : 0;
        var whole = missing > 0 ? file with { Bytes = RtfEnd.Closed(file.Bytes, missing) } : file;
        var converted = new FileContent(file.Name, OfficeConverter.Convert(whole, kind, limits, cancellationToken));
        var document = kind.IsSpreadsheet ? _workbooks.Read(converted, cancellationToken) : _documents.Read(converted, cancellationToken);
        document = document with { MediaType = kind.MediaType };
        return missing > 0
            ? document with { Warnings = [.. document.Warnings, new ReadWarning("truncated", "The RTF document breaks off; its end is missing.")] }
            : document;
    }
}
