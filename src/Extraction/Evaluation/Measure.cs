namespace Plans.Extraction.Evaluation;

/// <summary>How much of one part was found right.</summary>
/// <param name="Right">Found and annotated (true positives).</param>
/// <param name="Extra">Found and not annotated (false positives).</param>
/// <param name="Missed">Annotated and not found (false negatives).</param>
public sealed record Measure(int Right, int Extra, int Missed)
{
    public static readonly Measure None = new(0, 0, 0);

    /// <summary>0 to 1; null where neither gold nor extraction has anything of this part.</summary>
    public double? Precision => IsEmpty ? null : Share(Right, Right + Extra);

    /// <inheritdoc cref="Precision"/>
    public double? Recall => IsEmpty ? null : Share(Right, Right + Missed);

    /// <summary>The harmonic mean of <see cref="Precision"/> and <see cref="Recall"/>.</summary>
    public double? F1 => (Precision, Recall) switch
    {
        (null, _) or (_, null) => null,
        (0.0, 0.0) => 0,
        ({ } p, { } r) => 2 * p * r / (p + r),
    };

    public static Measure operator +(Measure a, Measure b) => new(a.Right + b.Right, a.Extra + b.Extra, a.Missed + b.Missed);

    /// <summary>One decision that was right or else both an extra and a miss.</summary>
    internal static Measure Of(bool isRight) => isRight ? new(1, 0, 0) : new(0, 1, 1);

    /// <summary>One value where either side may have none.</summary>
    internal static Measure Of(bool isRight, bool inGold, bool inPlan) => isRight ? new(1, 0, 0) : new(0, inPlan ? 1 : 0, inGold ? 1 : 0);

    private bool IsEmpty => Right + Extra + Missed == 0;

    private static double Share(int part, int whole) => whole == 0 ? 0 : (double)part / whole;
}
