namespace Plans.Ingest.Archives;

/// <summary>What users are told when an archive cannot be read, in the same words for all kinds.</summary>
internal static class ArchiveTroubles
{
    public const string GetAgain = "Get the archive again from where it came, or repair it with the program that made it.";
    private const string Unlock = "Unpack it with its password and load the files, or pack them again without one.";

    public static UnreadableFileException Encrypted(string name) =>
        new(FailureReasons.Encrypted, $"{name} is protected by a password.", Unlock);

    public static UnreadableFileException Damaged(string name, string why, Exception? inner = null) =>
        new(FailureReasons.Damaged, $"{name} is damaged: {why}", GetAgain, inner);

    /// <param name="part">What is missing, such as <c>the part plans.part2.rar</c>.</param>
    public static UnreadableFileException Divided(string name, string part) => new(FailureReasons.PartMissing,
        $"{name} is one part of a divided archive and cannot be read without {part}.", Together);

    public static UnreadableFileException Empty(string name) =>
        new(FailureReasons.Empty, $"{name} holds no files.", "Get the archive again from where it came.");

    public static void RefuseEncrypted(this ArchiveWalk walk, string name) =>
        walk.Refuse(name, FailureReasons.Encrypted, "is protected by a password in its archive.", Unlock);

    public static void RefuseDamaged(this ArchiveWalk walk, string name, string why) =>
        walk.Refuse(name, FailureReasons.Damaged, $"is damaged in its archive: {why}", GetAgain);

    public static void RefuseDivided(this ArchiveWalk walk, string name, string part) =>
        walk.Refuse(name, FailureReasons.PartMissing, $"is divided between parts of its archive and cannot be read without {part}.", Together);

    private const string Together = "Unpack it with all its parts in one folder and load the files, or pack them into one archive.";
}
