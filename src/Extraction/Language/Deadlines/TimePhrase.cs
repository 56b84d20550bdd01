namespace Plans.Extraction.Language.Deadlines;

/// <summary>What kind of time words give, the surer deadline first.</summary>
internal enum TimeKind
{
    /// <summary>"chậm nhất ngày 30/6": the deadline, whatever other times stand beside it.</summary>
    Latest,

    /// <summary>A day: "trước ngày 05/12/2024", "ngày 20 hằng tháng", "trước 16 giờ hằng ngày".</summary>
    Day,

    /// <summary>A month or a quarter: "trong quý II/2025".</summary>
    Month,

    /// <summary>A length of time: "trong vòng 10 ngày làm việc".</summary>
    Within,

    /// <summary>"định kỳ 6 tháng, năm".</summary>
    Periodic,

    /// <summary>A year or an occasion: "trong năm 2024", "trước mùa mưa bão".</summary>
    Year,

    /// <summary>How often, without more: "hằng năm".</summary>
    Often,
}

/// <summary>Words of a text that give a time.</summary>
internal readonly record struct TimePhrase(int Start, int End, TimeKind Kind);
