using System.Net;
using Plans.Web;
using Plans.Web.Accounts;
using Plans.Worker.CommandLine;

namespace Plans.Worker.Hosting;

/// <summary>Where the site listens and what it demands there.</summary>
/// <param name="Address">An address of this machine.</param>
/// <param name="Certificate">A PEM file with the certificate and its chain; null without TLS.</param>
/// <param name="CertificateKey">The PEM file of its key.</param>
internal sealed record Listening(IPAddress Address, int Port, SiteOptions Options, string? Certificate = null, string? CertificateKey = null)
{
    /// <summary>This machine alone, without accounts.</summary>
    public static Listening Locally(int port) => new(IPAddress.Loopback, port, new SiteOptions());

    /// <param name="address">As typed: an IP address, or "localhost".</param>
    /// <param name="names">Under which readers ask for the site.</param>
    /// <param name="accounts">Whether accounts are demanded on this machine too.</param>
    /// <exception cref="WrongUseException">The address is none, or half of a certificate is missing.</exception>
    public static Listening Of(string address, int port, IReadOnlyList<string> names, bool accounts, bool behindProxy, string? certificate, string? key)
    {
        var found = address == "localhost" ? IPAddress.Loopback
            : IPAddress.TryParse(address, out var parsed) ? parsed
            : throw new WrongUseException($"{address} is no IP address of this machine. Try --listen 0.0.0.0 for all of them.");
        if (certificate is null != key is null)
        {
            throw new WrongUseException("TLS needs both --certificate and --key.");
        }

        var everywhere = !IPAddress.IsLoopback(found);
        return new Listening(found, port, new SiteOptions
        {
            RequireAccounts = everywhere || accounts || behindProxy,
            IsEncrypted = certificate is not null || behindProxy,
            IsBehindProxy = behindProxy,

            // With accounts a foreign name that points here gains nothing: the browser sends it no session.
            HostNames = names.Count > 0 ? names : everywhere ? ["*"] : [],
        }, certificate, key);
    }

    /// <exception cref="WrongUseException">Accounts are demanded, and nobody could sign in to manage the site.</exception>
    public void CheckAccounts(AccountBook accounts)
    {
        if (Options.RequireAccounts && accounts.All().All(account => account.Role != Role.Administrator))
        {
            throw new WrongUseException(
                "The site would be reached by others than this machine's users, and it has no administrator. Make one first: plans user add NAME --role administrator");
        }
    }
}
