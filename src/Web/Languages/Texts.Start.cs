using Plans.Store.Ledger;

namespace Plans.Web.Languages;

/// <summary>The start page and the pages that say that something went wrong.</summary>
public sealed partial class Texts
{
    public string StartTitle => Say("Kế hoạch của các tỉnh, đọc thành số liệu", "Provincial plans, read into figures");
    public string StartLead => Say(
        "Tìm, đối chiếu với nguyên văn và so sánh chỉ tiêu, nhiệm vụ, cơ quan chịu trách nhiệm trong các kế hoạch đã nạp.",
        "Find, check against the words and compare the targets, tasks and responsible agencies of the plans that are loaded.");
    public string ForExample => Say("Ví dụ:", "For example:");
    public string CompareExample => Say("so sánh tỷ lệ lao động qua đào tạo", "compare the share of trained workers");
    public string WhatIsHeld => Say("Đang có", "What is held");
    public string LatestPlans => Say("Kế hoạch mới nạp", "Latest plans");
    public string ByProvince => Say("Theo địa phương", "By province");
    public string FilesByState => Say("Tệp đã nhận", "Files received");
    public string FailuresHint => Say("Xem lý do và cách khắc phục từng tệp lỗi", "See why each file failed and what to do");
    public string NothingLoaded => Say("Chưa có kế hoạch nào. Hãy nạp bằng lệnh", "No plan is loaded yet. Load some with");
    public string NothingLoadedHere => Say("hoặc gửi tệp tại đây", "or send files here");
    public string FolderWord => Say("THƯ-MỤC", "FOLDER");

    public string PlansUnit(int count) => Counted(count, "kế hoạch", "plan", "plans");
    public string ProvincesUnit(int count) => Counted(count, "tỉnh, thành phố", "province", "provinces");
    public string SectionsUnit(int count) => Counted(count, "mục", "section", "sections");
    public string TargetsUnit(int count) => Counted(count, "chỉ tiêu", "target", "targets");
    public string TasksUnit(int count) => Counted(count, "nhiệm vụ", "task", "tasks");
    public string AgenciesUnit(int count) => Counted(count, "cơ quan", "agency", "agencies");

    public string StateOf(FileState state) => state switch
    {
        FileState.Queued => Say("đang chờ", "waiting"),
        FileState.Running => Say("đang đọc", "being read"),
        FileState.Done => Say("đã đọc", "read"),
        FileState.Partial => Say("đọc được một phần", "read in part"),
        FileState.Failed => Say("lỗi", "failed"),
        FileState.Refused => Say("quá giới hạn", "beyond a limit"),
        FileState.Skipped => Say("trùng", "duplicate"),
        _ => state.ToString(),
    };

    public string NotFoundTitle => Say("Không có trang này", "There is no such page");
    public string NotFoundAdvice => Say(
        "Địa chỉ có thể bị gõ nhầm, hoặc kế hoạch không còn trong cơ sở dữ liệu. Hãy tìm lại:",
        "The address may be mistyped, or the plan is no longer held. Search for it:");
    public string BadRequestTitle => Say("Yêu cầu không hợp lệ", "The request cannot be understood");
    public string ErrorTitle => Say("Có lỗi khi tạo trang này", "Something went wrong with this page");
    public string ErrorAdvice => Say(
        "Lỗi đã được ghi vào nhật ký của máy chủ. Hãy thử lại; nếu vẫn lỗi, báo cho người quản trị địa chỉ của trang này.",
        "The error is in the server's log. Try again; if it stays, tell whoever runs the site the address of this page.");
    public string BusyTitle => Say("Cơ sở dữ liệu chưa trả lời", "The database does not answer");
    public string BusyAdvice => Say("Hãy thử lại sau ít phút. Chi tiết nằm trong nhật ký của máy chủ.", "Try again in a few minutes. The server's log says more.");
    public string StatusCode => Say("Mã lỗi", "Status");
    public string ToStart => Say("Về trang đầu", "To the start page");
}
