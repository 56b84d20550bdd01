using System.Globalization;
using System.Text;
using Plans.Corpus.Rendering.Legacy;
using Plans.Corpus.Rendering.Typesetting;

namespace Plans.Corpus.Rendering.Web;

/// <summary>Writes a plan as a page of a legal site. In the fonts of before, the page is code page 1252 and names the font of each run.</summary>
public sealed class HtmlWriter
{
    private readonly Typing _typing;
    private readonly StringBuilder _body = new();

    private HtmlWriter(Typing typing) => _typing = typing;

    public static byte[] Write(TypesetPlan plan, Typing typing)
    {
        var writer = new HtmlWriter(typing);
        foreach (var piece in plan.Pieces)
        {
            writer.Add(piece);
        }

        var isUnicode = typing == Typing.Unicode;
        var page = $"""
            <!DOCTYPE html>
            <html><head><meta http-equiv="Content-Type" content="text/html; charset={(isUnicode ? "utf-8" : "windows-1252")}"><title>{plan.Name}</title></head>
            <body style="font-family:'{typing.Font}'">
            {writer._body}</body></html>
            """;
        return isUnicode ? Encoding.UTF8.GetBytes(page) : CodePagesEncodingProvider.Instance.GetEncoding(1252)!.GetBytes(page);
    }

    private void Add(Piece piece)
    {
        switch (piece)
        {
            case Line line:
                Paragraph(line);
                break;
            case SideBySide columns:
                _body.Append("""<table width="100%" border="0"><tr>""");
                foreach (var column in (IReadOnlyList<Line>[])[columns.Left, columns.Right])
                {
                    _body.Append("""<td valign="top">""");
                    column.ToList().ForEach(Paragraph);
                    _body.Append("</td>");
                }

                _body.Append("</tr></table>\n");
                break;
            case Grid grid:
                _body.Append("""<table border="1" cellspacing="0">""").Append('\n');
                for (var row = 0; row < grid.Rows.Count; row++)
                {
                    Row(grid.Rows[row], row < grid.HeaderRows ? "th" : "td");
                }

                _body.Append("</table>\n");
                break;
        }
    }

    private void Row(IReadOnlyList<GridCell> cells, string tag)
    {
        _body.Append("<tr>");
        foreach (var cell in cells)
        {
            var spans = (cell.ColumnSpan > 1 ? $" colspan=\"{cell.ColumnSpan.ToString(CultureInfo.InvariantCulture)}\"" : "")
                + (cell.RowSpan > 1 ? $" rowspan=\"{cell.RowSpan.ToString(CultureInfo.InvariantCulture)}\"" : "");
            _body.Append($"<{tag}{spans}>{string.Join("<br>", cell.Lines.Select(Runs))}</{tag}>");
        }

        _body.Append("</tr>\n");
    }

    private void Paragraph(Line line)
    {
        var (style, open, close) = line.Look switch
        {
            Look.Body => ("text-align:justify;text-indent:1cm", "", ""),
            Look.Basis => ("text-align:justify;text-indent:1cm", "<i>", "</i>"),
            Look.Heading => ("text-indent:1cm", "<b>", "</b>"),
            Look.Recipients => ("", "<b><i>", "</i></b>"),
            Look.Recipient => ("font-size:11pt", "", ""),
            Look.Date => ("text-align:center", "<i>", "</i>"),
            Look.Title or Look.Motto or Look.Signer or Look.Appendix => ("text-align:center", "<b>", "</b>"),
            _ => ("text-align:center", "", ""),
        };
        _body.Append($"""<p style="{style}">{open}{Runs(line.Text)}{close}</p>""").Append('\n');
    }

    private string Runs(string line) => string.Concat(_typing.Runs(line).Select(run =>
        run.Font == _typing.Font ? Escape(run.Text) : $"""<font face="{run.Font}">{Escape(run.Text)}</font>"""));

    /// <summary>Unicode stays as it is; in a page of code page 1252, what is not in it is a numeric reference.</summary>
    private string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            var isIn = _typing == Typing.Unicode || c < 0x80 || LegacyPage.Has(c);
            escaped.Append(c switch { '&' => "&amp;", '<' => "&lt;", '>' => "&gt;", _ when isIn => c.ToString(), _ => $"&#{(int)c};" });
        }

        return escaped.ToString();
    }
}
