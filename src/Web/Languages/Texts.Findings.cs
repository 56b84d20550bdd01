namespace Plans.Web.Languages;

/// <summary>What does not hold together in a plan: its name, and what a reader should make of it. The message itself quotes the plan and stays Vietnamese.</summary>
public sealed partial class Texts
{
    /// <summary>A code that is not known here is shown as it is.</summary>
    public string FindingOf(string code) => code switch
    {
        "parts-do-not-sum" => Say("Các phần cộng lại không bằng tổng.", "The parts do not add up."),
        "text-and-table-differ" => Say("Lời văn và bảng nêu số khác nhau.", "Text and table differ."),
        "leads-differ" => Say("Mỗi chỗ giao một cơ quan chủ trì khác nhau.", "Different agencies lead in different places."),
        "appendix-missing" => Say("Thiếu phụ lục được nhắc tới.", "An appendix that is referred to is missing."),
        "deadline-before-plan" => Say("Thời hạn đã qua khi ban hành.", "The deadline had passed when the plan was issued."),
        "target-without-year" => Say("Chỉ tiêu không có năm.", "A target without a year."),
        "task-without-lead" => Say("Nhiệm vụ không có cơ quan chủ trì.", "A task that nobody leads."),
        "citation-later-than-plan" => Say("Căn cứ ban hành sau văn bản.", "A legal basis later than the plan."),
        "numbering-gap" => Say("Số mục không liên tục.", "A gap in the numbering."),
        "reference-unresolved" => Say("Dẫn tới nhiệm vụ không có.", "A reference to a task that is not there."),
        "agency-not-existing" => Say("Cơ quan không tồn tại vào ngày ban hành.", "An agency that did not exist at the plan's date."),
        _ => code,
    };

    /// <summary>What it may mean, and what to look at; null where the name says all.</summary>
    public string? MeaningOf(string code) => code switch
    {
        "parts-do-not-sum" => Say("Có thể gõ nhầm một số, hoặc các phần không kể hết tổng.", "A figure may be mistyped, or the parts leave something of the whole out."),
        "text-and-table-differ" => Say("Cần hỏi cơ quan ban hành lấy số nào.", "Ask the issuer which of the two figures holds."),
        "leads-differ" => Say("Cần rõ ai chịu trách nhiệm chính trước khi theo dõi nhiệm vụ.", "Settle who answers for it before the task is followed up."),
        "appendix-missing" => Say("Tệp đã nạp có thể thiếu phần cuối; hãy tìm bản đầy đủ.", "The file that was loaded may lack its end; look for the whole document."),
        "deadline-before-plan" => Say("Thường là chép lại từ kế hoạch năm trước hoặc gõ nhầm năm.", "Often copied from last year's plan, or a mistyped year."),
        "target-without-year" => Say("Không biết phải đạt khi nào, nên không so sánh theo năm được.", "It is not said when it is due, so it cannot be compared by year."),
        "task-without-lead" => Say("Không ai chịu trách nhiệm chính.", "Nobody answers for it."),
        "citation-later-than-plan" => Say("Ngày của căn cứ hoặc của văn bản có thể bị gõ nhầm.", "The date of the basis or of the plan may be mistyped."),
        "numbering-gap" => Say("Có thể đánh số nhầm, hoặc tệp thiếu một mục.", "Misnumbered, or a section is missing from the file."),
        "reference-unresolved" => Say("Số nhiệm vụ có thể bị gõ nhầm hoặc đã đổi.", "The task's number may be mistyped or have changed."),
        "agency-not-existing" => Say("Có thể dùng tên cũ, hoặc chép từ văn bản trước khi sáp nhập.", "An old name may have been used, or words copied from before a merger."),
        _ => null,
    };
}
