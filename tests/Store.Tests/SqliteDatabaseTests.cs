using Dapper;
using Microsoft.Data.Sqlite;
using Plans.Store.Search;
using Plans.Store.Sqlite;

namespace Plans.Store.Tests;

public sealed class SqliteDatabaseTests : IDisposable
{
    private readonly TestStore test = new(Engine.Sqlite);

    [Fact]
    public void An_empty_folder_gets_the_newest_schema_in_wal()
    {
        using var connection = test.Connect();
        var versions = connection.Query<int>("select version from schema_version order by version").ToList();
        Assert.Equal(1, versions[0]);
        Assert.Equal(versions.Distinct().Order(), versions);
        Assert.Equal("wal", connection.ExecuteScalar<string>("pragma journal_mode"));
        Assert.Equal("ok", connection.ExecuteScalar<string>("pragma integrity_check"));
    }

    [Fact]
    public void Another_programs_database_is_refused()
    {
        var folder = Directory.CreateDirectory(Path.Combine(test.Folder, "foreign")).FullName;
        using (var connection = new SqliteConnection($"Data Source={folder}/plans.db;Pooling=False"))
        {
            connection.Open();
            connection.Execute("create table notes (text)");
        }

        Assert.Equal(StoreProblem.CannotOpen, Assert.Throws<StoreException>(() => PlanStore.Open(folder)).Problem);
    }

    [Theory]
    [InlineData("text")]
    [InlineData("cut")]
    [InlineData("garbled")]
    public void A_damaged_database_is_a_clear_error(string damage)
    {
        test.Store.Dispose();
        var path = test.Store.Options.DatabasePath;
        var bytes = File.ReadAllBytes(path);
        File.WriteAllBytes(path, damage switch
        {
            "text" => "Đây không phải là cơ sở dữ liệu, chỉ là một tệp văn bản dài hơn một trăm byte để có đủ phần đầu."u8.ToArray(),
            "cut" => bytes[..5000],
            _ => [.. bytes[..100], .. Enumerable.Repeat((byte)0xA5, bytes.Length - 100)],
        });
        var error = Assert.Throws<StoreException>(() => test.Open());
        Assert.Equal(StoreProblem.Damaged, error.Problem);
        Assert.Contains(path, error.Message);
    }

    [Fact]
    public void A_folder_that_cannot_be_made_is_a_clear_error()
    {
        var file = Path.Combine(test.Folder, "file");
        File.WriteAllText(file, "");
        Assert.Equal(StoreProblem.CannotOpen, Assert.Throws<StoreException>(() => PlanStore.Open(Path.Combine(file, "data"))).Problem);
    }

    [Fact]
    public void The_full_text_agrees_with_its_passages()
    {
        var plan = PlanBuilder.Of("Đắk Lắk", "1/KH-UBND", "Đất ĐAI Ðo đạc").Section("I", "Đo đạc", "đất đai; ðo đạc", p => p.Target("đo", 1, "%"));
        test.Save("/a.txt", plan);
        test.Save("/a.txt", plan);
        test.Execute("insert into passages_fts (passages_fts, rank) values ('integrity-check', 1)");
        test.Execute("insert into passages_marked (passages_marked, rank) values ('integrity-check', 1)");
        Assert.Equal(3, test.Store.Search.Find(new SearchRequest { Query = "do" }).Total);
    }

    [Fact]
    public void The_library_of_the_system_is_used() => Assert.True(Version.Parse(SqliteLibrary.Use()) >= new Version(3, 35));

    public void Dispose() => test.Dispose();
}
