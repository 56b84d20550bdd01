using Plans.Store.Reading;

namespace Plans.Web.Languages;

/// <summary>
/// Every word that the site says, each in both languages on one line so that they can be reviewed together. This part holds how
/// they are chosen and the words that several pages share; the others hold the words of one page each.
/// </summary>
public sealed partial class Texts(Language language)
{
    /// <summary>Of the language: vi, en.</summary>
    public string Code => language.Code;

    public string SiteName => Say("Kế hoạch", "Plans");
    public string SkipToContent => Say("Đến nội dung chính", "Skip to content");
    public string MainMenu => Say("Trình đơn chính", "Main menu");
    public string Search => Say("Tìm kiếm", "Search");
    public string Compare => Say("So sánh chỉ tiêu", "Compare targets");
    public string FooterNote => Say(
        "Số liệu do máy đọc từ văn bản; hãy bấm vào từng số để đối chiếu với nguyên văn trước khi dùng.",
        "Figures are read from the documents by a program; follow each to the words it comes from before you use it.");

    public string DocumentNumber => Say("Số, ký hiệu", "Number");
    public string DocumentTitle => Say("Trích yếu", "Subject");
    public string DateColumn => Say("Ngày ban hành", "Date");
    public string Issuer => Say("Cơ quan ban hành", "Issued by");
    public string Province => Say("Địa phương", "Province");
    public string Year => Say("Năm", "Year");
    public string Agency => Say("Cơ quan", "Agency");
    public string Targets => Say("Chỉ tiêu", "Targets");
    public string Tasks => Say("Nhiệm vụ", "Tasks");
    public string Indicator => Say("Chỉ tiêu", "Indicator");
    public string ValueColumn => Say("Trị số", "Value");
    public string Unit => Say("Đơn vị", "Unit");
    public string AsPrinted => Say("Trong văn bản", "As printed");
    public string SectionColumn => Say("Mục", "Section");
    public string PageColumn => Say("Trang", "Page");
    public string NoNumber => Say("không số", "no number");
    public string NotGiven => Say("không nêu", "not given");
    public string EachYear => Say("hằng năm", "each year");

    public string SectionAt(string path) => Say($"mục {path}", $"section {path}");
    public string PageAt(int page) => Say($"trang {page}", $"page {page}");

    public string Number(decimal value) => language.Number(value);
    public string Date(string iso) => language.Date(iso);

    /// <summary>What a reader calls the plan: its subject, else its number, else its file.</summary>
    public string TitleOf(PlanSummary plan) => plan.Document.Title ?? ShortNameOf(plan);

    /// <summary>Its type and number; a plan whose number is blank is told by its date.</summary>
    public string ShortNameOf(PlanSummary plan) => plan.Document switch
    {
        { Number: null, Date: null, Type: null } => plan.File,
        { Number: null, Date: var date } => $"{TypeOf(plan)} {NoNumber}{(date is null ? "" : $", {Date(date)}")}",
        { Number: var number } => $"{TypeOf(plan)} {number}",
    };

    /// <summary>A target's number with its comparator: "≥ 68,8", "10–15", "khoảng 70".</summary>
    public string Value(string comparator, decimal value, decimal? most) => comparator switch
    {
        "range" when most is { } max => $"{Number(value)}–{Number(max)}",
        ">=" => $"≥ {Number(value)}",
        ">" => $"> {Number(value)}",
        "<=" => $"≤ {Number(value)}",
        "<" => $"< {Number(value)}",
        "~" => Say($"khoảng {Number(value)}", $"about {Number(value)}"),
        "+" => Say($"tăng {Number(value)}", $"up {Number(value)}"),
        "-" => Say($"giảm {Number(value)}", $"down {Number(value)}"),
        _ => Number(value),
    };

    /// <param name="period">As in <see cref="Extraction.Target.Period"/>.</param>
    public string YearOf(int? year, string? period) => (year, period) switch
    {
        (null, null) => "",
        (null, _) => EachYear,
        ({ } until, null) => $"{until}",
        ({ } until, _) => Say($"{EachYear} đến {until}", $"{EachYear} to {until}"),
    };

    /// <summary>In the document's own words.</summary>
    private static string TypeOf(PlanSummary plan) => plan.Document.Type ?? "Kế hoạch";

    private string Say(string vietnamese, string english) => language == Language.Vietnamese ? vietnamese : english;

    /// <summary>The noun that follows a number; Vietnamese nouns have one form.</summary>
    private string Counted(int count, string vietnamese, string one, string many) => Say(vietnamese, count == 1 ? one : many);
}
