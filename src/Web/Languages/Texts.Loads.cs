using Plans.Ingest;

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
    public string SizeColumn => Say("Cỡ", "Size");

    /// <param name="bytes">Of a file.</param>
    public string Size(long bytes) => bytes < 1 << 20 ? $"{Number(Math.Max(1, bytes >> 10))} kB" : $"{Number(Math.Round(bytes / (decimal)(1 << 20), 1))} MB";

    /// <summary>Why a file failed, by its code; one that is not known here is shown as it is.</summary>
    public string ReasonOf(string reason) => reason switch
    {
        FailureReasons.Empty => Say("Tệp không có nội dung", "The file holds nothing"),
        FailureReasons.UnsupportedFormat => Say("Định dạng chưa đọc được", "The format cannot be read"),
        FailureReasons.LockFile => Say("Tệp khóa của văn bản đang mở, không phải văn bản", "The lock file of an open document, no document"),
        FailureReasons.Damaged => Say("Tệp hỏng", "The file is damaged"),
        FailureReasons.Encrypted => Say("Tệp có mật khẩu", "The file has a password"),
        FailureReasons.DtdProhibited => Say("Tệp chứa khai báo bị cấm (DTD)", "The file holds a declaration that is forbidden (DTD)"),
        FailureReasons.LimitExceeded => Say("Vượt giới hạn", "Beyond a limit"),
        FailureReasons.NotFound => Say("Không còn tệp ở chỗ cũ", "The file is no longer there"),
        FailureReasons.AccessDenied => Say("Không được phép đọc tệp", "The file may not be read"),
        FailureReasons.ToolMissing => Say("Máy chủ thiếu chương trình để đọc", "A program that is needed is not installed"),
        FailureReasons.ToolFailed => Say("Chương trình đọc bị lỗi với tệp này", "A program failed on this file"),
        FailureReasons.PartMissing => Say("Thiếu một phần của tệp nén", "A part of the archive is missing"),
        FailureReasons.IsArchive => Say("Là tệp nén, không phải văn bản", "An archive, no document"),
        FailureReasons.Timeout => Say("Đọc quá lâu", "Reading took too long"),
        FailureReasons.Internal => Say("Lỗi của chương trình này", "An error of this program"),
        _ => reason,
    };

    /// <param name="said">In English, with the particulars.</param>
    public string AdviceFor(string reason, string said) => reason switch
    {
        FailureReasons.Empty or FailureReasons.Damaged or FailureReasons.NotFound or FailureReasons.PartMissing => Say("Hãy lấy lại tệp từ nơi gửi rồi nạp lại.", said),
        FailureReasons.UnsupportedFormat or FailureReasons.ToolFailed or FailureReasons.Timeout or FailureReasons.DtdProhibited => Say("Hãy mở bằng chương trình của nó, lưu thành DOCX hoặc PDF rồi nạp lại.", said),
        FailureReasons.LockFile => Say("Bỏ qua tệp này; nạp chính văn bản.", said),
        FailureReasons.Encrypted => Say("Hãy lưu bản không có mật khẩu rồi nạp lại.", said),
        FailureReasons.LimitExceeded => Say("Hãy chia nhỏ tệp, hoặc nhờ người quản trị nâng giới hạn.", said),
        FailureReasons.AccessDenied => Say("Hãy nhờ người quản trị cho phép đọc tệp.", said),
        FailureReasons.ToolMissing => Say("Hãy nhờ người quản trị cài chương trình còn thiếu.", said),
        FailureReasons.IsArchive => Say("Hãy giải nén, hoặc nạp cả tệp nén.", said),
        FailureReasons.Internal => Say("Hãy báo lỗi kèm tệp này cho người quản trị.", said),
        _ => said,
    };

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
