using System.Globalization;
using System.Text;

namespace Plans.Ingest.Archives.Mail;

/// <summary>A header such as <c>text/plain; charset="utf-8"</c>: its value in lower case and its parameters, decoded.</summary>
internal sealed record HeaderValue(string Value, IReadOnlyDictionary<string, string> Parameters)
{
    private static readonly HeaderValue Nothing = new("", new Dictionary<string, string>());

    public string? this[string parameter] => Parameters.GetValueOrDefault(parameter);

    public static HeaderValue Parse(string? header)
    {
        if (header is null)
        {
            return Nothing;
        }

        var parts = Parts(header).ToList();
        var raw = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var part in parts.Skip(1))
        {
            var equals = part.IndexOf('=');
            if (equals > 0)
            {
                raw.TryAdd(part[..equals].Trim(), Unquoted(part[(equals + 1)..].Trim()));
            }
        }

        return new(parts[0].Trim().ToLowerInvariant(), Decoded(raw));
    }

    /// <summary>Divides at semicolons outside of quotes.</summary>
    private static IEnumerable<string> Parts(string header)
    {
        var part = new StringBuilder();
        var quoted = false;
        for (var i = 0; i < header.Length; i++)
        {
            if (header[i] == '\\' && quoted && i + 1 < header.Length)
            {
                part.Append(header[i++]);
            }
            else if (header[i] == '"')
            {
                quoted = !quoted;
            }
            else if (header[i] == ';' && !quoted)
            {
                yield return part.ToString();
                part.Clear();
                continue;
            }

            part.Append(header[i]);
        }

        yield return part.ToString();
    }

    private static string Unquoted(string value)
    {
        if (value is not ['"', ..])
        {
            return value;
        }

        var text = new StringBuilder();
        for (var i = 1; i < value.Length && value[i] != '"'; i++)
        {
            i += value[i] == '\\' && i + 1 < value.Length ? 1 : 0;
            text.Append(value[i]);
        }

        return text.ToString();
    }

    /// <summary>Joins what RFC 2231 divides (name*0, name*1*), and decodes what it or RFC 2047 encodes.</summary>
    private static Dictionary<string, string> Decoded(Dictionary<string, string> raw)
    {
        var decoded = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var name in raw.Keys.Select(key => key.Split('*')[0]).Distinct(StringComparer.OrdinalIgnoreCase))
        {
            decoded[name] = raw.TryGetValue(name, out var plain) ? EncodedWords.Decode(plain) : Extended(name, raw);
        }

        return decoded;
    }

    private static string Extended(string name, Dictionary<string, string> raw)
    {
        if (raw.TryGetValue($"{name}*", out var whole))
        {
            return Charsets.Decode([.. PercentBytes(WithoutCharset(whole, out var named))], named);
        }

        var bytes = new List<byte>();
        string? charset = null;
        for (var number = 0; ; number++)
        {
            var key = string.Create(CultureInfo.InvariantCulture, $"{name}*{number}");
            if (raw.TryGetValue($"{key}*", out var encoded))
            {
                var value = number == 0 ? WithoutCharset(encoded, out charset) : encoded;
                bytes.AddRange(PercentBytes(value));
            }
            else if (raw.TryGetValue(key, out var plain))
            {
                bytes.AddRange(Encoding.UTF8.GetBytes(plain));
            }
            else
            {
                return Charsets.Decode([.. bytes], charset);
            }
        }
    }

    /// <summary>Takes the beginning <c>charset'language'</c> off.</summary>
    private static string WithoutCharset(string value, out string? charset)
    {
        var parts = value.Split('\'', 3);
        charset = parts.Length == 3 ? parts[0] : null;
        return parts[^1];
    }

    private static IEnumerable<byte> PercentBytes(string value)
    {
        for (var i = 0; i < value.Length; i++)
        {
            if (value[i] == '%' && i + 2 < value.Length && byte.TryParse(value.AsSpan(i + 1, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code))
            {
                yield return code;
                i += 2;
            }
            else
            {
                foreach (var one in Encoding.UTF8.GetBytes([value[i]]))
                {
                    yield return one;
                }
            }
        }
    }
}
