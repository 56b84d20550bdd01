using Plans.Store;
using Plans.Store.Reading;

namespace Plans.Worker.CommandLine;

/// <summary>The one plan that a user names.</summary>
internal static class PlanChoice
{
    /// <returns>Its id; null where it is unknown or several are meant, which is said.</returns>
    public static long? One(PlanStore store, string reference, TextWriter error)
    {
        var found = store.Plans.Resolve(reference);
        if (found is [var one])
        {
            return one.Id;
        }

        SayWhyNone(reference, found, error);
        return null;
    }

    private static void SayWhyNone(string reference, IReadOnlyList<PlanSummary> found, TextWriter error)
    {
        if (found.Count == 0)
        {
            error.WriteLine($"No plan is known as {reference}. Use its document number, id or file name; plans search finds plans by their words.");
            return;
        }

        error.WriteLine($"{found.Count} plans are known as {reference}; name one of them by its id:");
        PlanView.PrintList(found, error);
    }
}
