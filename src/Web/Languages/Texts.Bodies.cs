using Plans.Store.Comparison.Difference;

namespace Plans.Web.Languages;

/// <summary>Agencies, the documents that plans carry out, and what changed between two plans.</summary>
public sealed partial class Texts
{
    public string AgenciesTitle => Say("Cơ quan", "Agencies");
    public string AgenciesHint => Say("Gõ tên cơ quan, hoặc chọn một cơ quan có nhiều nhiệm vụ:", "Type an agency's name, or choose one with many tasks:");
    public string AgencyNameLabel => Say("Tên cơ quan, đầy đủ hoặc viết tắt", "The agency's name, in full or short");
    public string PlansFrom => Say("Kế hoạch từ năm", "Plans from");
    public string PlansTo => Say("đến năm", "to");
    public string RoleLabel => Say("Vai trò", "Role");
    public string InPart => Say("kể cả phần việc chuyển giao", "also duties shared in part");
    public string CalendarFile => Say("Tệp lịch (ICS)", "Calendar file (ICS)");
    public string CascadeTitle => Say("Ai thực hiện một văn bản", "Who carries a document out");
    public string CascadeMenu => Say("Văn bản", "Documents");
    public string CascadeNumber => Say("Số, ký hiệu văn bản", "The document's number");
    public string CascadeHint => Say("Gõ số của một văn bản cấp trên; trang này liệt kê các kế hoạch dẫn nó, chỉ tiêu của từng nơi và nơi chưa có kế hoạch.", "Type the number of a superior document: the page lists the plans that cite it, what each promises, and the provinces without one.");
    public string NobodyCites => Say("Không có kế hoạch nào dẫn văn bản này.", "No plan cites this document.");
    public string PlansThatCarryOut => Say("Kế hoạch dẫn văn bản", "Plans that cite it");
    public string AskedByDocument => Say("Văn bản yêu cầu", "The document asks for");
    public string Central => Say("trung ương", "central");
    public string NotNamedBy => Say("Chưa nêu chỉ tiêu này:", "Not named by:");
    public string ChangesTitle => Say("Những thay đổi giữa hai kế hoạch", "What changed between two plans");
    public string ChangesFrom => Say("Từ", "From");
    public string TheOtherWayRound => Say("đổi chiều", "the other way round");
    public string HeadOfDocument => Say("Phần đầu văn bản", "Head of the document");
    public string ChangeColumn => Say("Thay đổi", "Change");
    public string WhatChanged => Say("xem những thay đổi", "see what changed");

    public string AgencyNames(int count) => Say($"{Number(count)} tên qua các thời kỳ", $"{Number(count)} names over time");
    public string DutiesFound(int duties, int plans) => Say($"{Number(duties)} nhiệm vụ trong {Number(plans)} kế hoạch, theo thời hạn.", $"{Number(duties)} {TasksUnit(duties)} in {Number(plans)} {PlansUnit(plans)}, by deadline.");
    public string CitedBy(int plans) => Say($"{Number(plans)} kế hoạch dẫn", $"cited by {Number(plans)} {PlansUnit(plans)}");
    public string ProvincesWithout(int count) => Say($"{Number(count)} tỉnh, thành phố chưa có kế hoạch nào ở đây", $"{Number(count)} {ProvincesUnit(count)} without a plan here");

    public string ChangeOf(TargetChange change) => change switch
    {
        TargetChange.Same => Say("như cũ", "same"),
        TargetChange.Stronger => Say("cao hơn", "stronger"),
        TargetChange.Weaker => Say("thấp hơn", "weaker"),
        TargetChange.OtherDeadline => Say("đổi thời hạn", "other deadline"),
        TargetChange.OtherMeasure => Say("đổi cách đo", "other measure"),
        TargetChange.Gone => Say("bỏ", "gone"),
        _ => Say("mới", "new"),
    };

    public string ChangeOf(TaskChange change) => change switch
    {
        TaskChange.Same => Say("như cũ", "same"),
        TaskChange.OtherLead => Say("đổi chủ trì", "other lead"),
        TaskChange.OtherSupport => Say("đổi phối hợp", "other support"),
        TaskChange.OtherDeadline => Say("đổi thời hạn", "other deadline"),
        TaskChange.OtherWords => Say("đổi lời", "other words"),
        TaskChange.Gone => Say("bỏ", "gone"),
        _ => Say("mới", "new"),
    };

    public string ChangeOf(SectionChange change) => change switch
    {
        SectionChange.Same => Say("như cũ", "same"),
        SectionChange.Changed => Say("sửa", "changed"),
        SectionChange.Moved => Say("chuyển chỗ", "moved"),
        SectionChange.Gone => Say("bỏ", "gone"),
        _ => Say("mới", "new"),
    };
}
