using Plans.Extraction.Language;

namespace Plans.Extraction.Catalogues;

/// <summary>What a unit counts.</summary>
internal enum UnitKind { Measure, People, Body, Output, Frequency, Age, Time, Money }

/// <summary>Units of measure and counted nouns (units.tsv).</summary>
internal static class Units
{
    private static readonly IReadOnlyDictionary<string, UnitKind> Kinds =
        Catalogue.Rows("units.tsv").ToDictionary(r => Canon.Form(r[0]), r => Enum.Parse<UnitKind>(r[1], true));

    private static readonly PhraseSet Phrases = PhraseSet.Of(Kinds.Keys);

    /// <summary>The longest unit at a position, also directly after the digits ("500ha").</summary>
    public static (UnitKind Kind, int Length)? At(string canon, int at)
    {
        var length = Phrases.LengthAt(canon, at);
        if (length == 0 && at > 0 && at < canon.Length && char.IsDigit(canon[at - 1]))
        {
            var rest = canon[at..Math.Min(canon.Length, at + 24)];
            length = Phrases.LengthAt(rest, 0);
        }

        return length == 0 ? null : (Kinds[canon.Substring(at, length)], length);
    }
}
