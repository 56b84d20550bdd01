using System.Collections.Frozen;
using System.Text;

namespace Plans.Corpus.Rendering.Web;

/// <summary>What code page 1252 can hold.</summary>
internal static class LegacyPage
{
    private static readonly FrozenSet<char> Characters =
        CodePagesEncodingProvider.Instance.GetEncoding(1252)!.GetString([.. Enumerable.Range(0, 256).Select(code => (byte)code)]).ToFrozenSet();

    public static bool Has(char c) => Characters.Contains(c);
}
