using Plans.Extraction;
using Plans.Store.Search;

namespace Plans.Web.Languages;

/// <summary>The search page and the comparison.</summary>
public sealed partial class Texts
{
    public string SearchLabel => Say("Tìm trong các kế hoạch", "Search the plans");
    public string SearchPlaceholder => Say("Từ cần tìm, số ký hiệu, tên cơ quan…", "Words, a document number, an agency…");
    public string SearchButton => Say("Tìm", "Search");
    public string Results => Say("Kết quả", "Results");
    public string Filters => Say("Bộ lọc", "Filters");
    public string ActiveFilters => Say("Đang lọc theo", "Active filters");
    public string RemoveFilter => Say("Bỏ điều kiện này", "Remove this filter");
    public string RemoveAllFilters => Say("Bỏ mọi điều kiện", "Remove all filters");
    public string KindsOfHits => Say("Loại kết quả", "Kinds of results");
    public string AllKinds => Say("Tất cả", "All");
    public string YearLabel => Say("Năm của chỉ tiêu hoặc kế hoạch", "Year of the target or plan");
    public string AgencyLabel => Say("Cơ quan có tên chứa", "Agency whose name has");
    public string ApplyFilters => Say("Lọc", "Apply");
    public string NothingFound => Say("Không tìm thấy kết quả nào.", "Nothing was found.");
    public string NothingFoundAdvice => Say(
        "Hãy bớt từ, bỏ dấu ngoặc kép, hoặc bỏ bớt điều kiện lọc. Có thể gõ không dấu: “lao dong” tìm cả “lao động”.",
        "Use fewer words, leave out the quotes, or remove a filter. Diacritics are optional: “lao dong” finds “lao động” too.");
    public string SearchWithoutFilters => Say("Tìm lại không kèm điều kiện lọc", "Search again without filters");
    public string NoSuchPage => Say("Trang kết quả này không có.", "There is no such page of results.");
    public string FirstPage => Say("Về trang đầu", "First page");
    public string PagesOfResults => Say("Các trang kết quả", "Pages of results");
    public string PreviousPage => Say("Trước", "Previous");
    public string NextPage => Say("Sau", "Next");
    public string MatchedElsewhere => Say("khớp ở tên, số ký hiệu hoặc cơ quan", "matched in a name, number or agency");

    public string MoreValues(int count) => Say($"Thêm {Number(count)}", $"{Number(count)} more");

    /// <summary>What a list of values at the left is a list of.</summary>
    public string FacetName(string name) => name switch
    {
        "province" => Province,
        "year" => Year,
        "type" => Say("Loại văn bản", "Document type"),
        "issuer" => Issuer,
        "lead" => Say("Cơ quan chủ trì", "Leading agency"),
        "unit" => Unit,
        "section" => Say("Phần của kế hoạch", "Part of the plan"),
        "finding" => Findings,
        _ => name,
    };

    /// <summary>Values that are codes are said in words.</summary>
    public string FacetValue(string name, string value) => name switch
    {
        "section" => Enum.TryParse<SectionKind>(value, ignoreCase: true, out var kind) ? SectionKindOf(kind) : value,
        "finding" => FindingOf(value).TrimEnd('.'),
        _ => value,
    };

    public string HitsFound(int total, int first, int shown) => total == shown
        ? Say($"{Number(total)} kết quả", total == 1 ? "1 result" : $"{Number(total)} results")
        : Say($"{Number(total)} kết quả, đang xem {Number(first)}–{Number(first + shown - 1)}", $"{Number(total)} results, showing {Number(first)}–{Number(first + shown - 1)}");

    public string KindOf(HitKind kind) => kind switch
    {
        HitKind.Plan => Say("Kế hoạch", "Plan"),
        HitKind.Section => Say("Mục", "Section"),
        HitKind.Target => Say("Chỉ tiêu", "Target"),
        HitKind.Task => Say("Nhiệm vụ", "Task"),
        _ => kind.ToString(),
    };

    public string KindsOf(HitKind kind) => kind switch
    {
        HitKind.Plan => Say("Kế hoạch", "Plans"),
        HitKind.Section => Say("Mục", "Sections"),
        HitKind.Target => Targets,
        HitKind.Task => Tasks,
        _ => kind.ToString(),
    };

