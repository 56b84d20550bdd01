namespace Plans.Extraction.Learning;

/// <summary>
/// Arithmetic that gives the same bits on every machine: additions, multiplications and divisions of IEEE 754 in a fixed order, no function of the
/// mathematical library, whose last digit may differ.
/// </summary>
internal static class Exact
{
    private const double Ln2 = 0.69314718055994530942;

    public static double Exp(double x)
    {
        var clamped = Math.Clamp(x, -40, 40);
        var halvings = (int)Math.Round(clamped / Ln2);
        var rest = clamped - (halvings * Ln2);
        var (sum, term) = (1.0, 1.0);
        for (var i = 1; i <= 18; i++)
        {
            term = term * rest / i;
            sum += term;
        }

        for (var i = 0; i < Math.Abs(halvings); i++)
        {
            sum = halvings > 0 ? sum * 2 : sum / 2;
        }

        return sum;
    }

    /// <summary>The natural logarithm of a positive number, by Newton's steps on <see cref="Exp"/>.</summary>
    public static double Log(double x)
    {
        var y = 0.0;
        for (var i = 0; i < 60; i++)
        {
            var e = Exp(y);
            y += 2 * (x - e) / (x + e);
        }

        return y;
    }

    public static double Logistic(double x) => x >= 0 ? 1 / (1 + Exp(-x)) : Exp(x) / (1 + Exp(x));
}
