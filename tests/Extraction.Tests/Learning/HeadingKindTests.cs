using Plans.Extraction.Tests.Domain;

namespace Plans.Extraction.Tests.Learning;

/// <summary>Main headings for which the catalogue has no phrase.</summary>
public sealed class HeadingKindTests
{
    [Theory]
    [InlineData("I. NHỮNG VIỆC PHẢI LÀM TRONG QUÝ", SectionKind.Tasks)]
    [InlineData("I. CÁC HOẠT ĐỘNG CHỦ YẾU CỦA CHIẾN DỊCH", SectionKind.Tasks)]
    [InlineData("I. NHU CẦU VỐN VÀ NGUỒN VỐN", SectionKind.Funding)]
    [InlineData("I. PHÂN CÔNG TRÁCH NHIỆM CÁC CƠ QUAN", SectionKind.Implementation)]
    [InlineData("I. KHÓ KHĂN VÀ NGUYÊN NHÂN", SectionKind.Other)]
    [InlineData("I. MỤC TIÊU", SectionKind.Objectives)]
    public void An_unusual_heading_has_the_kind_of_its_like(string heading, SectionKind kind) =>
        Assert.Equal(kind, PlanSketch.Plan().Lines(heading + "\n- Tuyên truyền, phổ biến trong cộng đồng.").Read().Sections[0].Kind);
}
