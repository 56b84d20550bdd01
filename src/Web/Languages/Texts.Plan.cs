using Plans.Extraction;
using Plans.Ingest;
using Plans.Store.Reading;
using Plans.Web.Reading;

namespace Plans.Web.Languages;

/// <summary>The page of a plan and its text.</summary>
public sealed partial class Texts
{
    public string VersionsTitle => Say("Các bản của kế hoạch này", "Versions of this plan");
    public string BestVersion => Say("bản được dùng để so sánh", "the one that counts");
    public string Likeness(double likeness) => Say($"giống {Number(Math.Round((decimal)(100 * likeness)))}%", $"{Number(Math.Round((decimal)(100 * likeness)))}% alike");
    public string ViewsOfPlan => Say("Các phần của kế hoạch", "Views of the plan");
    public string Overview => Say("Tổng quan", "Overview");
    public string PageImagesTab => Say("Ảnh trang", "Page images");
    public string PagesOfOriginal => Say("Các trang của bản gốc", "Pages of the original");
    public string PartsOfList => Say("Các phần của danh sách", "Parts of the list");
    public string FactsOnPage => Say("Đã đọc được trên trang này", "What was read on this page");
    public string NoFactsOnPage => Say("Không có chỉ tiêu, nhiệm vụ hay căn cứ nào trên trang này.", "No target, task or legal basis stands on this page.");
    public string Original => Say("Tải bản gốc", "Download the original");
    public string CannotBeDrawn => Say("Không dựng được ảnh các trang của văn bản này. Hãy dùng", "The pages of this document cannot be drawn. Instead:");
    public string SetByOffice => Say("Ảnh do LibreOffice dựng lại từ tệp văn bản; chỗ ngắt trang có thể khác bản in.", "Set anew by LibreOffice from the document; pages may break elsewhere than in print.");
    public string BoxTitle => Say("Đọc lại một ô thành bảng", "Read a box anew as a table");
    public string BoxHint => Say("Kéo chuột trên ảnh trang để khoanh ô, hoặc gõ bốn cạnh theo phần trăm của trang.", "Drag over the page to draw a box, or type its edges in hundredths of the page.");
    public string ReadBox => Say("Đọc ô này", "Read this box");
    public string BoxOnPage => Say("Ô trên trang", "The box on the page");
    public string BoxEmpty => Say("Trong ô không có chữ nào.", "Nothing is written in the box.");
    public string BoxUnreadable => Say("Không đọc được ô này. Hãy thử ô khác, hoặc tải bản gốc.", "The box cannot be read. Try another one, or download the original.");
    public string AddRow => Say("Thêm chỉ tiêu từ dòng này", "Add a target from this row");

    public string BoxEdge(string name) => name switch
    {
        "left" => Say("Trái (%)", "Left (%)"),
        "top" => Say("Trên (%)", "Top (%)"),
        "right" => Say("Phải (%)", "Right (%)"),
        _ => Say("Dưới (%)", "Bottom (%)"),
    };

    public string BoxSummary(int rows, int columns, bool isRuled, bool isRecognised) => Say(
        $"{Number(rows)} dòng, {Number(columns)} cột, chia theo {(isRuled ? "nét kẻ" : "khoảng trống")}{(isRecognised ? "; chữ nhận dạng từ ảnh, có thể sai" : null)}.",
        $"{Number(rows)} rows, {Number(columns)} columns, told by {(isRuled ? "drawn lines" : "gaps")}{(isRecognised ? "; recognised in an image, may have errors" : null)}.");

    public string CiteLink => Say("Liên kết để trích dẫn", "Link to cite");
    public string CompareWithPlan => Say("So với kế hoạch khác", "Compare with another plan");
    public string HeldHere => Say("có ở đây", "held here");
    public string BaselineColumn => Say("Xuất phát", "Baseline");

    public string ImageOfPage(int page) => Say($"Ảnh trang {page}", $"Image of page {page}");
    public string PageOf(int page, int pages) => Say($"Trang {Number(page)} / {Number(pages)}", $"Page {Number(page)} of {Number(pages)}");

