using System.Text;

namespace Plans.Ingest.Archives.Mail;

/// <summary>The headers of a mail or of one of its parts (RFC 5322, RFC 2045).</summary>
internal sealed class MailHeaders
{
    private const int MostBytes = 1 << 20;

    /// <summary>Headers that every mail has some of, and hardly any other text begins with.</summary>
    private static readonly string[] Usual =
        ["From", "To", "Subject", "Date", "Message-ID", "MIME-Version", "Received", "Return-Path", "Content-Type", "Delivered-To", "Reply-To", "X-Mailer", "Thread-Topic"];

    private readonly Dictionary<string, string> _values = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The value as written, folded lines joined; null where there is no such header.</summary>
    public string? this[string name] => _values.GetValueOrDefault(name);

    /// <summary>Reads up to the empty line that ends headers.</summary>
    public static MailHeaders Read(MailLines lines)
    {
        var headers = new MailHeaders();
        var current = new StringBuilder();
        for (var bytes = 0; lines.Next() && bytes < MostBytes; bytes += lines.Line.Length)
        {
            var line = Text(lines.Line.Span).TrimEnd('\r', '\n');
            if (line.Length == 0)
            {
                break;
            }

            if (line[0] is not (' ' or '\t'))
            {
                headers.Add(current.ToString());
                current.Clear();
            }

            current.Append(line);
        }

        headers.Add(current.ToString());
        return headers;
    }

    /// <summary>Whether a file begins with the headers of a mail: lines of name and value, three of them usual ones.</summary>
    public static bool LooksLikeMail(ReadOnlySpan<byte> beginning)
    {
        var usual = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var range in beginning.Split((byte)'\n'))
        {
            var line = beginning[range].TrimEnd((byte)'\r');
            var colon = line.IndexOf((byte)':');
            if (line.IsEmpty || (line[0] is not ((byte)' ' or (byte)'\t') && (colon <= 0 || line[..colon].ContainsAnyExceptInRange((byte)'!', (byte)'~'))))
            {
                break;
            }

            if (colon > 0 && Encoding.ASCII.GetString(line[..colon]) is var name && Usual.Contains(name, StringComparer.OrdinalIgnoreCase))
            {
                usual.Add(name);
            }
        }

        return usual.Count >= 3 && (usual.Contains("MIME-Version") || usual.Contains("Received") || usual.Contains("Message-ID") || (usual.Contains("From") && usual.Contains("Date")));
    }

    private void Add(string header)
    {
        var colon = header.IndexOf(':');
        if (colon > 0)
        {
            _values.TryAdd(header[..colon].Trim(), header[(colon + 1)..].Trim());
        }
    }

    /// <summary>Headers are ASCII; some programs write UTF-8 all the same.</summary>
    private static string Text(ReadOnlySpan<byte> line)
    {
        try
        {
            return new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(line);
        }
        catch (DecoderFallbackException)
        {
            return Encoding.Latin1.GetString(line);
        }
    }
}
