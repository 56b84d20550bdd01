using System.Diagnostics;

namespace Plans.Corpus.Rendering.Office;

/// <summary>Saves DOCX files in other formats by LibreOffice, many files a call, in a profile of its own.</summary>
public sealed class OfficePrinter : IDisposable
{
    private readonly string _profile = Directory.CreateTempSubdirectory("plans-corpus-office-").FullName;

    /// <summary>Writes NAME.ending into the folder for each NAME.docx.</summary>
    /// <param name="ending">doc, rtf, odt or pdf.</param>
    /// <exception cref="InvalidOperationException">A file did not come out; the message has what LibreOffice said.</exception>
    public void Save(IReadOnlyList<string> sources, string ending, string folder)
    {
        if (sources.Count == 0)
        {
            return;
        }

        var start = new ProcessStartInfo("soffice",
            [$"-env:UserInstallation={new Uri(_profile).AbsoluteUri}", "--headless", "--convert-to", ending, "--outdir", folder, .. sources])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var office = Process.Start(start)!;
        var said = office.StandardError.ReadToEndAsync();
        office.StandardOutput.ReadToEnd();
        office.WaitForExit();
        var missing = sources.Select(source => Path.Combine(folder, Path.ChangeExtension(Path.GetFileName(source), ending))).FirstOrDefault(path => !File.Exists(path));
        if (missing is not null)
        {
            throw new InvalidOperationException($"LibreOffice did not write {missing}: {said.Result}");
        }
    }

    public void Dispose() => Directory.Delete(_profile, recursive: true);
}
