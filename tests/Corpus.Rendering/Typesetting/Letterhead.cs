using System.Text.RegularExpressions;

namespace Plans.Corpus.Rendering.Typesetting;

/// <summary>Sets the beginning: agency and number on the left, state, motto, place and date on the right, then the centred title.</summary>
internal static partial class Letterhead
{
    private const int FarDown = 16;

    public static bool IsStateName(string line) => StateName().IsMatch(line);

    public static bool IsMotto(string line) => Motto().IsMatch(line);

    public static bool IsPlaceAndDate(string line) => PlaceAndDate().IsMatch(line);

    public static IReadOnlyList<Piece> SetIn(IReadOnlyList<Piece> pieces)
    {
        var type = pieces.Take(FarDown).TakeWhile(piece => piece is not Grid).ToList().FindIndex(piece => piece is Line line && Type().IsMatch(line.Text));
        if (type < 0)
        {
            return pieces;
        }

        var title = pieces.Skip(type).TakeWhile((piece, i) => piece is Line { Look: not Look.Basis } line && (i <= 1 || Looks.IsCapitals(line.Text))).Count();
        return
        [
            .. Head([.. pieces.Take(type)]),
            .. pieces.Skip(type).Take(title).Select(piece => ((Line)piece) with { Look = Look.Title }),
            .. pieces.Skip(type + title),
        ];
    }

    private static IReadOnlyList<Piece> Head(IReadOnlyList<Piece> lines)
    {
        if (!lines.All(piece => piece is Line) || !lines.Any(piece => IsStateName(((Line)piece).Text)))
        {
            return lines;
        }

        var (left, right) = (new List<Line>(), new List<Line>());
        foreach (var line in lines.Cast<Line>())
        {
            var set = new Line(line.Text, Looks.OfColumn(line.Text));
            (set.Look is Look.Motto or Look.Date || (set.Look is Look.Rule && right.Count > 0) ? right : left).Add(set);
        }

        return [new SideBySide(left, right)];
    }

    [GeneratedRegex(@"CỘNG H(?:ÒA|OÀ) XÃ HỘI", RegexOptions.NonBacktracking)]
    private static partial Regex StateName();

    [GeneratedRegex(@"^Độc lập\s*[-–]\s*Tự do", RegexOptions.NonBacktracking)]
    private static partial Regex Motto();

    [GeneratedRegex(@"^[\p{L}\s.\-]{2,40},\s*ngày\s", RegexOptions.NonBacktracking)]
    private static partial Regex PlaceAndDate();

    [GeneratedRegex(@"^(?:KẾ HOẠCH|QUYẾT ĐỊNH|CHỈ THỊ|CHƯƠNG TRÌNH|NGHỊ QUYẾT|ĐỀ ÁN|PHƯƠNG ÁN)(?: HÀNH ĐỘNG)?$", RegexOptions.NonBacktracking)]
    private static partial Regex Type();
}
