using System.Globalization;
using System.Text;
using Plans.Ingest.Layout.Pages;
using Plans.Ingest.Sandbox;

namespace Plans.Ingest.Ocr;

/// <summary>Reads an image of a page by Tesseract, in a child process on one core; several pages go to several processes.</summary>
internal sealed class Tesseract(ReadLimits limits, OcrSettings settings)
{
    private const int DotsPerInch = 300;

    /// <summary>Files may be read side by side; together they must not start more recognisers than there are cores.</summary>
    private static readonly SemaphoreSlim Cores = new(Environment.ProcessorCount);

    /// <returns>Words with boxes in pixels, as Tesseract prints them (tab-separated).</returns>
    /// <exception cref="UnreadableFileException">Tesseract or the language is not installed, or it failed on this page.</exception>
    public string Recognise(PageImage image, CancellationToken cancellationToken)
    {
        var greymap = image.ToGreymap();
        var cache = new OcrCache(settings, greymap);
        if (cache.Find() is { } known)
        {
            return known;
        }

        var table = "";
        var command = new ChildCommand("tesseract", $"tesseract-ocr tesseract-ocr-{settings.Language}",
            ["stdin", "stdout", "-l", settings.Language, "--psm", "3", "--dpi", $"{DotsPerInch}", "tsv"])
        {
            Time = limits.PageTime,
            MemoryBytes = limits.ChildMemoryBytes,
            OutputBytes = limits.PageCharacters * 64L,
            Input = greymap,
            Environment = new Dictionary<string, string> { ["OMP_THREAD_LIMIT"] = "1" },
        };
        Cores.Wait(cancellationToken);
        try
        {
            var result = ChildProcess.Run(command, output => table = new StreamReader(output, Encoding.UTF8).ReadToEnd(), cancellationToken);
            if (result.ExitCode != 0)
            {
                throw Failed(result);
            }
        }
        finally
        {
            Cores.Release();
        }

        cache.Keep(table);
        return table;
    }

    /// <summary>The words of Tesseract's table; those it is not at all sure of and that have no letter or digit are specks of dirt.</summary>
    public static IEnumerable<PageWord> Words(string table, double pointsPerPixel)
    {
        var line = 0;
        foreach (var row in table.Split('\n').Skip(1).Select(row => row.Split('\t')).Where(row => row.Length >= 12))
        {
            line += row[0] == "4" ? 1 : 0;
            if (row[0] != "5" || row[11].Trim() is not { Length: > 0 } text || Number(row[10]) is not (>= 0 and var confidence))
            {
                continue;
            }

            var (left, top, width, height) = (Number(row[6]), Number(row[7]), Number(row[8]), Number(row[9]));
            if (confidence >= 50 || text.Any(char.IsLetterOrDigit))
            {
                yield return new PageWord(text, new Box(left * pointsPerPixel, top * pointsPerPixel, (left + width) * pointsPerPixel, (top + height) * pointsPerPixel),
                    line, (int)Number(row[2]), confidence / 100);
            }
        }
    }

    private UnreadableFileException Failed(ChildResult result) => result.Error.Contains("Failed loading language", StringComparison.Ordinal)
        ? new UnreadableFileException(FailureReasons.ToolMissing, $"Tesseract lacks the language {settings.Language}.", $"Install it: apt-get install tesseract-ocr-{settings.Language}")
        : new UnreadableFileException(FailureReasons.ToolFailed, $"Tesseract failed on this page (exit code {result.ExitCode}).", "Scan the page again.");

    private static double Number(string text) => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : -1;
}
