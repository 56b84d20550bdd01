using System.Globalization;

namespace Plans.Store.Search;

internal enum TokenKind { Words, Quoted, Field, Or, Open, Close }

/// <param name="Text">Lower case, composed; of a field its value.</param>
/// <param name="Within">The number after <c>"…"~</c>.</param>
internal sealed record QueryToken(TokenKind Kind, string Text = "", bool Excluded = false, string? Field = null, int? Within = null);

/// <summary>Cuts a query at blanks, quotes and brackets.</summary>
internal static class QueryTokens
{
    public static IEnumerable<QueryToken> Of(string query)
    {
        // In a title that is pasted in capitals HOẶC is a word as any other.
        var capitals = !query.Any(char.IsLower);
        var i = 0;
        while (i < query.Length)
        {
            if (char.IsWhiteSpace(query[i]))
            {
                i++;
                continue;
            }

            var excluded = query[i] == '-';
            i += excluded ? 1 : 0;
            if (i >= query.Length)
            {
                yield break;
            }

            if (query[i] is '(' or ')')
            {
                yield return new QueryToken(query[i] == '(' ? TokenKind.Open : TokenKind.Close);
                i++;
            }
            else if (IsQuote(query[i]))
            {
                var text = Quoted(query, ref i);
                yield return new QueryToken(TokenKind.Quoted, Folding.Lower(text), excluded, Within: Within(query, ref i));
            }
            else
            {
                var text = Run(query, ref i, cutAtColon: true);
                if (text.EndsWith(':') && QueryFields.Knows(Folding.Lower(text[..^1])) && i < query.Length && !char.IsWhiteSpace(query[i]))
                {
                    var value = IsQuote(query[i]) ? Quoted(query, ref i) : Run(query, ref i, cutAtColon: false);
                    yield return new QueryToken(TokenKind.Field, Folding.Lower(value), excluded, Folding.Lower(text[..^1]));
                    continue;
                }

                text += Run(query, ref i, cutAtColon: false);
                yield return text is "OR" or "|" || (text == "HOẶC" && !capitals)
                    ? new QueryToken(TokenKind.Or)
                    : new QueryToken(TokenKind.Words, Folding.Lower(text), excluded);
            }
        }
    }

    /// <summary>To the next blank, quote or bracket; brackets inside a word (m(2) belong to it only as signs.</summary>
    /// <param name="cutAtColon">Ends after the first colon.</param>
    private static string Run(string query, ref int i, bool cutAtColon)
    {
        var start = i;
        while (i < query.Length && !char.IsWhiteSpace(query[i]) && !IsQuote(query[i]) && query[i] is not ('(' or ')'))
        {
            i++;
            if (cutAtColon && query[i - 1] == ':')
            {
                break;
            }
        }

        return query[start..i];
    }

    /// <summary>A quote that is not closed runs to the end.</summary>
    private static string Quoted(string query, ref int i)
    {
        var start = ++i;
        while (i < query.Length && !IsQuote(query[i]))
        {
            i++;
        }

        var text = query[start..i];
        i = Math.Min(i + 1, query.Length);
        return text;
    }

    private static int? Within(string query, ref int i)
    {
        var end = i + 1;
        while (i < query.Length && query[i] == '~' && end < query.Length && char.IsAsciiDigit(query[end]))
        {
            end++;
        }

        if (end <= i + 1)
        {
            return null;
        }

        var number = query[(i + 1)..end];
        i = end;
        return int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var within) ? within : int.MaxValue;
    }

    /// <summary>Straight and typographic, as word processors put them.</summary>
    private static bool IsQuote(char c) => c is '"' or '“' or '”' or '„';
}
