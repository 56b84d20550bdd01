using System.Globalization;
using Plans.Ingest.Sandbox;

namespace Plans.Ingest.Formats.Pdf;

/// <summary>Draws pages of PDF files for readers who want to see them, by Poppler in a child process under limits.</summary>
public sealed class PageDrawer(ReadLimits? limits = null)
{
    /// <summary>Letters of the body are 12 to 18 pixels high, and a page of text has some 150 kB.</summary>
    public const int DotsPerInch = 110;

    private const int MostBytes = 16 << 20;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    /// <param name="path">Of a PDF file.</param>
    /// <param name="page">From 1.</param>
    /// <returns>A JPEG image.</returns>
    /// <exception cref="UnreadableFileException">There is no such page, it cannot be drawn, or drawing took too long.</exception>
    public byte[] Draw(string path, int page, CancellationToken cancellationToken = default)
    {
        var number = page.ToString(CultureInfo.InvariantCulture);
        var command = new ChildCommand(
            "pdftoppm",
            "poppler-utils",
            ["-q", "-jpeg", "-jpegopt", "quality=70", "-r", DotsPerInch.ToString(CultureInfo.InvariantCulture), "-f", number, "-l", number, path])
        {
            Time = Patience,
            MemoryBytes = (limits ?? ReadLimits.Default).ChildMemoryBytes,
            OutputBytes = MostBytes,
        };
        using var image = new MemoryStream();
        ChildProcess.Run(command, output => output.CopyTo(image), cancellationToken);
        return image.Length > 0
            ? image.ToArray()
            : throw new UnreadableFileException(FailureReasons.Damaged, $"Page {number} cannot be drawn.", "Look at the original file.");
    }
}
