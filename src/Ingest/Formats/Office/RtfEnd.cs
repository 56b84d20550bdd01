namespace Plans.Ingest.Formats.Office;

/// <summary>An RTF document is one group in braces. LibreOffice refuses one that breaks off; with its groups closed it reads what is there.</summary>
internal static class RtfEnd
{
    /// <summary>More open groups than this is damage of another kind.</summary>
    private const int Most = 1000;

    /// <summary>How many groups are still open at the end; 0 also where there are more closed than opened.</summary>
    public static int MissingBraces(ReadOnlySpan<byte> rtf)
    {
        var depth = 0;
        for (var i = 0; i < rtf.Length; i++)
        {
            switch (rtf[i])
            {
                case (byte)'\\':
                    // Whatever follows is not a brace of a group.
                    i++;
                    break;
                case (byte)'{':
                    depth++;
                    break;
                case (byte)'}':
                    depth--;
                    break;
            }

            if (depth <= 0)
            {
                return 0;
            }
        }

        return depth > Most ? 0 : depth;
    }

    public static byte[] Closed(ReadOnlyMemory<byte> rtf, int missing) => [.. rtf.Span, (byte)'\n', .. Enumerable.Repeat((byte)'}', missing)];
}
