namespace Plans.Ingest.Formats.Office;

/// <summary>A format that LibreOffice turns into one that we read.</summary>
/// <param name="Title">For messages.</param>
/// <param name="InputFilter">LibreOffice's name of its import filter: named, it refuses what is not of this format.</param>
internal sealed record OfficeKind(string Title, string MediaType, string InputFilter, bool IsSpreadsheet)
{
    public static readonly OfficeKind Doc = new("Word 97-2003 document", "application/msword", "MS Word 97", IsSpreadsheet: false);
    public static readonly OfficeKind OldDoc = Doc with { Title = "Word 6/95 document", InputFilter = "MS Word 95" };
    public static readonly OfficeKind Rtf = new("RTF document", "application/rtf", "Rich Text Format", IsSpreadsheet: false);
    public static readonly OfficeKind Odt = new("OpenDocument text", "application/vnd.oasis.opendocument.text", "writer8", IsSpreadsheet: false);
    public static readonly OfficeKind Xls = new("Excel 97-2003 workbook", "application/vnd.ms-excel", "MS Excel 97", IsSpreadsheet: true);
    public static readonly OfficeKind OldXls = Xls with { Title = "Excel 5/95 workbook", InputFilter = "MS Excel 95" };
    public static readonly OfficeKind Ods = new("OpenDocument spreadsheet", "application/vnd.oasis.opendocument.spreadsheet", "calc8", IsSpreadsheet: true);

    /// <summary>Read without it; only to be drawn.</summary>
    public static readonly OfficeKind Docx = new("Word document", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", "MS Word 2007 XML", IsSpreadsheet: false);

    /// <summary>Whether it becomes a PDF, to be looked at; else what our readers read.</summary>
    public bool AsPdf { get; init; }

    public string OutputFilter => (AsPdf, IsSpreadsheet) switch
    {
        (true, true) => "calc_pdf_Export",
        (true, false) => "writer_pdf_Export",
        (false, true) => "Calc MS Excel 2007 XML",
        (false, false) => "MS Word 2007 XML",
    };

    /// <summary>The Debian package that converts it, and the library by which it is known to be there.</summary>
    public (string Package, string Library) Needs => IsSpreadsheet ? ("libreoffice-calc-nogui", "libsclo.so") : ("libreoffice-writer-nogui", "libswlo.so");
}
