using Plans.Extraction.Language;

namespace Plans.Extraction.Learning.Confidence;

/// <summary>What speaks for and against a target as it was read.</summary>
internal static class TargetEvidence
{
    private static readonly string[] IndicatorStarts = ["tỷ lệ", "tỉ lệ", "số ", "tổng", "diện tích", "sản lượng", "tốc độ", "tỷ trọng", "thu nhập", "năng suất", "doanh thu", "chỉ số", "mức"];

    private static readonly string[] Joints = ["của", "cho", "tại", "và", "các", "với", "trong", "là", "có", "được", "để", "theo", "từ", "đến", "trên", "dưới", "hoặc", "về", "số", "ở", "gồm"];

    private static readonly string[] Doubts = ["hỗ trợ", "so với", "hiện ", "đã ", "mỗi ", "định mức", "theo quy định", "tối đa", "bình quân", "quy mô", "thuộc", "khoảng"];

    /// <param name="kind">The kind of the section in which the target stands.</param>
    /// <param name="inQuote">How many targets were read from the same words.</param>
    public static IReadOnlyList<(string Name, double Value)> Of(Target target, SectionKind? kind, int inQuote)
    {
        var indicator = Canon.Form(target.Indicator);
        var quote = Canon.Form(target.Quote);
        var words = indicator.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var features = new List<(string, double)>
        {
            ("kind " + (kind?.ToString().ToLowerInvariant() ?? "none"), 1),
            ("source " + target.Source, 1),
            ("comparator " + target.Comparator, 1),
            (target.Unit switch { null => "no unit", "%" => "percent", { Length: > 14 } => "long unit", _ => "counted" }, 1),
            ("indicator " + Size(words.Length, 1, 3, 12, 20), 1),
            ("quote " + Size(quote.Length, 30, 80, 160, 300), 1),
            ("rule", target.Confidence),
        };
        Add("rough start", words.Length > 0 && Joints.Contains(words[0]));
        Add("rough end", words.Length > 0 && Joints.Contains(words[^1]));
        Add("indicator's start", Array.Exists(IndicatorStarts, s => indicator.StartsWith(s, StringComparison.Ordinal)));
        Add("number within", indicator.Any(char.IsDigit));
        Add("colon within", indicator.Contains(':'));
        Add("bracket within", indicator.Contains('('));
        Add("no year", target.Year is null);
        Add("each year", target.Period is not null);
        Add("part", target.Parent is not null);
        Add("small number", target.Unit != "%" && target.Value < 10);
        Add("leading zero", target.Printed.StartsWith('0') && target.Value >= 1);
        Add("round", target.Value == 100);
        Add("several in one clause", inQuote > 1);
        Add("table and no unit", target.Source == "table" && target.Unit is null);
        foreach (var doubt in Doubts)
        {
            Add("says " + doubt.Trim(), quote.Contains(doubt, StringComparison.Ordinal));
        }

        var at = quote.IndexOf(Canon.Form(target.Printed), StringComparison.Ordinal);
        if (at >= 0)
        {
            var before = quote[..at].Split([' ', ',', ':', '('], StringSplitOptions.RemoveEmptyEntries);
            features.Add(("before " + (before.Length > 0 ? before[^1] : "start"), 1));
        }

        return features;

        void Add(string name, bool holds)
        {
            if (holds)
            {
                features.Add((name, 1));
            }
        }
    }

    /// <summary>Which of the steps a size has not passed.</summary>
    internal static string Size(int size, params ReadOnlySpan<int> steps)
    {
        foreach (var step in steps)
        {
            if (size <= step)
            {
                return "up to " + step.ToString(System.Globalization.CultureInfo.InvariantCulture);
            }
        }

        return "longer";
    }
}
