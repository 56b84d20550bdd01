namespace Plans.EndToEnd.Faults;

/// <summary>Faults are tried in a short form by <c>./test</c>, and in a long one where PLANS_LONG_TESTS is 1.</summary>
internal static class LongForm
{
    private static readonly bool IsWanted = Environment.GetEnvironmentVariable("PLANS_LONG_TESTS") == "1";

    public static int Or(int shortForm, int longForm) => IsWanted ? longForm : shortForm;
}
