using System.Globalization;
using System.Text.RegularExpressions;

namespace Plans.Corpus.Rendering.Word;

/// <summary>
/// Takes typed numbers for automatic ones: each kind of number is a list, which goes on while the numbers do and else starts anew.
/// What Word shows is what was typed.
/// </summary>
internal sealed partial class Numbering
{
    /// <summary>Kinds of numbers: format, and what stands around the number.</summary>
    private static readonly IReadOnlyList<(string Format, string Text)> Kinds = [("bullet", "-"), ("bullet", "+"), ("upperRoman", "%1."), ("decimal", "%1."), ("decimal", "%1)"), ("lowerLetter", "%1)")];

    private static readonly string[] Roman = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII"];

    private readonly List<(int Kind, int Start)> _lists = [];
    private readonly Dictionary<int, (int List, int Last)> _open = [];

    /// <summary>The list of this line and the words after the number; null where it begins with none that Word can count.</summary>
    public (int List, string Words)? Take(string line)
    {
        if (Start().Match(line) is not { Success: true } match || Kind(match) is not var (kind, number))
        {
            return null;
        }

        var isBullet = Kinds[kind].Format == "bullet";
        if (!_open.TryGetValue(kind, out var open) || (!isBullet && number != open.Last + 1))
        {
            _lists.Add((kind, number));
            open.List = _lists.Count;
        }

        _open[kind] = (open.List, number);
        return (open.List, line[match.Length..]);
    }

    /// <summary>The content of numbering.xml. Each list has a definition of its own: LibreOffice forgets where a list starts anew when it saves DOC.</summary>
    public string Xml() =>
        string.Concat(_lists.Select((list, i) =>
            $"""<w:abstractNum w:abstractNumId="{i}"><w:multiLevelType w:val="singleLevel"/><w:lvl w:ilvl="0"><w:start w:val="{list.Start}"/><w:numFmt w:val="{Kinds[list.Kind].Format}"/><w:suff w:val="space"/><w:lvlText w:val="{Kinds[list.Kind].Text}"/><w:lvlJc w:val="left"/><w:pPr><w:ind w:left="0" w:firstLine="567"/></w:pPr></w:lvl></w:abstractNum>"""))
        + string.Concat(_lists.Select((_, i) => $"""<w:num w:numId="{i + 1}"><w:abstractNumId w:val="{i}"/></w:num>"""));

    private static (int Kind, int Number)? Kind(Match match)
    {
        var (number, end) = (match.Groups["number"].Value, match.Groups["end"].Value);
        if (number is "-" or "+")
        {
            return end.Length == 0 ? (number == "-" ? 0 : 1, 1) : null;
        }

        return (number, end) switch
        {
            (_, ".") when Array.IndexOf(Roman, number) is >= 0 and var roman => (2, roman + 1),
            ([>= '1' and <= '9', ..], ".") => (3, int.Parse(number, CultureInfo.InvariantCulture)),
            ([>= '1' and <= '9', ..], ")") => (4, int.Parse(number, CultureInfo.InvariantCulture)),
            // Word counts a b c d e, Vietnamese a b c d đ e: only the beginning is the same.
            ([>= 'a' and <= 'd'], ")") => (5, number[0] - 'a' + 1),
            _ => null,
        };
    }

    [GeneratedRegex(@"^(?<number>[IVX]+|[1-9][0-9]?|[a-z]|[-+])(?<end>[.)]?) ", RegexOptions.NonBacktracking)]
    private static partial Regex Start();
}
