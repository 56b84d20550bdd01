using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Plans.Ingest.Archives.Mail;

/// <summary>Header text with encoded words: <c>=?utf-8?B?S+G6vw==?=</c> (RFC 2047).</summary>
internal static partial class EncodedWords
{
    public static string Decode(string text)
    {
        var decoded = new StringBuilder();
        var held = new List<byte>();
        string? charset = null;
        var at = 0;
        foreach (Match word in Word().Matches(text))
        {
            var between = text[at..word.Index];
            var follows = held.Count > 0 && string.IsNullOrWhiteSpace(between);

            // Words that follow each other are one text: some programs divide a character between them.
            if (!follows || charset != word.Groups[1].Value)
            {
                decoded.Append(Charsets.Decode([.. held], charset)).Append(follows ? "" : between);
                held.Clear();
            }

            charset = word.Groups[1].Value;
            held.AddRange(Bytes(word.Groups[2].Value, word.Groups[3].Value));
            at = word.Index + word.Length;
        }

        return decoded.Append(Charsets.Decode([.. held], charset)).Append(text.AsSpan(at)).ToString();
    }

    private static byte[] Bytes(string way, string encoded)
    {
        if (way is "B" or "b")
        {
            var clean = encoded.TrimEnd('=');
            var bytes = new byte[encoded.Length];
            return Convert.TryFromBase64String(clean.PadRight((clean.Length + 3) / 4 * 4, '='), bytes, out var count) ? bytes[..count] : Encoding.ASCII.GetBytes(encoded);
        }

        var plain = new List<byte>();
        for (var i = 0; i < encoded.Length; i++)
        {
            if (encoded[i] == '=' && i + 2 < encoded.Length && byte.TryParse(encoded.AsSpan(i + 1, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code))
            {
                plain.Add(code);
                i += 2;
            }
            else
            {
                plain.Add(encoded[i] == '_' ? (byte)' ' : (byte)encoded[i]);
            }
        }

        return [.. plain];
    }

    [GeneratedRegex(@"=\?([^?*\s]{1,40})(?:\*[^?\s]{0,20})?\?([BbQq])\?([^?\s]*)\?=", RegexOptions.NonBacktracking)]
    private static partial Regex Word();
}
