namespace Plans.Ingest.Tests;

/// <summary>Run alone, since they change the search path of the whole process.</summary>
[CollectionDefinition(nameof(SearchPath), DisableParallelization = true)]
public sealed class SearchPath;

[Collection(nameof(SearchPath))]
public class MissingOfficeTests
{
    [Theory]
    [InlineData("ke-hoach.rtf", "libreoffice-writer-nogui")]
    [InlineData("bieu.ods", "libreoffice-calc-nogui")]
    public void Without_LibreOffice_the_message_names_the_package(string name, string package)
    {
        var bytes = name.EndsWith("rtf", StringComparison.Ordinal) ? @"{\rtf1 a}"u8.ToArray() : OpenDocumentSpreadsheet();
        var path = Environment.GetEnvironmentVariable("PATH");
        Environment.SetEnvironmentVariable("PATH", Path.GetTempPath());
        try
        {
            var refusal = Reading.Refused(bytes, name);

            Assert.Equal(FailureReasons.ToolMissing, refusal.Reason);
            Assert.Contains(name, refusal.Message, StringComparison.Ordinal);
            Assert.Contains(package, refusal.Advice, StringComparison.Ordinal);
        }
        finally
        {
            Environment.SetEnvironmentVariable("PATH", path);
        }
    }

    private static byte[] OpenDocumentSpreadsheet()
    {
        using var file = new MemoryStream();
        using (var zip = new System.IO.Compression.ZipArchive(file, System.IO.Compression.ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (part, content) in (IEnumerable<(string, string)>)[("mimetype", "application/vnd.oasis.opendocument.spreadsheet"), ("content.xml", "<a/>")])
            {
                using var writer = new StreamWriter(zip.CreateEntry(part, System.IO.Compression.CompressionLevel.NoCompression).Open());
                writer.Write(content);
            }
        }

        return file.ToArray();
    }
}
