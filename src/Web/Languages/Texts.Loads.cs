namespace Plans.Web.Languages;

/// <summary>Loads and the ledger of files.</summary>
public sealed partial class Texts
{
    public string LoadsTitle => Say("Nạp tệp", "Loads");
    public string DropFiles => Say("Thả hoặc chọn tệp (văn bản, PDF, tệp nén)", "Drop or choose files (documents, PDF, archives)");
    public string DropFolder => Say("Thả hoặc chọn cả thư mục", "Drop or choose a folder");
    public string LoadButton => Say("Nạp", "Load");
    public string LoadsDone => Say("Các lần nạp", "Loads so far");
    public string NoLoads => Say("Chưa nạp lần nào.", "Nothing was loaded yet.");
    public string LoadColumn => Say("Lần nạp", "Load");
    public string PathsColumn => Say("Tệp, thư mục", "Files and folders");
    public string ProgressColumn => Say("Tiến độ", "Progress");
    public string LoadEnded => Say("Đã xong.", "Ended.");
    public string LoadPaused => Say("Đang tạm dừng.", "Paused.");
    public string LoadCancelled => Say("Đã hủy; những gì đã đọc vẫn giữ.", "Cancelled; what was read stays.");
    public string PauseButton => Say("Tạm dừng", "Pause");
    public string ResumeButton => Say("Chạy tiếp", "Go on");
    public string CancelButton => Say("Hủy", "Cancel");
    public string GivenUp => Say("đã hủy", "given up");
    public string HeldAlready => Say("đã có sẵn", "held already");
    public string LeftOut => Say("bỏ qua", "left out");
    public string FailuresTitle => Say("Tệp lỗi hoặc đọc được một phần", "Files that failed or were read in part");
    public string RetryButton => Say("Thử lại các tệp này", "Try these again");
    public string FilesTitle => Say("Sổ tệp", "Ledger of files");
    public string NoFiles => Say("Không có tệp nào.", "There are none.");
    public string StateColumn => Say("Tình trạng", "State");
    public string ReasonColumn => Say("Lý do", "Reason");
    public string AdviceColumn => Say("Cách khắc phục", "What to do");
    public string NothingSent => Say("Chưa chọn tệp nào.", "No file was chosen.");

    public string UploadHint(long megabytes) => Say($"Mỗi lần gửi tối đa {Number(megabytes)} MB; nhiều hơn thì dùng lệnh ./plans load trên máy chủ.", $"At most {Number(megabytes)} MB at once; for more use ./plans load on the server.");

    public string LoadPace(double perSecond, TimeSpan? left) => left is { } time
        ? Say($"{Number(Math.Round((decimal)perSecond, 1))} tệp/giây, còn khoảng {Length(time)}", $"{Number(Math.Round((decimal)perSecond, 1))} files a second, about {Length(time)} left")
        : Say($"{Number(Math.Round((decimal)perSecond, 1))} tệp/giây", $"{Number(Math.Round((decimal)perSecond, 1))} files a second");

    public string StageOf(string? stage) => stage switch
    {
        "read" => Say("đang đọc", "reading"),
        "extract" => Say("đang trích", "extracting"),
        "save" => Say("đang lưu", "saving"),
        null => "",
        _ => stage,
    };

    private string Length(TimeSpan time) => time.TotalMinutes >= 1
        ? Say($"{Number((int)Math.Ceiling(time.TotalMinutes))} phút", $"{Number((int)Math.Ceiling(time.TotalMinutes))} min")
        : Say($"{Number((int)Math.Ceiling(time.TotalSeconds))} giây", $"{Number((int)Math.Ceiling(time.TotalSeconds))} s");
}
