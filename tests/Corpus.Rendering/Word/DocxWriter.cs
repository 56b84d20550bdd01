using System.Globalization;
using System.Security;
using System.Text;
using Plans.Corpus.Rendering.Legacy;
using Plans.Corpus.Rendering.Typesetting;

namespace Plans.Corpus.Rendering.Word;

/// <summary>Writes a plan as Word would: A4, justified body, letterhead in a table without lines, ruled tables with header rows, page numbers.</summary>
public sealed class DocxWriter
{
    private const int PageWidth = 11906;
    private const int PageHeight = 16838;
    private const int LeftMargin = 1701;
    private const int RightMargin = 1134;
    private const int TextWidth = PageWidth - LeftMargin - RightMargin;
    private const int LandscapeTextWidth = PageHeight - LeftMargin - RightMargin;

    private readonly TypesetPlan _plan;
    private readonly Typing _typing;
    private readonly Numbering? _numbering;
    private readonly StringBuilder _body = new();

    private DocxWriter(TypesetPlan plan, Typing typing)
    {
        (_plan, _typing) = (plan, typing);
        _numbering = plan.Manner.NumbersAutomatically ? new() : null;
    }

    public static byte[] Write(TypesetPlan plan, Typing typing) => new DocxWriter(plan, typing).Bytes();

    private byte[] Bytes()
    {
        foreach (var piece in _plan.Pieces)
        {
            switch (piece)
            {
                case Line line:
                    Paragraph(line, Style(line.Look));
                    break;
                case SideBySide columns:
                    Layout(columns);
                    break;
                case Grid { IsWide: true } grid:
                    Section(Page(isLandscape: false));
                    Table(grid, LandscapeTextWidth);
                    Section(Page(isLandscape: true));
                    break;
                case Grid grid:
                    Table(grid, TextWidth);
                    _body.Append("<w:p/>");
                    break;
            }
        }

        var margin = _plan.Manner.NumbersPagesOnTop ? ("header", "hdr") : ("footer", "ftr");
        return DocxPackage.Of(
            ("document", "document", $"<w:body>{_body}{Page(isLandscape: false)}</w:body>"),
            (margin.Item1, margin.Item2, """<w:p><w:pPr><w:jc w:val="center"/><w:ind w:firstLine="0"/></w:pPr><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> PAGE </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>1</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>"""),
            ("styles", "styles", Styles(_typing.Font)),
            ("numbering", "numbering", _numbering?.Xml() ?? ""));
    }

    private string Page(bool isLandscape)
    {
        var (width, height) = isLandscape ? (PageHeight, PageWidth) : (PageWidth, PageHeight);
        return Invariant($"""<w:sectPr><w:{(_plan.Manner.NumbersPagesOnTop ? "header" : "footer")}Reference w:type="default" r:id="r1"/><w:pgSz w:w="{width}" w:h="{height}"{(isLandscape ? " w:orient=\"landscape\"" : "")}/><w:pgMar w:top="1134" w:bottom="1134" w:left="{LeftMargin}" w:right="{RightMargin}" w:header="567" w:footer="567" w:gutter="0"/></w:sectPr>""");
    }

    private void Section(string page) => _body.Append($"<w:p><w:pPr>{page}</w:pPr></w:p>");

    private (string Paragraph, string Run) Style(Look look) => look switch
    {
        Look.Body => ("", ""),
        Look.Basis => ("", "<w:i/>"),
        Look.Heading => (_plan.Manner.StylesHeadings ? """<w:pStyle w:val="Heading2"/>""" : "<w:keepNext/>", _plan.Manner.StylesHeadings ? "" : "<w:b/>"),
        Look.Appendix => ("<w:pageBreakBefore/>" + Centred, "<w:b/>"),
        Look.Title or Look.Motto or Look.Signer => (Centred, "<w:b/>"),
        Look.Recipients => (Plain, """<w:b/><w:i/><w:sz w:val="24"/>"""),
        Look.Recipient => (Plain, """<w:sz w:val="22"/>"""),
        Look.Date => (Centred, "<w:i/>"),
        _ => (Centred, ""),
    };

    private const string Centred = """<w:spacing w:after="0"/><w:ind w:firstLine="0"/><w:jc w:val="center"/>""";
    private const string Plain = """<w:spacing w:after="0"/><w:ind w:firstLine="0"/><w:jc w:val="left"/>""";

    private void Paragraph(Line line, (string Paragraph, string Run) style)
    {
        var (words, list) = (line.Text, "");
        if (line.Look is Look.Body or Look.Heading && _numbering?.Take(line.Text) is var (number, rest))
        {
            (words, list) = (rest, $"""<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{number}"/></w:numPr>""");
        }

        // The order of properties is fixed by the schema: style, keepNext, pageBreakBefore, numPr, spacing, ind, jc.
        var properties = style.Paragraph.StartsWith("<w:spacing", StringComparison.Ordinal) ? list + style.Paragraph : style.Paragraph + list;
        _body.Append($"<w:p><w:pPr>{properties}</w:pPr>{Runs(words, style.Run)}</w:p>");
    }

