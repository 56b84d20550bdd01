using System.Text;

namespace Plans.Web;

/// <summary>
/// Builds an address with a query. Vietnamese letters stay as they are (the page is UTF-8 and browsers encode them on sending), which keeps
/// pages small and addresses readable; every other sign is percent-encoded, also a blank: in HTML a plus would become six letters.
/// </summary>
internal sealed class Address(string path)
{
    private readonly StringBuilder address = new(path);
    private bool hasQuery;

    /// <summary>Adds nothing where there is no value.</summary>
    public Address With(string key, string? value)
    {
        if (!string.IsNullOrEmpty(value))
        {
            address.Append(hasQuery ? '&' : '?').Append(key).Append('=');
            hasQuery = true;
            foreach (var rune in value.EnumerateRunes())
            {
                Append(rune);
            }
        }

        return this;
    }

    /// <summary>The whole address with one more value; the path may have a query already.</summary>
    public string And(string key, string value)
    {
        hasQuery |= address.ToString().Contains('?');
        return With(key, value).ToString();
    }

    public override string ToString() => address.ToString();

    private void Append(Rune rune)
    {
        if (Rune.IsLetterOrDigit(rune) || rune.Value is '-' or '.' or '_')
        {
            address.Append(rune);
        }
        else
        {
            address.Append(Uri.EscapeDataString(rune.ToString()));
        }
    }
}
