using System.Text;
using System.Text.RegularExpressions;

namespace Plans.Ingest.Tests;

public class RealDocumentTests
{
    [SharedFact]
    public void Every_text_reads_soundly_and_loses_no_word()
    {
        foreach (var path in Texts())
        {
            var document = new DocumentReader().Read(new FileContent(Path.GetFileName(path), File.ReadAllBytes(path)));

            Soundness.Check(document);
            if (!document.Blocks.OfType<Table>().Any(table => table.HeaderRows > 0))
            {
                // Where a table is, repeated headings are left out.
                Assert.Equal(Letters(Regex.Replace(File.ReadAllText(path), "</?[a-z]+>", "")), Letters(document.Text));
            }
        }
    }

    /// <summary>A line in two columns is read column by column, so the order of letters may change but not what they are.</summary>
    private static string Letters(string text) => string.Concat(text.Normalize(NormalizationForm.FormC).Where(char.IsLetterOrDigit).Order());

    private static IEnumerable<string> Texts() => new[] { "plans", "legacy" }
        .Select(folder => Path.Combine(SharedFactAttribute.Folder!, folder)).Where(Directory.Exists)
        .SelectMany(folder => Directory.EnumerateFiles(folder, "*.txt"));
}
