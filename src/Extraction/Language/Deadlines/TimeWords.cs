using Plans.Extraction.Catalogues;

namespace Plans.Extraction.Language.Deadlines;

/// <summary>The words from which times are built, each set one part of speech of docs/grammar/thoi-han.md.</summary>
internal static class TimeWords
{
    public static readonly PhraseSet Day = PhraseSet.Of(["ngày"]);
    public static readonly PhraseSet Week = PhraseSet.Of(["tuần"]);
    public static readonly PhraseSet Month = PhraseSet.Of(["tháng"]);
    public static readonly PhraseSet Quarter = PhraseSet.Of(["quý", "quí"]);
    public static readonly PhraseSet Year = PhraseSet.Of(["năm"]);
    public static readonly PhraseSet YearSpan = PhraseSet.Of(["năm học", "giai đoạn", "nhiệm kỳ", "niên độ", "các năm", "trong 2 năm", "trong 02 năm", "vụ"]);
    public static readonly PhraseSet Hour = PhraseSet.Of(["giờ", "h"]);
    public static readonly PhraseSet Minute = PhraseSet.Of(["phút"]);

    public static readonly PhraseSet QuarterNumber = PhraseSet.Of(["i", "ii", "iii", "iv", "1", "2", "3", "4", "01", "02", "03", "04", "đầu năm", "cuối năm"]);

    /// <summary>"ngày 15 của | tháng cuối quý".</summary>
    public static readonly PhraseSet MonthOfReport = PhraseSet.Of(
    [
        "tháng cuối quý", "tháng đầu quý", "tháng cuối của quý", "tháng cuối mỗi quý", "tháng cuối của mỗi quý", "tháng cuối hằng quý", "tháng cuối cùng của quý", "tháng cuối kỳ",
        "tháng đầu của quý", "tháng đầu quý sau", "tháng đầu của quý sau", "tháng sau", "tháng kế tiếp", "tháng tiếp theo", "tháng liền kề", "tháng báo cáo", "tháng cuối cùng trong quý",
        "tháng cuối trong quý", "tháng đầu tiên của quý", "tháng thứ ba của quý",
    ]);

    public static readonly PhraseSet Of = PhraseSet.Of(["của"]);

    /// <summary>Part of a year without a number of its own.</summary>
    public static readonly PhraseSet HalfYear = PhraseSet.Of(
    [
        "6 tháng đầu năm", "06 tháng đầu năm", "sáu tháng đầu năm", "6 tháng cuối năm", "06 tháng cuối năm", "sáu tháng cuối năm", "9 tháng đầu năm", "09 tháng đầu năm", "nửa đầu năm",
        "nửa cuối năm", "3 tháng cuối năm", "03 tháng cuối năm",
    ]);

    public static readonly PhraseSet Every = PhraseSet.Of(
        [.. ((string[])["hằng", "hàng", "mỗi", "từng"]).SelectMany(each => ((string[])["năm", "quý", "quí", "tháng", "tuần", "ngày", "kỳ", "vụ", "năm học"]).Select(unit => each + " " + unit))]);

    /// <summary>"mỗi quý | một lần", "6 tháng | / lần".</summary>
    public static readonly PhraseSet Once = PhraseSet.Of(
        ["một lần", "1 lần", "01 lần", "hai lần", "2 lần", "02 lần", "lần", "một kỳ", "một kỳ báo cáo"]);

    public static readonly PhraseSet Periodically = PhraseSet.Of(["định kỳ", "theo định kỳ", "đều đặn"]);

    public static readonly PhraseSet PeriodUnit = PhraseSet.Of(["năm", "quý", "tháng", "tuần", "ngày", "cả năm", "năm học", "học kỳ", "sáu tháng", "hai tháng", "ba tháng", "hai năm", "ba năm", "nửa năm", "giữa kỳ", "cuối kỳ"]);

    public static readonly PhraseSet Weekday = PhraseSet.Of(
        ["thứ hai", "thứ ba", "thứ tư", "thứ năm", "thứ sáu", "thứ bảy", "thứ 2", "thứ 3", "thứ 4", "thứ 5", "thứ 6", "thứ 7", "chủ nhật", "ngày chủ nhật"]);

    /// <summary>"… trước ngày 31 tháng 10 | năm trước".</summary>
    public static readonly PhraseSet OtherYear = PhraseSet.Of(
        ["năm trước", "năm sau", "năm kế hoạch", "năm liền kề", "năm trước liền kề", "năm kế tiếp", "năm báo cáo", "của năm sau", "của năm trước", "của năm kế hoạch", "của năm báo cáo", "cùng năm", "tháng sau", "của tháng sau", "của tháng", "của quý", "của năm"]);

