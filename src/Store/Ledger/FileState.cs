namespace Plans.Store.Ledger;

/// <summary>
/// Every file found is in exactly one of these. <see cref="Refused"/> is a failure whose reason is a named limit; <see cref="Skipped"/> says
/// by its reason whether the file is a duplicate, was left out as no plan, or was given up with its load.
/// </summary>
public enum FileState { Queued, Running, Done, Partial, Failed, Refused, Skipped }

internal static class FileStates
{
    /// <summary>The state of a row of <c>files f</c>. What a limit refused has failed for the database, and is told apart by its reason.</summary>
    public const string Of = "case when f.state = 'failed' and f.reason = 'limit-exceeded' then 'refused' else f.state end";

    public static string Name(FileState state) => state.ToString().ToLowerInvariant();

    public static bool HasEnded(FileState state) => state is not (FileState.Queued or FileState.Running);
}
