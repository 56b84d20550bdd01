using System.Text;
using Plans.Ingest;

namespace Plans.EndToEnd;

/// <summary>The files that users bring by mistake, and the reason that each must be refused with.</summary>
public static class BadFiles
{
    private const int Megabyte = 1 << 20;

    private static readonly byte[] Docx = PlanTexts.Docx(PlanTexts.Training(1));

    /// <summary>Writes all of them below a folder.</summary>
    /// <returns>File name to reason.</returns>
    public static IReadOnlyDictionary<string, string> WriteTo(TemporaryFolder folder, string below)
    {
        var files = new (string Name, string Reason, Action<string> Write)[]
        {
            ("rong.txt", FailureReasons.Empty, path => File.WriteAllBytes(path, [])),
            ("ba-byte.docx", FailureReasons.Damaged, path => File.WriteAllBytes(path, [0x50, 0x4b, 0x03])),
            ("~$ke-hoach.docx", FailureReasons.LockFile, path => File.WriteAllBytes(path, [5, .. Encoding.ASCII.GetBytes("admin"), .. new byte[156]])),
            ("mot-nua.docx", FailureReasons.Damaged, path => File.WriteAllBytes(path, Docx[..(Docx.Length / 2)])),
            ("dtd.docx", FailureReasons.DtdProhibited, path => File.WriteAllBytes(path, PlanTexts.Docx("a", "<!DOCTYPE w:document [<!ENTITY a \"b\">]>"))),
            ("phinh-to.docx", FailureReasons.LimitExceeded, path => File.WriteAllBytes(path, PlanTexts.Docx(new string('a', 30 * Megabyte)))),
            ("qua-dai.txt", FailureReasons.LimitExceeded, WriteLongText),
            ("nul.txt", FailureReasons.UnsupportedFormat, path => File.WriteAllBytes(path, [.. Encoding.UTF8.GetBytes("Kế hoạch"), 0, 0, 0, 1, 2, 3])),
            ("anh.png", FailureReasons.UnsupportedFormat, path => File.WriteAllBytes(path, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13])),
        };
        Directory.CreateDirectory(folder[below]);
        foreach (var (name, _, write) in files)
        {
            write(Path.Combine(folder[below], name));
        }

        return files.ToDictionary(file => file.Name, file => file.Reason);
    }

    private static void WriteLongText(string path)
    {
        var piece = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("Thực hiện nhiệm vụ được giao.\n", Megabyte / 40)));
        using var file = File.Create(path);
        for (var written = 0L; written < 200L * Megabyte; written += piece.Length)
        {
            file.Write(piece);
        }
    }
}
