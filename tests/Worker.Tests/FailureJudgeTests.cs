using Plans.Ingest;
using Plans.Store;
using Plans.Worker.Files;
using Plans.Worker.Jobs;

namespace Plans.Worker.Tests;

public sealed class FailureJudgeTests
{
    /// <summary>What went wrong, the reason that it is told as, and whether another try makes sense.</summary>
    public static TheoryData<Exception, string, bool> Failures => new()
    {
        { new UnreadableFileException(FailureReasons.Damaged, "ends in the middle", "get it again"), FailureReasons.Damaged, false },
        { new UnreadableFileException(FailureReasons.UnsupportedFormat, "is no document", "convert it"), FailureReasons.UnsupportedFormat, false },
        { new UnreadableFileException(FileReasons.ReadError, "the network is gone", "try again"), FileReasons.ReadError, true },
        { new StoreException(StoreProblem.Locked, "another process writes"), FileReasons.ReadError, true },
        { new StoreException(StoreProblem.DiskFull, "no room"), FileReasons.ReadError, true },
        { new StoreException(StoreProblem.OriginalMissing, "the original is gone"), FileReasons.OriginalLost, false },
        { new IOException("input/output error"), FileReasons.ReadError, true },
        { new OperationCanceledException(), FailureReasons.LimitExceeded, false },
        { new InvalidOperationException("a fault of ours"), FailureReasons.Internal, true },
        { new OutOfMemoryException(), FailureReasons.Internal, true },
    };

    [Theory]
    [MemberData(nameof(Failures))]
    public void Tells_reason_and_advice_and_whether_another_try_can_end_otherwise(Exception exception, string reason, bool canPass)
    {
        var failure = FailureJudge.Describe(exception, "ke-hoach.docx");

        Assert.Equal(reason, failure.Reason);
        Assert.NotEmpty(failure.Message);
        Assert.NotEmpty(failure.Advice);
        Assert.Equal(canPass, FailureJudge.CanPass(failure));
    }
}
