namespace Plans.Extraction.Tests.Properties;

/// <summary>What may happen to a plan's text on its way.</summary>
internal static class Mutation
{
    private const string Signs = "().,;:-+%/\"0IVX\t";

    public static readonly IReadOnlyDictionary<string, Func<string, Random, string>> Kinds = new Dictionary<string, Func<string, Random, string>>
    {
        ["cut off"] = (text, random) => text[..random.Next(1, text.Length)],
        ["without its beginning"] = (text, random) => text[random.Next(1, text.Length)..],
        ["with holes"] = (text, random) => string.Concat(text.Chunk(40).Where(_ => random.Next(4) > 0).Select(piece => new string(piece))),
        ["lines twice"] = (text, random) => Lines(text, lines => lines.SelectMany(line => random.Next(3) == 0 ? new[] { line, line } : [line])),
        ["lines in disorder"] = (text, random) => Lines(text, lines => lines.OrderBy(_ => random.Next())),
        ["lines joined"] = (text, _) => string.Join(' ', text.Split('\n')),
        ["letters swapped"] = Swapped,
        ["signs for letters"] = (text, random) => string.Concat(text.Select(c => random.Next(30) == 0 ? Signs[random.Next(Signs.Length)] : c)),
        ["all capitals"] = (text, _) => text.ToUpperInvariant(),
        ["without punctuation"] = (text, _) => string.Concat(text.Where(c => c is not ('.' or ',' or ';' or ':'))),
    };

    private static string Lines(string text, Func<IEnumerable<string>, IEnumerable<string>> change) => string.Join('\n', change(text.Split('\n')));

    private static string Swapped(string text, Random random)
    {
        var letters = text.ToCharArray();
        for (var i = 1; i < letters.Length; i++)
        {
            if (random.Next(20) == 0)
            {
                (letters[i - 1], letters[i]) = (letters[i], letters[i - 1]);
            }
        }

        return new string(letters);
    }
}
