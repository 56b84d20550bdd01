using System.Data.Common;
using Dapper;

namespace Plans.Store.Ledger;

/// <remarks>
/// Members are entered one by one while their archive runs, each in one transaction with the archive's count of members: a run that dies
/// goes on behind the last one entered, and none is entered twice.
/// </remarks>
public sealed partial class FileLedger
{
    /// <summary>All that came out of an archive and out of the archives in it.</summary>
    private const string Inside =
        """
        with recursive inside (id) as (
          select id from files where archive_id = @archiveId
          union
          select f.id from files f join inside i on f.archive_id = i.id
        )
        """;

    /// <summary>Enters a member as a file of its own, in every load that waits for the archive.</summary>
    /// <param name="kept">Its content; only hash and size are taken.</param>
    /// <returns>Null where the run has lost the archive.</returns>
    public Registration? RegisterMember(FileRun archive, FoundMember member, FoundFile kept, string extractorVersion) => database.WriteAlone(connection =>
    {
        if (!CountMember(connection, archive, member))
        {
            return null;
        }

        var registration = Enter(connection, archive.File.LoadId, kept with { Path = member.Path }, extractorVersion, Reprocesses(connection, archive.File.LoadId));
        Belong(connection, archive, member, registration.FileId);
        return registration;
    });

    /// <summary>Enters a member that the archive cannot give.</summary>
    /// <returns>False where the run has lost the archive.</returns>
    public bool RegisterFailedMember(FileRun archive, FoundMember member, FileFailure failure) =>
        EnterUnread(archive, member, FileState.Failed, failure);

    /// <summary>Enters a member that is left out on purpose.</summary>
    /// <returns>False where the run has lost the archive.</returns>
    public bool RegisterOmittedMember(FileRun archive, FoundMember member, string reason, string message) =>
        EnterUnread(archive, member, FileState.Skipped, new(reason, message, ""));

    /// <summary>Ends an archive with a note on what became of its members.</summary>
    /// <param name="missing">Why it could not be read to its end; null where every member was entered.</param>
    /// <returns>False where the run has lost it.</returns>
    public bool FinishArchive(FileRun run, FileFailure? missing, string mediaType, string extractorVersion) => database.Write(connection =>
    {
        if (!Finish(connection, run, missing, mediaType, extractorVersion))
        {
            return false;
        }

        var counts = connection.QuerySingle<MemberCounts>(
            """
            select coalesce(members, 0) as members,
              (select count(*) from files m where m.archive_id = a.id and m.sha256 is null and m.state = 'failed') as refused,
              (select count(*) from files m where m.archive_id = a.id and m.sha256 is null and m.state = 'skipped') as omitted
            from files a where id = @FileId
            """,
            new { run.FileId });
        var note = $"{counts.Members} members: {counts.Members - counts.Refused - counts.Omitted} taken out, {counts.Refused} unreadable, {counts.Omitted} left out.";
        return connection.Execute("update files set note = @note where id = @FileId", new { note, run.FileId }) == 1;
    });

    /// <summary>What the outermost archive around a file has cost so far, with all archives in it but this one.</summary>
    public (int Members, long ExpandedBytes) SpentAround(FileRecord archive) => database.Read(connection =>
    {
        var row = connection.QuerySingle<SpentRow>(
            """
            with recursive around (id, archive_id) as (
              select id, archive_id from files where id = @Id
              union
              select f.id, f.archive_id from files f join around a on f.id = a.archive_id
            ), inside (id) as (
              select id from around where archive_id is null
              union
              select f.id from files f join inside i on f.archive_id = i.id
            )
            select cast(coalesce(sum(members), 0) as bigint) as members, cast(coalesce(sum(expanded), 0) as bigint) as expanded from files where id in (select id from inside) and id <> @Id
            """,
            new { archive.Id });
        return (row.Members, row.Expanded);
    });

    private bool EnterUnread(FileRun archive, FoundMember member, FileState state, FileFailure failure) => database.WriteAlone(connection =>
    {
        if (!CountMember(connection, archive, member))
        {
            return false;
        }

        Belong(connection, archive, member, EnterUnread(connection, archive.File.LoadId, member.Path, state, failure, size: 0));
        return true;
    });

    private static bool CountMember(DbConnection connection, FileRun archive, FoundMember member) =>
        Change(connection, archive, "members = @Number, expanded = @ExpandedBytes", new { member.Number, member.ExpandedBytes });

    private static void Belong(DbConnection connection, FileRun archive, FoundMember member, long fileId)
    {
        connection.Execute(
            "update files set archive_id = @archive, depth = @depth, note = @Note where id = @fileId",
            new { archive = archive.FileId, depth = archive.File.Depth + 1, member.Note, fileId });
        connection.Execute(
            """
            insert into load_files (load_id, file_id, already_done)
            select w.load_id, @fileId, exists (select 1 from load_files m where m.load_id = @own and m.file_id = @fileId and m.already_done)
            from load_files w where w.file_id = @archive on conflict do nothing
            """,
            new { fileId, own = archive.File.LoadId, archive = archive.FileId });
    }

    /// <summary>An archive that is held already brings its members into the load; those that failed with a content are tried again.</summary>
    private void AttachMembers(DbConnection connection, long loadId, long archiveId)
    {
        var again = connection.Query<long>(
            $"""
            {Inside} select f.id from files f where f.id in (select id from inside) and f.state = 'failed' and f.sha256 is not null
              and not exists (select 1 from load_files l where l.load_id = @loadId and l.file_id = f.id)
            """,
            new { loadId, archiveId }).ToList();
        foreach (var id in again)
        {
            connection.Execute($"{ToQueue}{ForLoad} where id = @id", new { loadId, id });
        }

        connection.Execute(
            $"""
            {Inside} insert into load_files (load_id, file_id, already_done)
            select @loadId, id, state in ('done', 'partial') from files where id in (select id from inside) on conflict do nothing
            """,
            new { loadId, archiveId });
    }

    private static bool Reprocesses(DbConnection connection, long loadId) =>
        connection.ExecuteScalar<bool>("select reprocess from loads where id = @loadId", new { loadId });

    private sealed class MemberCounts
    {
        public int Members { get; init; }

        public int Refused { get; init; }

        public int Omitted { get; init; }
    }

    private sealed class SpentRow
    {
        public int Members { get; init; }

        public long Expanded { get; init; }
    }
}
