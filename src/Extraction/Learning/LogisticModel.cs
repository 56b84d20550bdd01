namespace Plans.Extraction.Learning;

/// <summary>The probability of yes, from named features: 1 / (1 + exp(-(bias + Σ weight × value))).</summary>
internal sealed class LogisticModel(IReadOnlyDictionary<string, double> weights)
{
    public const string Bias = "(bias)";

    public IReadOnlyDictionary<string, double> Weights { get; } = weights;

    /// <summary>0 to 1. Features that the model has no weight for count nothing.</summary>
    public double Probability(IReadOnlyList<(string Name, double Value)> features)
    {
        var sum = Weights.GetValueOrDefault(Bias);
        foreach (var (name, value) in features)
        {
            sum += Weights.GetValueOrDefault(name) * value;
        }

        return Exact.Logistic(sum);
    }

    /// <summary>
    /// Fits by Newton's method (iterated least squares) with a penalty on the square of each weight but the bias. Always the same number of steps in
    /// the same order; the weights are rounded to four decimals, so that the model is the same on every machine.
    /// </summary>
    public static LogisticModel Train(IReadOnlyList<(IReadOnlyList<(string Name, double Value)> Features, bool Label)> examples, double penalty = 1, int steps = 12)
    {
        string[] names = [Bias, .. examples.SelectMany(e => e.Features).Select(f => f.Name).Distinct().Order(StringComparer.Ordinal)];
        var index = names.Select((name, i) => (name, i)).ToDictionary(p => p.name, p => p.i, StringComparer.Ordinal);
        var rows = examples.Select(e => (Values: (int[])[0, .. e.Features.Select(f => index[f.Name])], Amounts: (double[])[1, .. e.Features.Select(f => f.Value)], e.Label)).ToList();
        var weights = new double[names.Length];
        for (var step = 0; step < steps; step++)
        {
            var (gradient, hessian) = (new double[names.Length], new double[names.Length, names.Length]);
            foreach (var (features, amounts, label) in rows)
            {
                var sum = 0.0;
                for (var i = 0; i < features.Length; i++)
                {
                    sum += weights[features[i]] * amounts[i];
                }

                var p = Exact.Logistic(sum);
                var (error, spread) = ((label ? 1 : 0) - p, Math.Max(p * (1 - p), 1e-6));
                for (var i = 0; i < features.Length; i++)
                {
                    gradient[features[i]] += error * amounts[i];
                    for (var j = 0; j < features.Length; j++)
                    {
                        hessian[features[i], features[j]] += spread * amounts[i] * amounts[j];
                    }
                }
            }

            for (var i = 0; i < names.Length; i++)
            {
                var cost = i == 0 ? 1e-6 : penalty;
                gradient[i] -= cost * weights[i];
                hessian[i, i] += cost;
            }

            var move = Solve(hessian, gradient);
            for (var i = 0; i < names.Length; i++)
            {
                weights[i] += Math.Clamp(move[i], -4, 4);
            }
        }

        return new LogisticModel(names.Select((name, i) => (name, Weight: Math.Round(weights[i], 4))).ToDictionary(p => p.name, p => p.Weight, StringComparer.Ordinal));
    }

    /// <summary>Gaussian elimination; the matrix is positive definite, so that no pivoting is needed.</summary>
    private static double[] Solve(double[,] matrix, double[] right)
    {
        var size = right.Length;
        var solution = (double[])right.Clone();
        for (var pivot = 0; pivot < size; pivot++)
        {
            for (var row = pivot + 1; row < size; row++)
            {
                var factor = matrix[row, pivot] / matrix[pivot, pivot];
                if (factor != 0)
                {
                    for (var column = pivot; column < size; column++)
                    {
                        matrix[row, column] -= factor * matrix[pivot, column];
                    }

                    solution[row] -= factor * solution[pivot];
                }
            }
        }

        for (var row = size - 1; row >= 0; row--)
        {
            for (var column = row + 1; column < size; column++)
            {
                solution[row] -= matrix[row, column] * solution[column];
            }

            solution[row] /= matrix[row, row];
        }

        return solution;
    }
}
