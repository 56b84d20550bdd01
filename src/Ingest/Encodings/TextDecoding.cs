using System.Text;

namespace Plans.Ingest.Encodings;

/// <summary>Bytes to characters: UTF-8 with or without BOM, UTF-16 with BOM or where every second byte shows it, else the legacy encodings.</summary>
internal static class TextDecoding
{
    /// <summary>Stands where bytes are no character.</summary>
    public const char Unreadable = '\uFFFD';

    /// <summary>Of the letters beyond ASCII, one in so many may be unreadable: a damaged copy of a text has few, another encoding has nothing else.</summary>
    private const int LettersForOneUnreadable = 10;

    private static readonly UTF8Encoding StrictUtf8 = new(false, throwOnInvalidBytes: true);

    /// <summary>The characters, or null where the bytes are in none of these encodings. Text in Unicode may still hold legacy codes, as a copy does.</summary>
    public static string? TryDecode(ReadOnlySpan<byte> bytes) => TryUnicode(bytes) is { } unicode ? new LegacyText().RepairLines(unicode) : LegacyBytes.TryDecode(bytes);

    /// <summary>The characters, or null where the bytes are not Unicode. A few bytes may be damaged: <see cref="Unreadable"/> stands in their place.</summary>
    public static string? TryUnicode(ReadOnlySpan<byte> bytes)
    {
        bytes = bytes.StartsWith(Encoding.UTF8.Preamble) ? bytes[3..] : bytes;
        try
        {
            if (Utf16Of(bytes) is { } utf16)
            {
                return utf16.GetString(bytes[..(bytes.Length & ~1)]);
            }

            return StrictUtf8.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return Damaged(bytes);
        }
    }

    private static string? Damaged(ReadOnlySpan<byte> bytes)
    {
        var text = Encoding.UTF8.GetString(bytes);
        var (letters, unreadable) = (text.Count(c => c >= '\u0080' && c != Unreadable), text.Count(c => c == Unreadable));
        return letters >= unreadable * LettersForOneUnreadable ? text : null;
    }

    /// <summary>Whether the beginning decodes to something that people could have typed.</summary>
    public static bool LooksLikeText(ReadOnlySpan<byte> bytes)
    {
        const int Sample = 64 * 1024;
        var start = bytes.Length <= Sample ? bytes : WholeCharacters(bytes[..Sample]);
        var text = TryUnicode(start) ?? LegacyBytes.TryDecode(start);
        if (string.IsNullOrEmpty(text))
        {
            return false;
        }

        // Some NUL bytes are dirt in a text; many controls are a binary file.
        var controls = text.Count(c => char.IsControl(c) && !char.IsWhiteSpace(c));
        return controls <= text.Length / 5;
    }

    private static UnicodeEncoding? Utf16Of(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < 2)
        {
            return null;
        }

        if (bytes is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..])
        {
            return new UnicodeEncoding(bytes[0] == 0xFE, byteOrderMark: true, throwOnInvalidBytes: true);
        }

        // Blanks, digits and most letters of Vietnamese lie below U+0200: without a mark, one half of the bytes is nearly always 0 or 1.
        var sample = bytes[..Math.Min(bytes.Length, 4096)];
        int even = 0, odd = 0;
        for (var i = 0; i < sample.Length; i++)
        {
            var zero = sample[i] == 0 ? 1 : 0;
            even += i % 2 == 0 ? zero : 0;
            odd += i % 2 == 1 ? zero : 0;
        }

        var half = sample.Length / 2;
        return (even > half / 2, odd > half / 2) switch
        {
            (true, false) => new UnicodeEncoding(bigEndian: true, byteOrderMark: false, throwOnInvalidBytes: true),
            (false, true) => new UnicodeEncoding(bigEndian: false, byteOrderMark: false, throwOnInvalidBytes: true),
            _ => null,
        };
    }

    /// <summary>Drops the last UTF-8 character of a sample, since it may be cut.</summary>
    private static ReadOnlySpan<byte> WholeCharacters(ReadOnlySpan<byte> sample)
    {
        if (Utf16Of(sample) is not null)
        {
            return sample[..^2];
        }

        var end = sample.Length;
        while (end > 0 && (sample[end - 1] & 0xC0) == 0x80)
        {
            end--;
        }

        return sample[..Math.Max(0, end - 1)];
    }
}
