using Plans.Web.Accounts;

namespace Plans.Web.Languages;

/// <summary>Signing in, accounts, and the audit log.</summary>
public sealed partial class Texts
{
    public string SignIn => Say("Đăng nhập", "Sign in");
    public string SignOut => Say("Đăng xuất", "Sign out");
    public string AccountName => Say("Tên tài khoản", "Account");
    public string Password => Say("Mật khẩu", "Password");
    public string SignInWrong => Say("Tên hoặc mật khẩu không đúng.", "The name or the password is wrong.");
    public string SignInLocked => Say("Sai quá nhiều lần. Hãy chờ 15 phút rồi thử lại, hoặc nhờ người quản trị đặt lại mật khẩu.", "Too many wrong attempts. Wait 15 minutes and try again, or ask whoever runs the site for a new password.");
    public string SignInHint => Say("Tài khoản do người quản trị máy chủ cấp.", "Accounts are made by whoever runs the site.");
    public string YourAccount => Say("Tài khoản", "Your account");
    public string LocalReader => Say("Trang chỉ phục vụ máy này nên không cần đăng nhập; ai ngồi máy này đều có toàn quyền.", "The site serves this machine alone, so nobody has to sign in, and whoever sits here may do everything.");
    public string ApiKeys => Say("Khóa API", "API keys");
    public string ApiKeysHint => Say("Chương trình dùng khóa thay mật khẩu, với quyền của tài khoản:", "A program uses a key instead of a password, with the account's rights:");
    public string NewKeyOnce => Say("Khóa mới, chỉ hiện một lần. Hãy cất ngay:", "The new key, shown only once. Keep it now:");
    public string NameColumn => Say("Tên", "Name");
    public string CreatedColumn => Say("Ngày tạo", "Made");
    public string LastUsedColumn => Say("Dùng lần cuối", "Last used");
    public string ActionColumn => Say("Thao tác", "Action");
    public string Never => Say("chưa", "never");
    public string RevokeKey => Say("Thu hồi", "Revoke");
    public string KeyName => Say("Dùng khóa cho việc gì", "What the key is for");
    public string MakeKey => Say("Tạo khóa", "Make a key");
    public string AuditTitle => Say("Nhật ký", "Audit log");
    public string AuditHint => Say("Các lần đăng nhập và mọi thay đổi, mới nhất trước.", "Sign-ins and every change, latest first.");
    public string AuditEmpty => Say("Chưa có gì.", "Nothing yet.");
    public string TimeColumn => Say("Lúc", "Time");
    public string WhoColumn => Say("Ai", "Who");
    public string WhatColumn => Say("Việc", "What");
    public string DetailColumn => Say("Chi tiết", "Detail");
    public string AddressColumn => Say("Từ địa chỉ", "From");
    public string OlderEntries => Say("Cũ hơn", "Older");
    public string ForbiddenTitle => Say("Tài khoản này không được phép làm việc đó", "This account may not do that");
    public string ForbiddenAdvice => Say("Hãy nhờ người quản trị cấp quyền, hoặc đăng nhập bằng tài khoản khác.", "Ask whoever runs the site for the right, or sign in with another account.");
    public string TooLargeTitle => Say("Dữ liệu gửi lên quá lớn", "What was sent is too large");
    public string TooManyTitle => Say("Quá nhiều yêu cầu", "Too many requests");
    public string TooManyAdvice => Say("Hãy chờ một phút rồi thử lại.", "Wait a minute and try again.");
    public string StaleFormAdvice => Say("Biểu mẫu đã cũ hoặc không đến từ trang này. Hãy quay lại, tải lại trang và gửi lần nữa.", "The form is out of date or did not come from this site. Go back, reload the page and send it again.");

    public string SignedInAs(string name, Role role) => Say($"Đang đăng nhập: {name} ({RoleOf(role)}).", $"Signed in as {name} ({RoleOf(role)}).");

    public string RoleOf(Role role) => role switch
    {
        Role.Reader => Say("người đọc", "reader"),
        Role.Reviewer => Say("người soát", "reviewer"),
        _ => Say("quản trị", "administrator"),
    };

    public string AuditOf(string what) => what switch
    {
        "signed-in" => Say("đăng nhập", "signed in"),
        "refused" => Say("bị từ chối", "refused"),
        "locked" => Say("bị khóa tạm", "locked out"),
        "changed" => Say("thay đổi", "changed"),
        "account" => Say("tài khoản", "account"),
        _ => what,
    };

    /// <summary>A time of the server, to the minute.</summary>
    public string Moment(DateTimeOffset time)
    {
        var local = time.ToLocalTime();
        return $"{Date(local.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture))} {local.ToString("HH:mm", System.Globalization.CultureInfo.InvariantCulture)}";
    }
}
