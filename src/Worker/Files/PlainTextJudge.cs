using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Plans.Extraction;
using Plans.Ingest;

namespace Plans.Worker.Files;

/// <summary>
/// Tells plans typed as plain text from what else lies in folders as text: data, tables of training examples, source code, notes in English. It looks
/// at the content alone and only at plain text; whatever has a head, a target or a task of a plan is one.
/// </summary>
internal static partial class PlainTextJudge
{
    /// <summary>Bytes that are looked at; the rest of a file is like its beginning.</summary>
    private const int Looked = 1 << 18;

    private const int FewestLines = 3;
    private const double MostLines = 0.95;
    private const double CodeLines = 0.25;
    private const double MarkupLines = 0.5;
    private const double EnglishWords = 0.06;

    /// <summary>The commonest words of English, none of which is a Vietnamese syllable.</summary>
    private static readonly HashSet<string> English = new(StringComparer.OrdinalIgnoreCase) { "the", "of", "and", "is", "are", "for", "with", "that", "which", "from", "by", "not", "this" };

    /// <summary>What it is instead of a document; null where it may be one. Needs no extraction.</summary>
    public static string? DataOrCode(FileContent content, Document document)
    {
        if (!IsPlain(document))
        {
            return null;
        }

        var lines = Lines(content);
        return IsJson(content) ? "data (JSON)"
            : Share(lines, line => MarkupLine().IsMatch(line)) >= MarkupLines ? "data (XML or settings)"
            : Share(lines, line => CodeLine().IsMatch(line)) >= CodeLines ? "source code" : null;
    }

    /// <summary>Likewise, of a text in which nothing of a plan was found.</summary>
    public static string? Otherwise(FileContent content, Document document, Plan plan)
    {
        var head = plan.Document;
        if (!IsPlain(document) || head.Type is not null || head.Number is not null || head.Issuer is not null
            || plan.Targets.Count + plan.Tasks.Count + plan.LegalBases.Count > 0)
        {
            return null;
        }

        var lines = Lines(content);
        return IsTable(lines, '\t') || IsTable(lines, ',') || IsTable(lines, ';') ? "a table of data without a document around it"
            : IsEnglish(lines) ? "an English text with nothing of an administrative document"
            : null;
    }

    private static bool IsPlain(Document document) => document.MediaType is "text/plain" or "text/markdown";

    private static bool IsJson(FileContent content)
    {
        var bytes = content.Bytes;
        var start = bytes.Span.IndexOfAnyExcept(" \t\r\n\uFEFF"u8);
        if (start < 0 || bytes.Span[start] is not ((byte)'{' or (byte)'['))
        {
            return false;
        }

        try
        {
            var reader = new Utf8JsonReader(bytes.Span[start..], new JsonReaderOptions { AllowMultipleValues = true, AllowTrailingCommas = true });
            while (reader.Read())
            {
                reader.TrySkip();
            }

            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    /// <summary>Nearly every line has the same number of separators.</summary>
    private static bool IsTable(IReadOnlyList<string> lines, char separator)
    {
        var most = lines.CountBy(line => line.Count(letter => letter == separator)).OrderByDescending(pair => pair.Value).FirstOrDefault();
        return lines.Count >= FewestLines && most.Key > 0 && most.Value >= MostLines * lines.Count;
    }

    private static bool IsEnglish(IReadOnlyList<string> lines)
    {
        var words = lines.SelectMany(line => Word().Matches(line).Select(match => match.Value)).ToList();
        return words.Count > 0 && words.Count(English.Contains) >= EnglishWords * words.Count;
    }

    private static double Share(IReadOnlyList<string> lines, Func<string, bool> which) =>
        lines.Count < FewestLines ? 0 : (double)lines.Count(which) / lines.Count;

    private static List<string> Lines(FileContent content) =>
    [
        .. Encoding.UTF8.GetString(content.Bytes.Span[..Math.Min(content.Bytes.Length, Looked)]).Split('\n')
            .Select(line => line.TrimEnd('\r', ' ')).Where(line => line.Trim().Length > 0),
    ];

    /// <summary>Braces alone, statements that end in );, and words with which a line of a program begins. A plan's line may end in a semicolon.</summary>
    [GeneratedRegex(@"^\s*[{}()\[\]]+[;,]?\s*$|^\s*\[\w+(?:\(.*\))?\]\s*$|\)\s*[;{:]\s*$|=>|^\s*(?:using |global |import |from \w+ import|#include|def |class |public |private |protected |internal |static |return\b|const |var |let |function |if \(|for \(|foreach \(|while \(|else\b|elif |end\b|fi$|done$|///|//|#!)", RegexOptions.NonBacktracking)]
    private static partial Regex CodeLine();

    [GeneratedRegex(@"^\s*<[!?/\p{L}]|^[\w.]+\s?=", RegexOptions.NonBacktracking)]
    private static partial Regex MarkupLine();

    [GeneratedRegex(@"\p{L}+", RegexOptions.NonBacktracking)]
    private static partial Regex Word();
}
