namespace Plans.Web.Languages;

/// <summary>Searches that readers keep.</summary>
public sealed partial class Texts
{
    public string SavedTitle => Say("Tìm kiếm đã lưu", "Saved searches");
    public string SavedHint => Say("Mỗi lần nạp thêm kế hoạch, kết quả mới được đếm ở đây và đưa vào nguồn tin Atom.", "Whenever plans are loaded, what is new is counted here and put into an Atom feed.");
    public string NothingSaved => Say("Chưa lưu gì. Hãy tìm rồi bấm “Lưu tìm kiếm”.", "Nothing is saved yet. Search, then press “Save the search”.");
    public string NewHits => Say("Kết quả mới", "New results");
    public string FeedColumn => Say("Nguồn tin", "Feed");
    public string MarkSeen => Say("Đã xem", "Seen");
    public string RemoveSaved => Say("Xóa", "Remove");
    public string SaveSearch => Say("Lưu tìm kiếm", "Save the search");
    public string WholeSearch => Say("xem tất cả", "see all");

    public string TooManySaved(int most) => Say($"Mỗi tài khoản lưu được {Number(most)} tìm kiếm. Hãy xóa bớt.", $"An account can save {Number(most)} searches. Remove one first.");
}
