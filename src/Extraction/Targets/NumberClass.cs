namespace Plans.Extraction.Targets;

/// <summary>What a number of the text is. Every number is accounted for: a candidate for a target, or one of the others.</summary>
internal enum NumberClass
{
    Candidate, Citation, Date, Year, Money, Ordinal, Age, Duration, Frequency, Code, Norm, Definition, Scope, PastResult, Name, Enumerator, Bare,
}
