namespace Plans.Worker.CommandLine;

/// <summary>What a kind of finding is called, in the words of who reads it; its own message gives the figures.</summary>
internal static class FindingNames
{
    public static string Of(string code) => code switch
    {
        "parts-do-not-sum" => "The parts do not add up",
        "text-and-table-differ" => "Text and table differ",
        "leads-differ" => "Different agencies lead in different places",
        "appendix-missing" => "An appendix is missing",
        "deadline-before-plan" => "A deadline had passed when the plan was issued",
        "target-without-year" => "A target has no year",
        "task-without-lead" => "A task has no lead",
        "citation-later-than-plan" => "A cited document is later than the plan",
        "numbering-gap" => "The numbering has a gap",
        "reference-unresolved" => "A reference leads nowhere",
        "agency-not-existing" => "An agency did not exist at the plan's date",
        _ => code,
    };
}
