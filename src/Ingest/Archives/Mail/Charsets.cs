using System.Text;

namespace Plans.Ingest.Archives.Mail;

/// <summary>The encodings that mails name.</summary>
internal static class Charsets
{
    /// <returns>Null for one that is not known, and for windows-1258, which mails name and other encodings stand in.</returns>
    public static Encoding? Find(string? name)
    {
        if (string.IsNullOrEmpty(name) || name.Contains("1258", StringComparison.Ordinal))
        {
            return null;
        }

        try
        {
            return CodePagesEncodingProvider.Instance.GetEncoding(name) ?? Encoding.GetEncoding(name);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    /// <summary>A short text, in the named encoding or by what it looks like.</summary>
    public static string Decode(byte[] bytes, string? charset) =>
        Find(charset) is { } encoding ? encoding.GetString(bytes) : NameDecoding.For([bytes]).Decode(bytes);
}
