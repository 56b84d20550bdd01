using System.IO.Compression;
using System.Xml;

namespace Plans.Ingest.Formats.Docx;

/// <summary>
/// Looks a DOCX through before it is opened: that its parts unzip to no more than the limits (counted, not as declared), that no XML
/// declares a DTD, nests too deep or breaks off. So the reading proper may trust what it meets.
/// </summary>
internal static class DocxPackageCheck
{
    private const string MainPart = "word/document.xml";

    public static bool IsZip(ReadOnlySpan<byte> bytes) => bytes is [(byte)'P', (byte)'K', 3, 4, ..];

    /// <summary>Whether the zip's directory lists a Word document; null where it has no readable directory.</summary>
    public static bool? HoldsDocument(ReadOnlyMemory<byte> bytes)
    {
        try
        {
            using var zip = Open(bytes);
            return zip.GetEntry(MainPart) is not null || zip.Entries.Any(IsOtherMainPart);
        }
        catch (Exception e) when (e is InvalidDataException or IOException or ArgumentException or NotSupportedException or OverflowException)
        {
            return null;
        }
    }

    /// <returns>Whether Word noted where its pages ended when it last saved the document.</returns>
    /// <exception cref="UnreadableFileException">A limit is exceeded, a DTD declared, or a part damaged.</exception>
    public static bool Check(FileContent file, ReadLimits limits, CancellationToken cancellationToken)
    {
        using var zip = Open(file.Bytes);
        var hasRenderedBreaks = false;
        foreach (var part in zip.Entries.Where(IsXml))
        {
            cancellationToken.ThrowIfCancellationRequested();
            using var counted = new CountedStream(part.Open(), part.CompressedLength, limits, () => TooLarge(file, part.FullName, limits));
            try
            {
                hasRenderedBreaks |= Walk(counted, file, part.FullName, limits);
            }
            catch (XmlException e) when (IsDtd(e))
            {
                throw new UnreadableFileException(FailureReasons.DtdProhibited, $"{file.Name}: its part {part.FullName} declares a DTD, which no Word document does.",
                    "Open it in Word, save it as a new DOCX and load that.", e);
            }
        }

        return hasRenderedBreaks;
    }

    private static ZipArchive Open(ReadOnlyMemory<byte> bytes) => new(new ReadOnlyMemoryStream(bytes), ZipArchiveMode.Read);

    /// <summary>Word calls its main part document.xml, other programs and macro files sometimes document2.xml.</summary>
    private static bool IsOtherMainPart(ZipArchiveEntry entry) =>
        entry.FullName.StartsWith("word/document", StringComparison.OrdinalIgnoreCase) && entry.FullName.EndsWith(".xml", StringComparison.OrdinalIgnoreCase);

    private static bool IsXml(ZipArchiveEntry entry) =>
        entry.FullName.EndsWith(".xml", StringComparison.OrdinalIgnoreCase) || entry.FullName.EndsWith(".rels", StringComparison.OrdinalIgnoreCase);

    private static bool Walk(Stream part, FileContent file, string name, ReadLimits limits)
    {
        using var xml = XmlReader.Create(part, new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null });
        var hasRenderedBreaks = false;
        while (xml.Read())
        {
            if (xml.Depth > limits.ElementDepth)
            {
                throw new UnreadableFileException(FailureReasons.LimitExceeded,
                    $"{file.Name}: its part {name} nests elements more than {limits.ElementDepth} deep.", "Open it in Word, save it as a new DOCX and load that.");
            }

            hasRenderedBreaks |= xml.NodeType == XmlNodeType.Element && xml.LocalName == "lastRenderedPageBreak";
        }

        return hasRenderedBreaks;
    }

    /// <summary>The reader has no code of its own for this; the words of its message are stable.</summary>
    private static bool IsDtd(XmlException e) => e.Message.Contains("DTD", StringComparison.Ordinal);

    private static UnreadableFileException TooLarge(FileContent file, string part, ReadLimits limits) => new(FailureReasons.LimitExceeded,
        $"{file.Name}: its part {part} unzips to more than {limits.PartBytes} bytes, or to more than {limits.Ratio} times its zipped size.",
        "If you trust the file, raise the limit PartBytes or Ratio.");
}
