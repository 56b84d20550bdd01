using System.Diagnostics;
using Plans.Ingest;

namespace Plans.Bench;

/// <summary>Files made for the benchmarks of reading, in a folder that is gone afterwards: the corpus' plans with tables, printed and saved by LibreOffice.</summary>
internal sealed class BenchFiles : IDisposable
{
    private const int LongPages = 3_000;

    private readonly string _folder = Directory.CreateTempSubdirectory("plans-bench-").FullName;

    public BenchFiles()
    {
        foreach (var file in CorpusFolder.Files(".html").Concat(CorpusFolder.Files(".docx")))
        {
            File.WriteAllBytes(Path.Combine(_folder, file.Name), file.Bytes.ToArray());
        }

        var sources = Directory.GetFiles(_folder).Order(StringComparer.Ordinal).ToArray();
        Run("soffice", [Profile, "--headless", "--convert-to", "pdf", "--outdir", _folder, .. sources.Where(source => source.EndsWith(".docx", StringComparison.Ordinal))]);
        Run("soffice", [Profile, "--headless", "--convert-to", "pdf:writer_web_pdf_Export", "--outdir", _folder, .. sources.Where(source => source.EndsWith(".html", StringComparison.Ordinal))]);
        Run("soffice", [Profile, "--headless", "--convert-to", "docx:MS Word 2007 XML", "--infilter=HTML (StarWriter)", "--outdir", _folder, .. sources.Where(source => source.EndsWith(".html", StringComparison.Ordinal))]);
        Pdfs = Of(".pdf");
        Docx = Of(".docx");
    }

    public IReadOnlyList<string> Pdfs { get; }

    public IReadOnlyList<string> Docx { get; }

    /// <summary>A plan with hardly any table: inside drawn tables, Tesseract alone leaves out much of what there is to read.</summary>
    public string Prose => Pdfs.First(pdf => CorpusFolder.Files(".docx").Any(file => Path.GetFileNameWithoutExtension(file.Name) == Path.GetFileNameWithoutExtension(pdf)));

    private string Profile => $"-env:UserInstallation={new Uri(Path.Combine(_folder, "profile")).AbsoluteUri}";

    public static FileContent Content(string path) => new(Path.GetFileName(path), File.ReadAllBytes(path));

    /// <summary>All printed plans one after another until there are 3,000 pages.</summary>
    public string Long()
    {
        var path = Path.Combine(_folder, "dai.long");
        var once = Path.Combine(_folder, "mot.long");
        Run("qpdf", ["--empty", "--pages", .. Pdfs, "--", once]);
        var pages = int.Parse(Run("qpdf", ["--show-npages", once]), System.Globalization.CultureInfo.InvariantCulture);
        Run("qpdf", ["--empty", "--pages", .. Enumerable.Repeat(once, LongPages / pages), once, $"1-{Math.Max(1, LongPages % pages)}", "--", path]);
        return path;
    }

    /// <summary>The first pages of a printed plan as images at 300 dots an inch, grey or in colours.</summary>
    public string Scanned(string pdf, int pages, bool isGrey)
    {
        var name = isGrey ? "xam" : "mau";
        Run("pdftoppm", ["-r", "300", isGrey ? "-gray" : "-jpeg", "-l", $"{pages}", pdf, Path.Combine(_folder, name)]);
        var path = Path.Combine(_folder, name + ".scan");
        ImagePdf.Write(path, Directory.GetFiles(_folder, name + (isGrey ? "*.pgm" : "*.jpg")).Order(StringComparer.Ordinal).ToList());
        return path;
    }

    /// <summary>Runs a program to its end and gives back what it printed.</summary>
    public static string Run(string program, IReadOnlyList<string> arguments, bool keep = true)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["OMP_THREAD_LIMIT"] = "1";
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        var output = "";
        if (keep)
        {
            output = process.StandardOutput.ReadToEnd();
        }
        else
        {
            process.StandardOutput.BaseStream.CopyTo(Stream.Null);
        }

        process.WaitForExit();
        return process.ExitCode is 0 or 3 ? output : throw new InvalidOperationException($"{program} failed ({process.ExitCode}): {error.Result}");
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private List<string> Of(string ending) => [.. Directory.GetFiles(_folder, "*" + ending).Order(StringComparer.Ordinal)];
}
