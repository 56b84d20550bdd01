namespace Plans.Store;

/// <summary>What is wrong with the store itself, as opposed to a file or a question.</summary>
public enum StoreProblem { Other, NewerVersion, Damaged, Locked, ReadOnly, DiskFull, CannotOpen, OriginalMissing, OriginalDamaged }

/// <summary>The store cannot do what was asked; the message says why and what to do.</summary>
public sealed class StoreException(StoreProblem problem, string message, Exception? inner = null) : Exception(message, inner)
{
    public StoreProblem Problem { get; } = problem;
}
