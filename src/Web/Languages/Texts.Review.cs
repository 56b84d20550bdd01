using Plans.Store.Corrections;

namespace Plans.Web.Languages;

/// <summary>Reviewing what was read.</summary>
public sealed partial class Texts
{
    public string ReviewTitle => Say("Soát", "Review");
    public string ReviewDone => Say("Không còn gì để soát.", "Nothing is left to look at.");
    public string ReviewBegin => Say("Bắt đầu soát", "Begin");
    public string ReviewThis => Say("Soát mục này", "Review this");
    public string ReviewFields => Say("Giá trị đã đọc", "Values that were read");
    public string ReviewKeys => Say("Phím: a đúng, s lưu sửa, x bỏ, n sang mục sau; Esc rời ô đang gõ.", "Keys: a right, s save, x reject, n next; Esc leaves a box.");
    public string WhatToReview => Say("Cần soát", "To look at");
    public string ConfidenceColumn => Say("Độ tin cậy", "Confidence");
    public string WhyLabel => Say("Lý do (không bắt buộc)", "Why (may be left out)");
    public string ConfirmFact => Say("Đúng", "Right");
    public string SaveFact => Say("Lưu sửa", "Save");
    public string RejectFact => Say("Bỏ", "Reject");
    public string SkipFact => Say("Để sau", "Skip");
    public string AddMissing => Say("Thêm điều còn thiếu", "Add what is missing");
    public string AddHint => Say("Chép đúng các từ trong văn bản rồi điền giá trị; chỗ trống là không nêu.", "Copy the words from the document exactly, then fill in the values; leave out what is not said.");
    public string AddFact => Say("Thêm", "Add");
    public string WordsInText => Say("Nguyên văn trong kế hoạch", "The words in the plan");
    public string HistoryTitle => Say("Lịch sử sửa", "History of corrections");
    public string NoCorrections => Say("Chưa ai sửa gì.", "Nobody has corrected anything yet.");
    public string Undo => Say("Hoàn tác", "Undo");
    public string Empty => Say("trống", "empty");
    public string CorrectionLost => Say("không còn tìm thấy chỗ này trong văn bản", "its place is not found any more");

    public string ReviewLeft(int left) => Say($"Còn {Number(left)} chỉ tiêu và nhiệm vụ chưa ai xem, chỗ đáng ngờ nhất trước.", $"{Number(left)} targets and tasks nobody has looked at, the most doubtful first.");
    public string Undone(string who, DateTimeOffset at) => Say($"đã hoàn tác ({who}, {Moment(at)})", $"undone by {who}, {Moment(at)}");

    public string FactKindOf(FactKind kind) => kind switch
    {
        FactKind.Target => Say("Chỉ tiêu", "Target"),
        FactKind.Task => Say("Nhiệm vụ", "Task"),
        FactKind.Section => Say("Mục", "Section"),
        _ => Say("Kế hoạch", "Plan"),
    };

    public string ActionOf(CorrectionAction action) => action switch
    {
        CorrectionAction.Set => Say("Sửa", "Corrected"),
        CorrectionAction.Reject => Say("Bỏ", "Rejected"),
        CorrectionAction.Add => Say("Thêm", "Added"),
        _ => Say("Xác nhận", "Confirmed"),
    };

    public string StateOf(ReviewState state) => state switch
    {
        ReviewState.Confirmed => Say("đã xác nhận", "confirmed"),
        ReviewState.Corrected => Say("đã sửa", "corrected"),
        ReviewState.Added => Say("do người thêm", "added by a person"),
        ReviewState.Rejected => Say("đã bỏ", "rejected"),
        _ => Say("chưa ai xem", "not looked at"),
    };

    public string SignOf(ReviewState state) => state switch
    {
        ReviewState.Confirmed => "✓",
        ReviewState.Corrected => "✎",
        ReviewState.Added => "+",
        _ => "",
    };

    public string ChoiceOf(string field, string choice) => (field, choice) switch
    {
        ("period", "") => Say("một lần", "once"),
        ("period", _) => EachYear,
        (_, "=") => Say("đúng bằng", "exactly"),
        (_, ">=") => Say("≥ từ … trở lên", "≥ at least"),
        (_, ">") => Say("> trên", "> more than"),
        (_, "<=") => Say("≤ không quá", "≤ at most"),
        (_, "<") => Say("< dưới", "< less than"),
        (_, "~") => Say("khoảng", "about"),
        (_, "+") => Say("tăng thêm", "increase by"),
        (_, "-") => Say("giảm đi", "decrease by"),
        (_, "range") => Say("trong khoảng từ … đến …", "between … and …"),
        _ => choice,
    };

    /// <summary>Fields of a plan's head, as the contract names them.</summary>
    public string HeadFieldName(string name) => name switch
    {
        "number" => DocumentNumber,
        "date" => DateColumn,
        "type" => Say("Loại văn bản", "Type"),
        "issuer" => Issuer,
        "province" => Province,
        "place" => Say("Nơi ban hành", "Place"),
        "title" => DocumentTitle,
        "period" => Period,
        "signer" => Signer,
        "signer_role" => Say("Chức vụ người ký", "Signer's role"),
        _ => name,
    };

    public string FieldName(string name) => name switch
    {
        "indicator" => Indicator,
        "comparator" => Say("So với trị số", "Compared with the value"),
        "value" => ValueColumn,
        "value_max" => Say("Trị số trên (nếu là khoảng)", "Upper value (of a range)"),
        "unit" => Unit,
        "year" => Year,
        "period" => Say("Lặp lại", "Repeated"),
        "text" => Say("Nội dung", "Text"),
        "lead" => Say("Chủ trì (cách nhau bằng ;)", "Lead (parted by ;)"),
        "support" => Say("Phối hợp (cách nhau bằng ;)", "Support (parted by ;)"),
        "deadline" => Deadline,
        _ => name,
    };
}
