using AngleSharp.Html.Parser;
using Plans.Ingest.Building;
using Plans.Ingest.Layout;

namespace Plans.Ingest.Formats.Html;

/// <summary>Reads HTML pages. Nothing that a page points to is fetched, and no script runs.</summary>
public sealed class HtmlReader(ReadLimits limits) : IFormatReader
{
    /// <summary>Careless pages leave elements open by the hundred; only a page made to hurt leaves thousands open.</summary>
    private const int Slack = 16;

    public double Score(FileContent file) => HtmlSource.Score(file.Bytes.Span);

    public Document Read(FileContent file, CancellationToken cancellationToken)
    {
        if (file.Bytes.Length > limits.TextBytes)
        {
            throw new UnreadableFileException(FailureReasons.LimitExceeded,
                $"{file.Name} has {file.Bytes.Length} bytes, more than the limit of {limits.TextBytes} bytes for a page.",
                "Split it, or raise the limit TextBytes.");
        }

        var source = HtmlSource.Decode(file.Bytes.Span) ?? throw new UnreadableFileException(FailureReasons.UnsupportedFormat,
            $"{file.Name} is an HTML page, but neither in Unicode nor in the charset that it names.", "Open it in a browser, save it as UTF-8 and load that.");
        if (HtmlNesting.Deepest(source) > (long)limits.ElementDepth * Slack)
        {
            throw new UnreadableFileException(FailureReasons.LimitExceeded, $"{file.Name} nests elements far more than {limits.ElementDepth} deep.",
                "Open it in a browser or in Word, save it anew and load that.");
        }

        // Up to the slack, elements that are too deep stand beside their parents, as in browsers.
        var page = new HtmlParser(new HtmlParserOptions { MaximumDepth = limits.ElementDepth }).ParseDocument(source);
        var sheets = page.QuerySelectorAll("style").Select(sheet => sheet.TextContent).ToList();
        var blocks = new HtmlBlocks(limits, file.Name, new HtmlRules(sheets), new HtmlFonts(sheets), cancellationToken);
        var builder = new DocumentBuilder();
        if (page.Body is { } body)
        {
            builder.Add(BlockPasses.All(blocks.Read(body)));
        }

        if (builder.IsEmpty)
        {
            throw new UnreadableFileException(FailureReasons.Empty, $"{file.Name} holds no text.",
                "If the page fetches its text by script, save it from the browser as text.");
        }

        return builder.Build("text/html", Enumerable.Range(1, blocks.Page).Select(number => new PageRecord(number, PageSource.Text)).ToList());
    }
}
