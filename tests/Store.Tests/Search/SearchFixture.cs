namespace Plans.Store.Tests.Search;

/// <summary>Three plans of our own: Lạng Sơn 2025–2030, Hòa Bình 2021–2025 and Huế 2024.</summary>
public abstract class SearchFixture : IDisposable
{
    private readonly TestStore test;

    protected SearchFixture(Engine engine, int? passagesOfBlock = null)
    {
        Engine = engine;
        test = new TestStore(engine, passagesOfBlock: passagesOfBlock);
        LangSon = test.Save("/plans/lang-son.txt", PlanBuilder.Of("Lạng Sơn", "190/KH-UBND", "Phát triển giáo dục nghề nghiệp", period: new(2025, 2030))
            .Line("Căn cứ Luật Giáo dục nghề nghiệp;")
            .Section("I", "MỤC TIÊU", "Nâng cao chất lượng lao động.", p => p
                .Section("I.1", "Đến năm 2030", "Phấn đấu các chỉ tiêu:", q => q
                    .Target("tỷ lệ lao động qua đào tạo", 68.8m, "%", 2030)
                    .Target("số trường đạt chuẩn", 12, " trường", 2028)))
            .NextPage()
            .Section("II", "TỔ CHỨC THỰC HIỆN", "", p => p
                .Section("II.1", "Sở Nội vụ", "", q => q.Task("Chủ trì tuyển sinh và đào tạo lại.", ["Sở Nội vụ"], ["Sở Y tế", "các sở, ngành"], "trong quý III/2026", "2026-09-30"))
                .Section("II.2", "Sở Y tế", "", q => q.Task("Khám sức khoẻ người học.", ["Sở Y tế"]))));
        HoaBinh = test.Save("/plans/hoa-binh.txt", PlanBuilder.Of("Hòa Bình", "05/KH-UBND", "Chăm sóc cây đào", "2021-03-02", new(2021, 2025))
            .Line("Nơi nhận: lưu văn thư.")
            .Section("I", "Mục tiêu", "Trồng hoa đào, táo ở vùng cao; dao tạo cành.", p => p.Target("diện tích trồng đào", 500, " ha", 2025))
            .Section("II", "Giải pháp", "Thủy lợi; giao thông; 35% diện tích có tưới."));
        Hue = test.Save("/plans/hue.txt", PlanBuilder.Of("Huế", "7/KH-UBND", "Điều hoà nguồn nước", "2024")
            .Section("I", "Mục tiêu", "Công trình thuỷ lợi điều hoà nước."));
    }

    public Engine Engine { get; }

    public PlanStore Store => test.Store;

    public long LangSon { get; }

    public long HoaBinh { get; }

    public long Hue { get; }

    public void Dispose() => test.Dispose();
}

public sealed class SqliteSearchFixture() : SearchFixture(Engine.Sqlite);

public sealed class PostgresSearchFixture() : SearchFixture(Engine.Postgres);

/// <summary>Nearly every passage is in a block, some blocks have been made of several.</summary>
public sealed class SqliteBlocksFixture() : SearchFixture(Engine.Sqlite, passagesOfBlock: 16);

public sealed class PostgresBlocksFixture() : SearchFixture(Engine.Postgres, passagesOfBlock: 16);
