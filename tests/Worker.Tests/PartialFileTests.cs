using System.IO.Compression;
using System.Text;
using System.Text.Json;
using Plans.Worker.CommandLine;

namespace Plans.Worker.Tests;

/// <summary>A PDF of three pages, the second of which is damaged, through the whole program: read in part, and never said to be done.</summary>
public sealed class PartialFileTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public async Task A_damaged_page_makes_the_file_partial_and_is_named_everywhere()
    {
        var path = _folder["ke-hoach.pdf"];
        File.WriteAllBytes(path, Pdf(Page("Ke hoach phong chong thien tai"), Damaged(Page("Trang hai khong doc duoc")), Page("To chuc thuc hien")));
        var data = _folder["data"];

        var load = await CommandLineRun.Of("load", path, "--data", data);
        var status = await CommandLineRun.Of("status", "--data", data, "--files", "partial");
        var failures = await CommandLineRun.Of("failures", "--data", data);
        var show = await CommandLineRun.Of("show", "ke-hoach.pdf", "--data", data);
        var json = await CommandLineRun.Of("show", "ke-hoach.pdf", "--data", data, "--json");
        var text = await CommandLineRun.Of("text", path, "--layout");

        Assert.Equal(ExitCode.Failed, load.ExitCode);
        Assert.Contains("1 file found: 0 done, 1 partial, 0 skipped (held already), 0 failed.", load.Output);
        Assert.Contains("ke-hoach.pdf: 1 of 3 pages could not be read (page 2)", load.Error);
        Assert.Contains("partial\t1", status.Output);
        Assert.Contains(path, status.Output);
        Assert.Contains($"{path} [pages-failed, read in part]", failures.Output);
        Assert.Contains("Pages    3 = 2 text + 1 failed", show.Output);
        Assert.Contains("Missing  page 2: part of its content is damaged", show.Output);
        using var ledger = JsonDocument.Parse(json.Output);
        Assert.Equal(["text", "failed", "text"], ledger.RootElement.GetProperty("page_ledger").EnumerateArray().Select(page => page.GetProperty("source").GetString()));
        Assert.Contains("page ledger: 3 = 2 text + 1 failed", text.Output);
        Assert.Contains("Read in part", text.Output);
    }

    [Fact]
    public async Task Extract_says_which_pages_are_missing_and_retry_takes_the_file_again()
    {
        var path = _folder["ke-hoach.pdf"];
        File.WriteAllBytes(path, Pdf(Page("Ke hoach phong chong thien tai"), Damaged(Page("Trang hai khong doc duoc"))));

        var extract = await CommandLineRun.Of("extract", path, "--out", _folder["out"]);
        await CommandLineRun.Of("load", path, "--data", _folder["data"]);
        var retry = await CommandLineRun.Of("retry", "--data", _folder["data"]);

        Assert.Equal(ExitCode.Failed, extract.ExitCode);
        Assert.Contains($"{path}: read in part: page 2: part of its content is damaged", extract.Error);
        Assert.Contains("1 file tried again: 0 done now, 1 read in part, 0 failed again.", retry.Output);
    }

    public void Dispose() => _folder.Dispose();

    private static byte[] Page(string words) =>
        Encoding.Latin1.GetBytes(string.Concat(Enumerable.Range(1, 30).Select(line => $"BT /F 14 Tf 85 {800 - (line * 18)} Td ({words} {line}) Tj ET\n")));

    /// <summary>Packed, with the second half of the bytes turned over, as a broken disk leaves it.</summary>
    private static byte[] Damaged(byte[] content)
    {
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Optimal, leaveOpen: true))
        {
            zlib.Write(content);
        }

        var bytes = packed.ToArray();
        return [.. bytes[..(bytes.Length / 2)], .. bytes[(bytes.Length / 2)..].Select(b => (byte)~b)];
    }

    /// <summary>A content that begins with the mark of zlib is said to be packed.</summary>
    private static byte[] Pdf(params byte[][] contents)
    {
        using var file = new MemoryStream();
        var places = new List<long>();
        Write("%PDF-1.4\n"u8);
        Object("<</Type/Catalog/Pages 2 0 R>>"u8);
        Object(Encoding.Latin1.GetBytes($"<</Type/Pages/Count {contents.Length}/Kids[{string.Join(' ', contents.Select((_, i) => $"{4 + (2 * i)} 0 R"))}]>>"));
        Object("<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"u8);
        for (var i = 0; i < contents.Length; i++)
        {
            Object(Encoding.Latin1.GetBytes($"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents {5 + (2 * i)} 0 R/Resources<</Font<</F 3 0 R>>>>>>"));
            var filter = contents[i][0] == 0x78 ? "/Filter/FlateDecode" : "";
            Object([.. Encoding.Latin1.GetBytes($"<<{filter}/Length {contents[i].Length}>>stream\n"), .. contents[i], .. "\nendstream"u8]);
        }

        var table = file.Length;
        Write(Encoding.Latin1.GetBytes($"xref\n0 {places.Count + 1}\n0000000000 65535 f \n{string.Concat(places.Select(place => $"{place:D10} 00000 n \n"))}"
            + $"trailer<</Size {places.Count + 1}/Root 1 0 R>>\nstartxref\n{table}\n%%EOF\n"));
        return file.ToArray();

        void Object(ReadOnlySpan<byte> content)
        {
            places.Add(file.Length);
            Write(Encoding.Latin1.GetBytes($"{places.Count} 0 obj\n"));
            Write(content);
            Write("\nendobj\n"u8);
        }

        void Write(ReadOnlySpan<byte> bytes) => file.Write(bytes);
    }
}