    /// <summary>As a reader would name the place in a paper of his own.</summary>
    public string Citation(PlanSummary plan, int page) => string.Join(
        ", ",
        new[]
        {
            ShortNameOf(plan),
            plan.Document is { Number: not null, Date: { } date } ? Date(date) : null,
            plan.Document.Issuer,
            PageAt(page),
        }.OfType<string>()) + ".";

    /// <summary>"45 % (2020)".</summary>
    public string? BaselineOf(Baseline? baseline) => baseline switch
    {
        null => null,
        { Value: { } value, Year: { } year } => $"{Number(value)} {baseline.Unit} ({year})",
        { Value: { } value } => $"{Number(value)} {baseline.Unit}".TrimEnd(),
        { Year: { } year } => $"{year}",
        _ => null,
    };

    public string OnThisPage => Say("Trên trang này", "On this page");
    public string Outline => Say("Bố cục", "Outline");
    public string TasksByAgency => Say("Nhiệm vụ theo cơ quan", "Tasks by agency");
    public string Funding => Say("Kinh phí", "Funding");
    public string LegalBases => Say("Căn cứ", "Legal bases");
    public string Findings => Say("Điểm cần xem lại", "Findings");
    public string PageLedger => Say("Các trang đã đọc", "Pages read");
    public string ReadText => Say("Đọc nguyên văn", "Read the text");
    public string Period => Say("Giai đoạn", "Period");
    public string Signer => Say("Người ký", "Signed by");
    public string File => Say("Tệp", "File");
    public string Warnings => Say("Lưu ý khi đọc tệp", "Notes on reading the file");

    /// <param name="said">In English, with the particulars.</param>
    public string WarningOf(string code, string said) => code switch
    {
        "ocr-used" => Say("Trang là ảnh; chữ do máy nhận dạng và có thể sai.", said),
        "page-failed" => Say("Không đọc được trang này.", said),
        "words-uneven" => Say("Chỗ cột hoặc bảng chồng lên nhau, chữ có thể thiếu hoặc lặp; hãy đối chiếu với bản gốc.", said),
        "drawn-lines-unreadable" => Say("Không đọc được nét kẻ của các trang; có thể sót bảng.", said),
        "embedded-document-skipped" => Say("Bỏ qua một văn bản nhúng ở định dạng khác; hãy lưu lại bằng Word để có phần đó.", said),
        "hidden-sheets-skipped" => Say("Bỏ qua các trang tính bị ẩn.", said),
        "control-characters-removed" => Say("Đã bỏ các ký tự điều khiển.", said),
        "bytes-unreadable" => Say("Có chỗ không phải là chữ; tệp có thể bị hỏng.", said),
        "ending-misleads" => Say("Đuôi tên không đúng; tệp được đọc như văn bản thuần.", said),
        "truncated" => Say("Tệp bị cụt, thiếu phần cuối.", said),
        _ => said,
    };

    public string NoSections => Say("Không đọc được mục nào.", "No sections were found.");
    public string NoTargets => Say("Không đọc được chỉ tiêu nào.", "No targets were found.");
    public string NoTasks => Say("Không đọc được nhiệm vụ nào được giao.", "No assigned tasks were found.");
    public string NoFunding => Say("Văn bản không nêu số tiền nào, hoặc không đọc được.", "The document gives no amounts, or none were found.");
    public string NoLegalBases => Say("Không đọc được căn cứ nào.", "No legal bases were found.");
    public string NoFindings => Say("Không thấy chỗ nào không khớp.", "Nothing was found that does not hold together.");

