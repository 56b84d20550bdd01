using System.Security.Cryptography;
using System.Text;
using Dapper;
using Microsoft.Data.Sqlite;
using Plans.Extraction;
using Plans.Ingest;
using Plans.Store.Ledger;

namespace Plans.Store.Tests;

/// <summary>A real store in a folder of its own that is removed at the end.</summary>
internal sealed class TestStore : IDisposable
{
    public TestStore(TimeProvider? clock = null)
    {
        Folder = Directory.CreateTempSubdirectory("plans-store-").FullName;
        Store = Open(clock);
    }

    public string Folder { get; }

    public PlanStore Store { get; }

    /// <summary>A second store on the same folder, as another process would have.</summary>
    public PlanStore Open(TimeProvider? clock = null) => PlanStore.Open(new StoreOptions
    {
        DataFolder = Folder,
        Clock = clock ?? TimeProvider.System,
        BusyTimeout = TimeSpan.FromSeconds(10),
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

    public SqliteConnection Connect()
    {
        var connection = new SqliteConnection($"Data Source={Store.Options.DatabasePath};Pooling=False");
        connection.Open();
        return connection;
    }

    public void Dispose()
    {
        Store.Dispose();
        Directory.Delete(Folder, recursive: true);
    }
}
