using Plans.Ingest.Encodings;

namespace Plans.Ingest.Layout;

/// <summary>A line as it stood in the file.</summary>
/// <param name="Page">From 1.</param>
/// <param name="AfterBlank">Whether an empty line stands before it.</param>
/// <param name="Bold">Whether all of its words are bold.</param>
internal sealed record SourceLine(int Page, bool AfterBlank, bool Bold = false, bool Italic = false, int? HeadingLevel = null)
{
    /// <summary>With its tabs and indentation, without marks of emphasis.</summary>
    public required string Raw
    {
        get;
        init
        {
            field = value;
            Text = CleanText.Squeeze(value);
        }
    }

    /// <summary>Without indentation, tabs as single blanks.</summary>
    public string Text { get; private init; } = "";
}
