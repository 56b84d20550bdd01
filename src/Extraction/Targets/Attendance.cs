using Plans.Extraction.Catalogues;

namespace Plans.Extraction.Targets;

/// <summary>
/// "Mở 05 lớp tập huấn kỹ thuật cho 300 nông dân": those for whom the classes are held. What is counted is what is done for them, and the words that say so
/// belong to the number before.
/// </summary>
internal static class Attendance
{
    /// <summary>What people attend; after other things a comma and a verb open what is done for them ("06 mô hình, tập huấn kỹ thuật cho 600 lượt nông dân").</summary>
    private static readonly PhraseSet Classes = PhraseSet.Of(["lớp", "khóa", "hội nghị", "cuộc", "buổi", "đợt", "hội thảo"]);

    /// <summary>Those who are counted as persons are the indicator; what is counted by turns ("300 lượt nông dân") is how often it is done.</summary>
    private const string Turns = "lượt";

    /// <summary>The indicator of the second number and where the words that show it begin; null where the clauses are of no such kind.</summary>
    public static (string Indicator, int Start)? Of(Clause clause, Clause? before)
    {
        if (before is null || before.Number.Unit != UnitKind.Output || clause.Number.Unit != UnitKind.People || before.End != clause.Start || clause.LeftCanon.Trim() != "cho")
        {
            return null;
        }

        var line = clause.Line;
        var isClass = Classes.LengthAt(line.Canon, before.Number.UnitStart) > 0;
        var noun = isClass ? line.Text.IndexOf(' ', before.Number.UnitStart) : before.Number.UnitEnd;
        noun = !isClass && noun < before.End && line.Text.IndexOf(", ", noun, before.End - noun, StringComparison.Ordinal) is > 0 and var comma ? comma + 1 : noun;
        var topic = noun < 0 || noun >= before.End ? "" : (line.Text[noun..Math.Max(noun, before.Number.UnitEnd)].Trim() + " " + RightWords.Of(line.Text[Math.Max(noun, before.Number.UnitEnd)..before.End], UnitKind.Output, percent: false)).Trim(' ', ',');
        if (topic.Length == 0 || (!isClass && !DoingVerbs.BeginsAt(line.Canon, noun + 1)) || topic.IndexOfAny(['(', ';']) >= 0 || topic.Count(c => c == ',') > 1)
        {
            return null;
        }

        var people = line.Text[clause.Number.UnitStart..clause.Number.UnitEnd];
        var said = people + " " + RightWords.Of(clause.Right, UnitKind.People, percent: false);
        return ((people.StartsWith(Turns, StringComparison.OrdinalIgnoreCase) ? topic + " cho " + said : said).TrimEnd(), noun + 1);
    }
}