    private string Runs(string words, string properties) => string.Concat(_typing.Runs(words).Select(run =>
        $"""<w:r><w:rPr>{(run.Font == _typing.Font ? "" : $"""<w:rFonts w:ascii="{run.Font}" w:hAnsi="{run.Font}" w:cs="{run.Font}"/>""")}{properties}</w:rPr><w:t xml:space="preserve">{SecurityElement.Escape(run.Text)}</w:t></w:r>"""));

    private void Layout(SideBySide columns)
    {
        var left = TextWidth * 2 / 5;
        _body.Append(Invariant($"""<w:tbl><w:tblPr><w:tblW w:w="{TextWidth}" w:type="dxa"/><w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid><w:gridCol w:w="{left}"/><w:gridCol w:w="{TextWidth - left}"/></w:tblGrid><w:tr>"""));
        foreach (var (lines, width) in ((IReadOnlyList<Line>, int)[])[(columns.Left, left), (columns.Right, TextWidth - left)])
        {
            _body.Append(Invariant($"""<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>"""));
            foreach (var line in lines.DefaultIfEmpty(new Line("", Look.Agency)))
            {
                Paragraph(line, Style(line.Look));
            }

            _body.Append("</w:tc>");
        }

        _body.Append("</w:tr></w:tbl><w:p/>");
    }

    private void Table(Grid grid, int width)
    {
        var widths = ColumnWidths.Of(grid, width);
        const string Lines = """<w:tblBorders><w:top w:val="single" w:sz="4"/><w:left w:val="single" w:sz="4"/><w:bottom w:val="single" w:sz="4"/><w:right w:val="single" w:sz="4"/><w:insideH w:val="single" w:sz="4"/><w:insideV w:val="single" w:sz="4"/></w:tblBorders>""";
        _body.Append(Invariant($"""<w:tbl><w:tblPr><w:tblW w:w="{width}" w:type="dxa"/>{Lines}<w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>""")).Append(string.Concat(widths.Select(one => Invariant($"""<w:gridCol w:w="{one}"/>""")))).Append("</w:tblGrid>");
        for (var row = 0; row < grid.Rows.Count; row++)
        {
            _body.Append("<w:tr>").Append(row < grid.HeaderRows ? "<w:trPr><w:tblHeader/></w:trPr>" : "");
            for (var column = 0; column < grid.Columns;)
            {
                column += Cell(grid, row, column, widths);
            }

            _body.Append("</w:tr>");
        }

        _body.Append("</w:tbl>");
    }

    /// <summary>Writes the cell at this place, or the part of the one that covers it from above. Gives the columns covered.</summary>
    private int Cell(Grid grid, int row, int column, IReadOnlyList<int> widths)
    {
        var own = grid.Rows[row].FirstOrDefault(cell => cell.Column == column);
        var above = own is not null ? null : grid.Rows.Take(row).SelectMany((cells, at) => cells.Where(cell => cell.Column == column && at + cell.RowSpan > row)).LastOrDefault();
        var span = (own ?? above)?.ColumnSpan ?? 1;
        var merge = above is not null ? "<w:vMerge/>" : own?.RowSpan > 1 ? """<w:vMerge w:val="restart"/>""" : "";
        _body.Append(Invariant($"""<w:tc><w:tcPr><w:tcW w:w="{widths.Skip(column).Take(span).Sum()}" w:type="dxa"/>{(span > 1 ? $"""<w:gridSpan w:val="{span}"/>""" : "")}{merge}</w:tcPr>"""));
        var isHeader = row < grid.HeaderRows;
        foreach (var line in (own?.Lines ?? []).DefaultIfEmpty(""))
        {
            _body.Append($"""<w:p><w:pPr>{(isHeader ? Centred : Plain)}</w:pPr>{Runs(line, isHeader ? """<w:b/><w:sz w:val="24"/>""" : """<w:sz w:val="24"/>""")}</w:p>""");
        }

        _body.Append("</w:tc>");
        return span;
    }

    private static string Styles(string font) => $"""
        <w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="{font}" w:hAnsi="{font}" w:cs="{font}"/><w:sz w:val="28"/></w:rPr></w:rPrDefault></w:docDefaults>
        <w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:pPr><w:spacing w:after="120"/><w:ind w:firstLine="567"/><w:jc w:val="both"/></w:pPr></w:style>
        <w:style w:type="paragraph" w:styleId="Heading2"><w:name w:val="heading 2"/><w:basedOn w:val="Normal"/><w:pPr><w:keepNext/><w:outlineLvl w:val="1"/></w:pPr><w:rPr><w:b/></w:rPr></w:style>
        """;

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
