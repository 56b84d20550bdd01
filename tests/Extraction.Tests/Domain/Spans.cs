using Plans.Ingest;

namespace Plans.Extraction.Tests.Domain;

/// <summary>Whatever a document holds: every fact leads back to its words.</summary>
internal static class Spans
{
    public static void Check(Document document, Plan plan)
    {
        var text = document.Text;
        Each(text, plan.LegalBases, b => b.Span, b => b.Quote);
        Each(text, plan.Sections, s => s.Span, s => s.Text);
        Each(text, plan.Targets, t => t.Span, t => t.Quote);
        Each(text, plan.Funding, f => f.Span, f => f.Quote);
        Each(text, plan.Tasks, t => t.Span, t => t.Text);
        Each(text, plan.Findings, f => f.Span, f => f.Quote);
        Each(text, plan.Tables, t => t.Span, _ => null);
        Assert.All(plan.Targets, t => Assert.Contains(t.Printed, t.Quote));
        Assert.All(plan.Sections.Select(s => s.Span).Concat(plan.Targets.Select(t => t.Span)), s => Assert.InRange(s.Page, 1, document.Pages.Count));
        var ids = plan.Targets.Select(t => t.Id).ToHashSet();
        Assert.Equal(plan.Targets.Count, ids.Count);
        Assert.Equal(plan.Tasks.Count, plan.Tasks.DistinctBy(t => t.Id).Count());
        Assert.All(plan.Targets, t => Assert.True(t.Parent is null || (ids.Contains(t.Parent) && t.Parent != t.Id), $"{t.Id} is a part of {t.Parent}"));
        Assert.All(plan.Targets.Select(t => t.Confidence).Concat(plan.Tasks.Select(t => t.Confidence)), c => Assert.InRange(c, 0, 1));
    }

    /// <param name="words">The words that stand at the span, line breaks and tabs being one blank; null where the item has none.</param>
    private static void Each<T>(string text, IReadOnlyList<T> items, Func<T, Span> span, Func<T, string?> words)
    {
        var last = 0;
        foreach (var item in items)
        {
            var (start, end) = (span(item).Start, span(item).End);
            Assert.True(start >= 0 && start < end && end <= text.Length, $"{item} has a span outside of the text of {text.Length}");
            Assert.True(start >= last, $"{item} is not in document order");
            last = start;
            if (words(item) is { } expected)
            {
                Assert.Equal(OneLine(expected), OneLine(text[start..end]));
            }
        }
    }

    private static string OneLine(string text) => text.Replace('\n', ' ').Replace('\t', ' ');
}
