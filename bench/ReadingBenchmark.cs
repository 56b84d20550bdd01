using System.Diagnostics;
using System.Globalization;
using Plans.Ingest;

namespace Plans.Bench;

/// <summary>
/// What reading costs beyond the foreign programs that it calls, as ratios of processor time in one run: other work on the machine changes
/// both sides alike. Memory is that of a process that reads one file.
/// </summary>
internal static class ReadingBenchmark
{
    /// <summary>Rounds before measuring, in which the program is compiled: a load reads thousands of files with one process.</summary>
    private const int WarmRounds = 8;
    private const int TextRounds = 8;
    private const int DocxRounds = 20;
    private const int ScannedPages = 4;

    public static void Run(IReadOnlyList<string> parts)
    {
        using var files = new BenchFiles();
        (string Name, Action<BenchFiles> Measure)[] all = [("pdf", Pdf), ("docx", Docx), ("ocr", Ocr), ("memory", Memory)];
        foreach (var (_, measure) in all.Where(part => parts.Count == 0 || parts.Contains(part.Name)))
        {
            measure(files);
        }
    }

    /// <summary>Reads one file and says how much memory the process needed at most.</summary>
    public static void Peak(string path)
    {
        var time = ProcessorTime.Of(() => Read(path));
        var peak = File.ReadLines("/proc/self/status").First(line => line.StartsWith("VmHWM:", StringComparison.Ordinal));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{peak.Split(':')[1].Trim()} at most; {time.Own:0.0} s own and {time.Children:0.0} s children's processor time"));
    }

    private static Document Read(string path) => new DocumentReader().Read(BenchFiles.Content(path));

    private static void Pdf(BenchFiles files)
    {
        var pages = files.Pdfs.Sum(file => Read(file).Pages.Count);
        Repeat(WarmRounds, files.Pdfs, file => Read(file));
        var ours = ProcessorTime.Of(() => Repeat(TextRounds, files.Pdfs, file => Read(file)));
        var alone = ProcessorTime.Of(() => Repeat(TextRounds, files.Pdfs, file => BenchFiles.Run("pdftotext", ["-q", "-bbox-layout", file, "-"], keep: false)));
        Say($"text PDF: {ours.Both / alone.Children:0.00} times the processor time of pdftotext -bbox-layout ({files.Pdfs.Count} files, {pages} pages; own {ours.Own / alone.Children:0.00}, child processes {ours.Children / alone.Children:0.00})");
    }

    private static void Docx(BenchFiles files)
    {
        Repeat(WarmRounds, files.Docx, file => Read(file));
        var watch = Stopwatch.StartNew();
        var ours = ProcessorTime.Of(() => Parallel.ForEach(Enumerable.Repeat(files.Docx, DocxRounds).SelectMany(round => round), new ParallelOptions { MaxDegreeOfParallelism = 2 }, file => Read(file)));
        var count = files.Docx.Count * DocxRounds;
        Say($"DOCX: {count / watch.Elapsed.TotalSeconds:0} files/s by the clock, {2 * count / ours.Both:0} by processor time of 2 cores ({files.Docx.Count} files, {files.Docx.Sum(file => new FileInfo(file).Length) / files.Docx.Count / 1024} KB each)");
    }

    private static void Ocr(BenchFiles files)
    {
        foreach (var isGrey in (bool[])[true, false])
        {
            var scan = files.Scanned(files.Prose, ScannedPages, isGrey);
            var pages = Read(scan).Pages.Count;
            var images = Enumerable.Range(1, pages).Select(page => Image(scan, page)).ToList();
            var ours = ProcessorTime.Of(() => Read(scan));
            var alone = ProcessorTime.Of(() => images.ForEach(image => BenchFiles.Run("tesseract", [image, "stdout", "-l", "vie", "--psm", "3", "--dpi", "300", "tsv"])));
            Say($"OCR of a scan {(isGrey ? "in grey" : "in colours")}: {ours.Both / alone.Children:0.00} times the processor time of Tesseract alone ({pages} pages; own {ours.Own / alone.Children:0.000}, child processes {ours.Children / alone.Children:0.00})");
        }
    }

    private static string Image(string scan, int page)
    {
        var name = $"{scan}-{page}";
        BenchFiles.Run("pdftoppm", ["-r", "300", "-gray", "-f", $"{page}", "-l", $"{page}", "-singlefile", scan, name]);
        return name + ".pgm";
    }

    private static void Memory(BenchFiles files)
    {
        var path = files.Long();
        Say($"PDF of 3,000 pages ({new FileInfo(path).Length >> 20} MB): {BenchFiles.Run(Environment.ProcessPath!, [typeof(ReadingBenchmark).Assembly.Location, "peak", path]).Trim()}");
    }

    private static void Repeat(int rounds, IReadOnlyList<string> files, Action<string> work)
    {
        for (var round = 0; round < rounds; round++)
        {
            foreach (var file in files)
            {
                work(file);
            }
        }
    }

    private static void Say(FormattableString text) => Console.WriteLine(text.ToString(CultureInfo.InvariantCulture));
}
