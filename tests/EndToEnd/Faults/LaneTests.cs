using System.Text;
using Plans.Store;
using Plans.Store.Ledger;

namespace Plans.EndToEnd.Faults;

/// <summary>Many scans, which take long, leave room for the texts among them. A program of ours that takes its time stands for Tesseract.</summary>
public sealed class LaneTests : IDisposable
{
    private const int Scans = 4;
    private const int Texts = 15;

    private readonly TemporaryFolder _folder = new();

    [Fact]
    public async Task Recognition_does_not_keep_the_other_files_waiting()
    {
        for (var number = 1; number <= Scans; number++)
        {
            _folder.Write($"plans/0-{number}.pdf", Scan(number));
        }

        for (var number = 1; number <= Texts; number++)
        {
            _folder.Write($"plans/9-{number:00}.txt", PlanTexts.Training(number));
        }

        var program = _folder.Write(
            "programs/tesseract",
            "#!/bin/sh\ncat > /dev/null\nsleep 5\nprintf 'level\\tpage_num\\tblock_num\\tpar_num\\tline_num\\tword_num\\tleft\\ttop\\twidth\\theight\\tconf\\ttext\\n'\n");
        File.SetUnixFileMode(program, UnixFileMode.UserRead | UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute);
        var settings = new Dictionary<string, string>
        {
            ["PATH"] = $"{_folder["programs"]}:{Environment.GetEnvironmentVariable("PATH")}",
            ["PLANS_OCR_FILES_AT_ONCE"] = "1",
            ["PLANS_FILES_AT_ONCE"] = "2",
        };

        using var load = PlansProcess.StartWith(settings, _folder["data"], "load", _folder["plans"]);
        await load.EndAsync(TimeSpan.FromMinutes(3));

        using var store = PlanStore.Open(_folder["data"]);
        var files = store.Ledger.Files(FileFilter.All, int.MaxValue);
        var scans = files.Where(file => file.Name.EndsWith(".pdf", StringComparison.Ordinal)).ToList();
        Assert.All(scans, scan => Assert.Equal("ocr", scan.Lane));
        var texts = files.Where(file => file.State == FileState.Done).Select(file => file.EndedAt!.Value).ToList();
        Assert.Equal(Texts, texts.Count);
        Assert.True(texts.Max() < scans.Max(scan => scan.StartedAt), "The texts waited for the last of the scans.");
    }

    /// <summary>A page that is a picture of black stripes.</summary>
    private static byte[] Scan(int number)
    {
        const int Width = 120;
        const int Height = 160;
        var pixels = Enumerable.Range(0, Width * Height).Select(i => (byte)(i / Width % (4 + number) == 0 ? 0 : 255)).ToArray();
        using var file = new MemoryStream();
        var places = new List<long>();
        Write("%PDF-1.4\n"u8);
        Object("<</Type/Catalog/Pages 2 0 R>>"u8);
        Object("<</Type/Pages/Count 1/Kids[3 0 R]>>"u8);
        Object("<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</XObject<</I 5 0 R>>>>>>"u8);
        Stream("", "595 0 0 842 0 0 cm /I Do"u8);
        Stream($"/Type/XObject/Subtype/Image/Width {Width}/Height {Height}/ColorSpace/DeviceGray/BitsPerComponent 8", pixels);
        var table = file.Length;
        Write(Encoding.ASCII.GetBytes($"xref\n0 6\n0000000000 65535 f \n{string.Concat(places.Select(place => $"{place:D10} 00000 n \n"))}trailer<</Size 6/Root 1 0 R>>\nstartxref\n{table}\n%%EOF\n"));
        return file.ToArray();

        void Stream(string entries, ReadOnlySpan<byte> content) =>
            Object([.. Encoding.ASCII.GetBytes($"<<{entries}/Length {content.Length}>>stream\n"), .. content, .. "\nendstream"u8]);

        void Object(ReadOnlySpan<byte> content)
        {
            places.Add(file.Length);
            Write(Encoding.ASCII.GetBytes($"{places.Count} 0 obj\n"));
            Write(content);
            Write("\nendobj\n"u8);
        }

        void Write(ReadOnlySpan<byte> bytes) => file.Write(bytes);
    }

    public void Dispose() => _folder.Dispose();
}
