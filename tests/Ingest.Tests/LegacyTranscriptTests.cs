using System.Text;

namespace Plans.Ingest.Tests;

/// <summary>Real documents of 2003 to 2008 against their transcripts, where they stand beside the repository; see <see cref="LegacyFileTests"/> for our own.</summary>
public class LegacyTranscriptTests
{
    [LegacyFact]
    public void The_letters_with_marks_come_back()
    {
        var (got, total) = (0, 0);
        foreach (var file in Directory.EnumerateFiles(LegacyFactAttribute.Folder!).Where(file => Path.GetExtension(file) is ".doc" or ".rtf" or ".xls"))
        {
            var truth = Words(File.ReadAllText(Path.ChangeExtension(file, ".txt")));
            var text = Words(Reading.Bytes(File.ReadAllBytes(file), Path.GetFileName(file)).Text);
            var (same, all) = Compare(truth, text);
            Assert.True(same >= all * (file.EndsWith(".xls", StringComparison.Ordinal) ? 0.95 : 0.97), $"{Path.GetFileName(file)}: {same} of {all}");
            (got, total) = (got + same, total + all);
        }

        Assert.True(total > 0 && got >= total * 0.99, $"all: {got} of {total}");
    }

    private static string[] Words(string text) => text.Normalize().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);

    private static string Plain(string word) => new([.. word.Replace('đ', 'd').Replace('Đ', 'D').Normalize(NormalizationForm.FormD)
        .Where(c => System.Globalization.CharUnicodeInfo.GetUnicodeCategory(c) != System.Globalization.UnicodeCategory.NonSpacingMark)]);

    private static bool IsMarked(char c) => c is 'đ' or 'Đ' || c.ToString().Normalize(NormalizationForm.FormD).Length > 1;

    /// <summary>Of the truth's marked letters, how many came back, in the longest common sequence of words without their marks.</summary>
    private static (int Same, int All) Compare(string[] truth, string[] text)
    {
        var (a, b) = (truth.Select(Plain).ToArray(), text.Select(Plain).ToArray());
        var best = new int[a.Length + 1, b.Length + 1];
        for (var i = a.Length - 1; i >= 0; i--)
        {
            for (var j = b.Length - 1; j >= 0; j--)
            {
                best[i, j] = a[i] == b[j] ? best[i + 1, j + 1] + 1 : Math.Max(best[i + 1, j], best[i, j + 1]);
            }
        }

        var same = 0;
        for (int i = 0, j = 0; i < a.Length && j < b.Length;)
        {
            if (a[i] == b[j])
            {
                same += truth[i].Zip(text[j]).Count(pair => IsMarked(pair.First) && pair.First == pair.Second);
                (i, j) = (i + 1, j + 1);
            }
            else
            {
                (i, j) = best[i + 1, j] >= best[i, j + 1] ? (i + 1, j) : (i, j + 1);
            }
        }

        return (same, truth.Sum(word => word.Count(IsMarked)));
    }
}

/// <summary>Skipped, and said to be, where the real documents are absent.</summary>
public sealed class LegacyFactAttribute : FactAttribute
{
    public LegacyFactAttribute()
    {
        if (Folder is null)
        {
            Skip = "The folder ../shared/legacy with real documents is not here.";
        }
    }

    public static string? Folder { get; } = Find();

    private static string? Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Pipeline.sln")))
            {
                var legacy = Path.Combine(folder.Parent!.FullName, "shared", "legacy");
                return Directory.Exists(legacy) ? legacy : null;
            }
        }

        return null;
    }
}
