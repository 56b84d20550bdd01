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
