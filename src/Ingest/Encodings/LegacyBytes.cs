namespace Plans.Ingest.Encodings;

/// <summary>Finds the encoding of a file that is not Unicode and names none, by how many syllables become legal.</summary>
internal static class LegacyBytes
{
    private const int Sample = 64 * 1024;

    /// <summary>The text, or null where no legacy encoding makes it Vietnamese. Lines may be in different encodings.</summary>
    public static string? TryDecode(ReadOnlySpan<byte> bytes)
    {
        var start = bytes[..Math.Min(bytes.Length, Sample)];
        if (Controls(start) > start.Length / 20)
        {
            return null;
        }

        var sample = LegacyEncoding.Characters(start);
        var likeliest = LegacyEncoding.All.OrderByDescending(encoding => Measure(encoding.Decode(sample)).MarkedLegal).ToList();
        if (!IsVietnamese(Measure(Decode(sample, likeliest))))
        {
            return null;
        }

        return bytes.Length <= Sample ? Decode(sample, likeliest) : Decode(LegacyEncoding.Characters(bytes), likeliest);
    }

    /// <summary>VISCII and VPS have some rare capitals among the control codes; files that are no text have many.</summary>
    private static int Controls(ReadOnlySpan<byte> bytes)
    {
        var count = 0;
        foreach (var code in bytes)
        {
            count += code < 0x20 && code is not ((byte)'\t' or (byte)'\n' or (byte)'\r' or (byte)'\f') ? 1 : 0;
        }

        return count;
    }

    private static bool IsVietnamese(SyllableMeasure measure) => measure is { MarkedLegal: > 0, MarkedShare: >= LegacyText.LeastShare };

    private static string Decode(string text, IReadOnlyList<LegacyEncoding> likeliest) =>
        string.Join('\n', text.Split('\n').Select(line => DecodeLine(line, likeliest)));

    private static string DecodeLine(string line, IReadOnlyList<LegacyEncoding> likeliest)
    {
        var first = Decode(line, likeliest[0]);
        if (!line.AsSpan().ContainsAnyExceptInRange('\0', '\u007F') || Measure(first) is { Marked: var marked, MarkedLegal: var legal } && legal == marked)
        {
            return first;
        }

        return likeliest.Select(encoding => Decode(line, encoding)).MaxBy(decoded => Measure(decoded).MarkedLegal)!;
    }

    private static string Decode(string line, LegacyEncoding encoding) =>
        encoding == LegacyEncoding.Tcvn3 ? Tcvn3Capitals.Restore(encoding.Decode(line)) : encoding.Decode(line);

    private static SyllableMeasure Measure(string text) => VietnameseSyllables.Measure(CleanText.Of(text));
}
