using Plans.Extraction.Tests.Evaluation;

namespace Plans.Extraction.Tests.Specification;

/// <summary>The specifications of docs/grammar are the tests of the grammars: each example is a case.</summary>
public sealed class GrammarTests
{
    private static readonly IReadOnlyList<Example> Examples =
        [.. Directory.GetFiles(Path.Combine(Corpus.Root, "docs", "grammar"), "*.md").Order(StringComparer.Ordinal).SelectMany(SpecFile.Read)];

    public static TheoryData<string, int, string> Cases
    {
        get
        {
            var cases = new TheoryData<string, int, string>();
            foreach (var example in Examples)
            {
                cases.Add(example.File, example.Line, example.Text);
            }

            return cases;
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Example(string file, int line, string text)
    {
        var example = Examples.Single(e => e.File == file && e.Line == line);
        var facts = GrammarReaders.Read(example);

        var (expected, actual) = (Show(example.Facts, example.Facts), Show(facts, example.Facts));
        Assert.True(expected == actual, $"docs/grammar/{file}, line {line}: {text}\nexpected:\n{expected}\nread:\n{actual}");
    }

    [Fact]
    public void Every_grammar_has_a_specification_with_examples() =>
        Assert.Equal(GrammarReaders.Files.Order(StringComparer.Ordinal), Examples.Select(e => e.File).Distinct());

    /// <summary>The facts line by line, with the fields that the example gives.</summary>
    private static string Show(IReadOnlyList<IReadOnlyDictionary<string, string>> facts, IReadOnlyList<IReadOnlyDictionary<string, string>> fields)
    {
        var names = fields.Count > 0 ? fields[0].Keys : facts.Take(1).SelectMany(fact => fact.Keys);
        return string.Join('\n', facts.Select(fact => string.Join(", ", names.Select(name => $"{name} = {fact[name]}"))));
    }
}
