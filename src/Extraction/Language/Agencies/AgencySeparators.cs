namespace Plans.Extraction.Language;

/// <summary>What parts the names of a list: commas, semicolons, line breaks, "và", "cùng".</summary>
internal static class AgencySeparators
{
    /// <summary>Where the next item begins if a separator stands at a position; -1 if none does.</summary>
    public static int AfterSeparator(string text, string canon, int at, int end)
    {
        if (at >= end)
        {
            return -1;
        }

        if (text[at] == ',' && IsWithinAbbreviation(text, at, end))
        {
            return -1;
        }

        var next = at;
        if (text[at] is ',' or ';' or '\n' || (text[at] == '/' && at > 0))
        {
            next = SkipBlanks(text, at + 1, end);
            var and = AfterAnd(canon, next - 1);
            next = and >= 0 ? and : next;
            return next < end ? next : -1;
        }

        if (text[at] == ' ')
        {
            next = AfterAnd(canon, at);
            return next >= 0 && next < end ? next : -1;
        }

        return -1;
    }

    /// <summary>The position after " và " that begins at a blank; -1 where none does.</summary>
    public static int AfterAnd(string canon, int at)
    {
        foreach (var and in (string[])[" và ", " & ", " cùng với ", " cùng ", " - và "])
        {
            if (at >= 0 && at + and.Length <= canon.Length && string.CompareOrdinal(canon, at, and, 0, and.Length) == 0)
            {
                return at + and.Length;
            }
        }

        return -1;
    }

    /// <summary>"KH,CN&amp;MT": the comma parts letters, not names.</summary>
    private static bool IsWithinAbbreviation(string text, int at, int end) => at > 0 && at + 2 < end && char.IsUpper(text[at - 1]) && char.IsUpper(text[at + 1]) && (char.IsUpper(text[at + 2]) || text[at + 2] == '&');

    public static bool IsWordStart(string canon, int at) => at == 0 || !char.IsLetterOrDigit(canon[at - 1]);

    public static int SkipBlanks(string text, int at, int end)
    {
        while (at < end && char.IsWhiteSpace(text[at]))
        {
            at++;
        }

        return at;
    }
}
