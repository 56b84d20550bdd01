using Plans.Ingest;
using Plans.Store;
using Plans.Store.Ledger;
using Plans.Worker.Files;

namespace Plans.Worker.Jobs;

/// <summary>What a failure means: what the user is told, and whether another try can end otherwise.</summary>
internal static class FailureJudge
{
    public static FileFailure Describe(Exception exception, string name) => exception switch
    {
        UnreadableFileException unreadable => new(unreadable.Reason, unreadable.Message, unreadable.Advice),
        StoreException { Problem: StoreProblem.OriginalMissing or StoreProblem.OriginalDamaged } => new(
            FileReasons.OriginalLost, exception.Message, "Load the file again from where it lies."),
        StoreException or IOException or UnauthorizedAccessException => new(
            FileReasons.ReadError, $"{name}: {exception.Message}", "Check that the disk works and has room, then: plans retry"),
        OperationCanceledException => new(
            FailureReasons.LimitExceeded, $"{name}: took longer than a file may.", "Split it into smaller documents."),
        _ => new(
            FailureReasons.Internal,
            $"{name}: the program failed: {exception.GetType().Name}: {exception.Message}",
            "Report it with the file; after an update: plans retry"),
    };

    /// <summary>A damaged file stays damaged, but disks come back, memory gets free and locks are released.</summary>
    public static bool CanPass(FileFailure failure) => failure.Reason is FailureReasons.Internal or FileReasons.ReadError;
}
