using System.Data.Common;
using System.Security.Cryptography;
using System.Text;
using Dapper;
using Microsoft.Data.Sqlite;
using Npgsql;
using Plans.Extraction;
using Plans.Ingest;
using Plans.Store.Ledger;
using Plans.Tests;

namespace Plans.Store.Tests;

/// <summary>What holds the plans. Every test class of the store is run once for each.</summary>
public enum Engine { Sqlite, Postgres }

/// <summary>A real store in a folder or database of its own that is removed at the end.</summary>
internal sealed class TestStore : IDisposable
{
    private readonly int? passagesOfBlock;

    /// <param name="passagesOfBlock">Null for as many as in a real store, so that a test has no block.</param>
    public TestStore(Engine engine, TimeProvider? clock = null, int? passagesOfBlock = null)
    {
        this.passagesOfBlock = passagesOfBlock;
        Folder = Directory.CreateTempSubdirectory("plans-store-").FullName;
        Database = engine == Engine.Postgres ? PostgresServer.NewDatabase() : null;
        Store = Open(clock);
    }

    public string Folder { get; }

    /// <summary>Null where it is a file in the folder.</summary>
    public string? Database { get; }

    public PlanStore Store { get; }

    /// <summary>A second store on the same database, as another process would have.</summary>
    public PlanStore Open(TimeProvider? clock = null, TimeSpan? busyTimeout = null) => PlanStore.Open(new StoreOptions
    {
        DataFolder = Folder,
        Database = Database,
        Clock = clock ?? TimeProvider.System,
        BusyTimeout = busyTimeout ?? TimeSpan.FromSeconds(10),
        PassagesOfBlock = passagesOfBlock ?? 32_768,
    });

    public static FoundFile Found(string path, string content) =>
        new(path, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(content))), content.Length);

    /// <summary>Enters a file in a load of its own and takes it to run.</summary>
    public FileRun Run(string path, string content)
    {
        var load = Store.Ledger.StartLoad([path]);
        var file = Store.Ledger.Register(load, Found(path, content), PlanExtractor.Version, reprocess: true);
        return Store.Ledger.Start(file.FileId, "worker") ?? throw new InvalidOperationException($"{path} cannot be started.");
    }

    public long Save(string path, PlanBuilder plan) => Save(path, plan.Document, plan.Plan);

    public long Save(string path, Document document, Plan plan) => Store.Save(Run(path, document.Text), document, plan)!.Value;

    /// <summary>Writes past the store, as a fault or another program would.</summary>
    public void Execute(string sql)
    {
        using var connection = Connect();
        connection.Execute(sql);
    }

    public DbConnection Connect()
    {
        DbConnection connection = Database is null
            ? new SqliteConnection($"Data Source={Store.Options.DatabasePath};Pooling=False")
            : new NpgsqlConnection($"{Database};Pooling=False");
        connection.Open();
        return connection;
    }

    public void Dispose()
    {
        Store.Dispose();
        Directory.Delete(Folder, recursive: true);
        if (Database is not null)
        {
            PostgresServer.Drop(Database);
        }
    }
}
