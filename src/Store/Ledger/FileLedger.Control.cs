using System.Data.Common;
using Dapper;

namespace Plans.Store.Ledger;

/// <remarks>
/// A load is paused, resumed and cancelled here; workers see it at their files. What runs is let run to its end. A file that several
/// loads want waits only while all of them are paused, and is given up only when all of them are.
/// </remarks>
public sealed partial class FileLedger
{
    private const string WantedElsewhere =
        """
        exists (select 1 from load_files o join loads w on w.id = o.load_id where o.file_id = files.id and o.load_id <> @loadId
          and not o.already_done and w.paused_at is null and w.cancelled_at is null)
        """;

    private const string OfLoad = "state = 'queued' and id in (select file_id from load_files where load_id = @loadId and not already_done)";

    /// <returns>How many files wait now; null where there is no such load, or it was cancelled.</returns>
    public int? Pause(long loadId) => database.WriteAlone<int?>(connection => Mark(connection, loadId, "paused_at = coalesce(paused_at, @Now)")
        ? connection.Execute($"update files set held = (1 = 1), fed_at = null where {OfLoad} and not {WantedElsewhere}", new { loadId })
        : null);

    /// <returns>How many files go on; null where there is no such load, or it was cancelled.</returns>
    public int? Resume(long loadId) => database.WriteAlone<int?>(connection => Mark(connection, loadId, "paused_at = null")
        ? connection.Execute($"update files set held = (1 = 0) where held and {OfLoad}", new { loadId })
        : null);

    /// <summary>Gives up what has not begun. What is done stays; loading the same again takes up the rest.</summary>
    /// <returns>How many files were given up; null where there is no such load.</returns>
    public int? Cancel(long loadId) => database.WriteAlone<int?>(connection => Mark(connection, loadId, "cancelled_at = @Now, paused_at = null")
        ? connection.Execute(
            $"""
            update files set state = 'skipped', reason = @Cancelled, message = 'The load was cancelled before the file ran.',
              advice = 'Load it again.', ended_at = @Now, fed_at = null, due_at = null, held = (1 = 0)
            where {OfLoad} and not {WantedElsewhere}
            """,
            new { loadId, Now, LedgerReasons.Cancelled })
        : null);

    /// <summary>What was asked of a load while it went on.</summary>
    public LoadWish WishOf(long loadId) => database.Read(connection => WishOf(connection, loadId));

    private static LoadWish WishOf(DbConnection connection, long loadId)
    {
        var (paused, cancelled) = connection.QuerySingleOrDefault<(bool Paused, bool Cancelled)>(
            "select paused_at is not null, cancelled_at is not null from loads where id = @loadId", new { loadId });
        return cancelled ? LoadWish.Cancelled : paused ? LoadWish.Paused : LoadWish.GoOn;
    }

    private bool Mark(DbConnection connection, long loadId, string change) => connection.Execute(
        $"update loads set {change} where id = @loadId and cancelled_at is null", new { loadId, Now }) == 1;
}

/// <summary>What a load that goes on is to do.</summary>
public enum LoadWish { GoOn, Paused, Cancelled }