    public string ProblemOf(QueryProblem problem) => problem switch
    {
        QueryProblem.Empty => Say("Chưa có từ nào để tìm: dấu câu không tính là từ. Hãy gõ ít nhất một từ.", "There is no word to search for; signs alone are none. Type at least one word."),
        QueryProblem.TooLong => Say($"Câu tìm dài hơn {Number(QueryParser.MaxLength)} ký tự. Hãy rút gọn.", $"The query has more than {Number(QueryParser.MaxLength)} letters. Shorten it."),
        QueryProblem.TooManyTerms => Say($"Câu tìm có hơn {Number(QueryParser.MaxWords)} từ. Hãy rút gọn.", $"The query has more than {Number(QueryParser.MaxWords)} words. Shorten it."),
        QueryProblem.OnlyExclusions => Say("Câu tìm chỉ nói những gì phải vắng mặt (-từ). Hãy thêm ít nhất một từ cần tìm.", "The query says only what must be absent (-word). Add a word to look for."),
        QueryProblem.ShortPrefix => Say($"Trước dấu * cần ít nhất {Number(QueryParser.MinPrefixLetters)} chữ cái.", $"At least {Number(QueryParser.MinPrefixLetters)} letters must stand before *."),
        QueryProblem.BadField => Say("Giá trị sau dấu hai chấm không hợp với trường. Ví dụ: giá-trị:>=70, năm:2030, ngày:>=6/2025, phần:chỉ-tiêu.", "The value after a colon does not fit its field. Examples: value:>=70, year:2030, date:>=2025-06, kind:target."),
        QueryProblem.BadNear => Say($"\"…\"~N nhận 2 đến {Number(QueryParser.MaxNearWords)} từ, cách nhau nhiều nhất {Number(QueryParser.MaxWithin)} từ.", $"\"…\"~N takes 2 to {Number(QueryParser.MaxNearWords)} words and at most {Number(QueryParser.MaxWithin)} words between them."),
        QueryProblem.ExclusionInBrackets => Say("Dấu trừ chỉ đứng ngoài dấu ngoặc. Hãy đặt nó ở cuối câu tìm.", "A minus can only stand outside brackets. Put it at the end of the query."),
        _ => problem.ToString(),
    };

    public string AdviceEither => Say("có một trong hai là đủ; nhóm bằng dấu ngoặc tròn", "either is enough; round brackets group");
    public string AdviceField => Say(
        "giá trị đã trích: tỉnh, năm, đến, ngày, loại, số, ban-hành, cơ-quan, chủ-trì, phối-hợp, hạn, phần, giá-trị, đơn-vị",
        "extracted values: province, year, by, date, type, number, issuer, agency, lead, support, deadline, kind, value, unit");

    public string HowToSearch => Say("Cách tìm", "How to search");
    public string AdviceWords => Say("tìm nơi có đủ các từ", "finds what has all the words");
    public string AdviceMarks => Say("gõ không dấu cũng được; gõ có dấu thì đúng dấu xếp trước", "diacritics are optional; where you type them, exact matches come first");
    public string AdvicePhrase => Say("trong ngoặc kép: các từ đứng liền nhau", "in quotes: the words stand together");
    public string AdviceWithout => Say("dấu trừ: không có từ đó", "a minus: without that word");
    public string AdviceBeginning => Say("dấu sao: mọi từ bắt đầu như vậy", "a star: any word that begins so");
    public string AdviceNumber => Say("số, ký hiệu văn bản", "a document's number");

    public string CompareTitle => Say("So sánh một chỉ tiêu giữa các kế hoạch", "Compare one indicator across plans");
    public string IndicatorWords => Say("Từ trong tên chỉ tiêu", "Words of the indicator");
    public string CompareButton => Say("So sánh", "Compare");
    public string CompareAdvice => Say(
        "Gõ vài từ của chỉ tiêu, có dấu hoặc không dấu; bảng sẽ xếp theo tỉnh, kèm chỗ nêu số liệu trong từng văn bản.",
        "Type some words of the indicator, with or without diacritics; the table lists provinces, with the place in each document that gives the figure.");
    public string NoTargetFound => Say("Không có kế hoạch nào nêu chỉ tiêu với các từ này.", "No plan has a target with these words.");
    public string NoTargetFoundAdvice => Say("Hãy bớt từ hoặc bỏ năm, tỉnh; hoặc", "Use fewer words, or leave out year and province; or");
    public string SearchEverywhere => Say("tìm các từ này trong toàn văn", "search the full text for them");
    public string PlanColumn => Say("Kế hoạch", "Plan");
    public string Place => Say("Chỗ nêu", "Place");

