namespace Plans.Web.Languages;

/// <summary>The help page and the list of keys.</summary>
public sealed partial class Texts
{
    public string HelpTitle => Say("Trợ giúp", "Help");
    public string KeysTitle => Say("Phím tắt", "Keys");
    public string KeysLead => Say("Mọi việc đều làm được bằng bàn phím; không cần chuột.", "Everything can be done by keyboard, without a mouse.");
    public string ApiLead => Say("Mọi thứ trang này biết, cho chương trình: JSON, khóa API ở trang tài khoản. Mô tả đầy đủ cho máy:", "Everything that the site knows, for programs: JSON, with a key from the account page. The whole description for machines:");
    public string ApiAddress => Say("Địa chỉ", "Address");
    public string ApiParameters => Say("Tham số", "Parameters");
    public string ApiErrors => Say("Lỗi riêng", "Errors of its own");
    /// <summary>What an address does.</summary>
    /// <param name="id">As the description names it.</param>
    /// <param name="said">In English.</param>
    public string ApiSummary(string id, string said) => id switch
    {
        "listPlans" => Say("Các kế hoạch đang có, theo thứ tự lưu.", said),
        "getPlan" => Say("Mọi điều đã đọc được của một kế hoạch, như lệnh extract viết ra.", said),
        "getText" => Say("Nguyên văn mà các vị trí trỏ vào (tính theo UTF-16).", said),
        "search" => Say("Tìm trong toàn văn và trị số đã trích, bằng ngôn ngữ tìm của trang.", said),
        "compare" => Say("Một chỉ tiêu trong mọi kế hoạch; chỉ tiêu khác có chung từ thì group khác 0.", said),
        "compareYears" => Say("Như trên, thành bảng kế hoạch và năm: một đơn vị, xếp hạng, chỗ trống, phân bố.", said),
        "listDuties" => Say("Việc của một cơ quan dưới mọi tên, theo thời hạn.", said),
        "getCascade" => Say("Ai thực hiện một văn bản: kế hoạch dẫn nó, chỉ tiêu bên cạnh chỉ tiêu của nó, nơi chưa có.", said),
        "getChanges" => Say("Những thay đổi từ kế hoạch này sang kế hoạch kia.", said),
        "listReview" => Say("Chỉ tiêu và nhiệm vụ chưa ai xem, chỗ đáng ngờ nhất trước.", said),
        "listCorrections" => Say("Những gì đã được sửa trong một kế hoạch, mới nhất trước, kể cả đã hoàn tác.", said),
        "correct" => Say("Sửa, bỏ, xác nhận hoặc thêm một điều.", said),
        "undoCorrection" => Say("Hoàn tác một lần sửa; lịch sử vẫn giữ.", said),
        "listLoads" => Say("Các lần nạp, mới nhất trước.", said),
        "load" => Say("Nạp các tệp được gửi (multipart/form-data); trả lời khi tệp đầu tiên đã vào sổ.", said),
        "getLoad" => Say("Một lần nạp đang đến đâu.", said),
        "pauseLoad" => Say("Không bắt đầu thêm tệp nào của lần nạp.", said),
        "resumeLoad" => Say("Cho lần nạp chạy tiếp.", said),
        "cancelLoad" => Say("Bỏ các tệp chưa bắt đầu của lần nạp.", said),
        "retryLoad" => Say("Đưa các tệp lỗi và tệp đọc được một phần vào hàng chờ lại.", said),
        "listFiles" => Say("Sổ tệp, theo thứ tự tìm thấy.", said),
        "readBox" => Say("Đọc lại một ô của trang PDF thành bảng.", said),
        _ => said,
    };

    public string Close => Say("Đóng", "Close");

    /// <summary>The keys of every page, with what they do.</summary>
    public IReadOnlyList<(string Key, string Meaning)> Keys =>
    [
        ("/", Say("đến ô tìm kiếm", "go to the search box")),
        ("j", Say("dòng sau", "next row")),
        ("k", Say("dòng trước", "previous row")),
        ("Enter", Say("mở dòng đang chọn", "open the chosen row")),
        ("n", Say("trang sau, hoặc chỗ đánh dấu sau", "next page, or next marked place")),
        ("p", Say("trang trước, hoặc chỗ đánh dấu trước", "previous page, or previous marked place")),
        ("c", Say("so sánh dòng đang chọn", "compare the chosen row")),
        ("e", Say("tải danh sách đang xem (CSV)", "take the list away (CSV)")),
        ("?", Say("hiện bảng này", "show this list")),
        ("Esc", Say("thôi chọn, đóng bảng", "leave the row, close the list")),
    ];
}
