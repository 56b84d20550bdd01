using System.Text;

namespace Plans.Ingest.Archives.Mail;

/// <summary>
/// Takes a mail apart (also a web page saved as one file, which has the same form): its text and its attachments are the members. Of a text
/// in several versions the last readable one is taken, which is the richest.
/// </summary>
internal sealed class MailUnpacker : IUnpacker
{
    private const int MostDepth = 20;
    private const int MostText = 64 << 20;

    public void Unpack(ArchiveFile file, ArchiveWalk walk)
    {
        using var bytes = File.OpenRead(file.Path);
        var lines = new MailLines(bytes);
        var headers = MailHeaders.Read(lines);
        new MailReading(lines, walk, Path.GetFileNameWithoutExtension(file.Name)).Part(headers, []);
    }

    /// <summary>One pass over the lines of a mail.</summary>
    private sealed class MailReading(MailLines lines, ArchiveWalk walk, string name)
    {
        /// <returns>The body at which the part ended.</returns>
        public PartBody Part(MailHeaders headers, IReadOnlyList<byte[]> around)
        {
            var type = HeaderValue.Parse(headers["Content-Type"]);
            return type.Value.StartsWith("multipart/", StringComparison.Ordinal) && type["boundary"] is { Length: > 0 } boundary && around.Count < MostDepth
                ? Parts(type.Value, Encoding.UTF8.GetBytes(boundary), around)
                : Leaf(headers, type, around);
        }

        private PartBody Parts(string type, byte[] boundary, IReadOnlyList<byte[]> around)
        {
            IReadOnlyList<byte[]> boundaries = [.. around, boundary];
            var body = new PartBody(lines, boundaries, "");
            body.Skip();
            var versions = new List<Text>();
            while (body.EndedBy == around.Count && !body.EndedLast)
            {
                var headers = MailHeaders.Read(lines);
                if (type == "multipart/alternative" && IsText(headers))
                {
                    body = ReadText(headers, boundaries, out var text);
                    versions.Add(text);
                }
                else
                {
                    body = Part(headers, boundaries);
                }
            }

            if (versions.Where(version => version.Bytes.Length > 0).LastOrDefault() is { } richest)
            {
                HandOver(richest);
            }

            if (body.IsCutOff)
            {
                throw new EndOfStreamException("it is cut off.");
            }

            if (body.EndedBy == around.Count)
            {
                body = new PartBody(lines, around, "");
                body.Skip();
            }

            return body;
        }

        private PartBody Leaf(MailHeaders headers, HeaderValue type, IReadOnlyList<byte[]> around)
        {
            if (IsText(headers))
            {
                var read = ReadText(headers, around, out var text);
                if (text.Bytes.Length > 0)
                {
                    HandOver(text);
                }

                return read;
            }

            var body = new PartBody(lines, around, EncodingOf(headers));
            var attached = NameOf(headers) ?? Unnamed(type);
            if (headers["Content-ID"] is not null && type.Value.StartsWith("image/", StringComparison.Ordinal) && !IsAttachment(headers))
            {
                walk.Omit(attached, OmissionReasons.MailPart, "An image shown in the text of the mail.");
            }
            else if (type.Value is "application/pkcs7-signature" or "application/x-pkcs7-signature" or "application/pgp-signature")
            {
                walk.Omit(attached, OmissionReasons.MailPart, "A signature over the mail.");
            }
            else
            {
                walk.File(attached, new MemberFacts(), body);
            }

            body.Skip();
            return body;
        }

        private sealed record Text(string Name, byte[] Bytes);

        /// <summary>A text is held in memory, up to the limit of texts: which of several versions is wanted shows only at their end.</summary>
        private PartBody ReadText(MailHeaders headers, IReadOnlyList<byte[]> around, out Text text)
        {
            var type = HeaderValue.Parse(headers["Content-Type"]);
            var body = new PartBody(lines, around, EncodingOf(headers));
            using var held = new MemoryStream();
            var buffer = new byte[64 * 1024];
            try
            {
                while (body.Read(buffer) is > 0 and var count)
                {
                    held.Write(buffer, 0, (int)Math.Min(count, MostText - held.Length));
                }
            }
            catch (EndOfStreamException)
            {
                // What there is of the text is kept; that the mail is cut off is said at its end.
            }

            var bytes = held.ToArray();
            if (Charsets.Find(type["charset"]) is { } encoding && encoding is not UTF8Encoding)
            {
                bytes = [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(encoding.GetString(bytes))];
            }

            var isBlank = !bytes.AsSpan().ContainsAnyExcept(" \t\r\n"u8);
            text = new Text(name + (type.Value == "text/html" ? ".html" : ".txt"), isBlank ? [] : bytes);
            return body;
        }

        private void HandOver(Text text)
        {
            using var content = new MemoryStream(text.Bytes);
            walk.File(text.Name, new MemberFacts(), content);
        }

        /// <summary>The text of the mail itself, in contrast to a text attached to it.</summary>
        private static bool IsText(MailHeaders headers)
        {
            var type = HeaderValue.Parse(headers["Content-Type"]).Value;
            return type is "" or "text/plain" or "text/html" && !IsAttachment(headers) && NameOf(headers) is null;
        }

        private static bool IsAttachment(MailHeaders headers) => HeaderValue.Parse(headers["Content-Disposition"]).Value == "attachment";

        private static string? NameOf(MailHeaders headers) =>
            HeaderValue.Parse(headers["Content-Disposition"])["filename"] is { Length: > 0 } given ? given
            : HeaderValue.Parse(headers["Content-Type"])["name"] is { Length: > 0 } typed ? typed : null;

        private static string Unnamed(HeaderValue type) => type.Value switch
        {
            "message/rfc822" => "message.eml",
            "text/html" => "attachment.html",
            "text/plain" => "attachment.txt",
            _ => "attachment",
        };

        private static string EncodingOf(MailHeaders headers) => (headers["Content-Transfer-Encoding"] ?? "").Trim().ToLowerInvariant();
    }
}
