namespace Plans.Web.Shared;

/// <summary>Long texts in lists: their beginning, up to the end of a word.</summary>
internal static class Cut
{
    /// <param name="most">Letters that are shown at most.</param>
    public static string Words(string text, int most) =>
        text.Length > most && text.LastIndexOf(' ', most) is > 0 and var end ? $"{text[..end]} …" : text;
}