    public string DidYouMean => Say("Ý bạn là", "Did you mean");
    public string TakeAway => Say("Tải về:", "Take away:");
    public string AllYears => Say("mọi năm", "all years");
    public string OrderLabel => Say("Xếp theo", "Order by");
    public string OnlyDifferences => Say("chỉ nơi khác nhau", "differences only");
    public string ShowAllRows => Say("hiện tất cả", "show all");
    public string MapCaption => Say("Theo tỉnh, thành phố hiện nay; màu càng mạnh, trị số càng cao", "By today's provinces; the stronger the colour, the higher");
    public string ChartNote => Say(
        "Hình vẽ lấy trị số của kế hoạch mới nhất từng địa phương; mỗi hình dẫn tới nguyên văn. Bảng dưới có đủ mọi trị số.",
        "Drawn from each province's latest plan; every figure leads to its words. The table below has all values.");
    public string ComparePlansTitle => Say("So các kế hoạch với nhau", "Compare plans side by side");
    public string AddPlanLabel => Say("Thêm kế hoạch: số, ký hiệu hoặc từ trong tên", "Add a plan: its number, or words of its title");
    public string FindButton => Say("Tìm", "Find");
    public string LeaveOut => Say("bỏ ra", "leave out");

    public string ComparePlansHint(int most) => Say($"Chọn từ 2 đến {most} kế hoạch.", $"Choose 2 to {most} plans.");
    public string ComparedRows(int rows) => Say($"{Number(rows)} chỉ tiêu theo năm.", rows == 1 ? "1 indicator of a year." : $"{Number(rows)} indicators by year.");
    public string BarsCut(int shown, int all) => Say($"{Number(shown)} trị số cao nhất trong {Number(all)}.", $"The highest {Number(shown)} of {Number(all)}.");

    public string BarsCaption(int? year, string? unit) =>
        Say($"Theo địa phương{(year is null ? ", năm gần nhất" : $", năm {year}")}{In(unit)}", $"By province{(year is null ? ", latest year" : $", {year}")}{In(unit)}");

    public string LinesCaption(int from, int to, string? unit) => Say($"Theo năm, {from}–{to}{In(unit)}", $"By year, {from}–{to}{In(unit)}");

    public string OrderOf(Comparing.CompareOrder order) => order switch
    {
        Comparing.CompareOrder.Value => Say("trị số", "value"),
        Comparing.CompareOrder.Year => Say("năm", "year"),
        _ => Say("địa phương", "province"),
    };

    private static string? In(string? unit) => unit is null ? null : $" ({unit})";

    public string Highest => Say("Cao nhất:", "Highest:");
    public string ViewLabel => Say("Bảng", "Table");
    public string OneByOne => Say("từng chỉ tiêu", "one by one");
    public string PlansAgainstYears => Say("kế hoạch và năm", "plans against years");
    public string MergedProvinces => Say("theo tỉnh sau sáp nhập", "provinces as of today");
    public string NoYear => Say("không rõ năm", "no year");
    public string BelowProvince => Say("cấp huyện, xã; không xếp hạng", "district or commune; not ranked");
    public string LeastToMost => Say("Thấp nhất – cao nhất", "Least – most");
    public string Median => Say("Trung vị", "Median");
    public string Mean => Say("Trung bình", "Mean");
    public string Sum => Say("Tổng", "Sum");
    public string WithoutValue => Say("Số kế hoạch không nêu", "Plans without a value");
    public string SeveralValues => Say("nhiều trị số", "several values");

    public string WithoutProvinces(IReadOnlyList<string> provinces) => Say($"thiếu {string.Join(", ", provinces)}", $"without {string.Join(", ", provinces)}");

    public string YearTableNote(string indicator, string? unit, bool isLessBetter) => Say(
        $"{indicator}{In(unit)}; hạng 1 là {(isLessBetter ? "thấp" : "cao")} nhất.",
        $"{indicator}{In(unit)}; rank 1 is the {(isLessBetter ? "lowest" : "highest")}.");

    public string NearIndicators => Say("Chỉ tiêu khác có các từ này", "Other indicators with these words");

    /// <summary>How many of the rows are of other indicators than the one asked for; nothing where all are of it.</summary>
    public string? NearSummary(int near) => near == 0
        ? null
        : Say($"{Number(near)} trong số đó là chỉ tiêu khác, xếp ở cuối bảng.", $"{Number(near)} of them are other indicators, at the end of the table.");

    public string CompareSummary(int targets, int plans, int provinces) => Say(
        $"{Number(targets)} chỉ tiêu trong {Number(plans)} kế hoạch của {Number(provinces)} tỉnh, thành phố.",
        $"{Number(targets)} {TargetsUnit(targets)} in {Number(plans)} {PlansUnit(plans)} of {Number(provinces)} {ProvincesUnit(provinces)}.");

    public string RowsCut(int shown) => Say(
        $"Bảng chỉ hiện {Number(shown)} dòng đầu; hãy thêm từ hoặc chọn năm, tỉnh để thu hẹp.",
        $"The table shows the first {Number(shown)} rows; add words, a year or a province to narrow it.");
}
