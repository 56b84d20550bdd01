using System.Data.Common;
using Dapper;

namespace Plans.Store.Ledger;

public sealed partial class FileLedger
{
    private const string ToQueue =
        """
        update files set state = 'queued', attempts = 0, stage = null, due_at = null, ended_at = null, duplicate_of = null,
          reason = null, message = null, advice = null, members = null, expanded = null, fed_at = null
        """;

    /// <summary>What follows <see cref="ToQueue"/> where a load wants the file.</summary>
    private const string ForLoad =
        """
        , load_id = @loadId, priority = (select priority from loads where id = @loadId),
          held = (select paused_at is not null from loads where id = @loadId)
        """;

    /// <summary>
    /// Enters a file that was found; entering it again in the same load changes nothing. Of all files with the same content one is
    /// run, the others are skipped as its duplicates. A failure that stood for the path's earlier content is superseded.
    /// </summary>
    /// <param name="extractorVersion">The version that would run it; a file done by another version is queued again.</param>
    /// <param name="reprocess">Queue it even where it is done.</param>
    public Registration Register(long loadId, FoundFile file, string extractorVersion, bool reprocess = false) =>
        database.WriteAlone(connection => Enter(connection, loadId, file, extractorVersion, reprocess));

    /// <summary>Enters a path that could not even be read: absent, no permission, beyond a limit.</summary>
    /// <returns>The file's id.</returns>
    public long RegisterFailed(long loadId, string path, FileFailure failure, long size = 0) =>
        database.WriteAlone(connection => EnterUnread(connection, loadId, path, FileState.Failed, failure, size));

    private long EnterUnread(DbConnection connection, long loadId, string path, FileState state, FileFailure failure, long size)
    {
        var id = connection.ExecuteScalar<long>(
            """
            insert into files (load_id, path, name, size, state, reason, message, advice, found_at, ended_at)
            values (@loadId, @path, @name, @size, @state, @Reason, @Message, @Advice, @Now, @Now)
            on conflict (path) where sha256 is null do update set load_id = @loadId, size = @size, state = @state, duplicate_of = null,
              reason = @Reason, message = @Message, advice = @Advice, ended_at = @Now
            returning id
            """,
            new { loadId, path, name = Path.GetFileName(path), size, state = state.ToString().ToLowerInvariant(), failure.Reason, failure.Message, failure.Advice, Now });
        Attach(connection, loadId, id, alreadyDone: false);
        return id;
    }

    private Registration Enter(
        DbConnection connection, long loadId, FoundFile file, string extractorVersion, bool reprocess)
    {
        var mine = Find(connection, "f.path = @Path and f.sha256 = @Sha256", file) ?? ReadAtLast(connection, file);
        var runs = Find(connection, "f.sha256 = @Sha256 and f.state <> 'skipped'", file);
        if (runs is null)
        {
            var id = mine?.Id ?? Insert(connection, loadId, file);
            connection.Execute($"{ToQueue}{ForLoad} where id = @id", new { loadId, id });
            Supersede(connection, file, id);
            Attach(connection, loadId, id, alreadyDone: false);
            return new Registration(id, RegistrationOutcome.Queued);
        }

        var outcome = Again(connection, loadId, runs, extractorVersion, reprocess);
        if (runs.Id == mine?.Id)
        {
            Supersede(connection, file, runs.Id);
            Attach(connection, loadId, runs.Id, outcome == RegistrationOutcome.AlreadyDone);
            if (runs.Members is not null)
            {
                AttachMembers(connection, loadId, runs.Id);
            }

            return new Registration(runs.Id, outcome);
        }

        if (outcome == RegistrationOutcome.Queued)
        {
            Attach(connection, loadId, runs.Id, alreadyDone: false);
        }

        var copy = mine?.Id ?? Insert(connection, loadId, file);
        Skip(connection, copy, runs.Id, LedgerReasons.Duplicate, $"Same content as {runs.Path}.", loadId);
        Supersede(connection, file, copy);
        Attach(connection, loadId, copy, alreadyDone: false);
        return new Registration(copy, RegistrationOutcome.Duplicate);
    }

