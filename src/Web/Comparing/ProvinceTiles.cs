using Plans.Extraction.Catalogues;

namespace Plans.Web.Comparing;

/// <param name="Column">From 0, west to east.</param>
/// <param name="Row">From 0, north to south.</param>
public sealed record Tile(string Province, int Column, int Row);

/// <summary>The provinces of today as tiles of one size, each about where it lies, so that small ones are seen as well as large ones.</summary>
public static class ProvinceTiles
{
    /// <summary>Read line by line from the north; a dot is no province.</summary>
    private const string Layout =
        """
        Lai Châu|Lào Cai|Tuyên Quang|Cao Bằng|.
        Điện Biên|Sơn La|Phú Thọ|Thái Nguyên|Lạng Sơn
        .|.|Hà Nội|Bắc Ninh|Quảng Ninh
        .|.|Ninh Bình|Hưng Yên|Hải Phòng
        .|.|Thanh Hóa|.|.
        .|.|Nghệ An|.|.
        .|.|.|Hà Tĩnh|.
        .|.|.|Quảng Trị|.
        .|.|.|.|Huế
        .|.|.|.|Đà Nẵng
        .|.|.|.|Quảng Ngãi
        .|.|.|.|Gia Lai
        .|.|.|Đắk Lắk|Khánh Hòa
        .|.|Đồng Nai|Lâm Đồng|.
        .|Tây Ninh|Hồ Chí Minh|.|.
        An Giang|Đồng Tháp|Vĩnh Long|.|.
        .|Cần Thơ|.|.|.
        Cà Mau|.|.|.|.
        """;

    public static readonly IReadOnlyList<Tile> All =
    [
        .. Layout.Split('\n').SelectMany((line, row) => line.Split('|').Select((name, column) => new Tile(name.Trim(), column, row))).Where(tile => tile.Province != "."),
    ];

    public static int Columns => All.Max(tile => tile.Column) + 1;

    public static int Rows => All.Max(tile => tile.Row) + 1;

    /// <summary>The tile in which a province lies, past or present, by the name it bore at a date.</summary>
    /// <param name="date">ISO 8601, may be shortened; null where it is not known.</param>
    public static Tile? Of(string province, string? date)
    {
        var known = (date is null ? null : Provinces.At(province, date)) ?? Provinces.All.LastOrDefault(each => each.Name == province);
        return known is null ? null : All.FirstOrDefault(tile => Provinces.Today(known).Name.EndsWith(tile.Province, StringComparison.Ordinal));
    }
}
