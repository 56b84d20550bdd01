using Plans.Ingest.Layout.Pages;
using Plans.Ingest.Ocr;

namespace Plans.Ingest.Tests;

/// <summary>The first column of a recognised table: its cells from the top, parted by bars; "?" after what was hardly recognised.</summary>
public class RowNumbersTests
{
    [Theory]
    [InlineData("a figure read as letters", "TT|1|2|3|V/|5", "TT|1|2|3|4|5")]
    [InlineData("two in a row", "TT|1|2|8)|V/|5|6", "TT|1|2|3|4|5|6")]
    [InlineData("a cell without any word", "TT|1|2||4", "TT|1|2|3|4")]
    [InlineData("a label", "Ný?|1|2|3", "TT|1|2|3")]
    [InlineData("a label and the first number below a group", "Ný?|A|KP?|2|3|4", "TT|A|1|2|3|4")]
    [InlineData("a label that was read well", "Số|1|2|3", "Số|1|2|3")]
    [InlineData("groups between numbers", "TT|A|1|2|B|3|4", "TT|A|1|2|B|3|4")]
    [InlineData("an empty row between", "TT|1|2||3", "TT|1|2||3")]
    [InlineData("one figure read as another", "STT|1|2|8|4|5", "STT|1|2|3|4|5")]
    [InlineData("the last misread", "TT|A|KP?|2|3|4|B|2", "TT|A|1|2|3|4|B|2")]
    [InlineData("two series in one column", "TT|1|2|3|1|2|3", "TT|1|2|3|1|2|3")]
    [InlineData("numbers that are not in order", "Năm|2010|x|2009|2011", "Năm|2010|x|2009|2011")]
    [InlineData("too few numbers", "Ný?|1|2", "Ný?|1|2")]
    public void Numbers_before_and_after_tell_what_stands_between(string what, string read, string right)
    {
        var cells = read.Split('|');
        var grid = new Grid([0, 40, 400], [.. Enumerable.Range(0, cells.Length + 1).Select(row => row * 20.0)], [.. cells.SelectMany((_, row) => (GridCell[])[new(row, row + 1, 0, 1), new(row, row + 1, 1, 2)])]);
        var words = cells.Select((cell, row) => (cell, row)).Where(one => one.cell.Length > 0)
            .Select(one => new PageWord(one.cell.TrimEnd('?'), new Box(5, (one.row * 20) + 4, 30, (one.row * 20) + 16), one.row, one.row, one.cell.EndsWith('?') ? 0.3 : 0.9)).ToList();

        var repaired = RowNumbers.Repaired(words, [grid]).ToLookup(word => (int)(word.Box.Y0 / 20), word => word.Text);

        Assert.Equal((what, right.Replace("?", "", StringComparison.Ordinal)), (what, string.Join('|', cells.Select((_, row) => string.Join(' ', repaired[row])))));
    }
}
