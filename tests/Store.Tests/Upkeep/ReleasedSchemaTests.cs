using System.IO.Compression;
using Plans.Store.Ledger;
using Plans.Store.Search;

namespace Plans.Store.Tests.Upkeep;

/// <summary>Databases as released programs made them: <c>Released/schema-N.db.gz</c>, never to be made anew.</summary>
public sealed class ReleasedSchemaTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("plans-released-").FullName;

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    public void A_released_database_is_migrated_and_loses_nothing(int schema)
    {
        using (var packed = typeof(ReleasedSchemaTests).Assembly.GetManifestResourceStream($"Plans.Store.Tests.Released.schema-{schema}.db.gz")!)
        using (var unpacked = new GZipStream(packed, CompressionMode.Decompress))
        using (var file = File.Create(Path.Combine(folder, "plans.db")))
        {
            unpacked.CopyTo(file);
        }

        using var store = PlanStore.Open(folder);
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

    public void Dispose() => Directory.Delete(folder, recursive: true);
}
