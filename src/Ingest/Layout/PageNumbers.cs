namespace Plans.Ingest.Layout;

/// <summary>Tells page numbers from lonely numbers of a broken table: they count upwards and have a page of text between them.</summary>
internal sealed class PageNumbers
{
    private const int ShortestPage = 600;
    private const int MostMissed = 3;

    private int _last;
    private int _characters;

    /// <summary>Whether the line is a page number. To be asked line by line.</summary>
    public bool Next(SourceLine line)
    {
        if (LineKinds.PageNumber(line.Text) is { } number && number > _last && number <= _last + MostMissed && _characters >= ShortestPage)
        {
            _last = number;
            _characters = 0;
            return true;
        }

        _characters += line.Text.Length;
        return false;
    }
}
