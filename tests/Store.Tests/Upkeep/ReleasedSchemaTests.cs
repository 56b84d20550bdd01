using System.Globalization;
using System.IO.Compression;
using Dapper;
using Microsoft.Data.Sqlite;
using Npgsql;
using Plans.Store.Corrections;
using Plans.Store.Ledger;
using Plans.Store.Postgres;
using Plans.Store.Search;
using Plans.Store.Sqlite;
using Plans.Tests;

namespace Plans.Store.Tests.Upkeep;

/// <summary>
/// Databases as released programs made them: <c>Released/schema-N.db.gz</c>, never to be made anew. A server's are made of the same rows, in
/// the tables that the migrations up to N make; those are never changed either.
/// </summary>
public sealed class ReleasedSchemaTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("plans-released-").FullName;

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    public void A_released_database_is_migrated_and_loses_nothing(int schema)
    {
        Unpack(schema, Path.Combine(folder, "plans.db"));
        using var store = PlanStore.Open(folder);
        HoldsEverything(store);
    }

    [Theory]
    [InlineData(2, 2)]
    [InlineData(3, 3)]
    [InlineData(3, 5)]
    public void A_servers_older_database_is_migrated_and_loses_nothing(int rowsOf, int schema)
    {
        var database = PostgresServer.NewDatabase();
        try
        {
            Fill(database, rowsOf, schema);
            using (var store = PlanStore.Open(new StoreOptions { DataFolder = folder, Database = database }))
            {
                HoldsEverything(store);
                if (schema >= 5)
                {
                    Assert.Equal(["2026-01-31"], store.Plans.Get(1)!.Plan.Tasks.Concat(store.Plans.Get(2)!.Plan.Tasks).Select(task => task.DueDate?.Date).Distinct());
                    Assert.Equal(60, store.Plans.Get(1)!.Plan.Targets.Concat(store.Plans.Get(2)!.Plan.Targets).First().Baseline!.Value);
                }

                // What is new works on what is old, and new rows get ids after those that were there.
                var id = store.Plans.Resolve("190/KH-UBND")[0].Id;
                var target = store.Plans.Get(id)!.Plan.Targets.Single(t => t.Year == 2030);
                store.Corrections.Set(id, new FactAddress(FactKind.Target, target.Id), new Dictionary<string, string?> { ["value"] = "70" }, new Signature("Lan"));
                Assert.Equal(70, store.Plans.Get(id)!.Plan.Targets.Single(t => t.Id == target.Id).Value);
            }
        }
        finally
        {
            PostgresServer.Drop(database);
        }
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private static void HoldsEverything(PlanStore store)
    {
        Assert.Equal((2, 6, 3, 2), (store.Counts().Plans, store.Counts().Sections, store.Counts().Targets, store.Counts().Tasks));
        var langSon = Assert.Single(store.Plans.Resolve("190/KH-UBND"));
        var target = Assert.Single(store.Plans.Get(langSon.Id)!.Plan.Targets, target => target.Year == 2030);
        Assert.Equal((68.8m, "%", "tỷ lệ lao động qua đào tạo"), (target.Value, target.Unit, target.Indicator));
        Assert.Equal("tỷ lệ lao động qua đào tạo đạt 68,8%", store.Plans.Text(langSon.Id)![target.Span.Start..target.Span.End]);
        Assert.Equal(2, store.Search.Find(new SearchRequest { Query = "lao dong qua dao tao" }).Total);
        Assert.Equal(1, store.Search.Find(new SearchRequest { Query = "đào -\"lao động\"", Kinds = [HitKind.Target] }).Total);
        Assert.Equal(2, store.Search.Find(new SearchRequest { Query = "", Agency = "Sở Y tế", Kinds = [HitKind.Task] }).Total);
        Assert.Equal("damaged", Assert.Single(store.Ledger.Files(new FileFilter { State = FileState.Failed })).Failure!.Reason);
        Assert.Equal(2, store.Versions.LinkAll());
        Assert.DoesNotContain(store.Check(), problem => !problem.StartsWith("The original", StringComparison.Ordinal));
    }

    private void Fill(string database, int rowsOf, int schema)
    {
        var file = Path.Combine(folder, "rows.db");
        Unpack(rowsOf, file);
        SqliteLibrary.Use();
        using var rows = new SqliteConnection($"Data Source={file};Pooling=False");
        rows.Open();
        using var server = new NpgsqlConnection($"{database};Pooling=False");
        server.Open();
        Migrate(server, 1, rowsOf);
        var tables = rows.Query<string>("select name from sqlite_master where type = 'table' and name not like 'sqlite_%' and name not like 'passages_%'").ToHashSet();
        foreach (var table in new[] { "loads", "files" }.Concat(tables.Except(["loads", "files", "plans", "tasks", "task_agencies", "schema_version"]).Prepend("tasks").Prepend("plans")).Append("task_agencies"))
        {
            Copy(rows, server, table);
        }

        foreach (var table in new[] { "loads", "files", "plans", "passages" })
        {
            server.Execute($"select setval(pg_get_serial_sequence('{table}', 'id'), (select max(id) from {table}))");
        }

        Migrate(server, rowsOf + 1, schema);
        if (schema >= 5)
        {
            server.Execute("update tasks set due_date = '2026-01-31'");
            server.Execute("""update targets set baseline = '{"value":60,"unit":"%","year":2020}'""");
        }
    }

    private static void Migrate(NpgsqlConnection server, int from, int to)
    {
        server.Execute("create table if not exists schema_version (version integer primary key, applied_at text not null)");
        var store = typeof(PlanStore).Assembly;
        foreach (var script in store.GetManifestResourceNames().Where(name => name.StartsWith("Plans.Store.Postgres.Migrations.", StringComparison.Ordinal)).Order(StringComparer.Ordinal))
        {
            var version = int.Parse(script.AsSpan("Plans.Store.Postgres.Migrations.".Length, 3), CultureInfo.InvariantCulture);
            if (version >= from && version <= to)
            {
                using var reader = new StreamReader(store.GetManifestResourceStream(script)!);
                server.Execute(reader.ReadToEnd());
                server.Execute("insert into schema_version values (@version, '2026-01-01T00:00:00.000Z')", new { version });
            }
        }
    }

    /// <summary>Rows are the same on both engines, but for the words of passages, which the program cuts for the server.</summary>
    private static void Copy(SqliteConnection rows, NpgsqlConnection server, string table)
    {
        var all = rows.Query($"select * from {table}").Select(row => (IDictionary<string, object?>)row).ToList();
        if (all.Count == 0)
        {
            return;
        }

        List<string> columns = [.. all[0].Keys];
        var isPassage = table == "passages";
        using var copy = server.BeginTextImport($"copy {table} ({string.Join(", ", isPassage ? columns.Append("words") : columns)}) from stdin");
        foreach (var row in all)
        {
            var values = columns.Select(column => row[column]);
            copy.Write(CopyText.Row([.. isPassage ? values.Append(PassageWords.Of((string)row["heading"]!, (string)row["body"]!)) : values]));
        }
    }

    private static void Unpack(int schema, string to)
    {
        using var packed = typeof(ReleasedSchemaTests).Assembly.GetManifestResourceStream($"Plans.Store.Tests.Released.schema-{schema}.db.gz")!;
        using var unpacked = new GZipStream(packed, CompressionMode.Decompress);
        using var file = File.Create(to);
        unpacked.CopyTo(file);
    }
}
