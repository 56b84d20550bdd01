using Plans.Ingest.Formats.Pdf;

namespace Plans.Ingest.Formats.Office;

/// <summary>Office documents as PDF, for readers who want to see their pages. LibreOffice breaks pages where it will, not where the author's program did.</summary>
public sealed class OfficePages(ReadLimits? limits = null)
{
    private static readonly OfficeKind[] Drawn = [OfficeKind.Docx, OfficeKind.Doc, OfficeKind.Rtf, OfficeKind.Odt];

    public static bool CanDraw(string mediaType) => Array.Exists(Drawn, kind => kind.MediaType == mediaType);

    /// <param name="path">Of the original.</param>
    /// <param name="mediaType">One that <see cref="CanDraw"/>.</param>
    /// <exception cref="UnreadableFileException">LibreOffice is missing, refuses the file, crashes or takes too long.</exception>
    public byte[] ToPdf(string path, string mediaType, CancellationToken cancellationToken = default)
    {
        var file = new FileContent(Path.GetFileName(path), File.ReadAllBytes(path));
        var kind = OfficeSniffer.KindOf(file) ?? Array.Find(Drawn, kind => kind.MediaType == mediaType)!;
        return OfficeConverter.Convert(file, kind with { AsPdf = true }, limits ?? ReadLimits.Default, cancellationToken);
    }

    /// <summary>How many pages a PDF has that was made here.</summary>
    public static int Count(string pdf)
    {
        using var objects = PdfFile.Open(File.ReadAllBytes(pdf));
        return objects.Pages.Count;
    }
}
