using System.Text;
using Plans.Ingest.Encodings;

namespace Plans.Ingest.Tests;

/// <summary>Writes Vietnamese as programs did before Unicode: the inverse of the tables.</summary>
internal static class LegacyBytesOf
{
    public static readonly string AllLetters = string.Concat("àảãáạăằẳẵắặâầẩẫấậèẻẽéẹêềểễếệìỉĩíịòỏõóọôồổỗốộơờởỡớợùủũúụưừửữứựỳỷỹýỵđ".SelectMany(letter => new[] { letter, char.ToUpperInvariant(letter) }));

    public static LegacyEncoding Named(string name) => LegacyEncoding.All.Single(encoding => encoding.Name == name);

    /// <summary>The bytes; letters that the encoding lacks fail.</summary>
    public static byte[] Text(string text, string encoding)
    {
        var codes = new Dictionary<string, byte[]>(StringComparer.Ordinal);
        foreach (var (bytes, letter) in Named(encoding).Entries)
        {
            codes.TryAdd(letter, bytes);
        }

        return text.SelectMany(letter => Of(letter.ToString(), codes)).ToArray();
    }

    /// <summary>What a program that takes the bytes for code page 1252 shows.</summary>
    public static string Shown(string text, string encoding) => LegacyEncoding.Characters(Text(text, encoding));

    private static byte[] Of(string letter, Dictionary<string, byte[]> codes)
    {
        if (codes.TryGetValue(letter, out var bytes))
        {
            return bytes;
        }

        if (char.IsAscii(letter[0]))
        {
            return [(byte)letter[0]];
        }

        // A letter and its tone: code page 1258 writes them apart.
        var tone = letter.Normalize(NormalizationForm.FormD).Single(mark => "\u0300\u0309\u0303\u0301\u0323".Contains(mark)).ToString();
        var plain = letter.Normalize(NormalizationForm.FormD).Replace(tone, "").Normalize();
        return [.. Of(plain, codes), .. codes[tone]];
    }
}
