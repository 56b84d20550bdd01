using System.Text.RegularExpressions;
using Plans.Ingest.Building;
using Plans.Ingest.Encodings;
using Plans.Ingest.Formats.Office;
using Plans.Ingest.Layout;

namespace Plans.Ingest.Formats.Text;

/// <summary>
/// Reads plain text and Markdown. Lines that a typesetter or a page break cut are joined, tables of tabs or bars are found, marks of
/// emphasis are taken off. Both formats have one reader, because converters mix them freely in one file.
/// </summary>
public sealed partial class TextFormatReader(ReadLimits limits) : IFormatReader
{
    public double Score(FileContent file) => IsOtherFormat(file.Bytes.Span) || !TextDecoding.LooksLikeText(file.Bytes.Span) ? 0 : 0.5;

    public Document Read(FileContent file, CancellationToken cancellationToken)
    {
        if (file.Bytes.Length > limits.TextBytes)
        {
            throw new UnreadableFileException(FailureReasons.LimitExceeded,
                $"{file.Name} has {file.Bytes.Length} bytes, more than the limit of {limits.TextBytes} bytes for a text.",
                "Split it, or raise the limit TextBytes.");
        }

        var decoded = TextDecoding.TryDecode(file.Bytes.Span) ?? throw new UnreadableFileException(FailureReasons.UnsupportedFormat,
            $"{file.Name} is a text, but its bytes are neither Unicode nor Vietnamese in an encoding that is known.", "Save it as UTF-8 and load it again.");
        cancellationToken.ThrowIfCancellationRequested();

        var builder = new DocumentBuilder();
        var clean = CleanText.Of(decoded, out var stripped);
        if (stripped > 0)
        {
            builder.Warn("control-characters-removed", $"{stripped} control characters were left out.");
        }

        if (decoded.Contains(TextDecoding.Unreadable))
        {
            builder.Warn("bytes-unreadable", $"{decoded.Count(c => c == TextDecoding.Unreadable)} places hold bytes that are no character; the file may be damaged.");
        }

        if (Path.GetExtension(file.Name).ToLowerInvariant() is ".docx" or ".doc" or ".pdf" or ".rtf" or ".xlsx" or ".xls")
        {
            builder.Warn("ending-misleads", $"The name ends in {Path.GetExtension(file.Name)}, but the file holds plain text and was read as such.");
        }

        var isMarkdown = Markdown().IsMatch(clean);
        var (lines, pages) = SourceLines.Of(clean, isMarkdown);
        Write(Segments.Of(lines), builder, cancellationToken);
        if (builder.IsEmpty)
        {
            throw new UnreadableFileException(FailureReasons.Empty, $"{file.Name} holds no text, only white space.", "Get the file again from where it came.");
        }

        var ledger = Enumerable.Range(1, pages).Select(number => new PageRecord(number, PageSource.Text)).ToList();
        return builder.Build(isMarkdown ? "text/markdown" : "text/plain", ledger);
    }

    /// <summary>Formats that begin with readable letters and yet are no text.</summary>
    private static bool IsOtherFormat(ReadOnlySpan<byte> bytes) => bytes.StartsWith("%PDF-"u8)
        || bytes.StartsWith("{\\rtf"u8) || bytes.StartsWith("PK\x03\x04"u8) || OleFile.IsOle(bytes);

    private static void Write(IReadOnlyList<Segment> segments, DocumentBuilder builder, CancellationToken cancellationToken)
    {
        var joiner = new LineJoiner(WrapWidth.Of(segments.SelectMany(segment => segment.Lines).ToList()));
        foreach (var segment in segments)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (segment.Table is { } table)
            {
                builder.AddTable(table);
                foreach (var number in segment.PageNumbers)
                {
                    builder.AddParagraph(number.Text, number.Page, ParagraphStyle.Plain, BlockRole.PageNumber);
                }
            }

            foreach (var paragraph in joiner.Join(segment.Lines))
            {
                builder.AddParagraph(paragraph.Text, paragraph.Page, paragraph.Style, paragraph.Role);
            }
        }
    }

    [GeneratedRegex(@"^#{1,6} \S|\*\*\S[^*\n]*\S\*\*|(?:^|[\s(])\*\p{L}[^*\n]*[^\s*]\*(?:$|[\s).,;])"
        + @"|^\s*\|?(?:\s*:?-{2,}:?\s*\|)+",
        RegexOptions.Multiline | RegexOptions.NonBacktracking)]
    private static partial Regex Markdown();
}
