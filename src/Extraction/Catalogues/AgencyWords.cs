using Plans.Extraction.Language;

namespace Plans.Extraction.Catalogues;

/// <summary>The words from which names of agencies are built, and those at which they end.</summary>
internal static class AgencyWords
{
    /// <summary>Words with which the name of a body begins.</summary>
    public static readonly PhraseSet Heads = PhraseSet.Load("agency-heads.txt");

    /// <summary>Who heads a body, before its name: "Giám đốc | Sở Y tế", "Thủ trưởng | các sở".</summary>
    public static readonly PhraseSet Persons = PhraseSet.Load("agency-persons.txt");

    /// <summary>Words that begin like a body's name and are none: "ban hành", "báo cáo".</summary>
    public static readonly PhraseSet NotHeads = PhraseSet.Load("agency-not-heads.txt");

    /// <summary>Fields of ministries and departments, whose names hold commas and "và".</summary>
    public static readonly PhraseSet Fields = PhraseSet.Load("agency-fields.txt");

    /// <summary>Generic bodies strung together into one name.</summary>
    public static readonly PhraseSet Levels = PhraseSet.Load("agency-levels.txt");

    public static readonly PhraseSet Qualifiers = PhraseSet.Load("agency-qualifiers.txt");

    /// <summary>Phrases in names that hold a verb: "chăn nuôi", "tư vấn phát triển".</summary>
    public static readonly PhraseSet NameVerbs = PhraseSet.Load("agency-name-verbs.txt");

    /// <summary>Where the action begins and a list of agencies ends.</summary>
    public static readonly PhraseSet Actions = PhraseSet.Load("action-verbs.txt");
}

/// <summary>A set of phrases in canonical form, asked for the longest one at a place in a text.</summary>
internal sealed class PhraseSet
{
    private readonly Dictionary<string, List<string>> _byFirstWord = [];

    private PhraseSet(IEnumerable<string> phrases)
    {
        foreach (var phrase in phrases)
        {
            var first = FirstWord(phrase, 0).ToString();
            (_byFirstWord.TryGetValue(first, out var list) ? list : _byFirstWord[first] = []).Add(phrase);
        }

        foreach (var list in _byFirstWord.Values)
        {
            list.Sort((a, b) => b.Length.CompareTo(a.Length));
        }
    }

    public static PhraseSet Load(string file) => new(Catalogue.Rows(file).Select(row => Canon.Form(row[0])));

    public static PhraseSet Of(IEnumerable<string> phrases) => new(phrases);

    /// <summary>The length of the longest phrase that stands at a position as whole words; 0 where none does.</summary>
    public int LengthAt(string canon, int at)
    {
        if (at >= canon.Length || (at > 0 && char.IsLetterOrDigit(canon[at - 1])) || !_byFirstWord.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(FirstWord(canon, at), out var list))
        {
            return 0;
        }

        foreach (var phrase in list)
        {
            if (string.CompareOrdinal(canon, at, phrase, 0, phrase.Length) == 0 &&
                (at + phrase.Length >= canon.Length || !char.IsLetterOrDigit(canon[at + phrase.Length])))
            {
                return phrase.Length;
            }
        }

        return 0;
    }

    private static ReadOnlySpan<char> FirstWord(string text, int at)
    {
        var end = at;
        while (end < text.Length && char.IsLetterOrDigit(text[end]))
        {
            end++;
        }

        return text.AsSpan(at, end - at);
    }
}
