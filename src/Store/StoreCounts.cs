using System.Data.Common;
using Dapper;
using Plans.Store.Ledger;

namespace Plans.Store;

/// <summary>What the store holds, for the start page.</summary>
/// <param name="Provinces">Different provinces, as printed.</param>
/// <param name="Agencies">Different names of leading or supporting agencies, marks and case aside.</param>
/// <param name="Files">Every state, with 0 where no file is in it.</param>
public sealed record StoreCounts(
    int Plans, int Provinces, int Sections, int Targets, int Tasks, int Agencies, IReadOnlyDictionary<FileState, int> Files)
{
    internal static StoreCounts Of(DbConnection connection) => new(
        Count(connection, "select count(*) from plans"),
        Count(connection, "select count(distinct province_key) from plans"),
        Count(connection, "select count(*) from sections"),
        Count(connection, "select count(*) from targets"),
        Count(connection, "select count(*) from tasks"),
        Count(connection, "select count(distinct name_key) from task_agencies"),
        FileLedger.CountsByState(connection));

    private static int Count(DbConnection connection, string sql) => connection.ExecuteScalar<int>(sql);
}
