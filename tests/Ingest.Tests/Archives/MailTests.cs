using System.Text;

namespace Plans.Ingest.Tests.Archives;

public class MailTests
{
    private const string Head = """
        From: Van thu <vanthu@example.vn>
        To: So Tai chinh <stc@example.vn>
        Subject: =?utf-8?B?S+G6vyBob+G6oWNo?=
        Date: Thu, 14 Mar 2024 08:00:00 +0700
        MIME-Version: 1.0

        """;

    private static readonly string Attachment = Convert.ToBase64String(Encoding.UTF8.GetBytes("KẾ HOẠCH phát triển"), Base64FormattingOptions.InsertLineBreaks);

    [Fact]
    public void Text_and_attachments_are_the_members()
    {
        var mail = $"""
            {Head}Content-Type: multipart/mixed; boundary="b1"

            This part is for nobody.
            --b1
            Content-Type: text/plain; charset=utf-8
            Content-Transfer-Encoding: quoted-printable

            K=C3=ADnh g=E1=BB=ADi qu=C3=BD c=
            =C6=A1 quan
            --b1
            Content-Type: application/octet-stream; name="x"
            Content-Disposition: attachment; filename*=UTF-8''K%E1%BA%BF%20ho%E1%BA%A1ch.txt
            Content-Transfer-Encoding: base64

            {Attachment}
            --b1--
            """;

        Assert.Equal(["thu.txt: Kính gửi quý cơ quan", "Kế hoạch.txt: KẾ HOẠCH phát triển"], Read(mail).Members);
    }

    [Theory]
    [InlineData("filename=\"=?utf-8?B?S+G6vyBob+G6oWNo?= =?utf-8?Q?_s=E1=BB=91_1.txt?=\"", "Kế hoạch số 1.txt")]
    [InlineData("filename*0*=UTF-8''K%E1%BA; filename*1*=%BF%20; filename*2=\"hoach.txt\"", "Kế hoach.txt")]
    [InlineData("filename=\"../../a;b.txt\"", "a;b.txt")]
    public void Names_of_attachments_are_decoded(string disposition, string name)
    {
        var mail = $"{Head}Content-Type: multipart/mixed; boundary=b1\n\n--b1\nContent-Disposition: attachment; {disposition}\n\nx\n--b1--\n";

        Assert.Equal([$"{name}: x"], Read(mail).Members);
    }

    [Fact]
    public void Of_a_text_in_several_versions_the_richest_is_taken_and_images_in_it_are_left_out()
    {
        var mail = $"""
            {Head}Content-Type: multipart/related; boundary=outer

            --outer
            Content-Type: multipart/alternative; boundary=inner

            --inner
            Content-Type: text/plain

            Bang
            --inner
            Content-Type: text/html; charset=windows-1252

            <table><tr><td>Bang</td></tr></table>
            --inner--

            --outer
            Content-Type: image/png; name=logo.png
            Content-ID: <1>
            Content-Transfer-Encoding: base64

            AAAA
            --outer--
            """;

        Assert.Equal(["thu.html: \uFEFF<table><tr><td>Bang</td></tr></table>", "logo.png ~ mail-part"], Read(mail).Members);
    }

    [Fact]
    public void A_mail_in_a_mail_is_a_member()
    {
        var mail = $"{Head}Content-Type: multipart/mixed; boundary=b1\n\n--b1\nContent-Type: message/rfc822\n\nFrom: a\nSubject: b\n\nc\n--b1--\n";

        Assert.Equal(["message.eml: From: a\nSubject: b\n\nc"], Read(mail).Members);
    }

    [Fact]
    public void A_mail_cut_off_gives_what_came_before_and_says_so()
    {
        var mail = $"{Head}Content-Type: multipart/mixed; boundary=b1\n\n--b1\nContent-Disposition: attachment; filename=a.txt\n\nA\n--b1\nContent-Disposition: attachment; filename=b.txt\n\nB\n";
        var unpacked = Read(mail);

        Assert.Equal(["a.txt: A", "b.txt ! damaged"], unpacked.Members);
        Assert.Equal(FailureReasons.Damaged, unpacked.End?.Reason);
    }

    [Fact]
    public void A_mail_without_parts_is_its_text() => Assert.Equal(["thu.txt: Kính gửi"], Read($"{Head}\nKính gửi").Members);

    private static Unpacking Read(string mail) => Unpacking.Of(Encoding.UTF8.GetBytes(mail), "thu.eml");
}
