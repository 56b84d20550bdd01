using System.Diagnostics;
using Plans.Corpus.Rendering;
using Plans.Corpus.Rendering.Legacy;
using Plans.Corpus.Rendering.Office;
using Plans.Corpus.Rendering.Scans;
using Plans.Corpus.Rendering.Typesetting;
using Plans.Corpus.Rendering.Web;
using Plans.Corpus.Rendering.Word;
using Plans.Ingest.Tests;

namespace Plans.Corpus.Tests.Mutations;

/// <summary>A short plan with all that plans have, in each format; made once.</summary>
public sealed class SmallFiles : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("plans-small-").FullName;
    private readonly Dictionary<string, byte[]> _files = new(StringComparer.Ordinal);

    public SmallFiles()
    {
        var whole = Typesetter.Set(CorpusPlan.Named("tan-thanh-pccc-2026"));
        var plan = whole with { Pieces = [.. whole.Pieces.Take(12), whole.Pieces.OfType<Grid>().First(), whole.Pieces.OfType<SideBySide>().Last()] };
        _files["txt"] = PlainText.Write(plan, Typing.Unicode);
        _files["tcvn3-txt"] = PlainText.Write(plan, Typing.Tcvn3);
        _files["html"] = HtmlWriter.Write(plan, Typing.Unicode);
        _files["docx"] = DocxWriter.Write(plan, Typing.Tcvn3);
        _files["unicode-docx"] = DocxWriter.Write(plan, Typing.Unicode);
        _files["xlsx"] = XlsxBuilder.Annex();
        using var office = new OfficePrinter();
        foreach (var (source, endings) in (IEnumerable<(string, string[])>)[("docx", ["doc", "rtf", "odt"]), ("unicode-docx", ["pdf"]), ("xlsx", ["xls"])])
        {
            File.WriteAllBytes(PathOf(source), _files[source]);
            foreach (var ending in endings)
            {
                office.Save([PathOf(source)], ending, _folder);
                _files[ending] = File.ReadAllBytes(PathOf(ending));
            }
        }

        _files["scan"] = Scanner.Scan(PathOf("pdf"), new ScanQuality(100, 0, 0, 0, null), seed: 1);
        _files["plain-pdf"] = Plain(PathOf("pdf"));
    }

    /// <param name="format">The ending; "scan" and "plain-pdf" (without compression) are PDF too.</param>
    public byte[] Bytes(string format) => _files[format];

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private string PathOf(string ending) => Path.Combine(_folder, "plan." + ending[(ending.IndexOf('-') + 1)..]);

    /// <summary>With readable objects and streams, where damage reaches what the page says.</summary>
    private static byte[] Plain(string pdf)
    {
        var plain = pdf + ".plain";
        using var qpdf = Process.Start("qpdf", ["--qdf", "--object-streams=disable", pdf, plain]);
        qpdf.WaitForExit();
        return File.ReadAllBytes(plain);
    }
}
