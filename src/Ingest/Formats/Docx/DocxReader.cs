using System.Text;
using System.Xml;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using Plans.Ingest.Building;
using Plans.Ingest.Layout;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace Plans.Ingest.Formats.Docx;

/// <summary>Reads Word documents (DOCX, DOCM, DOTX).</summary>
public sealed class DocxReader(ReadLimits limits) : IFormatReader
{
    private const string MediaType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    private const int SmallestZip = 22;

    public double Score(FileContent file)
    {
        var bytes = file.Bytes.Span;
        if (IsEncrypted(bytes))
        {
            return 0.9;
        }

        if (!DocxPackageCheck.IsZip(bytes))
        {
            // Too short for anything: only its name says what it was to be.
            return IsNamedWord(file) && bytes.Length < SmallestZip ? 0.9 : 0;
        }

        return DocxPackageCheck.HoldsDocument(file.Bytes) switch
        {
            true => 0.95,
            null when IsNamedWord(file) || bytes.IndexOf("word/"u8) >= 0 => 0.9,
            _ => 0,
        };
    }

    public Document Read(FileContent file, CancellationToken cancellationToken)
    {
        if (IsEncrypted(file.Bytes.Span))
        {
            throw new UnreadableFileException(FailureReasons.Encrypted, $"{file.Name} is protected by a password.",
                "Open it in Word, remove the password and save it again.");
        }

        try
        {
            var hasRenderedBreaks = DocxPackageCheck.Check(file, limits, cancellationToken);
            using var stream = new ReadOnlyMemoryStream(file.Bytes);
            using var package = WordprocessingDocument.Open(stream, isEditable: false);
            return Read(package, file, hasRenderedBreaks, cancellationToken);
        }
        catch (Exception e) when (e is InvalidDataException or XmlException or OpenXmlPackageException or FileFormatException or FormatException
            or IOException or ArgumentException or InvalidOperationException or NotSupportedException)
        {
            throw new UnreadableFileException(FailureReasons.Damaged, $"{file.Name} is a damaged Word document: {e.Message}",
                "Get the file again from where it came, or let Word repair it.", e);
        }
    }

    private Document Read(WordprocessingDocument package, FileContent file, bool hasRenderedBreaks, CancellationToken cancellationToken)
    {
        var main = package.MainDocumentPart ?? throw new UnreadableFileException(FailureReasons.UnsupportedFormat,
            $"{file.Name} is a zip file, but no Word document.", "Save it as DOCX and load that.");
        var styles = new StyleSheet(main.StyleDefinitionsPart);
        var pages = new PageCounter(hasRenderedBreaks);
        var reader = new BlockReader(styles, new ListNumbering(main.NumberingDefinitionsPart, styles), pages, limits, file.Name);
        var builder = new DocumentBuilder();
        builder.Add(BlockPasses.All(reader.Read(BodyElements(main, cancellationToken))));

        var count = pages.Page;
        builder.Add(SideText.Of(main, reader));
        if (reader.MetForeignContent)
        {
            builder.Warn("embedded-document-skipped", "A document embedded as another format (altChunk) was left out; save the file anew in Word to include it.");
        }

        if (builder.IsEmpty)
        {
            throw new UnreadableFileException(FailureReasons.Empty, $"{file.Name} holds no text.", "If its pages are pictures, load it as PDF.");
        }

        return builder.Build(MediaType, Enumerable.Range(1, count).Select(number => new PageRecord(number, PageSource.Text)).ToList());
    }

    /// <summary>The body's children one after the other, so that a long document is never whole in memory as elements.</summary>
    private static IEnumerable<OpenXmlElement> BodyElements(MainDocumentPart main, CancellationToken cancellationToken)
    {
        using var reader = OpenXmlReader.Create(main);
        while (reader.Read())
        {
            if (reader.ElementType != typeof(W.Body) || !reader.IsStartElement)
            {
                continue;
            }

            if (!reader.ReadFirstChild())
            {
                yield break;
            }

            do
            {
                cancellationToken.ThrowIfCancellationRequested();
                if (reader.LoadCurrentElement() is { } element)
                {
                    yield return element;
                }
            }
            while (reader.ReadNextSibling());
            yield break;
        }
    }

    /// <summary>Office keeps an encrypted document in an OLE file, as a stream of this name.</summary>
    private static bool IsEncrypted(ReadOnlySpan<byte> bytes) =>
        bytes is [0xD0, 0xCF, 0x11, 0xE0, ..] && bytes.IndexOf(Encoding.Unicode.GetBytes("EncryptedPackage")) >= 0;

    private static bool IsNamedWord(FileContent file) =>
        Path.GetExtension(file.Name).ToLowerInvariant() is ".docx" or ".docm" or ".dotx";
}
