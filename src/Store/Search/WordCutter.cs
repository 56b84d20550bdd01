using System.Globalization;
using System.Text;

namespace Plans.Store.Search;

/// <summary>
/// Cuts a text into words: runs of letters and digits with the marks on them, as the tokenizer of the full-text index cuts them. Makes
/// nothing on the way, since whole passages are cut for every page of hits.
/// </summary>
internal struct WordCutter(string text)
{
    private enum Sign : byte { None, Word, Mark }

    /// <summary>All letters of Vietnamese stand below it.</summary>
    private const int TableSize = 0x1F00;

    private static readonly Sign[] Table =
        [.. Enumerable.Range(0, TableSize).Select(code => Of(new Rune(code)))];

    private int position;

    public bool Next(out Range word)
    {
        var start = -1;
        while (position < text.Length)
        {
            var length = 1;
            var sign = text[position] < TableSize ? Table[text[position]] : Beyond(out length);
            if (start < 0 && sign == Sign.Word)
            {
                start = position;
            }
            else if (start >= 0 && sign == Sign.None)
            {
                word = start..position;
                return true;
            }

            position += length;
        }

        word = start < 0 ? default : start..position;
        return start >= 0;
    }

    private readonly Sign Beyond(out int length)
    {
        Rune.DecodeFromUtf16(text.AsSpan(position), out var rune, out length);
        return Of(rune);
    }

    private static Sign Of(Rune rune) => Rune.GetUnicodeCategory(rune) switch
    {
        UnicodeCategory.NonSpacingMark => Sign.Mark,
        UnicodeCategory.PrivateUse => Sign.Word,
        _ => Rune.IsLetter(rune) || Rune.IsNumber(rune) ? Sign.Word : Sign.None,
    };
}
