using System.Text.RegularExpressions;
using Plans.Extraction.Catalogues;
using Plans.Extraction.Language;

namespace Plans.Extraction.Tables;

/// <summary>What stands above a table for all its cells: "(Đơn vị tính: %)", "ĐVT: xã", "(Đơn vị: số xã đạt chuẩn)".</summary>
/// <param name="Unit">The unit of every value.</param>
/// <param name="Before">What is counted in the places that the rows name; null where the caption gives the unit alone.</param>
internal sealed partial record TableCaption(string Unit, string? Before)
{
    /// <summary>How far above the table its caption stands.</summary>
    private const int Reach = 120;

    private const string Number = "số ";

    [GeneratedRegex(@"(?:đơn vị(?: tính)?|đvt)\s?:\s?(?<u>[^()\n:]{1,60})\)?\s*$", RegexOptions.IgnoreCase, RegexLimit.Milliseconds)]
    private static partial Regex Pattern();

    /// <summary>Null where no unit, or one that is none of <see cref="Units"/>, stands there.</summary>
    public static TableCaption? Of(ReadTable table)
    {
        var start = table.Grid.Table.Range.Start;
        var above = table.Text[Math.Max(0, start - Reach)..start];
        if (Pattern().Match(above) is not { Success: true } match)
        {
            return null;
        }

        var said = match.Groups["u"].Value.Trim().TrimEnd('.', ';');
        var canon = Canon.Form(said);
        var at = canon.StartsWith(Number, StringComparison.Ordinal) ? Number.Length : 0;
        if (said == "%")
        {
            return new TableCaption(said, null);
        }

        return Units.At(canon, at) is not { } unit || (at == 0 && unit.Length < said.Length) ? null
            : new TableCaption(said.Substring(at, unit.Length), at > 0 && at + unit.Length < said.Length ? said : null);
    }
}
