using Plans.Ingest.Layout.Pages;
using Plans.Ingest.Ocr;

namespace Plans.Ingest.Tests;

/// <summary>What officials add to a page by hand: seals over names, numbers before a printed symbol.</summary>
public class ScanTests
{
    private const int Side = 1200;

    [Fact]
    public void A_red_seal_is_taken_off_and_the_black_letters_under_it_stay()
    {
        var colours = Paper();
        Fill(colours, 300, 300, 400, 400, red: 214, green: 40, blue: 60);
        Fill(colours, 350, 490, 300, 20, red: 30, green: 20, blue: 20);

        var page = Seals.Removed(Side, Side, new MemoryStream(colours), 300);

        Assert.InRange(page.Pixels[(350 * Side) + 350], 200, 255);
        Assert.InRange(page.Pixels[(500 * Side) + 500], 0, 60);
    }

    [Theory]
    [InlineData(900, 60, "a line of red text")]
    [InlineData(60, 60, "a small red mark")]
    public void Other_red_ink_stays(int width, int height, string what)
    {
        var colours = Paper();
        Fill(colours, 100, 100, width, height, red: 214, green: 40, blue: 60);

        var page = Seals.Removed(Side, Side, new MemoryStream(colours), 300);

        Assert.True(page.Pixels[(130 * Side) + 130] < 130, what);
    }

    [Theory]
    [InlineData("84", 100, 141, 1, "digits as high as the capitals, on their line")]
    [InlineData("84", 98, 154, 0, "digits that hang below the line")]
    [InlineData("84", 88, 141, 0, "digits higher than the capitals")]
    [InlineData("Số:", 88, 154, 1, "words have letters that reach higher and lower")]
    public void Digits_written_by_hand_before_a_printed_symbol_have_no_confidence(string word, int top, int bottom, int confidence, string why)
    {
        var words = HandwrittenNumbers.Doubted([new PageWord(word, new Box(50, top, 110, bottom), 1, 1), new PageWord("/QĐ-UBND", new Box(140, 100, 390, 141), 1, 1)]);

        Assert.True(confidence == words[0].Confidence, why);
        Assert.Equal(1, words[1].Confidence);
    }

    [Theory]
    [InlineData("an", 4.5, 10)]
    [InlineData("một", 8.9, 10)]
    [InlineData("BAN", 6.6, 10)]
    [InlineData("gầy", 10, 10)]
    [InlineData("đình.", 6.8, 10)]
    [InlineData("mì", 6.7, 10)]
    [InlineData("in", 6.8, 10)]
    [InlineData("15/5/2012.", 6.7, 10)]
    public void The_size_of_letters_does_not_depend_on_which_they_are(string word, double height, double size) =>
        Assert.InRange(LetterSizes.Of(word, height)!.Value, size * 0.92, size * 1.08);

    [Theory]
    [InlineData(200, 300)]
    [InlineData(600, 300)]
    public void An_image_of_another_resolution_keeps_its_greys_and_places(int from, int to)
    {
        var (width, height) = (from / 2, from / 4);
        var pixels = new byte[width * height];
        Array.Fill(pixels, (byte)240);
        for (var y = height / 4; y < height / 2; y++)
        {
            Array.Fill(pixels, (byte)20, (y * width) + (width / 2), width / 4);
        }

        var image = Resampling.To(new PageImage(width, height, pixels), to / 2, to / 4);

        Assert.Equal((to / 2, to / 4), (image.Width, image.Height));
        Assert.Equal(pixels.Average(grey => grey), image.Pixels.Average(grey => grey), 1.5);
        Assert.Equal(20, image.Pixels[((int)(0.375 * image.Height) * image.Width) + (int)(0.625 * image.Width)]);
        Assert.Equal(240, image.Pixels[0]);
    }

    [Fact]
    public void Black_and_white_rows_begin_at_whole_bytes()
    {
        var image = RawPixels.Read(new MemoryStream([0b1010_0000, 0b0100_0000]), 3, 2, 1, 1, 300);

        Assert.Equal([255, 0, 255, 0, 255, 0], image.Pixels);
    }

    [Fact]
    public void More_or_fewer_pixels_than_the_picture_has_are_no_image()
    {
        Assert.Throws<InvalidDataException>(() => RawPixels.Read(new MemoryStream(new byte[7]), 3, 2, 1, 8, 300));
        Assert.Throws<EndOfStreamException>(() => RawPixels.Read(new MemoryStream(new byte[5]), 3, 2, 1, 8, 300));
    }

    private static byte[] Paper()
    {
        var colours = new byte[Side * Side * 3];
        Array.Fill(colours, (byte)250);
        return colours;
    }

    private static void Fill(byte[] colours, int x, int y, int width, int height, byte red, byte green, byte blue)
    {
        for (var row = y; row < y + height; row++)
        {
            for (var column = x; column < x + width; column++)
            {
                var at = 3 * ((row * Side) + column);
                (colours[at], colours[at + 1], colours[at + 2]) = (red, green, blue);
            }
        }
    }
}
