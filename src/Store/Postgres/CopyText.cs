using System.Globalization;
using System.Text;

namespace Plans.Store.Postgres;

/// <summary>Writes rows in the text format of COPY, in which the server reads every type itself (a tsvector has no other way in).</summary>
internal static class CopyText
{
    public static string Row(object?[] values)
    {
        var row = new StringBuilder();
        foreach (var value in values)
        {
            Append(row, value);
            row.Append('\t');
        }

        row[^1] = '\n';
        return row.ToString();
    }

    /// <summary>
    /// The text of the same length, in which U+FFFD stands for what PostgreSQL cannot hold (U+0000, halves of surrogate pairs), so that
    /// spans still fit.
    /// </summary>
    public static string Clean(string text)
    {
        StringBuilder? cleaned = null;
        for (var i = 0; i < text.Length; i++)
        {
            if (i + 1 < text.Length && char.IsSurrogatePair(text[i], text[i + 1]))
            {
                i++;
            }
            else if (text[i] == '\0' || char.IsSurrogate(text[i]))
            {
                (cleaned ??= new StringBuilder(text))[i] = '\uFFFD';
            }
        }

        return cleaned?.ToString() ?? text;
    }

    private static void Append(StringBuilder row, object? value)
    {
        switch (value)
        {
            case null:
                row.Append("\\N");
                break;
            case bool flag:
                row.Append(flag ? 't' : 'f');
                break;
            case byte[] bytes:
                row.Append("\\\\x").Append(Convert.ToHexStringLower(bytes));
                break;
            case string text:
                AppendEscaped(row, Clean(text));
                break;
            case double number:
                row.Append(number.ToString("R", CultureInfo.InvariantCulture));
                break;
            default:
                row.Append(CultureInfo.InvariantCulture, $"{value}");
                break;
        }
    }

    private static void AppendEscaped(StringBuilder row, string text)
    {
        foreach (var c in text)
        {
            _ = c switch
            {
                '\\' => row.Append("\\\\"),
                '\t' => row.Append("\\t"),
                '\n' => row.Append("\\n"),
                '\r' => row.Append("\\r"),
                _ => row.Append(c),
            };
        }
    }
}
