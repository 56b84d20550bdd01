using Plans.Extraction.Catalogues;
using Plans.Extraction.Language;
using Plans.Extraction.Language.Deadlines;
using Plans.Extraction.Reading;

namespace Plans.Extraction.Assignments;

/// <summary>Cuts a paragraph where another body may be told to act.</summary>
internal static class Clauses
{
    /// <summary>How far from its beginning a paragraph may name who acts.</summary>
    private const int LongestOpening = 260;

    private static readonly PhraseSet Openings = PhraseSet.Of(
    [
        "căn cứ", "trên cơ sở", "theo", "theo chức năng", "ngoài ra", "đồng thời", "bên cạnh đó", "định kỳ", "thường xuyên", "để", "nhằm", "sau khi", "khi", "riêng", "từ nay", "trước mắt", "trong quá trình", "trong năm", "ngay sau khi",
    ]);

    /// <summary>Where who acts may be named after the words that open a paragraph: "Hằng năm, | các sở …", "Căn cứ Kế hoạch này, | UBND các xã …".</summary>
    public static IEnumerable<int> AfterOpening(Line line)
    {
        var time = TimePhrases.At(new Cursor(line.Canon, 0));
        if (time is null && Openings.LengthAt(line.Canon, 0) == 0)
        {
            yield break;
        }

        for (var at = line.Text.IndexOf(", ", StringComparison.Ordinal); at >= 0 && at < LongestOpening; at = line.Text.IndexOf(", ", at + 1, StringComparison.Ordinal))
        {
            var next = at + 2;
            if (next < line.Text.Length && (char.IsUpper(line.Text[next]) || line.Canon.AsSpan(next).StartsWith("các ") || line.Canon.AsSpan(next).StartsWith("giao ") || line.Canon.AsSpan(next).StartsWith("đề nghị ")))
            {
                yield return next;
            }
        }
    }

    /// <summary>"…; Hợp tác xã X chủ trì liên kết …": a clause with a body of its own that leads.</summary>
    private static bool LeadsFrom(Line line, int at)
    {
        if (!char.IsUpper(line.Text[at]) || !AgencyGrammar.BeginsAt(line.Text, line.Canon, at))
        {
            return false;
        }

        var (agencies, end) = AgencyGrammar.Leading(line.Text, line.Canon, at, line.Text.Length);
        return agencies.Count > 0 && TaskReader.IsNamed(agencies[0].Name) && line.Canon.AsSpan(end).TrimStart() is var duty
            && (duty.StartsWith("chủ trì ", StringComparison.Ordinal) || duty.StartsWith("phối hợp với ", StringComparison.Ordinal))
            && !line.Canon.AsSpan(end).Contains("thực hiện.", StringComparison.Ordinal);
    }

    /// <summary>The sentences of a paragraph, and its clauses that another body leads.</summary>
    public static IEnumerable<Line> Sentences(Line line)
    {
        var start = 0;
        for (var at = line.Text.IndexOf(". ", StringComparison.Ordinal); at >= 0; at = line.Text.IndexOf(". ", at + 1, StringComparison.Ordinal))
        {
            if (at + 2 < line.Text.Length && char.IsUpper(line.Text[at + 2]) && at > 2 && !char.IsDigit(line.Text[at - 1]))
            {
                yield return line.Slice(start, at + 1);
                start = at + 2;
            }
        }

        for (var at = line.Text.IndexOf("; ", start, StringComparison.Ordinal); at >= 0; at = line.Text.IndexOf("; ", at + 2, StringComparison.Ordinal))
        {
            if (LeadsFrom(line, at + 2))
            {
                yield return line.Slice(start, at + 1);
                start = at + 2;
            }
        }

        yield return line.Slice(start, line.Text.Length);
    }
}
