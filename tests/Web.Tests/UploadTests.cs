using System.Net;
using System.Net.Sockets;
using System.Text;
using Plans.Web.Loads;

namespace Plans.Web.Tests;

public sealed class UploadTests(UploadTests.SmallSite site) : IClassFixture<UploadTests.SmallSite>
{
    [Theory]
    [InlineData("ke hoach.docx", "ke hoach.docx")]
    [InlineData("2024/tinh/a.pdf", "2024/tinh/a.pdf")]
    [InlineData("../../etc/passwd", "etc/passwd")]
    [InlineData("/etc/passwd", "etc/passwd")]
    [InlineData("C:\\Users\\a.doc", "C/Users/a.doc")]
    [InlineData("a/./.ssh/b", "a/ssh/b")]
    [InlineData("..", "file")]
    [InlineData("a\0b\n.txt", "ab.txt")]
    public void A_name_leads_nowhere_else(string sent, string kept) => Assert.Equal(kept, string.Join('/', Upload.CleanPath(sent)));

    [Fact]
    public async Task Two_gigabytes_are_refused_before_a_byte_of_them_is_read()
    {
        var address = new Uri(site.Url("/loads"));
        using var client = new TcpClient();
        await client.ConnectAsync(address.Host, address.Port);
        await using var stream = client.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes($"POST /loads HTTP/1.1\r\nHost: localhost\r\nContent-Type: multipart/form-data; boundary=x\r\nContent-Length: {2L << 30}\r\n\r\n"));
        using var reader = new StreamReader(stream);
        Assert.StartsWith("HTTP/1.1 413", await reader.ReadLineAsync().WaitAsync(TimeSpan.FromSeconds(10)));
    }

    [Theory]
    [InlineData("/account/keys")]
    [InlineData("/api/search")]
    public async Task Other_addresses_take_far_less(string address)
    {
        using var session = site.NewSession();
        var answer = await session.Send(new HttpRequestMessage(HttpMethod.Post, address) { Content = new ByteArrayContent(new byte[2 << 20]) });
        Assert.Contains(answer.StatusCode, new[] { HttpStatusCode.RequestEntityTooLarge, HttpStatusCode.MethodNotAllowed });
    }

    [Fact]
    public async Task An_upload_without_its_token_is_refused()
    {
        using var session = site.NewSession();
        var form = new MultipartFormDataContent { { new StringContent("I. MỤC TIÊU"), "files", "a.txt" } };
        Assert.Equal(HttpStatusCode.BadRequest, (await session.Send(new HttpRequestMessage(HttpMethod.Post, "/loads") { Content = form })).StatusCode);
        Assert.False(Directory.Exists(Path.Combine(site.Folder, "uploads")));
    }

    [Fact]
    public async Task Failures_stand_in_the_ledger_with_reasons_and_advice()
    {
        var page = await site.Page("/loads/files?state=failed");
        Assert.Equal(
            ["hong.docx", "1 kB", "lỗi", "Tệp hỏnghong.docx is damaged.", "Hãy lấy lại tệp từ nơi gửi rồi nạp lại."],
            page.One("tbody tr").Cells().Where((_, column) => column != 3));
        Assert.Equal("Get it again.", (await site.Page("/loads/files?state=failed&lang=en")).One("tbody tr").Cells()[^1]);
        Assert.Contains("Lỗi", page.All(".tabs [aria-current]").Select(tab => $"{char.ToUpperInvariant(tab[0])}{tab[1..]}"));
        var load = await site.Page("/loads/1");
        Assert.StartsWith("1 / 1", load.One("main .count").Seen());
        Assert.Contains("Thử lại các tệp này", load.All("button"));
    }

    public sealed class SmallSite : Site
    {
        public override async Task InitializeAsync()
        {
            Fail("hong.docx");
            await base.InitializeAsync();
        }
    }
}