    public static readonly PhraseSet Latest = PhraseSet.Of(["chậm nhất", "muộn nhất", "không muộn hơn", "không chậm hơn"]);

    /// <summary>Words with which a time opens.</summary>
    public static readonly PhraseSet Opening = PhraseSet.Of(
    [
        "chậm nhất", "muộn nhất", "không muộn hơn", "trước", "trong", "ngay trong", "vào", "đến", "đến hết", "hết", "từ", "bắt đầu từ", "cuối", "đầu", "giữa", "tại", "sau", "ngay sau", "cả", "suốt",
    ]);

    /// <summary>Words that may stand between those and the date.</summary>
    public static readonly PhraseSet Between = PhraseSet.Of(
        ["là", "vào", "đến", "trước", "hết", "trong", "cuối", "đầu", "giữa", "cả", "suốt", "khoảng", "thời điểm", "các", "dịp", "tới", "khi", "mỗi", "toàn bộ", "sau", "từ"]);

    public static readonly PhraseSet From = PhraseSet.Of(["từ", "bắt đầu từ", "kể từ"]);

    public static readonly PhraseSet Until = PhraseSet.Of(["đến", "đến hết", "tới", "đến cuối", "đến khi"]);

    public static readonly PhraseSet And = PhraseSet.Of(["và", "hoặc", "và tổng kết", "và sơ kết", "; tổng kết", ", tổng kết"]);

    /// <summary>"trong vòng | 30 ngày": words before a length of time that make it a limit.</summary>
    public static readonly PhraseSet Within = PhraseSet.Of(
    [
        "trong vòng", "trong thời hạn", "trong thời gian", "trong khoảng thời gian", "trong thời gian không quá", "trong thời hạn không quá", "trong vòng không quá", "không quá sau",
        .. ((string[])["chậm nhất", "chậm nhất là", "muộn nhất", "muộn nhất là"]).SelectMany(latest => ((string[])["", " sau", " trong", " không quá", " trong vòng", " trong thời hạn", " trong thời gian"]).Select(w => latest + w)),
    ]);

    /// <summary>"sau | 05 ngày kể từ …", "trong | 10 ngày làm việc": a limit only with what follows.</summary>
    public static readonly PhraseSet WithinIfCounted = PhraseSet.Of(["sau", "trong", "trước"]);

    /// <summary>"xử lý | trong | 24 giờ".</summary>
    public static readonly PhraseSet InHours = PhraseSet.Of(["trong"]);

    public static readonly PhraseSet Since = PhraseSet.Of(["kể từ", "tính từ"]);

    /// <summary>The day from which a length of time is counted belongs to it.</summary>
    public static readonly PhraseSet SinceDay = PhraseSet.Of(["kể từ ngày", "tính từ ngày", "từ ngày"]);

    public static readonly PhraseSet LengthUnit = PhraseSet.Of(["giờ làm việc", "ngày làm việc", "giờ", "ngày", "tuần", "tháng", "năm", "phút"]);

    public static readonly PhraseSet WorkingDays = PhraseSet.Of(["ngày làm việc", "giờ làm việc"]);

    /// <summary>Occasions that everybody knows the time of.</summary>
    public static readonly PhraseSet Occasion = PhraseSet.Of(
    [
        "khai giảng năm học mới", "khai giảng năm học", "khai giảng", "năm học mới", "mùa mưa bão", "mùa mưa, bão", "mùa mưa lũ", "mùa mưa, lũ", "mùa mưa", "mùa bão", "mùa lũ", "mùa khô", "mùa hè", "mùa lễ hội", "tết nguyên đán", "tết trung thu", "tết",
        "tháng cao điểm mùa khô", "tháng cao điểm mùa mưa", "tháng mùa khô", "tháng mùa mưa", "kỳ họp giữa năm", "kỳ họp cuối năm", "kỳ họp thường lệ giữa năm", "kỳ họp thường lệ cuối năm", "kỳ họp thường lệ", "kỳ họp gần nhất", "dịp hè", "dịp tết", "vụ thu hoạch",
        "cuối năm", "đầu năm học", "cuối năm học", "đầu năm", "giữa năm", "cuối kỳ", "giữa kỳ", "cuối quý", "cuối tháng", "năm học",
    ]);
}
