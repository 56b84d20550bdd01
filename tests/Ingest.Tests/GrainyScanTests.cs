using Plans.Ingest.Layout.Pages;
using Plans.Ingest.Ocr;

namespace Plans.Ingest.Tests;

/// <summary>What bad scanners do to a page: grain, dirt, pale lines, blanks that are lost in it.</summary>
public class GrainyScanTests
{
    private const int Side = 600;
    private const byte Ink = 128;

    /// <summary>In a word of 42 points: letters are 40 points high, and a blank measures a quarter of that.</summary>
    private const double WordHeight = 42;

    [Theory]
    [InlineData("thựchiện", 0.5, 12, "thực hiện")]
    [InlineData("công,tổng", 0.55, 12, "công, tổng")]
    [InlineData("tácy", 0.75, 12, "tác y")]
    [InlineData("thựchiện", 0.5, 3, "thựchiện")]
    [InlineData("HộiLiên", 0.45, 12, "Hội Liên")]
    [InlineData("TNCSHồ", 0.72, 12, "TNCS Hồ")]
    [InlineData("UBNDTỉnh", 0.55, 12, "UBND Tỉnh")]
    [InlineData("VietNamNet", 0.5, 3, "VietNamNet")]
    [InlineData("thực", 0.5, 12, "thực")]
    [InlineData("UBND", 0.5, 12, "UBND")]
    [InlineData("12,5", 0.5, 12, "12,5")]
    public void A_lost_blank_is_put_back_where_the_image_shows_it(string recognised, double at, int gap, string read)
    {
        var width = recognised.Length * 18;
        var middle = 50 + (int)(at * width);
        var image = Paper();
        Fill(image, 50, 60, middle - (gap / 2) - 50, 20);
        Fill(image, middle + (gap / 2), 60, 50 + width - middle - (gap / 2), 20);

        var words = GluedWords.Parted(image, Ink, [new PageWord(recognised, new Box(50, 45, 50 + width, 45 + WordHeight), 1, 1)], 1);

        Assert.Equal(read, string.Join(' ', words.Select(word => word.Text)));
        Assert.Equal((50, 50 + width), (words[0].Box.X0, words[^1].Box.X1));
    }

    [Fact]
    public void Of_two_ways_to_part_a_word_the_gap_tells_which_is_right()
    {
        // "thự|chiện" is made of two legal syllables as well.
        var image = Paper();
        Fill(image, 50, 60, 70, 20);
        Fill(image, 132, 60, 62, 20);

        Assert.Equal(["thực", "hiện"], GluedWords.Parted(image, Ink, [new PageWord("thựchiện", new Box(50, 45, 194, 45 + WordHeight), 1, 1)], 1).Select(word => word.Text));
    }

    [Fact]
    public void A_word_of_many_syllables_is_parted_at_each_gap()
    {
        var image = Paper();
        Fill(image, 50, 60, 34, 20);
        Fill(image, 96, 60, 32, 20);
        Fill(image, 140, 60, 68, 20);

        Assert.Equal(["Bộ", "Kế", "hoạch"], GluedWords.Parted(image, Ink, [new PageWord("BộKếhoạch", new Box(50, 45, 208, 45 + WordHeight), 1, 1)], 1).Select(word => word.Text));
    }

    [Fact]
    public void A_border_between_two_lines_is_found_though_letters_stand_on_the_upper_one()
    {
        // A stroke of a letter above goes on as the border, and its neighbours leave no paper beside it.
        var image = Paper();
        Fill(image, 50, 200, 400, 3);
        Fill(image, 50, 255, 400, 3);
        Fill(image, 250, 150, 3, 105);
        Fill(image, 243, 150, 3, 50);
        Fill(image, 258, 150, 3, 50);

        var down = Assert.Single(RasterRulings.Of(image, Ink, 1), ruling => !ruling.IsHorizontal);

        Assert.Equal((251.5, 203.0, 255.0), (down.At, down.From, down.To));
    }

    [Fact]
    public void A_stroke_between_two_lines_that_does_not_reach_both_is_no_border()
    {
        var image = Paper();
        Fill(image, 50, 200, 400, 3);
        Fill(image, 50, 300, 400, 3);
        Fill(image, 250, 212, 3, 60);
        Fill(image, 243, 212, 3, 60);

        Assert.DoesNotContain(RasterRulings.Of(image, Ink, 1), ruling => !ruling.IsHorizontal);
    }

    [Fact]
    public void A_thin_line_is_found_and_the_feet_of_letters_are_none()
    {
        var image = Paper();
        Fill(image, 50, 100, 400, 3);
        Fill(image, 50, 300, 400, 3);
        for (var letter = 50; letter < 450; letter += 20)
        {
            Fill(image, letter, 275, 9, 25);
        }

        var line = Assert.Single(RasterRulings.Of(image, Ink, 1));

        Assert.True(line.IsHorizontal);
        Assert.Equal((101.5, 50.0, 450.0), (line.At, line.From, line.To));
    }

    [Fact]
    public void Dirt_is_wiped_off_and_the_dot_below_a_letter_stays()
    {
        var image = Paper();
        for (var speck = 0; speck < 100; speck++)
        {
            Fill(image, 10 + (speck % 10 * 50), 10 + (speck / 10 * 50), 3, 3);
        }

        Fill(image, 300, 540, 4, 4);

        Assert.True(Specks.Remove(image, Ink));
        Assert.Equal(16, image.Pixels.Count(grey => grey < Ink));
    }

    [Fact]
    public void A_clean_page_is_left_as_it_is()
    {
        var image = Paper();
        Fill(image, 300, 300, 3, 3);

        Assert.False(Specks.Remove(image, Ink));
        Assert.Equal(9, image.Pixels.Count(grey => grey < Ink));
    }

    [Fact]
    public void Grain_is_evened_out_and_strokes_stay_ink()
    {
        var random = new Random(7);
        var image = Paper();
        for (var at = 0; at < image.Pixels.Length; at++)
        {
            image.Pixels[at] = (byte)(200 + random.Next(-48, 49));
        }

        Fill(image, 100, 100, 200, 5);
        Smoothing.Apply(image);

        var paper = image.Pixels.Skip(Side * 200).Take(Side * 200).Select(grey => Math.Abs(grey - 200.0)).Average();
        Assert.InRange(paper, 0, 12);
        Assert.All(image.Pixels.Skip((Side * 102) + 101).Take(198), grey => Assert.Equal(0, grey));
    }

    private static PageImage Paper()
    {
        var pixels = new byte[Side * Side];
        Array.Fill(pixels, byte.MaxValue);
        return new PageImage(Side, Side, pixels);
    }

    private static void Fill(PageImage image, int left, int top, int width, int height)
    {
        for (var y = top; y < top + height; y++)
        {
            Array.Fill(image.Pixels, (byte)0, (y * Side) + left, width);
        }
    }
}
