namespace Plans.Extraction.Tests.Evaluation;

/// <summary>A test over the real documents that lie beside the repository for developers; skipped, and said so, where they are absent.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class SharedFactAttribute : FactAttribute
{
    public SharedFactAttribute() => Skip = Corpus.Shared is null ? "The folder ../shared with real documents is not here." : null;
}
