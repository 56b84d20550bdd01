using Plans.Extraction.Catalogues;
using Plans.Extraction.Language;

namespace Plans.Extraction.Learning.Confidence;

/// <summary>What speaks for and against a task as it was read.</summary>
internal static class TaskEvidence
{
    public static IReadOnlyList<(string Name, double Value)> Of(PlanTask task, SectionKind? kind)
    {
        var text = Canon.Form(task.Text.Length > 400 ? task.Text[..400] : task.Text);
        var features = new List<(string, double)>
        {
            ("kind " + (kind?.ToString().ToLowerInvariant() ?? "none"), 1),
            ("source " + task.Source, 1),
            ("leads " + Math.Min(task.Lead.Count, 4), 1),
            ("supports " + Math.Min(task.Support.Count, 4), 1),
            ("text " + TargetEvidence.Size(task.Text.Length, 30, 80, 160, 300, 600), 1),
        };
        var agencies = task.Lead.Concat(task.Support).ToList();
        Add("unknown lead", task.Lead.Count > 0 && task.Lead.Any(a => Agencies.Names.At(Canon.Form(a), 0).Values.Count == 0));
        Add("unknown support", task.Support.Count > 0 && task.Support.Any(a => Agencies.Names.At(Canon.Form(a), 0).Values.Count == 0));
        Add("long name", agencies.Exists(a => a.Length > 60));
        Add("name in small letters", agencies.Exists(a => char.IsLower(a[0]) && !a.StartsWith("các ", StringComparison.Ordinal)));
        Add("name of one word", agencies.Exists(a => !a.Contains(' ')));
        Add("name with and", agencies.Exists(a => a.Contains(" và ", StringComparison.Ordinal)));
        Add("name with comma", agencies.Exists(a => a.Contains(',')));
        Add("deadline", task.Deadline is not null);
        Add("refers", task.RefersTo.Count > 0);
        Add("says lead", text.Contains("chủ trì", StringComparison.Ordinal));
        Add("says support", text.Contains("phối hợp", StringComparison.Ordinal));
        Add("says support, names none", text.Contains("phối hợp", StringComparison.Ordinal) && task.Support.Count == 0);
        Add("starts with support", text.StartsWith("phối hợp", StringComparison.Ordinal));
        Add("says to direct", text.Contains("chỉ đạo", StringComparison.Ordinal) || text.Contains("yêu cầu", StringComparison.Ordinal) || text.Contains("giao ", StringComparison.Ordinal));
        Add("several sentences", text.Contains(". ", StringComparison.Ordinal));
        Add("ends open", task.Text.TrimEnd().EndsWith(':'));
        return features;

        void Add(string name, bool holds)
        {
            if (holds)
            {
                features.Add((name, 1));
            }
        }
    }
}