    public string IdColumn => Say("Mã", "Id");
    public string PartOf => Say("thuộc", "part of");
    public string TargetsNote => Say(
        "Tên chỉ tiêu dẫn tới so sánh giữa các kế hoạch; số trong văn bản dẫn tới nguyên văn.",
        "An indicator leads to its comparison across plans; a printed figure to its words.");
    public string TasksNote => Say(
        "Mã nhiệm vụ dẫn tới nguyên văn; tên cơ quan dẫn tới nhiệm vụ của cơ quan đó trong mọi kế hoạch.",
        "A task's id leads to its words; an agency's name to its tasks in all plans.");
    public string NoAgencyNamed => Say("Không nêu cơ quan", "No agency named");
    public string Lead => Say("Chủ trì", "Lead");
    public string Support => Say("Phối hợp", "Support");
    public string AlsoLeads => Say("Cùng chủ trì", "Also leads");
    public string Supports => Say("Phối hợp", "Supports");
    public string Deadline => Say("Thời hạn", "Deadline");
    public string RefersTo => Say("Dẫn tới nhiệm vụ", "Refers to tasks");
    public string NotInPlan => Say("không có trong văn bản", "not in the document");
    public string AndOthers(int count) => Say($"và {Number(count)} cơ quan khác", $"and {Number(count)} others");
    public string FundingSource => Say("Nguồn", "Source");
    public string AmountInDong => Say("Số tiền (đồng)", "Amount (đồng)");
    public string Words => Say("Nguyên văn", "Words");
    public string WhereElseCited => Say("nơi khác dẫn văn bản này", "where else it is cited");

    /// <summary>Below this a fact is marked as doubtful.</summary>
    public const double DoubtBelow = 0.5;

    /// <summary>Said of facts of which the program is not sure; null for others.</summary>
    public string? DoubtOf(double confidence) =>
        confidence < DoubtBelow ? Say($"chưa chắc ({Number(Math.Round((decimal)(100 * confidence)))}%)", $"doubtful ({Number(Math.Round((decimal)(100 * confidence)))}%)") : null;

    /// <summary>Who has an agency's duties, or where a province lies, today.</summary>
    public string Today(string name) => Say($"nay là {name}", $"today {name}");

    public string PagesRead(int count) => Say($"{Number(count)} trang:", count == 1 ? "1 page:" : $"{Number(count)} pages:");

    public string PageSourceOf(PageSource source) => source switch
    {
        PageSource.Text => Say("có sẵn chữ", "text"),
        PageSource.Ocr => Say("nhận dạng chữ", "recognised"),
        PageSource.Blank => Say("trống", "blank"),
        PageSource.Failed => Say("không đọc được", "failed"),
        _ => source.ToString(),
    };

    public string SectionKindOf(SectionKind kind) => kind switch
    {
        SectionKind.Purpose => Say("mục đích, yêu cầu", "purpose"),
        SectionKind.Objectives => Say("mục tiêu", "objectives"),
        SectionKind.Tasks => Say("nhiệm vụ, giải pháp", "tasks"),
        SectionKind.Funding => Say("kinh phí", "funding"),
        SectionKind.Implementation => Say("tổ chức thực hiện", "implementation"),
        SectionKind.Appendix => Say("phụ lục", "appendix"),
        _ => Say("khác", "other"),
    };

    public string TextOf => Say("Nguyên văn", "Text of");
    public string TextOfPlan => Say("Nguyên văn", "Text");
    public string WhereYouAre => Say("Vị trí", "Where you are");
    public string Legend => Say("Đã đánh dấu:", "Marked:");
    public string TableOfText => Say("Bảng trong văn bản", "Table of the document");
    public string PartsOfText => Say("Các phần của văn bản", "Parts of the text");
    public string Part(int part) => Say($"Phần {part}", $"Part {part}");

    public string FactKindOf(FactKind kind) => kind switch
    {
        FactKind.Target => Say("Chỉ tiêu", "Target"),
        FactKind.Task => Say("Nhiệm vụ", "Task"),
        FactKind.LegalBasis => Say("Căn cứ", "Legal basis"),
        FactKind.Funding => Say("Kinh phí", "Funding"),
        FactKind.Finding => Say("Điểm cần xem lại", "Finding"),
        _ => kind.ToString(),
    };
}
