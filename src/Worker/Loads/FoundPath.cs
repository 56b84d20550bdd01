using Plans.Store.Ledger;

namespace Plans.Worker.Loads;

/// <summary>A file that was found, or a path that could not be entered.</summary>
/// <param name="Failure">Null where the file may be read.</param>
internal sealed record FoundPath(string Path, long Size, FileFailure? Failure = null);