    /// <summary>What becomes of a content that is known: done stays done unless there is a reason to run it again.</summary>
    private static RegistrationOutcome Again(
        DbConnection connection, long loadId, FileRow known, string extractorVersion, bool reprocess)
    {
        var seen = connection.ExecuteScalar<bool>(
            "select exists (select 1 from load_files where load_id = @loadId and file_id = @Id)", new { loadId, known.Id });
        var done = known.State is FileState.Done or FileState.Partial;
        if (known.Ended && !seen && (!done || reprocess || known.Extractor != extractorVersion))
        {
            connection.Execute($"{ToQueue}{ForLoad} where id = @Id", new { loadId, known.Id });
            return RegistrationOutcome.Queued;
        }

        if (known.State == FileState.Queued && !seen)
        {
            Hurry(connection, loadId, known.Id);
        }

        return done && !seen ? RegistrationOutcome.AlreadyDone : RegistrationOutcome.AlreadyQueued;
    }

    /// <summary>A file that waits for another load already waits no longer than this one has to.</summary>
    private static void Hurry(DbConnection connection, long loadId, long id) => connection.Execute(
        """
        update files set fed_at = case when priority < (select priority from loads where id = @loadId) then null else fed_at end,
          priority = case when priority < (select priority from loads where id = @loadId)
            then (select priority from loads where id = @loadId) else priority end,
          held = held and (select paused_at is not null from loads where id = @loadId)
        where id = @id and state = 'queued'
        """,
        new { loadId, id });

    /// <summary>The line of a path that could not be read takes the content that now could.</summary>
    private static FileRow? ReadAtLast(DbConnection connection, FoundFile file)
    {
        var unread = Find(connection, "f.path = @Path and f.sha256 is null", file);
        if (unread is not null)
        {
            // Skipped for a moment, so that it does not stand beside another file of this content.
            connection.Execute(
                "update files set sha256 = @Sha256, size = @Size, state = 'skipped' where id = @Id",
                new { file.Sha256, file.Size, unread.Id });
        }

        return unread;
    }

    private long Insert(DbConnection connection, long loadId, FoundFile file) => connection.ExecuteScalar<long>(
        """
        insert into files (load_id, path, name, sha256, size, state, found_at)
        values (@loadId, @Path, @Name, @Sha256, @Size, 'skipped', @Now) returning id
        """,
        new { loadId, file.Path, file.Name, file.Sha256, file.Size, Now });

    private void Supersede(DbConnection connection, FoundFile file, long by)
    {
        var failed = connection.Query<long>(
            "select id from files where path = @Path and id <> @by and state = 'failed'", new { file.Path, by }).ToList();
        foreach (var id in failed)
        {
            Skip(connection, id, by, LedgerReasons.Superseded, "The path has another content now.", loadId: null);
        }
    }

    private void Skip(DbConnection connection, long id, long by, string reason, string message, long? loadId) => connection.Execute(
        """
        update files set state = 'skipped', duplicate_of = @by, reason = @reason, message = @message, advice = '', due_at = null,
          load_id = coalesce(@loadId, load_id), ended_at = @Now
        where id = @id
        """,
        new { id, by, reason, message, loadId, Now });

    private static void Attach(DbConnection connection, long loadId, long fileId, bool alreadyDone) => connection.Execute(
        "insert into load_files (load_id, file_id, already_done) values (@loadId, @fileId, @alreadyDone) on conflict do nothing",
        new { loadId, fileId, alreadyDone });

    private static FileRow? Find(DbConnection connection, string condition, object parameters) =>
        connection.QuerySingleOrDefault<FileRow>($"{FileRow.Select} where {condition}", parameters);
}
