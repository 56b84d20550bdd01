namespace Plans.Ingest.Encodings;

/// <summary>How Vietnamese a text looks.</summary>
/// <param name="Words">Words of letters, without abbreviations such as UBND.</param>
/// <param name="Legal">Those that Vietnamese could spell so.</param>
/// <param name="Marked">Words that hold anything beyond ASCII.</param>
/// <param name="MarkedLegal">Those of them that Vietnamese could spell so.</param>
internal readonly record struct SyllableMeasure(int Words, int Legal, int Marked, int MarkedLegal)
{
    /// <summary>Of all words, the share that is legal, 0 to 1; in plain Vietnamese text above 0.9. 0 where there are no words.</summary>
    public double Share => Words == 0 ? 0 : (double)Legal / Words;

    /// <summary>The same of the words beyond ASCII: what a wrong encoding spoils.</summary>
    public double MarkedShare => Marked == 0 ? 0 : (double)MarkedLegal / Marked;
}
