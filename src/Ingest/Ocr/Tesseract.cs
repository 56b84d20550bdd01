using System.Text;
using Plans.Ingest.Sandbox;

namespace Plans.Ingest.Ocr;

/// <summary>What Tesseract is told of an image (its page segmentation modes): cells anywhere, one column with hanging numbers, or plain lines.</summary>
internal enum TextLayout { Anywhere = 3, OneColumn = 4, Block = 6 }

/// <summary>Reads an image of a page by Tesseract, in a child process on one core; several pages go to several processes.</summary>
internal sealed class Tesseract(ReadLimits limits, OcrSettings settings)
{
    /// <summary>Files may be read side by side; together they must not start more recognisers than there are cores.</summary>
    private static readonly SemaphoreSlim Cores = new(Environment.ProcessorCount);

    /// <returns>Words with boxes in pixels, as Tesseract prints them (tab-separated).</returns>
    /// <exception cref="UnreadableFileException">Tesseract or the language is not installed, or it failed on this page.</exception>
    public string Recognise(PageImage image, TextLayout layout, int dotsPerInch, CancellationToken cancellationToken)
    {
        var greymap = image.ToGreymap();
        var cache = new OcrCache(settings, layout, greymap);
        if (cache.Find() is { } known)
        {
            return known;
        }

        settings.BeforePage?.Invoke();
        var table = "";
        var command = new ChildCommand("tesseract", $"tesseract-ocr tesseract-ocr-{settings.Language}",
            ["stdin", "stdout", "-l", settings.Language, "--psm", $"{(int)layout}", "--dpi", $"{dotsPerInch}", "tsv"])
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

    private UnreadableFileException Failed(ChildResult result) => result.Error.Contains("Failed loading language", StringComparison.Ordinal)
        ? new UnreadableFileException(FailureReasons.ToolMissing, $"Tesseract lacks the language {settings.Language}.", $"Install it: apt-get install tesseract-ocr-{settings.Language}")
        : new UnreadableFileException(FailureReasons.ToolFailed, $"Tesseract failed on this page (exit code {result.ExitCode}).", "Scan the page again.");
}
