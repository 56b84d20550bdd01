using Plans.Extraction;
using Plans.Store.Search;

namespace Plans.Store.Versions;

/// <summary>How two files of one plan differ.</summary>
public enum VersionKind
{
    /// <summary>The same document, in another format or scanned anew.</summary>
    Copy,

    /// <summary>One is a draft, not yet numbered, of the other.</summary>
    Draft,

    /// <summary>One number, but other words: a corrected one.</summary>
    Revision,
}

/// <summary>By what a plan is known.</summary>
/// <param name="Number">Key of its number.</param>
/// <param name="Date">ISO 8601, be it shortened.</param>
/// <param name="Issuer">Key, written out.</param>
internal sealed record VersionTraits(string? Number, string? Date, string? Issuer, string? Title)
{
    /// <summary>Shares of common runs of words: of one text in two formats, of a text that was edited, of a text that was worked over.</summary>
    private const double SameText = 0.8;
    private const double EditedText = 0.5;

    private const double SameTitle = 0.8;

    public static VersionTraits Of(DocumentFields head) => new(
        head.Number is null ? null : DocumentNumber.Key(head.Number),
        head.Date,
        head.Issuer is null ? null : Folding.Key(head.Issuer).Replace("ubnd", "uy ban nhan dan"),
        head.Title);

    /// <summary>What two plans are to each other; null where they are two plans.</summary>
    /// <param name="likeness">Of their texts, see <see cref="TextSignature.Likeness"/>.</param>
    public VersionKind? To(VersionTraits other, double likeness)
    {
        var isIssuerKnown = Issuer is not null && other.Issuer is not null;
        if (isIssuerKnown && Issuer != other.Issuer)
        {
            return null;
        }

        if (Number is not null && other.Number is not null)
        {
            return Number == other.Number
                ? SameNumber(other, likeness, isIssuerKnown)
                : likeness >= SameText && Date is not null && Date == other.Date && IsTitleSame(other) && isIssuerKnown && AreAlike(Number, other.Number) ? VersionKind.Copy : null;
        }

        // Without numbers only the words tell; a plan of another year is another plan, however alike.
        var least = isIssuerKnown && Title is not null && other.Title is not null ? EditedText : SameText;
        if (likeness < least || !IsTitleSame(other) || !AreYearsNear(other))
        {
            return null;
        }

        return Number is null && other.Number is null && likeness >= SameText ? VersionKind.Copy : VersionKind.Draft;
    }

    private VersionKind? SameNumber(VersionTraits other, double likeness, bool isIssuerKnown)
    {
        if (!DoDatesFit(other))
        {
            return likeness >= EditedText && AreYearsNear(other) && IsTitleSame(other) ? VersionKind.Revision : null;
        }

        // Numbers begin anew each year with each issuer: without the one or the other the words have to agree.
        return likeness >= SameText ? VersionKind.Copy
            : likeness >= EditedText || (isIssuerKnown && Date is not null && other.Date is not null && IsTitleSame(other)) ? VersionKind.Revision
            : null;
    }

    /// <summary>A digit misread: as long, with one letter that differs.</summary>
    private static bool AreAlike(string a, string b) => a.Length == b.Length && a.Zip(b).Count(pair => pair.First != pair.Second) == 1;

    private bool DoDatesFit(VersionTraits other) => Date is null || other.Date is null
        || Date.StartsWith(other.Date, StringComparison.Ordinal) || other.Date.StartsWith(Date, StringComparison.Ordinal);

    private bool AreYearsNear(VersionTraits other) =>
        Writing.Passages.YearOf(Date) is not { } a || Writing.Passages.YearOf(other.Date) is not { } b || Math.Abs(a - b) <= 1;

    private bool IsTitleSame(VersionTraits other) => Title is null || other.Title is null
        || (WordOverlap.Of(Title, other.Title) >= SameTitle && Numbers(Title).SetEquals(Numbers(other.Title)));

    private static HashSet<string> Numbers(string title) => [.. Folding.Words(title).Where(word => word.Any(char.IsAsciiDigit))];
}
