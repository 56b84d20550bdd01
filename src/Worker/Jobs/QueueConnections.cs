using System.Data.Common;
using Microsoft.Data.Sqlite;

namespace Plans.Worker.Jobs;

/// <summary>
/// Connections to the queue's file that do not wait for the disk at each commit. A power cut may cost the last jobs, never the
/// file's consistency, and the ledger gives lost jobs anew.
/// </summary>
internal sealed class QueueConnections : DbProviderFactory
{
    public static readonly QueueConnections Instance = new();

    public override DbConnection CreateConnection() => new Connection();

    public override DbCommand CreateCommand() => SqliteFactory.Instance.CreateCommand();

    public override DbParameter CreateParameter() => SqliteFactory.Instance.CreateParameter();

    private sealed class Connection : SqliteConnection
    {
        public override void Open()
        {
            base.Open();
            using var command = CreateCommand();
            command.CommandText = "PRAGMA synchronous = NORMAL";
            command.ExecuteNonQuery();
        }
    }
}
