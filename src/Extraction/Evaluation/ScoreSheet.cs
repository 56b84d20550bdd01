namespace Plans.Extraction.Evaluation;

/// <summary>Measures and differences as they are gathered.</summary>
internal sealed class ScoreSheet
{
    private readonly Dictionary<string, Measure> _measures = ScoredPart.All.ToDictionary(part => part, _ => Measure.None);
    private readonly List<ScoreError> _errors = [];

    public void Add<TGold, TFound>(
        string part, Pairing<TGold, TFound> pairing, Func<TGold, bool> isOptional, Func<TGold, string> wordsOfGold, Func<TFound, string> wordsOfFound)
    {
        Add(part, pairing.Measure(isOptional));
        _errors.AddRange(pairing.Missed.Where(g => !isOptional(g)).Select(g => new ScoreError(part, Difference.Missed, wordsOfGold(g))));
        _errors.AddRange(pairing.Extra.Select(f => new ScoreError(part, Difference.Extra, wordsOfFound(f))));
    }

    public void Add(string part, Measure measure) => _measures[part] += measure;

    /// <summary>Adds a measure of one item, and says what differs unless all is right.</summary>
    public void Add(string part, Measure measure, string what)
    {
        Add(part, measure);
        if (measure.Extra + measure.Missed > 0)
        {
            Differs(part, measure.Extra == 0 ? Difference.Missed : measure.Missed == 0 ? Difference.Extra : Difference.Differs, what);
        }
    }

    public void Differs(string part, Difference difference, string what) => _errors.Add(new ScoreError(part, difference, what));

    public Score ToScore() => new(_measures, _errors);
}
