using Plans.Ingest;

namespace Plans.Corpus.Rendering.Typesetting;

/// <summary>Makes of a written plan what a typist would: letterhead, centred title, headings, body, ruled tables, signature.</summary>
public static class Typesetter
{
    public static TypesetPlan Set(CorpusPlan plan)
    {
        var document = plan.Read();
        var pieces = document.Blocks.Where(block => block.Role == BlockRole.Body).Select(block => Piece(document.Text, block)).ToList();
        return new(plan.Name, Manner.Of(plan.Seed), Signature.SetIn(Letterhead.SetIn(pieces)));
    }

    private static Piece Piece(string text, Block block) => block is Table table
        ? IsLayout(text, table) ? Columns(text, table) : Grid(text, table)
        : Paragraph(block.Range.Of(text), ((Paragraph)block).Style);

    private static Line Paragraph(string line, ParagraphStyle style) => new(line, Looks.Of(line, style));

    /// <summary>The letterhead and the signature of a plan that was written with them in two columns.</summary>
    private static bool IsLayout(string text, Table table) =>
        !table.Ruled && table.Rows.All(row => row.Cells.Count <= 2)
        && (Letterhead.IsStateName(table.Range.Of(text)) || Signature.IsRecipients(table.Range.Of(text)));

    private static SideBySide Columns(string text, Table table)
    {
        IReadOnlyList<Line> Column(int at) =>
        [
            .. table.Rows.SelectMany(row => row.Cells).Where(cell => cell.Column == at).SelectMany(cell => cell.Paragraphs).Where(range => range.Length > 0)
                .Select(range => new Line(range.Of(text), Looks.OfColumn(range.Of(text)))),
        ];
        return new(Column(0), Column(1));
    }

    private static Grid Grid(string text, Table table) => new(
        [
            .. table.Rows.Select(row => (IReadOnlyList<GridCell>)
            [
                .. row.Cells.Select(cell => new GridCell(cell.Column, cell.ColumnSpan, cell.RowSpan, [.. cell.Paragraphs.Select(range => range.Of(text))])),
            ]),
        ],
        Math.Max(table.HeaderRows ?? 1, table.Rows[0].Cells.Max(cell => cell.RowSpan)));
}
