using Plans.Extraction.Learning;

namespace Plans.Extraction.Tests.Learning;

/// <summary>The arithmetic on which the models stand.</summary>
public sealed class ModelTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(-3.7)]
    [InlineData(20)]
    [InlineData(-20)]
    public void The_exponential_is_right_to_twelve_digits(double x) => Assert.InRange(Exact.Exp(x) / Math.Exp(x), 1 - 1e-12, 1 + 1e-12);

    [Theory]
    [InlineData(1)]
    [InlineData(0.01)]
    [InlineData(250)]
    public void The_logarithm_is_right_to_nine_digits(double x) => Assert.Equal(Math.Log(x), Exact.Log(x), 9);

    [Fact]
    public void A_logistic_model_learns_what_speaks_for_yes()
    {
        (string, double)[] sweet = [("sweet", 1)], sour = [("sour", 1)];
        var model = LogisticModel.Train([.. Enumerable.Range(0, 40).Select(i => ((IReadOnlyList<(string, double)>)(i % 2 == 0 ? sweet : sour), i % 2 == 0 ? i % 8 != 0 : i % 7 == 0))]);

        Assert.InRange(model.Probability(sweet), 0.6, 0.9);
        Assert.InRange(model.Probability(sour), 0.1, 0.4);
        Assert.InRange(model.Probability([]), model.Probability(sour), model.Probability(sweet));
    }

    [Fact]
    public void Each_group_is_predicted_by_a_model_that_has_not_seen_it()
    {
        (string Group, int Value)[] items = [("a", 1), ("b", 2), ("a", 3), ("c", 4)];

        var seen = CrossValidation.Predict(items, i => i.Group, 3, known => known.Select(i => i.Group).ToHashSet(), (groups, item) => groups.Contains(item.Group));

        Assert.Equal([false, false, false, false], seen);
    }

    [Fact]
    public void Probabilities_that_come_true_as_stated_have_no_calibration_error()
    {
        var figures = LearnedFigures.Of([.. Enumerable.Range(0, 100).Select(i => (i < 50 ? 0.8 : 0.2, i < 50 ? i % 5 != 0 : i % 5 == 0))]);

        Assert.Equal(0, figures.CalibrationError, 9);
        Assert.Equal(0.16, figures.Brier, 9);
    }
}
