namespace Plans.Extraction.Evaluation;

/// <summary>Measures the fields of the head, each right or wrong.</summary>
internal static class DocumentFieldScore
{
    public static void Add(ScoreSheet sheet, GoldDocument gold, DocumentFields found)
    {
        Words(sheet, "type", gold.Type, found.Type);
        Letters(sheet, "number", gold.Number, found.Number);
        Letters(sheet, "date", gold.Date, found.Date);
        Words(sheet, "issuer", gold.Issuer, found.Issuer);
        Words(sheet, "province", gold.Province, found.Province);
        Words(sheet, "place", gold.Place, found.Place);
        Words(sheet, "title", gold.Title, found.Title);
        var period = found.Period is { } years ? new GoldPeriod(years.From, years.To) : null;
        Add(sheet, gold.Period == period, "period", $"{gold.Period?.From}–{gold.Period?.To}", $"{period?.From}–{period?.To}");
        Words(sheet, "signer", gold.Signer, found.Signer);
        Words(sheet, "signer_role", gold.SignerRole, found.SignerRole);
    }

    /// <summary>A name or a title, of which nine words in ten suffice.</summary>
    private static void Words(ScoreSheet sheet, string field, string? gold, string? found) =>
        Add(sheet, (string.IsNullOrEmpty(gold) && string.IsNullOrEmpty(found)) || Wording.Overlap(gold, found) >= 0.9, field, gold, found);

    private static void Letters(ScoreSheet sheet, string field, string? gold, string? found) =>
        Add(sheet, Wording.Compact(gold) == Wording.Compact(found), field, gold, found);

    private static void Add(ScoreSheet sheet, bool isRight, string field, string? gold, string? found) =>
        sheet.Add(ScoredPart.DocumentFields, Measure.Of(isRight), $"{field}: {gold ?? "none"}, found {found ?? "none"}");
}
