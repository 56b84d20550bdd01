namespace Plans.Extraction;

/// <summary>
/// How long one search with a regular expression may take. Lines are cut at 3,000 letters (<see cref="Reading.Pieces"/>), on which every pattern takes well under a
/// millisecond; the limit stands far above that, for it counts the clock of the wall, which a busy machine may stop for a second. A search that reaches it fails the
/// whole extraction, which the queue tries again: no fact is left out in silence.
/// </summary>
internal static class RegexLimit
{
    public const int Milliseconds = 10_000;
}
