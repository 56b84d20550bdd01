namespace Plans.Web.Loads;

/// <summary>What the host can do for the site: have files loaded. The ledger tells what becomes of them.</summary>
public interface ILoadDesk
{
    /// <summary>Loads all that is in a folder, which is thrown away when every file has been entered; the bytes are kept then.</summary>
    /// <param name="folder">Of files that were sent to the site.</param>
    /// <returns>The load's number.</returns>
    Task<long> LoadAsync(string folder, CancellationToken cancellationToken);

    /// <summary>Has the worker look at once for what is due.</summary>
    void Wake();
}
