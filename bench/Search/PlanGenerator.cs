using System.Globalization;
using System.Text;
using Plans.Extraction;
using Plans.Ingest;

namespace Plans.Bench.Search;

/// <summary>
/// Makes plans without sense whose syllables are as frequent as those of Vietnamese prose: the r-th most common one about 1/r as often as
/// the first (Zipf), the commonest in most passages. The same seed makes the same plans.
/// </summary>
internal sealed class PlanGenerator(int seed)
{
    private const int SectionsOfPlan = 25;
    private const int SectionWords = 110;

    /// <summary>Most common first.</summary>
    private static readonly string[] Common =
        ("và của các có trong công cho tỉnh được thực hiện triển phát kế hoạch xã hội việc nhân dân năm tổ chức đào tạo nghề lao động theo với " +
         "về quản lý nhà nước đến tăng cường nâng cao chất lượng kinh tế đầu tư xây dựng nông thôn sở ban ngành phối hợp chủ trì tỷ lệ đạt trên " +
         "giáo dục y môi trường văn hóa thông tin khoa học số chuyển đổi doanh nghiệp hộ nghèo trẻ em phụ nữ thanh niên rừng nước biển du lịch").Split(' ');

    private static readonly string[] Syllables = [.. Common.Distinct(), .. Rare()];
    private static readonly double[] Cumulative = Cumulate();
    private static readonly string[] Provinces = ["Lạng Sơn", "Lào Cai", "Hòa Bình", "Huế", "Cà Mau", "Đắk Lắk", "Nghệ An", "Bắc Kạn", "Tây Ninh", "Vĩnh Long"];
    private static readonly string[] Agencies = ["Sở Y tế", "Sở Nội vụ", "Sở Tài chính", "Sở Giáo dục và Đào tạo", "Sở Công Thương", "Công an tỉnh"];
    private static readonly string[] Units = ["%", "ha", "người", "tỷ đồng", "lớp"];

    private readonly Random random = new(seed);
    private readonly StringBuilder text = new();

    /// <summary>Of ever rarer syllables: the number of the syllable among all is its rank.</summary>
    public static string Syllable(int rank) => Syllables[rank];

    public (Document Document, Plan Plan) Make(int number)
    {
        text.Clear();
        var (sections, targets, tasks) = (new List<Section>(), new List<Target>(), new List<PlanTask>());
        Append(Words(60));
        for (var i = 0; i < SectionsOfPlan; i++)
        {
            var heading = Words(6);
            var path = (i + 1).ToString(CultureInfo.InvariantCulture);
            var start = text.Length;
            Append($"{path}. {heading}");
            Append(Words(SectionWords / 2 + random.Next(SectionWords)));
            if (i % 2 == 0)
            {
                targets.Add(MakeTarget($"t{targets.Count}", path));
            }
            else
            {
                tasks.Add(MakeTask($"k{tasks.Count}", path));
            }

            sections.Add(new Section(path, heading, SectionKind.Tasks, text.ToString(start, text.Length - start), new Span(start, text.Length, 1)));
        }

        var year = 2015 + random.Next(12);
        return (
            new Document { MediaType = "text/plain", Text = text.ToString(), Blocks = [], Pages = [new PageRecord(1, PageSource.Text)] },
            new Plan
            {
                Document = new DocumentFields
                {
                    Type = "Kế hoạch",
                    Number = $"{number}/KH-UBND",
                    Date = $"{year}-0{1 + random.Next(9)}-15",
                    Province = Provinces[random.Next(Provinces.Length)],
                    Issuer = "Ủy ban nhân dân tỉnh",
                    Title = Words(12),
                    Period = new Period(year, year + 5),
                },
                Sections = sections,
                Targets = targets,
                Tasks = tasks,
            });
    }

    private Target MakeTarget(string id, string section)
    {
        var (indicator, value, unit) = (Words(7), Math.Round((decimal)random.NextDouble() * 100, 1), Units[random.Next(Units.Length)]);
        var printed = $"{value.ToString(CultureInfo.InvariantCulture).Replace('.', ',')} {unit}";
        var quote = $"{indicator} đạt {printed}";
        return new Target
        {
            Id = id,
            Indicator = indicator,
            Comparator = "=",
            Value = value,
            Unit = unit,
            Printed = printed,
            Year = 2025 + random.Next(6),
            Section = section,
            Source = "text",
            Quote = quote,
            Confidence = 0.9,
            Span = Append(quote),
        };
    }

    private PlanTask MakeTask(string id, string section)
    {
        var what = Words(25);
        return new PlanTask
        {
            Id = id,
            Text = what,
            Section = section,
            Source = "text",
            Lead = [Agencies[random.Next(Agencies.Length)]],
            Support = [Agencies[random.Next(Agencies.Length)]],
            Deadline = "2027",
            Confidence = 0.9,
            Span = Append(what),
        };
    }

    private Span Append(string line)
    {
        var start = text.Length;
        text.Append(line).Append('\n');
        return new Span(start, start + line.Length, 1);
    }

    private string Words(int count) => string.Join(' ', Enumerable.Range(0, count).Select(_ => Word()));

    private string Word()
    {
        var at = Array.BinarySearch(Cumulative, random.NextDouble() * Cumulative[^1]);
        return Syllables[at < 0 ? ~at : at];
    }

    private static double[] Cumulate()
    {
        var sum = 0.0;
        return [.. Syllables.Select((_, rank) => sum += 1.0 / (rank + 3))];
    }

    private static IEnumerable<string> Rare()
    {
        string[] onsets = ["b", "c", "ch", "d", "đ", "g", "gi", "h", "kh", "l", "m", "n", "ng", "nh", "ph", "qu", "r", "s", "t", "th", "tr", "v", "x"];
        string[] rhymes = ["a", "an", "ang", "anh", "ao", "âm", "ân", "âu", "en", "ê", "êu", "i", "iêm", "iên", "inh", "o", "oan", "oi", "ô", "ôn", "ơi", "u", "uôn", "ưa", "ươi", "ương"];
        char[] tones = ['\0', '\u0300', '\u0301', '\u0309', '\u0303', '\u0323'];
        return from tone in tones
               from rhyme in rhymes
               from onset in onsets
               select (onset + (tone == '\0' ? rhyme : rhyme.Insert(1, tone.ToString()))).Normalize();
    }
}
