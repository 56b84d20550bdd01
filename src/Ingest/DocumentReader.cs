using Plans.Ingest.Formats.Docx;
using Plans.Ingest.Formats.Html;
using Plans.Ingest.Formats.Office;
using Plans.Ingest.Formats.Pdf;
using Plans.Ingest.Formats.Text;
using Plans.Ingest.Formats.Xlsx;
using Plans.Ingest.Ocr;

namespace Plans.Ingest;

/// <summary>Reads any file: the reader that is surest of its bytes is asked.</summary>
public sealed class DocumentReader
{
    private readonly ReadLimits _limits;
    private readonly IReadOnlyList<IFormatReader> _readers;

    /// <summary>With every format that there is. A new format is one line here.</summary>
    public DocumentReader(ReadLimits? limits = null, OcrSettings? ocr = null)
    {
        _limits = limits ?? ReadLimits.Default;
        _readers =
        [
            new DocxReader(_limits),
            new OfficeReader(_limits),
            new XlsxReader(_limits),
            new HtmlReader(_limits),
            new PdfReader(_limits, ocr ?? OcrSettings.Default),
            new TextFormatReader(_limits),
        ];
    }

    /// <exception cref="UnreadableFileException">No reader can read it, or the one that should cannot.</exception>
    public Document Read(FileContent file, CancellationToken cancellationToken = default)
    {
        if (file.Name.StartsWith("~$", StringComparison.Ordinal))
        {
            throw new UnreadableFileException(FailureReasons.LockFile, $"{file.Name} is the lock file of an open document, not a document.",
                "Leave it out; load the document itself, whose name lacks the ~$.");
        }

        if (file.Bytes.IsEmpty)
        {
            throw new UnreadableFileException(FailureReasons.Empty, $"{file.Name} is empty.", "Get the file again from where it came.");
        }

        if (file.Bytes.Length > _limits.FileBytes)
        {
            throw new UnreadableFileException(FailureReasons.LimitExceeded,
                $"{file.Name} has {file.Bytes.Length} bytes, more than the limit of {_limits.FileBytes} bytes for a file.",
                "Split it, or raise the limit FileBytes.");
        }

        var surest = _readers.MaxBy(reader => reader.Score(file))!;
        if (surest.Score(file) <= 0)
        {
            throw new UnreadableFileException(FailureReasons.UnsupportedFormat, $"{file.Name} is in no format that can be read.",
                "Save it as DOCX, PDF, HTML or UTF-8 text and load that.");
        }

        try
        {
            return surest.Read(file, cancellationToken);
        }
        catch (Exception e) when (e is not (UnreadableFileException or OperationCanceledException))
        {
            throw new UnreadableFileException(FailureReasons.Internal, $"{file.Name}: the reader failed ({e.GetType().Name}: {e.Message}).",
                "This is an error of the program; please report it together with the file.", e);
        }
    }
}
